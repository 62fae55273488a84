"""The gate's figures of positions, gaps and rounds: the half of the gold that no rule was written on."""

from bench.quality.positions.evaluate import GOLD, score

INPUTS = (GOLD / "dev.jsonl", GOLD / "test.jsonl")
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read and weigh every set by rules alone."""
    return {f"{split} {name}": value for split in ("dev", "test") for name, value in score(split).items()}
