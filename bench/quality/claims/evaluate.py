"""
Score the typed relations between statements on invented pairs (bench/gold/claims).

    python -m bench.quality.claims.evaluate [--split dev|dev2|test] [--errors]

Each sentence is one outlet's report of one day, read by the rules; all sentences of the split make up the case. The
relation of two sentences is that of their best aligned statements. Macro-F1 over the six relations.
"""

import argparse
import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path
from typing import Literal

import msgspec

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh.relations import RELATIONS, relate_articles

GOLD = Path(__file__).resolve().parents[2] / "gold" / "claims" / "gold.jsonl"
DAY = dt.date(2031, 5, 19)


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two sentences and how the second stands to the first; `trap` names what makes a pair hard."""

    id: str
    split: Literal["dev", "dev2", "test"]
    one: str
    other: str
    relation: str
    kind: str | None
    trap: str | None


def rows(split: str) -> list[Row]:
    found = [
        msgspec.json.decode(line, type=Row)
        for line in (GOLD.with_name("dev2.jsonl") if split == "dev2" else GOLD).read_bytes().splitlines()
    ]
    return [row for row in found if row.split == split]


def predict(found: list[Row]) -> list[tuple[str, str | None]]:
    """Return the relation of each row's sentences and, of a contradiction, its kind."""
    texts = sorted({text for row in found for text in (row.one, row.other)})
    articles = {text: Article(f"r{at:03}", text, outlet=f"Outlet {at}", published=DAY) for at, text in enumerate(texts)}
    packs = load(str(GOLD.parent / "pack"))
    readings = [read_article(article, packs) for article in articles.values()]
    pairs = [(articles[row.one].id, articles[row.other].id) for row in found]
    return [(one.kind, one.what) for one in relate_articles(list(articles.values()), readings, pairs)]


def score(found: list[Row], said: list[tuple[str, str | None]]) -> dict[str, float]:
    gold = [row.relation for row in found]
    names = [name for name, _ in said]
    figures = {}
    for kind in RELATIONS:
        right = sum(a == b == kind for a, b in zip(gold, names, strict=True))
        figures[f"{kind} F1"] = 2 * right / max(1, gold.count(kind) + names.count(kind))
        if kind == "contradicts":
            figures["contradicts precision"] = right / max(1, names.count(kind))
    figures["macro-F1"] = sum(figures[f"{kind} F1"] for kind in RELATIONS) / len(RELATIONS)
    figures["accuracy"] = sum(a == b for a, b in zip(gold, names, strict=True)) / len(gold)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", default="dev", choices=("dev", "dev2", "test"))
    parser.add_argument("--errors", action="store_true", help="print what is wrong; the test half's stay unseen")
    options = parser.parse_args()
    found = rows(options.split)
    said = predict(found)
    for name, value in score(found, said).items():
        print(f"{name:<24}{value:.3f}")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for row, (name, _) in zip(found, said, strict=True):
        table[row.trap or row.kind or row.relation][name] += 1
    for name, counts in sorted(table.items()):
        print(f"{name:<18}", dict(counts.most_common()))
    if options.errors and options.split != "test":
        for row, (name, _) in zip(found, said, strict=True):
            if name != row.relation:
                print(f"{row.relation} -> {name}\n   {row.one}\n   {row.other}")


if __name__ == "__main__":
    main()
