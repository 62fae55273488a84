"""
Score every row of the desk on both bundled cases against their truth.json: rounds, positions, gaps and ledgers.

    python -m bench.quality.records.evaluate [--case talks|strike] [--encoder] [--misses]

A cell is right when party, issue, round and stance are; a relation when issue, round, parties and relation are; a
commitment when promisors, deed and count are; an incident when violator, kind and day are. What truth.json calls
`optional` may be read either way and counts for nothing.
"""

import argparse
from collections.abc import Iterator

from bench.quality.demo import positions
from bench.quality.demo.case import CASES, Case, load_case
from bench.quality.ledgers import evaluate as ledgers
from crosswire.read import choose_annotator

Score = tuple[int, int, int]
# What the strike's truth does not record.
_UNPLANTED = {"strike": frozenset({"movements"})}


def read_case(name: str, *, encoder: bool = False) -> Case:
    """Read one of the bundled cases."""
    return load_case(choose_annotator(fast=not encoder), CASES[name])


def score(name: str, case: Case) -> dict[str, Score]:
    """Return right, found and planted of each kind."""
    found = {kind: one for kind, one in positions.scores(case).items() if kind not in _UNPLANTED.get(name, ())}
    counted, _ = ledgers.tally([({"name": name, **case.truth["ledger"]}, case.dossier)])
    for kind in ("commitments", "incidents"):
        found[kind] = (counted[f"{kind} right"], counted[f"{kind} found"], counted[f"{kind} gold"])
    return found


def rates(one: Score) -> tuple[float, float]:
    """Return precision and recall."""
    right, found, planted = one
    return right / max(1, found), right / max(1, planted)


def misses(name: str, case: Case) -> Iterator[str]:
    """Yield everything missed and made up, in words."""
    yield from sorted(
        line for line in positions.problems(case) if line.split()[0] + "s" not in _UNPLANTED.get(name, ())
    )
    yield from ledgers.tally([({"name": name, **case.truth["ledger"]}, case.dossier)])[1]


def main() -> None:
    """Print the table of each case and reader, and the misses when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", choices=sorted(CASES))
    parser.add_argument("--encoder", action="store_true", help="read with the trained encoder")
    parser.add_argument("--misses", action="store_true", help="list what was missed and made up")
    options = parser.parse_args()
    for name in [options.case] if options.case else sorted(CASES):
        case = read_case(name, encoder=options.encoder)
        for kind, one in score(name, case).items():
            precision, recall = rates(one)
            right, found, planted = one
            told = f"precision {precision:.3f} ({right}/{found}) recall {recall:.3f} ({right}/{planted})"
            print(f"{name:7} {kind:15} {told}")
        if options.misses:
            print("\n".join(misses(name, case)))


if __name__ == "__main__":
    main()
