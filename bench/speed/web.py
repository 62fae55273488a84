"""
Measure the web app on a case of 1,000 articles: each page alone, then 20 readers at once.

    python -m bench.speed.web [--case talks.crosswire] [--readers 20] [-o bench/results/DATE-web.md]

The server is a process of its own; the times are the client's, on loopback, so they hold the server's and the wire's.
`first` is the first request for a page after the server's start, `again` the median of those that follow, when the page
is kept with the case. Without --case one is made from BASIL and Timeline17, read by rules: some minutes.
"""

import argparse
import http.client
import os
import platform
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from bench import DATA, ROOT, AbsentError
from bench.speed.assess import write_articles

ARTICLES = 1_000
BAR_MS = 150.0
PATHS = (
    "/", "/assessment", "/claims", "/claims?status=disputed", "/claims?q=government", "/claims?page=7",
    "/search?q=government", "/disagreements", "/positions", "/timeline", "/timeline?page=5", "/origins", "/sources",
    "/framing", "/changes", "/add", "/decisions",
)  # fmt: skip


class Timed(msgspec.Struct, frozen=True):
    """One address: the seconds of its first request, those of the others, and the size of the page."""

    path: str
    first: float
    again: tuple[float, ...]
    size: int


def make_case(path: Path) -> None:
    """Make a case of a thousand articles: BASIL's, and Timeline17's under fourteen outlets of no name."""
    from crosswire.case import Case

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        held = write_articles(folder, ARTICLES)
        for topic in ("syria", "egypt", "h1n1", "haiti"):
            for row in (DATA / "t17" / topic / "articles.jsonl").read_text(encoding="utf-8").splitlines():
                if held < ARTICLES:
                    one = msgspec.json.decode(row)
                    head = f"Title: {topic} {held}\nSource: Outlet {held % 14}\nDate: {one['date']}\n\n"
                    (folder / f"{topic}-{held}.txt").write_text(head + one["text"], encoding="utf-8")
                    held += 1
        with Case(path, create=True, fast=True) as case:
            case.add([str(folder)], jobs=2)
            case.dossier()


def fetch(port: int, path: str) -> tuple[float, int, bytes]:
    """Return the seconds, status and body of one request on a connection of its own."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return time.perf_counter() - begun, answer.status, body


def found_paths(port: int) -> list[str]:
    """Return the addresses of some claims and articles of the case."""
    claims = re.findall(rb'href="(/claims/[^"?]+)"', fetch(port, "/claims")[2])[:3]
    articles = re.findall(rb'href="(/articles/[^"?]+)"', fetch(port, "/sources")[2])[:400:100]
    return [one.decode() for one in (*claims, *articles)]


def alone(port: int, paths: Sequence[str], times: int) -> list[Timed]:
    """Ask for each page, one request at a time."""
    rows = []
    for path in paths:
        first, status, body = fetch(port, path)
        if status != 200:
            raise SystemExit(f"{path}: {status}")
        rows.append(Timed(path, first, tuple(fetch(port, path)[0] for _ in range(times)), len(body)))
    return rows


def together(port: int, paths: Sequence[str], readers: int, rounds: int) -> tuple[list[float], int, float]:
    """Let readers ask for every page, each in an order of its own; return seconds, failures and wall time."""

    def read(number: int) -> list[tuple[float, int]]:
        turned = [*paths[number % len(paths) :], *paths[: number % len(paths)]] * rounds
        return [fetch(port, path)[:2] for path in turned]

    begun = time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        answers = [one for answered in pool.map(read, range(readers)) for one in answered]
    return [one[0] for one in answers], sum(one[1] != 200 for one in answers), time.perf_counter() - begun


def processor(pid: int) -> float:
    """Return the processor seconds a process has used: what a page costs, however busy the machine."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(case: Path, readers: int) -> list[str]:
    """Take every measurement and return the page."""
    load = os.getloadavg()[0]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "crosswire", "serve", str(case), "--fast", "--port", str(port)]
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            if "http://" not in server.stderr.readline():
                raise SystemExit("the server did not start")
            while True:
                try:
                    corpus = msgspec.json.decode(fetch(port, "/index.json")[2])["corpus"]
                    break
                except ConnectionRefusedError:
                    time.sleep(0.05)
            start = time.perf_counter() - begun
            paths = [*PATHS, *found_paths(port)]
            rows = alone(port, paths, 9)
            worked = processor(server.pid)
            seconds, failures, wall = together(port, paths, readers, 2)
            worked = processor(server.pid) - worked
        finally:
            server.terminate()
    again = [one for row in rows for one in row.again]
    quantiles = statistics.quantiles(seconds, n=20)
    return [
        "# The web app under load",
        "",
        f"`python -m bench.speed.web`; {corpus['articles']} articles, {corpus['claims']:,} claims; Python"
        f" {platform.python_version()}, {os.cpu_count()} cores, shared; load {load:.1f} at the start. The server"
        f" was ready {start:.1f} s after its start (it loads and assesses). Bar: {BAR_MS:.0f} ms median.",
        "",
        "| what | value |",
        "|---|---|",
        f"| a page again, median over all | {statistics.median(again) * 1000:.1f} ms |",
        f"| a page the first time, median over all | {statistics.median(row.first for row in rows) * 1000:.1f} ms |",
        f"| {readers} readers at once: requests, failures | {len(seconds)}, {failures} |",
        f"| {readers} readers at once: median, 95th of 100 | {_ms(statistics.median(seconds))}, {_ms(quantiles[18])} |",
        f"| {readers} readers at once: pages a second | {len(seconds) / wall:.0f} |",
        f"| {readers} readers at once: the server's processor time a page | {worked / len(seconds) * 1000:.1f} ms |",
        "",
        "| page | first | again, median | kB |",
        "|---|---|---|---|",
        *(
            f"| `{_shown(row.path)}` | {_ms(row.first)} | {_ms(statistics.median(row.again))} | {row.size / 1000:.0f} |"
            for row in rows
        ),
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _shown(path: str) -> str:
    return re.sub(r"/(claims|articles)/[^?]+", r"/\1/ID", path)


def main() -> None:
    """Print the page, and write it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    if options.case is None and not (DATA / "t17").is_dir():
        raise AbsentError("../shared/data/t17 is missing; give a case with --case")
    with tempfile.TemporaryDirectory() as place:
        case = options.case or Path(place) / "thousand.crosswire"
        if options.case is None:
            make_case(case)
        page = "\n".join(measure(case, options.readers)) + "\n"
    print(page)
    if options.output:
        options.output.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
