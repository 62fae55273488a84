"""The gate's figures of the desk on sets written blind: two of its development sets, and the third test."""

from bench.quality.desk.evaluate import GOLD, score
from bench.quality.positions.evaluate import share

SPLITS = ("dev3", "dev5", "test3")
INPUTS = tuple(GOLD / f"{split}.jsonl" for split in SPLITS)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read and weigh every set by rules alone."""
    found: dict[str, float] = {}
    for split in SPLITS:
        for kind, (right, made, there) in score(split)[0].items():
            found[f"{split} {kind} precision"] = share(right, made)
            found[f"{split} {kind} recall"] = share(right, there)
    return found
