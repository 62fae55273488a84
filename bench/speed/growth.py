"""
Measure what one report more takes: weighing it into a case that was weighed, and the server's page after an upload.

    python -m bench.speed.growth [--sizes 1000 10000] [--readings FOLDER] [--serve]

The last reports of `bench.speed.corpus` are weighed into the case of all before them, with what that weighing kept;
each size is a process of its own. Seconds are of CPU. With --serve, reports are uploaded to a case of 1,000 by the code
that the server runs, and the case is assessed again, as its front page asks.
"""

import argparse
import gc
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from bench import ROOT
from bench.speed.weigh import keep_readings, kept
from crosswire.case import Case
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import choose_annotator, reading_key
from crosswire.web.settings import Settings
from crosswire.web.shelf import Shelf
from crosswire.weigh import Kept, weigh

MORE = 3
SERVED = 1_000


class Grown(msgspec.Struct, frozen=True):
    """One size: seconds of the first weighing and of each report more, what the last one did anew, and peak MB."""

    articles: int
    first: float
    more: tuple[float, ...]
    anew: tuple[int, int, int, int]
    whole: tuple[int, int, int, int]
    digest: str
    memory: int


def grow(folder: Path, size: int) -> Grown:
    """Weigh all but the last reports, then one more at a time."""
    gc.disable()
    packs = load()
    articles, readings = kept(folder, size)
    memory, words = Kept(), vocabulary_of(packs)
    seconds, done, digest = [], [], ""
    for end in range(size - MORE, size + 1):
        start = time.process_time()
        dossier = weigh(articles[:end], readings[:end], packs.outlets, vocabulary=words, kept=memory)
        seconds.append(time.process_time() - start)
        work = memory.work
        done.append((work.printed, work.reduced, work.compared, work.built))
        digest = hashlib.sha256(msgspec.msgpack.encode(dossier)).hexdigest()[:16] if end == size else ""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Grown(size, seconds[0], tuple(seconds[1:]), done[-1], done[0], digest, peak)


def serve(folder: Path) -> list[tuple[float, float]]:
    """Return the seconds of the server's start, and of each upload: weighing with all that goes with it, assessing."""
    articles, readings = kept(folder, SERVED + MORE)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "served.crosswire"
        with Case(path, create=True, fast=True) as case:
            key = reading_key(case.packs, choose_annotator(fast=True))
            for article, reading in zip(articles[:SERVED], readings[:SERVED], strict=True):
                case._store.add_article(article)
                case._store.add_reading(msgspec.structs.replace(reading, key=key))
        shelf = Shelf(Settings(case=path, fast=True))
        marks = [time.process_time()]
        shelf.warm()
        found = [(time.process_time() - marks[0], 0.0)]
        for one in articles[SERVED:]:
            text = f"Title: {one.title or one.id}\nSource: {one.outlet}\nDate: {one.published}\n\n{one.text}"
            start = time.process_time()
            shelf.add([(f"{one.id}.txt", text.encode())], lambda *_: None)
            added = time.process_time()
            shelf.snapshot().assessment()
            found.append((added - start, time.process_time() - added))
    return found


def row(one: Grown) -> str:
    """Write one size as a line of the table."""
    seconds = " / ".join(f"{each:.1f}" for each in one.more)
    anew = " | ".join(f"{new:,} of {all_:,}" for new, all_ in zip(one.anew, one.whole, strict=True))
    return f"| {one.articles:,} | {one.first:.1f} | {seconds} | {anew} | {one.memory:,} | {one.digest} |"


def main() -> None:
    """Print the tables, or in a child process one size as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        sys.stdout.buffer.write(msgspec.json.encode(grow(options.readings, options.child)))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = options.readings or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        keep_readings(folder, max((*options.sizes, SERVED + MORE)))
        print(
            "| articles | all but three, s | one more, s | printed | statements | pairs | claims | peak MB | dossier |"
        )
        print("|---|---|---|---|---|---|---|---|---|")
        for size in sorted(options.sizes):
            command = [sys.executable, "-m", "bench.speed.growth", "--readings", str(folder), "--child", str(size)]
            done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            print(row(msgspec.json.decode(done.stdout, type=Grown)))
        if options.serve:
            for added, assessed in serve(folder):
                print(f"added and weighed in {added:.1f} s, assessed in {assessed:.1f} s")


if __name__ == "__main__":
    main()
