"""
Score positions, gaps, rounds and both ledgers on the sets of `bench/gold/desk`, which were written blind.

    python -m bench.quality.desk.evaluate [dev2|dev3|dev4|dev5|dev6|test3|test6] [--encoder] [--errors]

`--errors` is for the dev sets: of the test only totals may be looked at.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from bench.quality.ledgers import evaluate as ledgers
from bench.quality.positions import evaluate as positions
from crosswire.model import Dossier

GOLD = Path(__file__).resolve().parents[2] / "gold" / "desk"
KINDS = (*positions.KINDS, "round details")
_DETAILS = ("venue", "mediator")


def rows(split: str) -> list[dict[str, Any]]:
    """Return the sets of one split."""
    return [json.loads(line) for line in (GOLD / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()]


def score(split: str, *, fast: bool = True) -> tuple[dict[str, tuple[int, int, int]], dict[str, float], list[str]]:
    """Return right, found and wanted of every kind, the ledgers' shares, and every miss in words."""
    counts = {kind: [0, 0, 0] for kind in KINDS}
    misses, read = [], []
    for row in rows(split):
        dossier = positions.dossier_of(row, fast=fast)
        read.append(({**row, "name": row["id"]}, dossier))
        wanted, found = positions.wanted_of(row), positions.found_of(dossier)
        wanted["round details"], found["round details"] = _wanted_details(row), _details_of(dossier)
        for kind in KINDS:
            both = wanted[kind] & found[kind]
            for place, number in enumerate((len(both), len(found[kind]), len(wanted[kind]))):
                counts[kind][place] += number
            misses += [f"{row['id']} {kind} MISSED {one}" for one in sorted(map(str, wanted[kind] - both))]
            misses += [f"{row['id']} {kind} INVENTED {one}" for one in sorted(map(str, found[kind] - both))]
    counted, told = ledgers.tally(read)
    for kind in ("commitments", "incidents"):
        counts[kind] = [counted[f"{kind} {name}"] for name in ("right", "found", "gold")]
    fields = {name: share for name, share in ledgers.shares_of(counted).items() if name.split()[-1] not in _RATES}
    return {kind: (one[0], one[1], one[2]) for kind, one in counts.items()}, fields, misses + told


_RATES = ("precision", "recall")


def _wanted_details(row: dict[str, Any]) -> set[positions.Key]:
    return {
        (one["ordinal"], kind, one[kind].lower()) for one in row["rounds"] for kind in _DETAILS if one[kind] is not None
    }


def _details_of(dossier: Dossier) -> set[positions.Key]:
    found: set[positions.Key] = set()
    names = {actor.id: actor.name for actor in dossier.actors}
    for one in dossier.rounds:
        if one.held and one.venue:
            found.add((one.ordinal, "venue", names.get(one.venue, one.venue).lower()))
        found |= {(one.ordinal, "mediator", it.value.lower()) for it in one.details if it.kind == "mediator"}
    return found


def main() -> None:
    """Print the table of one split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "split", nargs="?", default="dev2", choices=["dev2", "dev3", "dev4", "dev5", "dev6", "test3", "test6"]
    )
    parser.add_argument("--errors", action="store_true", help="list what was missed and made up (dev sets only)")
    parser.add_argument("--encoder", action="store_true", help="read with the trained encoder")
    options = parser.parse_args()
    counts, fields, misses = score(options.split, fast=not options.encoder)
    for kind, (right, made, there) in counts.items():
        precision, recall = positions.share(right, made), positions.share(right, there)
        rates = f"precision {precision:.3f} ({right}/{made}) recall {recall:.3f} ({right}/{there})"
        print(f"{options.split} {kind:15} {rates}")
    for name, rate in fields.items():
        print(f"{options.split} {name:26} {rate:.3f}")
    if options.errors and options.split.startswith("dev"):
        print("\n".join(misses))


if __name__ == "__main__":
    main()
