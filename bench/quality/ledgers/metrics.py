"""The gate's figures of the ledgers: rows found and invented, and fields, over the gold and the demo case."""

from bench.quality.demo.case import DEMO
from bench.quality.ledgers.evaluate import GOLD, score

INPUTS = (GOLD, DEMO / "reports")
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read and weigh every report set, each half by itself."""
    return {f"{split} {name}": value for split in ("dev", "test", "demo") for name, value in score(split)[0].items()}
