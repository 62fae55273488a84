"""The gate's figures of near-copies: pairs folded, passages told apart, speeches not taken for copies."""

import json

from bench.quality.copies import evaluate, spans

INPUTS = (evaluate.DATA, spans.QUOTATIONS)
QUICK = True
LOWER = frozenset({"embed folded", "links by quotation alone"})


def measure() -> dict[str, float]:
    """Fold the planted set with the product's own code."""
    rows = [json.loads(line) for line in evaluate.DATA.read_text(encoding="utf-8").splitlines()]
    clusters = evaluate.crosswire(rows)
    scored, characters = evaluate.score(rows, clusters), spans.span_scores(rows)
    paragraphs = spans.paragraph_scores(rows)
    embedded = evaluate.by_operation(rows, clusters)["embed"].partition("/")[0]
    return {
        "pair precision": scored["P"],
        "pair recall": scored["R"],
        "pair F1": scored["F1"],
        "embed folded": float(embedded),
        "copied characters F1": characters["F1"],
        "embedded paragraphs precision": paragraphs["P"],
        "embedded paragraphs recall": paragraphs["R"],
        "links by quotation alone": float(spans.quotation_links()),
    }
