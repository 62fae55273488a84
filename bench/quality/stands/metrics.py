"""The gate's figures of stands by sentence on the file that no training saw."""

from bench.quality.stands.corpus import GOLD
from bench.quality.stands.evaluate import score

INPUTS = (GOLD / "test.txt",)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read every report by rules alone, and with the encoder."""
    found: dict[str, float] = {}
    for name, fast in (("rules", True), ("encoder", False)):
        figures, _ = score("test", fast=fast)
        found |= {f"{name} {kind}": value for kind, value in figures.items()}
    return found
