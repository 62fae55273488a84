"""The gate's figures of counted quantities, on the test sentences of our own gold."""

from bench.gold import FIGURES, figure_rows
from bench.peers.intervals import f1
from bench.quality.figures.evaluate import judge, right

INPUTS = (FIGURES,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read every test sentence alone."""
    judged = judge(figure_rows("test"))
    exact, found, wanted = (sum(one.counts[place] for one in judged) for place in range(3))
    return {"exact F1": f1((exact, found, wanted)), "sentences right": sum(map(right, judged)) / len(judged)}
