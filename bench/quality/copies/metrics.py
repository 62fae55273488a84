"""The gate's figures of folding near-copies: pairs of wirecopy-planted, and articles folded that only paste a part."""

import json

from bench.quality.copies import evaluate

INPUTS = (evaluate.DATA,)
QUICK = True
LOWER = frozenset({"embed folded"})


def measure() -> dict[str, float]:
    """Fold the planted set with the product's own code."""
    rows = [json.loads(line) for line in evaluate.DATA.read_text(encoding="utf-8").splitlines()]
    clusters = evaluate.crosswire(rows)
    scored = evaluate.score(rows, clusters)
    embedded = evaluate.by_operation(rows, clusters)["embed"].partition("/")[0]
    return {"pair precision": scored["P"], "pair recall": scored["R"], "pair F1": scored["F1"]} | {
        "embed folded": float(embedded)
    }
