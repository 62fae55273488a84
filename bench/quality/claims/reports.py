"""
Score which sentences of different outlets tell the same fact, on the invented stories of `reports.jsonl`.

    python -m bench.quality.claims.reports [--split dev|test] [--encoder] [--errors]

Each story is read and weighed as a case of its own. Two sentences of different outlets count as found the same when a
claim of the dossier has a statement in both. Beside precision, recall and F1 over pairs of sentences it prints recall
of the free paraphrases, those with fewer than one in six of their words in common, and how many of the pairs wanted
have a statement in both sentences at all.
"""

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.quality.positions.evaluate import packs_of, share
from crosswire.model import Article, Dossier, Region, Span
from crosswire.pipeline import vocabulary_of
from crosswire.read import choose_annotator, read_many
from crosswire.weigh import weigh

GOLD = Path(__file__).resolve().parents[2] / "gold" / "claims" / "reports.jsonl"
_FREE = 1 / 6
Row = Mapping[str, Any]
Place = tuple[int, int]
Pair = tuple[Place, Place]


def rows(split: str) -> list[Row]:
    """Return the stories of one half."""
    found = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    return [row for row in found if row["split"] == split]


def wanted_of(row: Row) -> set[Pair]:
    """Return the pairs of sentences that tell the same fact."""
    return {pair for group in row["same"] for pair in _across(map(tuple, group))}


def found_of(dossier: Dossier, row: Row) -> tuple[set[Pair], set[Place]]:
    """Return the pairs that share a claim, and the sentences in which any statement was read."""
    _, places = articles_of(row)
    told = {
        one.id: [
            at for at, span in places.items() if one.article == _name(row, at[0]) and span.meets(one.evidence.span)
        ]
        for one in dossier.statements
    }
    found = {
        pair
        for claim in dossier.claims
        for pair in _across({at for statement in claim.statements for at in told[statement]})
    }
    return found, {at for ats in told.values() for at in ats}


def dossier_of(row: Row, *, fast: bool = True) -> Dossier:
    """Read and weigh one story with the general packs and its own actors."""
    packs = packs_of({**row, "issues": []})
    articles, _ = articles_of(row)
    readings = list(read_many(articles, packs, annotator=choose_annotator(fast=fast)))
    return weigh(articles, readings, packs.outlets, vocabulary=vocabulary_of(packs))


def articles_of(row: Row) -> tuple[list[Article], dict[Place, Span]]:
    """Return a story's reports, title and sentences as paragraphs, and where each sentence stands in its report."""
    articles: list[Article] = []
    places: dict[Place, Span] = {}
    for number, one in enumerate(row["reports"]):
        text = one["title"]
        for at, sentence in enumerate(one["sentences"]):
            start = len(text) + 2
            places[number, at] = Span(start, start + len(sentence))
            text = f"{text}\n\n{sentence}"
        title, body = len(one["title"]), places[number, 0].start
        article = Article(
            id=_name(row, number),
            text=text,
            title=one["title"],
            outlet=one["outlet"],
            published=dt.date.fromisoformat(one["date"]),
            regions=(Region(0, title, "title"), Region(body, len(text), "body")),
        )
        articles.append(article)
    return articles, places


def is_free(row: Row, pair: Pair) -> bool:
    """Tell whether two sentences share fewer than one in six of their longer words, endings aside."""
    one, other = (_words(row["reports"][report]["sentences"][at]) for report, at in pair)
    return len(one & other) < _FREE * len(one | other)


def score(split: str, *, fast: bool = True) -> tuple[Counter[str], list[str]]:
    """Return what was counted in one half, and every miss in words."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for row in rows(split):
        wanted = wanted_of(row)
        found, told = found_of(dossier_of(row, fast=fast), row)
        free = {pair for pair in wanted if is_free(row, pair)}
        counts["right"] += len(wanted & found)
        counts["found"] += len(found)
        counts["wanted"] += len(wanted)
        counts["free right"] += len(free & found)
        counts["free"] += len(free)
        counts["told"] += sum(told.issuperset(pair) for pair in wanted)
        misses += [_shown(row, pair, "MISSED") for pair in sorted(wanted - found)]
        misses += [_shown(row, pair, "INVENTED") for pair in sorted(found - wanted)]
    return counts, misses


def _across(places: Iterable[Place]) -> set[Pair]:
    return {(one, other) for one, other in combinations(sorted(places), 2) if one[0] != other[0]}


def _name(row: Row, report: int) -> str:
    return f"{row['id']}-{report}"


def _words(sentence: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w+", sentence.lower()) if len(word) > 3 or word.isdigit()}


def _shown(row: Row, pair: Pair, what: str) -> str:
    lines = [f"   {report}.{at} {row['reports'][report]['sentences'][at]}" for report, at in pair]
    return "\n".join([f"{row['id']} {what}", *lines])


def main() -> None:
    """Print the totals of one half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("dev", "test"))
    parser.add_argument("--encoder", action="store_true", help="read with the trained encoder")
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up (dev only)")
    options = parser.parse_args()
    counts, misses = score(options.split, fast=not options.encoder)
    for name, part, whole in (
        ("precision", "right", "found"),
        ("recall", "right", "wanted"),
        ("free recall", "free right", "free"),
        ("told in both", "told", "wanted"),
    ):
        print(f"{options.split} {name:12} {share(counts[part], counts[whole]):.3f} ({counts[part]}/{counts[whole]})")
    print(f"{options.split} {'F1':12} {share(2 * counts['right'], counts['found'] + counts['wanted']):.3f}")
    if options.errors and options.split == "dev":
        print("\n".join(misses))


if __name__ == "__main__":
    main()
