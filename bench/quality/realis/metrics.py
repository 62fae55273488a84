"""The gate's figures of realis, on the test sentences of our own gold."""

from bench.gold import ACTS
from bench.quality.labels import accuracy, macro_f1
from bench.quality.realis.evaluate import read_pairs

INPUTS = (ACTS,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read every test sentence that tells an act."""
    pairs = [pair for _, pair in read_pairs("test")]
    return {"realis accuracy": accuracy(pairs), "realis macro-F1": macro_f1(pairs)}
