"""The gate's figures of relations between statements: the test half of the invented pairs."""

from bench.quality.claims import evaluate

INPUTS = (evaluate.GOLD, evaluate.GOLD.parent / "pack")
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Relate the pairs of both halves."""
    figures = {}
    for split in ("dev", "test"):
        found = evaluate.rows(split)
        scored = evaluate.score(found, evaluate.predict(found))
        figures |= {f"{split} {name}": scored[name] for name in ("macro-F1", "contradicts precision", "denies F1")}
    return figures
