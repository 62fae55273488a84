"""
Score positions, gaps and rounds on the report sets of bench/gold/positions.

    python -m bench.quality.positions.evaluate [dev|test] [--errors] [--encoder]

A cell is party, issue, round and stance; a relation is issue, round and pair of parties, `unknown` counting as nothing
said. Firm relations are `agreed` and `opposed`.
"""

import argparse
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from crosswire.model import OTHER_MATTERS, Article, Dossier
from crosswire.packs import PackActor, PackIssue, Packs, load
from crosswire.pipeline import vocabulary_of
from crosswire.read import choose_annotator, read_many
from crosswire.weigh import weigh

GOLD = Path(__file__).resolve().parents[2] / "gold" / "positions"
KINDS = ("cells", "relations", "firm relations", "rounds")
_FIRM = ("agreed", "opposed")
Key = tuple[Any, ...]
Found = dict[str, set[Key]]


def main() -> None:
    """Print the table of one split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="dev", choices=["dev", "test"])
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up (for dev)")
    parser.add_argument("--encoder", action="store_true", help="read with the trained encoder")
    options = parser.parse_args()
    counts = {kind: [0, 0, 0] for kind in KINDS}
    for row in rows(options.split):
        wanted, found = wanted_of(row), found_of(dossier_of(row, fast=not options.encoder))
        for kind in KINDS:
            both = wanted[kind] & found[kind]
            for place, number in enumerate((len(both), len(found[kind]), len(wanted[kind]))):
                counts[kind][place] += number
            if options.errors:
                _tell(row["id"], kind, wanted[kind] - both, found[kind] - both)
    for kind, (right, made, there) in counts.items():
        precision, recall = share(right, made), share(right, there)
        rates = f"precision {precision:.3f} ({right}/{made}) recall {recall:.3f} ({right}/{there})"
        print(f"{options.split} {kind:15} {rates}")


def share(part: int, whole: int) -> float:
    """Return a share of 1; of nothing, all is right."""
    return part / whole if whole else 1.0


def score(split: str, *, fast: bool = True) -> dict[str, float]:
    """Return precision and recall of every kind on one split."""
    counts = {kind: [0, 0, 0] for kind in KINDS}
    for row in rows(split):
        wanted, found = wanted_of(row), found_of(dossier_of(row, fast=fast))
        for kind, numbers in counts.items():
            numbers[0] += len(wanted[kind] & found[kind])
            numbers[1] += len(found[kind])
            numbers[2] += len(wanted[kind])
    return {
        f"{kind} {name}": share(numbers[0], numbers[place])
        for kind, numbers in counts.items()
        for name, place in (("precision", 1), ("recall", 2))
    }


def rows(split: str) -> list[dict[str, Any]]:
    """Return the sets of one split."""
    lines = (GOLD / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def dossier_of(row: Mapping[str, Any], *, fast: bool = True) -> Dossier:
    """Read and weigh the reports of one set with its own actors and issues."""
    packs = packs_of(row)
    articles = [
        Article(
            id=f"{row['id']}-{number}",
            text=f"{one['title']}\n\n{one['text']}",
            title=one["title"],
            outlet=one["outlet"],
            published=dt.date.fromisoformat(one["date"]),
            genre=one.get("genre", "news"),
            regions=_regions(one),
        )
        for number, one in enumerate(row["reports"])
    ]
    readings = list(read_many(articles, packs, annotator=choose_annotator(fast=fast)))
    return weigh(articles, readings, packs.outlets, vocabulary=vocabulary_of(packs))


def packs_of(row: Mapping[str, Any]) -> Packs:
    """Return the general packs with a set's actors and issues added, as a user's pack would add them."""
    packs = load("core", "negotiation")
    actors = msgspec.convert(row["actors"], tuple[PackActor, ...])
    issues = msgspec.convert(row["issues"], tuple[PackIssue, ...])
    digest = hashlib.sha256(json.dumps([packs.digest, row["actors"], row["issues"]]).encode()).hexdigest()[:16]
    return msgspec.structs.replace(
        packs, actors=(*packs.actors, *actors), issues=(*packs.issues, *issues), digest=digest
    )


def wanted_of(row: Mapping[str, Any]) -> Found:
    """Return what a set's gold gives."""
    cells = {(one["party"], one["issue"], one["round"], one["stance"]) for one in row["cells"]}
    relations = {(one["issue"], one["round"], *one["parties"], one["relation"]) for one in row["gaps"]}
    rounds = {(one["day"], one["ordinal"]) for one in row["rounds"]}
    return _all(cells, relations, rounds)


def found_of(dossier: Dossier) -> Found:
    """Return what was found, in the gold's terms."""
    number = {one.id: one.ordinal or -1 for one in dossier.rounds} | {None: 0}
    # A stand on a matter that no pack names is in no cell.
    stands = [one for one in dossier.positions if one.issue != OTHER_MATTERS]
    cells = {(one.party, one.issue, number[one.round], one.stance) for one in stands}
    relations = {
        (one.issue, number[one.round], *sorted(one.parties), one.relation)
        for one in dossier.gaps
        if one.relation != "unknown"
    }
    return _all(cells, relations, {(one.day.isoformat(), one.ordinal) for one in dossier.rounds if one.held})


def _all(cells: set[Key], relations: set[Key], rounds: set[Key]) -> Found:
    firm = {one for one in relations if one[-1] in _FIRM}
    return {"cells": cells, "relations": relations, "firm relations": firm, "rounds": rounds}


def _regions(one: Mapping[str, Any]) -> tuple[Any, ...]:
    from crosswire.model import Region

    title, text = one["title"], one["text"]
    start = len(title) + 2
    return Region(0, len(title), "title"), Region(start, start + len(text), "body")


def _tell(name: str, kind: str, missed: Iterable[object], made_up: Iterable[object]) -> None:
    for mark, items in (("missed", missed), ("made up", made_up)):
        for one in sorted(map(str, items)):
            print(f"{name} {kind} {mark}: {one}")


if __name__ == "__main__":
    main()
