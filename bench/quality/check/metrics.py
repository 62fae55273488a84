"""The gate's figures of checking a report: support on WiCE, QAGS and BUMP, and errors planted in the demo."""

from pathlib import Path

from bench.quality.check import evaluate, swaps
from bench.quality.check.corpora import DATA

INPUTS = (
    DATA / "wice-claim/dev.jsonl",
    DATA / "qags/mturk_cnndm.jsonl",
    DATA / "bump/task1_dataset.json",
    Path(__file__).resolve().parents[3] / "src/crosswire/examples/demo/truth.json",
)
QUICK = False
LOWER = frozenset({"typographic changes flagged", "right speakers flagged"})


def measure() -> dict[str, float]:
    """Check the claims of the corpora and the planted errors with the product's own code."""
    return {**evaluate.measure(), **swaps.measure()}
