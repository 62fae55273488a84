"""
Measure weighing at several sizes of `bench.speed.corpus`, and what a kept dossier takes to answer.

    python -m bench.speed.weigh [--sizes 1000 10000] [--readings FOLDER] [-o bench/results/DATE-weighing-scale.md]

Every size is weighed in a process of its own, so that its peak memory is its own; readings are by rules, made once and
kept in FOLDER. Seconds are of CPU. The exponent is that of articles in seconds between the least and the largest size.
"""

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from math import log
from pathlib import Path

import msgspec

from bench import ROOT
from bench.speed.corpus import case
from crosswire.assess import assess
from crosswire.assess.standing import list_gaps, list_positions
from crosswire.model import Article, Dossier, Reading
from crosswire.model.sharing import for_weighing, share
from crosswire.packs import load
from crosswire.pipeline import read_all, vocabulary_of
from crosswire.weigh import weigh

BATCH = 500
SECONDS, MEMORY, WARM = 60.0, 1500, 3.0


class Weighed(msgspec.Struct, frozen=True):
    """One size: CPU seconds of weighing, of decoding the kept dossier and of answering from it, and the peak in MB."""

    articles: int
    claims: int
    weighing: float
    decoding: float
    answering: float
    memory: int


def keep_readings(folder: Path, size: int) -> None:
    """Make the corpus and read it by rules, a file for each batch, unless that is done."""
    articles = None
    for start in range(0, size, BATCH):
        path = folder / f"{start:06}.msgpack"
        if not path.is_file():
            articles = articles or case(size)
            batch = articles[start : start + BATCH]
            path.write_bytes(msgspec.msgpack.encode((batch, list(read_all(batch, load())))))


def kept(folder: Path, size: int) -> tuple[list[Article], list[Reading]]:
    """Return the first articles of the corpus and their readings."""
    decode = msgspec.msgpack.Decoder(tuple[list[Article], list[Reading]]).decode
    articles: list[Article] = []
    readings: list[Reading] = []
    for start in range(0, size, BATCH):
        more, read = decode((folder / f"{start:06}.msgpack").read_bytes())
        articles += more
        # As the store and a case's memory do with what they open.
        readings += [for_weighing(share(one)) for one in read]
        del more, read
    return articles[:size], readings[:size]


def measure(folder: Path, size: int) -> Weighed:
    """Weigh one size, as `pipeline.run` does: without the collector of cycles."""
    gc.disable()
    packs = load()
    articles, readings = kept(folder, size)
    marks = [time.process_time()]
    dossier = weigh(articles, readings, packs.outlets, vocabulary=vocabulary_of(packs))
    marks.append(time.process_time())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    body = msgspec.msgpack.encode(dossier)
    marks.append(time.process_time())
    again = msgspec.msgpack.decode(body, type=Dossier)
    marks.append(time.process_time())
    list_positions(again)
    list_gaps(again)
    assess(again, packs, question=None, as_of=None, version="bench")
    marks.append(time.process_time())
    weighing, _, decoding, answering = (after - before for before, after in pairwise(marks))
    return Weighed(size, len(dossier.claims), weighing, decoding, answering, memory)


def page(found: Sequence[Weighed]) -> str:
    """Write the table."""
    least, most = found[0], found[-1]
    rows = [
        f"| {one.articles:,} | {one.claims:,} | {one.weighing:.1f} | {1000 * one.weighing / one.articles:.1f} "
        f"| {one.memory:,} | {one.decoding:.2f} | {one.answering:.2f} |"
        for one in found
    ]
    head = "| articles | claims | weighing, s | ms an article | peak MB | decoding the dossier, s | answering, s |"
    lines = [head, "|---|---|---|---|---|---|---|", *rows, ""]
    if most.articles > least.articles:
        exponent = log(most.weighing / least.weighing) / log(most.articles / least.articles)
        lines += [f"Exponent from {least.articles:,} to {most.articles:,} articles: {exponent:.2f}.", ""]
    lines.append(f"Bars: 10,000 articles in {SECONDS:g} s and {MEMORY:,} MB; 1,000 decoded and answered in {WARM:g} s.")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the page, or in a child process one size as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2500, 10000])
    parser.add_argument("--readings", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        sys.stdout.buffer.write(msgspec.json.encode(measure(options.readings, options.child)))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = options.readings or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        keep_readings(folder, max(options.sizes))
        found = []
        for size in sorted(options.sizes):
            command = [sys.executable, "-m", "bench.speed.weigh", "--readings", str(folder), "--child", str(size)]
            done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            found.append(msgspec.json.decode(done.stdout, type=Weighed))
    text = page(found)
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
