"""The gate's figures of realis, on the test sentences of our own gold."""

from bench.gold import ACTS
from bench.quality.labels import accuracy, macro_f1
from bench.quality.realis.evaluate import read_pairs
from crosswire.read import choose_annotator

INPUTS = (ACTS,)
QUICK = True
LOWER: frozenset[str] = frozenset()


def measure() -> dict[str, float]:
    """Read every test sentence that tells an act, by rules and (`joined`) by the trained encoder with them."""
    found = {}
    for prefix, reader in (("", choose_annotator(fast=True)), ("joined: ", choose_annotator())):
        pairs = [pair for _, pair in read_pairs("test", reader)]
        found |= {f"{prefix}realis accuracy": accuracy(pairs), f"{prefix}realis macro-F1": macro_f1(pairs)}
    return found
