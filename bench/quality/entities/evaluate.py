"""
Score names, dates and sums on the Worldwide English Newswire: exact spans with the right kind.

    python -m bench.quality.entities.evaluate [--split dev] [--weights DIR]

All nine classes of the corpus count. `news` leaves out products, facilities and the corpus's rest.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.quality.entities.worldwide import KINDS, Marked, load
from crosswire.model import Article
from crosswire.read.encoder import Encoder
from crosswire.read.encoder import load as load_encoder
from crosswire.read.segment import segment

NEWS = ("person", "organisation", "place", "group", "date", "money")
Counts = Counter[tuple[str, str]]


def read(encoder: Encoder, text: str) -> set[tuple[int, int, str]]:
    """Return what the encoder marks in a text."""
    article = Article("entities", text)
    found = encoder.read(article, segment(article)[0]).entities
    return {(entity.span.start, entity.span.end, entity.kind) for entity in found}


def count(found: set[tuple[int, int, str]], row: Marked) -> Counts:
    """Return hits, found and gold of one article, by kind."""
    gold = set(row.entities)
    counts: Counts = Counter()
    for name, items in (("right", found & gold), ("found", found), ("gold", gold)):
        counts.update((kind, name) for _, _, kind in items)
    return counts


def tabulate(rows: Sequence[Counts]) -> dict[str, tuple[float, float, float, int]]:
    """Return precision, recall, F1 and the number of gold names by kind, all kinds and those of the news together."""
    total: Counts = Counter()
    for row in rows:
        total.update(row)
    table = {}
    for name, kinds in (("all", KINDS), ("news", NEWS), *((kind, (kind,)) for kind in KINDS)):
        right, found, gold = (sum(total[kind, which] for kind in kinds) for which in ("right", "found", "gold"))
        f1 = 200 * right / max(1, found + gold)
        table[name] = (100 * right / max(1, found), 100 * right / max(1, gold), f1, gold)
    return table


def intervals(rows: Sequence[Counts], draws: int = 1000) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each F1, resampling articles."""
    chance = random.Random(7)
    drawn: dict[str, list[float]] = {}
    for _ in range(draws):
        for name, row in tabulate(chance.choices(rows, k=len(rows))).items():
            drawn.setdefault(name, []).append(row[2])
    ends = {name: sorted(values) for name, values in drawn.items()}
    return {name: (values[round(0.025 * draws)], values[round(0.975 * draws) - 1]) for name, values in ends.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="dev")
    parser.add_argument("--weights", type=Path, help="the encoder's folder, if not the one that ships")
    arguments = parser.parse_args()
    rows = load(arguments.split)
    encoder = load_encoder(arguments.weights)
    started = time.perf_counter()
    counts = [count(read(encoder, row.text), row) for row in rows]
    print(f"worldwide_ner {arguments.split}: {len(rows)} articles, {time.perf_counter() - started:.1f} s")
    spread = intervals(counts)
    for name, (precision, recall, f1, gold) in tabulate(counts).items():
        low, high = spread[name]
        print(f"{name:14} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f} ({low:.1f}-{high:.1f})  of {gold}")


if __name__ == "__main__":
    main()
