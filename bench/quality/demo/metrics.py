"""The gate's figures of the demo case: planted items found, kind by kind, and findings nobody planted."""

from bench.quality.demo import evaluate, findings, reports
from bench.quality.demo.case import DEMO, load_case

INPUTS = (DEMO / "truth.json", DEMO / "reports")
QUICK = True
LOWER = frozenset({"disputes not planted", "articles counted under another outlet"})


def measure() -> dict[str, float]:
    """Run the pipeline over the case once, and count what was found; the shares are of the kind's planted items."""
    case = load_case()
    scored = evaluate.score(case)
    found = {kind: sum(not wrong for wrong in items.values()) / max(1, len(items)) for kind, items in scored.items()}
    return found | {
        "disputes not planted": float(len(findings.unplanted_disputes(case))),
        "articles counted under another outlet": float(len(reports.false_folds(case))),
    }
