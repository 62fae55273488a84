"""The gate's figures of claims: relations of the invented pairs, and what the reports of one story share."""

from bench.quality.claims import evaluate, reports

INPUTS = (evaluate.GOLD, evaluate.GOLD.parent / "pack", reports.GOLD)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Relate the pairs of both halves, and align the sentences of the stories of both."""
    figures = {}
    for split in ("dev", "test"):
        found = evaluate.rows(split)
        scored = evaluate.score(found, evaluate.predict(found))
        figures |= {f"{split} {name}": scored[name] for name in ("macro-F1", "contradicts precision", "denies F1")}
        for reader, fast in (("", True), ("joined: ", False)):
            counts, _ = reports.score(split, fast=fast)
            figures[f"{reader}{split} reports precision"] = counts["right"] / max(1, counts["found"])
            figures[f"{reader}{split} reports recall"] = counts["right"] / max(1, counts["wanted"])
    return figures
