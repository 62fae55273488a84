"""
In what two wordings may clash: told of each pair once, so that no finder of conflicts looks at those of another kind.

What is asked here is of the two wordings alone, and no more than each finder asks for, too.
"""

from .marks import DEEDS
from .propositions import COMMITTING, EVENTS, Proposition, same_act

# The kinds of clash a pair may be of; one of no kind is looked at by nobody.
COUNTED, DENIED, BLAMED, DATED = 1, 2, 4, 8
ANYHOW = COUNTED | DENIED | BLAMED | DATED
# What is asked for is not what was got.
_WISHED = frozenset({"DEMAND", "APPEAL", "CONDITION", "THREATEN"})


def clashes_of(one: Proposition, other: Proposition) -> int:
    """Return the kinds of clash that two wordings may be of, added up."""
    found = 0
    if one.amounts and other.amounts and _count_alike(one, other):
        found |= COUNTED
    if _denies(one, other) or _denies(other, one) or _contradict(one, other):
        found |= DENIED
    if one.act == other.act in EVENTS:
        if one.act in DEEDS and one.agent is not None and other.agent is not None and one.agent != other.agent:
            found |= BLAMED
        ours, theirs = one.when, other.when
        if ours is not None and theirs is not None and (ours.last < theirs.first or theirs.last < ours.first):
            found |= DATED
    return found


def is_plain(item: Proposition) -> bool:
    """Tell whether what is counted is told as so, or as to come, and not asked for."""
    settled = item.realis == "actual" or (item.realis == "future" and item.act not in _WISHED)
    return settled and not item.negated and not item.statement.opinion


def is_ahead(item: Proposition) -> bool:
    """Tell whether what is counted is still to come: promised, agreed, planned."""
    return item.realis == "future" or item.act in COMMITTING or item.statement.act in COMMITTING


def _count_alike(one: Proposition, other: Proposition) -> bool:
    """Tell whether both tell of a count of one thing, and not of the same count."""
    acts = same_act(one.act, other.act) or "STATE" in (one.act, other.act)
    if not (acts and is_plain(one) and is_plain(other) and is_ahead(one) == is_ahead(other)):
        return False
    return any(
        ours.unit == theirs.unit and ours.unit and (ours.low, ours.high) != (theirs.low, theirs.high)
        for ours in one.statement.figures
        for theirs in other.statement.figures
    )


def _denies(claim: Proposition, denial: Proposition) -> bool:
    """Tell whether the one may deny what the other tells of."""
    return denial.act == "DENY" and claim.act != "DENY" and not claim.negated


def _contradict(one: Proposition, other: Proposition) -> bool:
    """Tell whether one act is told of with and without a "not"."""
    return one.negated != other.negated and one.act == other.act not in ("STATE", "DENY")
