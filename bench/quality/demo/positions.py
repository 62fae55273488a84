"""
Score positions, gaps and rounds on the demo: what was planted of each kind is found, and nothing else is made up.

    python -m bench.quality.demo.positions [--encoder]
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bench.quality.demo.case import CASES, Case, Item, load_case
from crosswire.model import OTHER_MATTERS, Position
from crosswire.read import choose_annotator

FIRM = ("agreed", "opposed")
Score = tuple[int, int, int]
Key = tuple[Any, ...]


def main() -> None:
    """Print precision and recall of each kind, with every miss and everything made up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", action="store_true", help="read with the trained encoder")
    parser.add_argument("--case", choices=sorted(CASES), default="talks")
    options = parser.parse_args()
    case = load_case(choose_annotator(fast=not options.encoder), CASES[options.case])
    for kind, (right, made, there) in scores(case).items():
        precision, recall = right / max(1, made), right / max(1, there)
        print(f"{kind:16} precision {precision:.3f} ({right}/{made}) recall {recall:.3f} ({right}/{there})")
    for line in sorted(problems(case)):
        print(line)


def scores(case: Case) -> dict[str, Score]:
    """Return what is right, found and planted of each kind."""
    cells, gaps, details = _cells(case), _gaps(case), _details(case)
    firm = {key for key in gaps if key[-1] in FIRM}
    wanted = _wanted_gaps(case)
    held = {(one.day.isoformat(), one.ordinal, one.held) for one in case.dossier.rounds}
    rounds = {(one["day"], one["ordinal"], one["held"]) for one in case.truth["rounds"]}
    planted = {key for one in case.truth["rounds"] for key in _planted_details(one)}
    moves, moved = _moves(case), _wanted_moves(case)
    return {
        "cells": (
            len(_found_cells(case)),
            len(cells.keys() - _open(case.truth["cells"], _keys)),
            len(_asked(case.truth["cells"])),
        ),
        "relations": _score(gaps, wanted),
        "firm relations": _score(firm, {key for key in wanted if key[-1] in FIRM}),
        "movements": (len(moves & moved), len(moves), len(moved)),
        "rounds": _score(held, rounds),
        "round details": _score(details, planted),
    }


def problems(case: Case) -> Iterator[str]:
    """Yield every planted item that is not found, and everything found that is not planted."""
    found = _found_cells(case)
    for number, item in enumerate(case.truth["cells"]):
        if number not in found and not item.get("optional"):
            yield f"cell missed: {item['party']} {item['issue']} {item['round']} {item['stance']}: {item['quote'][:60]}"
    planted = {key for item in case.truth["cells"] for key in _keys(item)}
    for key, position in _cells(case).items():
        if key not in planted:
            yield f"cell made up: {' '.join(map(str, key))}: {position.evidence[0].quote[:80]}"
    pairs = (
        ("relation", _wanted_gaps(case), _gaps(case)),
        ("movement", _wanted_moves(case), _moves(case)),
        ("detail", {k for one in case.truth["rounds"] for k in _planted_details(one)}, _details(case)),
    )
    for kind, wanted, got in pairs:
        yield from (f"{kind} missed: {' '.join(map(str, key))}" for key in wanted - got)
        yield from (f"{kind} made up: {' '.join(map(str, key))}" for key in got - wanted)


def _score(found: set[Key], wanted: set[Key]) -> Score:
    return len(found & wanted), len(found), len(wanted)


def _number(case: Case) -> Mapping[str | None, int]:
    return {one.id: one.ordinal or -1 for one in case.dossier.rounds} | {None: 0}


def _cells(case: Case) -> dict[Key, Position]:
    number = _number(case)
    stands = (one for one in case.dossier.positions if one.issue != OTHER_MATTERS)
    return {(one.party, one.issue, number[one.round], one.stance): one for one in stands}


def _keys(item: Item) -> list[Key]:
    stances: Sequence[str] = [item["stance"], *item.get("or", ())]
    return [(item["party"], item["issue"], item["round"], stance) for stance in stances]


def _found_cells(case: Case) -> set[int]:
    """Return the places of planted cells that are found; a position's evidence need not be the planted words."""
    cells = _cells(case)
    asked = ((at, item) for at, item in enumerate(case.truth["cells"]) if not item.get("optional"))
    return {at for at, item in asked if any(key in cells for key in _keys(item))}


def _asked(items: Sequence[Item]) -> list[Item]:
    """Return what must be found: an `optional` item may be read either way, and counts for nothing."""
    return [one for one in items if not one.get("optional")]


def _open(items: Sequence[Item], keys: Callable[[Item], Sequence[Key]]) -> set[Key]:
    """Return the keys that only optional items have: finding them is neither right nor wrong."""
    asked = {key for item in _asked(items) for key in keys(item)}
    return {key for item in items for key in keys(item)} - asked


def _gaps(case: Case) -> set[Key]:
    number = _number(case)
    found = (gap for gap in case.dossier.gaps if gap.relation != "unknown")
    told = {(number[gap.round], gap.issue, *sorted(gap.parties), gap.relation) for gap in found}
    return told - _open(case.truth["gaps"], _gap_keys)


def _wanted_gaps(case: Case) -> set[Key]:
    told = (one for one in _asked(case.truth["gaps"]) if one["relation"] != "unknown")
    return {key for one in told for key in _gap_keys(one)}


def _gap_keys(one: Item) -> list[Key]:
    return [(one["round"], one["issue"], *one["parties"], one["relation"])]


def _moves(case: Case) -> set[Key]:
    number = _number(case)
    return {(number[g.round], g.issue, m.party, m.shift) for g in case.dossier.gaps for m in g.movements}


def _wanted_moves(case: Case) -> set[Key]:
    told = [(one, one.get("moved", {})) for one in case.truth["gaps"]]
    return {(one["round"], one["issue"], who, how) for one, moved in told for who, how in moved.items()}


def _details(case: Case) -> set[Key]:
    return {(one.day.isoformat(), d.kind, d.value) for one in case.dossier.rounds for d in one.details}


def _planted_details(item: Item) -> Iterator[Key]:
    for one in item["details"]:
        yield item["day"], one["kind"], one["value"]


if __name__ == "__main__":
    main()
