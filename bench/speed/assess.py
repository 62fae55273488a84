"""
Measure the whole main job on 180 BASIL articles as text files, the program's start, and the demo.

    python -m bench.speed.assess [--articles 180] [--runs 2] [-o bench/results/DATE-speed.md]

Every run is a fresh process, so that its peak memory is its own. Seconds are wall seconds, the least of the runs; the
last column divides them by a fixed loop of plain Python timed in the same minutes, which is what to compare between
machines. Memory is the process's own peak plus, for each worker, the largest worker's: pages they share count twice.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench import DATA, ROOT

BASIL = DATA / "basil" / "basil.jsonl"
OUTLETS = {"nyt": "New York Times", "fox": "Fox News", "hpo": "HuffPost"}
STARTS = 10
# What the rules alone are held to, and 25 articles/s of reading with the encoder (docs/evaluation.md).
BARS = {"whole job": 5.0, "whole job with the encoder": 8.6, "start": 0.3, "demo": 10.0}
MEMORY_BAR = 500


class Run(msgspec.Struct, frozen=True):
    """One run of the main job: wall seconds by stage, CPU seconds of all processes, peak MB, and lines written."""

    jobs: int
    fast: bool
    stages: dict[str, float]
    cpu: float
    memory: float
    lines: int

    @property
    def seconds(self) -> float:
        """The whole run, from the first import to the last byte written."""
        return sum(self.stages.values())


def write_articles(folder: Path, most: int) -> int:
    """Write BASIL's articles as text files under a head of four lines; return how many."""
    rows = [msgspec.json.decode(line) for line in BASIL.read_bytes().splitlines()[:most]]
    for row in rows:
        outlet = OUTLETS[row["source"].lower()]
        head = f"Title: {row['title']}\nSource: {outlet}\nDate: {row['date']}\nURL: {row['url']}"
        (folder / f"{row['id'].replace('/', '_')}.txt").write_text(f"{head}\n\n{row['text']}", encoding="utf-8")
    return len(rows)


def assess_folder(folder: Path, jobs: int, *, fast: bool) -> Run:
    """Run the main job in this process and time its stages by the progress it tells."""
    begun = time.perf_counter()
    from crosswire.pipeline import Job, run
    from crosswire.write import write

    ends = {"Importing": time.perf_counter()}

    def progress(stage: str, done: int, total: int | None) -> None:
        ends[stage] = time.perf_counter()

    assessment = run(Job(paths=(str(folder),), jobs=jobs, fast=fast), progress=progress)
    write(assessment, folder.with_suffix(".html"))
    ends["Writing"] = time.perf_counter()
    stages, last = {}, begun
    for stage, end in sorted(ends.items(), key=lambda one: one[1]):
        stages[stage], last = end - last, end
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = (own.ru_maxrss + (jobs if jobs > 1 else 0) * workers.ru_maxrss) / 1024
    cpu = sum(one.ru_utime + one.ru_stime for one in (own, workers))
    return Run(jobs, fast, stages, cpu, memory, sum(len(section.lines) for section in assessment.sections))


def calibrate() -> float:
    """Return the seconds of a fixed loop: the unit of the ratios."""
    begun, total, words = time.perf_counter(), 0, {}
    for number in range(1_000_000):
        total += number * number % 7
        words[number % 1_000] = str(total)
    return time.perf_counter() - begun


def timed(command: Sequence[str], folder: Path) -> float:
    """Return the wall seconds of a command."""
    begun = time.perf_counter()
    run = [sys.executable, "-m", *command]
    subprocess.run(run, cwd=folder, check=True, capture_output=True, env=installed(folder))
    return time.perf_counter() - begun


