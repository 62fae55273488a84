"""The gate's figures of checking reports: invented ones on the bundled cases, half of them held back."""

from pathlib import Path

from bench.quality.verify.evaluate import GOLD, HALVES, figures, judged

_EXAMPLES = Path(__file__).resolve().parents[3] / "src/crosswire/examples"
INPUTS = (GOLD, _EXAMPLES / "demo/truth.json", _EXAMPLES / "strike/truth.json")
QUICK = True
LOWER = frozenset(
    f"{half} {name}" for half in HALVES for name in ("true statements accused", "errors called supported")
)


def measure() -> dict[str, float]:
    """Check every report by words alone."""
    return {f"{half} {name}": value for half in HALVES for name, value in figures(judged(half)).items()}
