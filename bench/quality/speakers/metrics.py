"""The gate's figures of speakers: BASIL's report half, and whom pronouns that speak mean."""

from collections import Counter

from bench.quality.speakers import evaluate, pronouns

INPUTS = (evaluate.SOURCE, pronouns.POLNEAR, pronouns.GOLD)
QUICK = True
LOWER: frozenset[str] = frozenset({"pronouns taken for another"})


def measure() -> dict[str, float]:
    """Score the shipped rules."""
    right = total = 0.0
    for story in evaluate.load():
        if story.half == "report" and story.quoted:
            one, all_ = evaluate.counts(evaluate.judge(story))
            right, total = right + one, total + all_
    states = Counter(row.state for rows in pronouns.verdicts().values() for row in rows)
    return {
        "direct quotes, right speaker": right / total,
        "pronouns right": states["right"] / states.total(),
        "pronouns taken for another": float(states["wrong"]),
    }