def installed(place: Path) -> dict[str, str]:
    """Return an environment as an installed package has it: byte code is kept, made by the first of the runs."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(place / "bytecode")}


def fresh(folder: Path, jobs: int, *, fast: bool) -> Run:
    """Assess a folder in a process of its own."""
    command = [sys.executable, "-m", "bench.speed.assess", "--child", str(folder), "--jobs", str(jobs)]
    command += ["--fast"] if fast else []
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=installed(folder.parent))
    return msgspec.json.decode(done.stdout, type=Run)


def measure(articles: int, runs: int) -> list[str]:
    """Take every measurement and return the page."""
    loops, load = [calibrate()], os.getloadavg()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        count = write_articles(folder, articles)
        whole = []
        for jobs, fast in ((1, True), (2, True), (2, False)):
            whole.append(min((fresh(folder, jobs, fast=fast) for _ in range(runs)), key=lambda one: one.seconds))
            loops.append(calibrate())
        start = min(timed(("crosswire", "--version"), Path(place)) for _ in range(STARTS))
        command = ("crosswire", "assess", str(folder), "--fast", "--jobs", "2", "-o", "report.html")
        asked = min(timed(command, Path(place)) for _ in range(runs))
        demo = min(timed(("crosswire", "demo", "-o", "demo.html"), Path(place)) for _ in range(runs))
        loops.append(calibrate())
    unit = min(loops)
    rows = [_row(f"whole job, {count} articles, {_processes(one)}", one.seconds, unit, _bar(one)) for one in whole]
    rows += [
        _row("`crosswire --version`, best of 10", start, unit, "start"),
        _row("`crosswire assess --fast --jobs 2`, from start to exit", asked, unit, "whole job"),
        _row("`crosswire demo`", demo, unit, "demo"),
    ]
    setting = f"Python {platform.python_version()}, {os.cpu_count()} cores, shared; load {load[0]:.1f} at the start."
    return [
        "# Speed of the main job",
        "",
        f"`python -m bench.speed.assess`; BASIL, {count} articles as text files; {setting} The loop took {unit:.3f} s"
        f" at best and {max(loops):.3f} s at worst: the wider apart, the busier the machine.",
        "",
        "| what | seconds | bar | x loop |",
        "|---|---|---|---|",
        *rows,
        "",
        f"| stage | {' | '.join(f'{_processes(one)}, s' for one in whole)} | x loop, one |",
        "|---|---|---|---|",
        *(
            f"| {stage} | {' | '.join(f'{one.stages.get(stage, 0.0):.2f}' for one in whole)} | {seconds / unit:.1f} |"
            for stage, seconds in whole[0].stages.items()
        ),
        f"| CPU, all processes | {' | '.join(f'{one.cpu:.2f}' for one in whole)} | |",
        f"| peak memory, MB (bar {MEMORY_BAR}) | {' | '.join(f'{one.memory:.0f}' for one in whole)} | |",
        f"| articles/s of the stage Reading | {' | '.join(_pace(one, count) for one in whole)} | |",
        f"| lines of the report | {' | '.join(str(one.lines) for one in whole)} | |",
    ]


def _pace(run: Run, count: int) -> str:
    return f"{count / run.stages['Reading']:.0f}"


def _row(what: str, seconds: float, unit: float, bar: str) -> str:
    verdict = "" if seconds <= BARS[bar] else " (missed)"
    return f"| {what} | {seconds:.2f} | {BARS[bar]:g}{verdict} | {seconds / unit:.1f} |"


def _bar(run: Run) -> str:
    return "whole job" if run.fast else "whole job with the encoder"


def _processes(run: Run) -> str:
    return ("rules alone, " if run.fast else "encoder, ") + ("one process" if run.jobs == 1 else "two processes")


def main() -> None:
    """Print the page, or in a child process one run as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=180)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--fast", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        sys.stdout.buffer.write(msgspec.json.encode(assess_folder(options.child, options.jobs, fast=options.fast)))
        return
    if not BASIL.is_file():
        raise SystemExit("the BASIL articles (../shared/data/basil) must lie beside the checkout")
    page = "\n".join(measure(options.articles, options.runs)) + "\n"
    print(page)
    if options.output:
        options.output.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
