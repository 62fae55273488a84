"""
Measure what each stage of reading with the trained encoder costs, on BASIL.

    python -m bench.speed.encoder [--articles 40] [--runs 5]

CPU milliseconds of one process an article, the best of the runs for each stage alone: on a busy machine they add up to
a little less than the whole. Then the seconds and megabytes of a start: what a process costs until its first article.
"""

import argparse
import resource
import time
from collections import deque
from collections.abc import Callable

from bench.speed.read import DATA, basil
from crosswire.packs import load
from crosswire.pipeline import read_all
from crosswire.read import EncoderAnnotator, read_article
from crosswire.read.encoder import encoder, judge
from crosswire.read.encoder import load as load_encoder

# Where each stage is entered: who holds the function, its name, what the stage is called.
STAGES = (
    (encoder, "find_windows", "pieces and windows"),
    (encoder.Encoder, "_attributions", "attributions"),
    (encoder, "share_scores", "entities: shared scores"),
    (encoder.Encoder, "_entities", "entities: decoding"),
    (encoder.Sight, "__init__", "acts: words"),
    (encoder.Sight, "ask", "acts: glances"),
    (judge.Judge, "_seen", "acts: network"),
    (judge.Judge, "_judgement", "acts: heads"),
    (encoder.Sight, "meanings", "meanings"),
)


class Clock:
    """CPU seconds by stage, of the run that goes on and the least of all."""

    def __init__(self) -> None:
        self.now: dict[str, float] = {}
        self.best: dict[str, float] = {}

    def timed(self, function: Callable[..., object], stage: str) -> Callable[..., object]:
        """Return a function that does the same and is timed."""

        def run(*given: object, **named: object) -> object:
            begun = time.process_time()
            try:
                return function(*given, **named)
            finally:
                self.now[stage] = self.now.get(stage, 0.0) + time.process_time() - begun

        return run

    def run(self, action: Callable[[], object], stage: str) -> None:
        """Time a run as a whole, and keep the least of each stage."""
        self.now = {}
        self.timed(action, stage)()
        for name, seconds in self.now.items():
            self.best[name] = min(seconds, self.best.get(name, seconds))


def main() -> None:
    """Print one line a stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not DATA.is_file():
        raise SystemExit(f"{DATA} is missing: the BASIL articles must lie beside the checkout")
    articles, packs = list(basil(options.articles)), load()
    read_article(articles[0], packs)
    begun = time.process_time(), memory()
    reader = EncoderAnnotator(load_encoder())
    read_article(articles[0], packs, reader)
    start = time.process_time() - begun[0]
    clock = Clock()
    for holder, name, stage in STAGES:
        setattr(holder, name, clock.timed(getattr(holder, name), stage))
    parts = reader._encoder._parts
    vars(reader._encoder)["_parts"] = parts._replace(run=clock.timed(parts.run, "network"))
    for _ in range(options.runs):
        clock.run(lambda: deque(read_all(articles, packs, reader), maxlen=0), "whole")
        clock.run(lambda: deque(read_all(articles, packs), maxlen=0), "by rules alone")
    print(f"{len(articles)} articles; CPU ms an article, best of {options.runs}")
    for stage, seconds in clock.best.items():
        print(f"  {stage:<24}{1000 * seconds / len(articles):7.2f}")
    print(f"start and first article: {start:.2f} s of CPU; peak {memory():.0f} MB, {begun[1]:.0f} MB of them before")


def memory() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
