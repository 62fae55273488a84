"""The gate's figures of speakers: BASIL's report half, and whom pronouns that speak mean."""

from collections import Counter

from bench.quality.speakers import evaluate, pronouns

INPUTS = (evaluate.SOURCE, pronouns.POLNEAR, pronouns.GOLD)
QUICK = True
LOWER: frozenset[str] = frozenset({"pronouns taken for another", "joined: pronouns taken for another"})


def measure() -> dict[str, float]:
    """Score the rules alone, and joined with the encoder."""
    found: dict[str, float] = {}
    for prefix, fast in (("", True), ("joined: ", False)):
        right = total = 0.0
        for story in evaluate.load():
            if story.half == "report" and story.quoted:
                one, all_ = evaluate.counts(evaluate.judge(story, fast=fast))
                right, total = right + one, total + all_
        states = Counter(row.state for rows in pronouns.verdicts(fast=fast).values() for row in rows)
        found[f"{prefix}direct quotes, right speaker"] = right / total
        found[f"{prefix}pronouns right"] = states["right"] / states.total()
        found[f"{prefix}pronouns taken for another"] = float(states["wrong"])
    return found
