"""The gate's figures of PLOVER roots."""

from bench.quality.labels import accuracy, macro_f1
from bench.quality.plover.evaluate import DATA, read_pairs

INPUTS = (DATA,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read every relation."""
    pairs = [pair for _, pair in read_pairs()]
    return {"root accuracy": accuracy(pairs), "root macro-F1": macro_f1(pairs)}
