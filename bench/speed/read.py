"""
Measure articles per second of `read`, by stage, on BASIL.

    python bench/speed/read.py [--articles 180] [--runs 3]

One core: CPU seconds of this process, the best of the runs, so that a busy machine counts as little as it can.
Two cores: wall seconds of a process pool of two, started and warmed before the clock.
"""

import argparse
import datetime as dt
import json
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from crosswire.model import Article, Reading, Region
from crosswire.packs import Packs, load
from crosswire.pipeline import read_all
from crosswire.read import RuleAnnotator, read_article, read_many
from crosswire.read.actors import find_actors
from crosswire.read.attribution import find_attributions
from crosswire.read.credits import find_credits
from crosswire.read.figures import find_figures
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from crosswire.read.statements import find_statements
from crosswire.text.timex import find_times

DATA = Path(__file__).resolve().parents[2].parent / "shared/data/basil/basil.jsonl"


def main() -> None:
    """Print one line a stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=180)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if not DATA.is_file():
        raise SystemExit(f"{DATA} is missing: the BASIL articles must lie beside the checkout")
    articles, packs = list(basil(options.articles)), load()
    words = sum(len(one.text.split()) for one in articles) / len(articles)
    print(f"{len(articles)} articles of {words:.0f} words; CPU ms an article, best of {options.runs}")
    readings = [read_article(one, packs) for one in articles]
    for name, stage in stages(packs).items():
        seconds = best(partial(run, stage, articles, readings), options.runs)
        print(f"  {name:<14}{1000 * seconds / len(articles):7.2f}")
    # As the pipeline reads: one process, the cycle collector out of the way.
    seconds = best(lambda: deque(read_all(articles, packs), maxlen=0), options.runs)
    print(f"one core: {len(articles) / seconds:.0f} articles/s (CPU)")
    print(f"two cores: {len(articles) / pooled(articles, packs):.0f} articles/s (wall)")


Stage = Callable[[Article, Reading], object]


def stages(packs: Packs) -> dict[str, Stage]:
    """Return each stage of reading as a function of an article and its finished reading."""
    return {
        "sentences": lambda a, r: segment(a),
        "quotes": lambda a, r: find_quotes(a.text, r.sentences, r.paragraphs),
        "actors": lambda a, r: find_actors(a, r.sentences, r.paragraphs, list(r.quotes), packs),
        "attribution": lambda a, r: find_attributions(
            a.text, r.sentences, r.paragraphs, list(r.quotes), list(r.actors), list(r.mentions), packs
        ),
        "credits": lambda a, r: find_credits(a, r.sentences, list(r.mentions), packs),
        "figures": lambda a, r: find_figures(a.text, r.sentences, packs),
        "times": lambda a, r: find_times(a.text, r.sentences, a.published),
        "statements": lambda a, r: find_statements(a, r, packs),
        "annotate": lambda a, r: RuleAnnotator().annotate(a, packs),
    }


def run(stage: Stage, articles: list[Article], readings: list[Reading]) -> None:
    """Run one stage over all articles."""
    for one, reading in zip(articles, readings, strict=True):
        stage(one, reading)


def best(action: Callable[[], object], runs: int) -> float:
    """Return the least CPU seconds of several runs."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        action()
        found.append(time.process_time() - start)
    return min(found)


def pooled(articles: list[Article], packs: Packs) -> float:
    """Return the wall seconds two processes need."""
    with ProcessPoolExecutor(2) as pool:
        mapped = partial(pool.map, chunksize=8)
        list(read_many(articles[:16], packs, map=mapped))
        start = time.perf_counter()
        list(read_many(articles, packs, map=mapped))
        return time.perf_counter() - start


def basil(count: int) -> Iterator[Article]:
    """Give the first BASIL articles, title and body as regions."""
    for line in DATA.read_text(encoding="utf-8").splitlines()[:count]:
        row = json.loads(line)
        title = row["title"] or "Untitled"
        text = f"{title}\n\n{row['text']}"
        regions = (Region(0, len(title), "title"), Region(len(title) + 2, len(text), "body"))
        day = dt.date.fromisoformat(row["date"][:10]) if row["date"] else None
        yield Article(row["id"], text, title, row["source"], published=day, regions=regions)


if __name__ == "__main__":
    main()
