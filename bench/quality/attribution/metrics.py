"""The gate's figures of attribution: F1 on PolNeAR dev, as shares."""

from bench import DATA
from bench.quality.attribution import evaluate

INPUTS = (DATA / "polnear" / "dev" / "text", DATA / "polnear" / "dev" / "attributions")
QUICK = True
LOWER: frozenset[str] = frozenset()
_F1 = ("exact source", "exact cue", "exact content", "overlap source", "overlap cue", "overlap content", "linked")
_RIGHT = "right source, content found"


def measure() -> dict[str, float]:
    """Score the rules alone, and joined with the encoder, on dev."""
    rows = evaluate.load("dev")
    found: dict[str, float] = {}
    for prefix, system in (("", evaluate.crosswire), ("joined: ", evaluate.joined)):
        scored = evaluate.score((system(text), gold) for _, text, gold in rows)
        found |= {f"{prefix}{name} F1": scored[name][2] / 100 for name in _F1}
        found[prefix + _RIGHT] = scored[_RIGHT][0] / 100
    return found
