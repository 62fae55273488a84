"""The gate's figures of cites: who is cited in which role, in both halves of the invented passages, read by rules."""

from bench.quality.cites import evaluate
from crosswire.packs import load

INPUTS = (evaluate.GOLD,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read the passages of both halves."""
    packs, figures = load(), {}
    for split in ("dev", "test"):
        scored = evaluate.score([(row, evaluate.predict(row, packs)) for row in evaluate.rows(split)])
        figures |= {f"{split} {name}": scored[name] for name in ("precision", "recall", "F1")}
    return figures
