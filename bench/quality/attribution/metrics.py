"""The gate's figures of attribution: F1 on PolNeAR dev, as shares."""

from bench import DATA
from bench.quality.attribution import evaluate

INPUTS = (DATA / "polnear" / "dev" / "text", DATA / "polnear" / "dev" / "attributions")
QUICK = True
LOWER: frozenset[str] = frozenset()
_F1 = ("exact source", "exact cue", "exact content", "overlap source", "overlap cue", "overlap content", "linked")
_RIGHT = "right source, content found"


def measure() -> dict[str, float]:
    """Score the shipped rules on dev."""
    scored = evaluate.score((evaluate.crosswire(text), gold) for _, text, gold in evaluate.load("dev"))
    return {f"{name} F1": scored[name][2] / 100 for name in _F1} | {_RIGHT: scored[_RIGHT][0] / 100}
