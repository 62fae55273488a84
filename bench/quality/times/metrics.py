"""The gate's figures of time expressions: F1 on the held-out fifth of TempEval-3's TBAQ."""

from bench.peers.intervals import f1
from bench.quality.times import evaluate

INPUTS = (evaluate.CORPUS,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Score the shipped finder on the documents that no rule was tuned on."""
    units = [
        evaluate.counts(evaluate.matched(one.gold, evaluate.crosswire(one))) for one in evaluate.load() if one.held_out
    ]
    return {
        f"{name} F1": f1(
            (sum(u[name][0] for u in units), sum(u[name][1] for u in units), sum(u[name][2] for u in units))
        )
        for name in evaluate.MEASURES
    }
