"""The gate's figures of the ledgers: rows found and invented, and fields, over both halves of the gold."""

from bench.quality.ledgers.evaluate import GOLD, score

INPUTS = (GOLD,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read and weigh every report set, each half by itself."""
    return {f"{split} {name}": value for split in ("dev", "test") for name, value in score(split)[0].items()}
