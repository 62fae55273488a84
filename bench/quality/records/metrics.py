"""The gate's figures of the desk on both bundled cases, by rules and with the trained encoder."""

from bench.quality.demo.case import CASES
from bench.quality.records.evaluate import rates, read_case, score

INPUTS = tuple(folder / part for folder in CASES.values() for part in ("truth.json", "reports"))
# The trained encoder reads both cases.
QUICK = False
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read and weigh each case with each reader."""
    found: dict[str, float] = {}
    for reader in ("rules", "encoder"):
        for name in sorted(CASES):
            for kind, one in score(name, read_case(name, encoder=reader == "encoder")).items():
                found[f"{name} {reader} {kind} precision"], found[f"{name} {reader} {kind} recall"] = rates(one)
    return found
