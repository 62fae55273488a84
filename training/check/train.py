"""
Weigh the measures of support and write `src/crosswire/check/weights.json`.

    python training/check/train.py            # about two minutes on one idle core; the data lies beside the checkout

A logistic model whose weights may only point the way their measure is meant to (more words held, more support), fitted
by projected gradient descent on single statements and, weighing six times as much, on pairs that differ in one
planted error. No dev split is read. The sign rule and the balance of the two were chosen on WiCE dev, QAGS and BUMP.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.quality.check.corpora import appraised
from examples import planted, token_pairs

Matrix = npt.NDArray[np.float64]
OUT = Path(__file__).resolve().parents[2] / "src/crosswire/check/weights.json"
NAMES = (
    "first",
    "held",
    "names",
    "numbers",
    "pairs",
    "together",
    "worst",
    "two",
    "three",
    "longest",
    "slots",
    "turned",
    "quotes",
)
AGAINST = {"worst", "slots", "turned", "quotes"}
SHARE, PAIRS, RIDGE, STEPS = 500.0, 6.0, 2.0, 1500
# A statement is called supported from here on: read on the demo's brief, where .5 lets half-true statements through.
SUPPORTED = 0.5


def main() -> None:
    """Measure, fit, write."""
    rows, labels, weights, pairs = [], [], [], []
    for examples in (list(token_pairs()), list(planted())):
        measured = [(one, found[0].measures) for one, _, found in appraised(examples)]
        vectors = {one.id: np.array([found[name] for name in NAMES]) for one, found in measured}
        counts = {label: sum(one.label is label for one, _ in measured) for label in (True, False)}
        twins: dict[str, dict[bool, list[Matrix]]] = defaultdict(lambda: {True: [], False: []})
        for one, _ in measured:
            rows.append(vectors[one.id])
            labels.append(float(one.label))
            weights.append(SHARE / 2 / counts[one.label])
            twins[one.pair][one.label].append(vectors[one.id])
        pairs += [good - bad for both in twins.values() for good in both[True] for bad in both[False]]
        print(len(measured), "examples", file=sys.stderr)
    x, differences = np.array(rows), np.array(pairs)
    means, spreads = x.mean(axis=0), x.std(axis=0) + 1e-6
    found, bias = fit((x - means) / spreads, np.array(labels), np.array(weights), differences / spreads)
    kept = [at for at in range(len(NAMES)) if abs(found[at]) > 5e-3]
    OUT.write_text(
        json.dumps(
            {
                "names": [NAMES[at] for at in kept],
                "weights": [round(float(found[at]), 4) for at in kept],
                "means": [round(float(means[at]), 4) for at in kept],
                "spreads": [round(float(spreads[at]), 4) for at in kept],
                "bias": round(float(bias), 4),
                "supported": SUPPORTED,
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


def fit(x: Matrix, y: Matrix, weights: Matrix, pairs: Matrix) -> tuple[Matrix, float]:
    """Return the weights, each of the sign it is meant to have, and the bias."""
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in NAMES])
    rows = np.vstack([np.c_[x * signs, np.ones(len(x))], np.c_[pairs * signs, np.zeros(len(pairs))]])
    target = np.r_[y, np.ones(len(pairs))]
    scale = np.r_[weights, np.full(len(pairs), PAIRS * SHARE / len(pairs))]
    ridge = np.r_[np.full(x.shape[1], RIDGE), 0.0]
    step = 1.0 / (np.linalg.norm((rows * (scale / 4)[:, None]).T @ rows, 2) + RIDGE)
    best = ahead = np.zeros(rows.shape[1])
    pace = 1.0
    for _ in range(STEPS):
        slope = rows.T @ (scale * (1 / (1 + np.exp(-rows @ ahead)) - target)) + ridge * ahead
        moved = ahead - step * slope
        moved[:-1] = np.maximum(moved[:-1], 0)
        following = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead, best, pace = moved + (pace - 1) / following * (moved - best), moved, following
    return best[:-1] * signs, float(best[-1])


if __name__ == "__main__":
    main()
