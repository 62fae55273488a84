"""The gate's figures of timelines: Timeline17's open topics, at the gold's length."""

from bench.quality.timelines import evaluate
from bench.quality.timelines.corpus import DEV, T17, TEST

INPUTS = tuple(T17 / name for name in (*TEST, *DEV))
QUICK = False
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read and weigh every gold timeline's reports by rules alone, and let the assessment choose days and lines."""
    found = evaluate.run((*TEST, *DEV), peers=False)[evaluate.SYSTEMS[0]]
    each = {f"Date-F1 {name}": evaluate.mean(found, "date_f1", topics=(name,)) for name in (*TEST, *DEV)}
    return {"Date-F1": evaluate.mean(found, "date_f1"), "AR-1 F1": evaluate.mean(found, "ar1"), **each}
