"""Tell whether two statements report one event in other words: by structure, and the words of the main clause."""

from .likeness import NOTHING, Likeness, compare
from .propositions import EVENTS, JOINT, VAGUE, Lens, Proposition, same_act

# What speaks for one event, in points; read by eye over pairs of BASIL leads and the demo case.
SAME_ACT, SAME_AMOUNT, SAME_DAY, SAME_PARTY, BOTH_LEAD, FULL = 0.1, 0.32, 0.1, 0.06, 0.2, 0.14
# Two sides strike one bargain a day on one matter: what else the sentences tell counts less.
SAME_BARGAIN = 0.26
NEEDED = 0.55
# Opening sentences at least this alike tell of the same news.
SAME_STORY = 0.11
# ... and two parts of them of the same of it, when this share of the shorter main clause is common.
SAME_PART = 0.35
# A "not" in one of the two only.
OTHER_SIGN = 0.1
# Both count something and no number is common: an update, or another event.
OTHER_COUNTS = 0.15
# Long sentences share much and differ in more: each word above two that two openings share adds this, up to a limit.
LEAD_WORD, LEADING = 0.1, 0.45
# What the weighted Jaccard of the wordings and the share of the shorter main clause that is common count for.
OVERLAP, INSIDE = 0.6, 0.35
# With no amount and no day shared, act and parties cannot make up for less overlap than this: most pairs end here.
HOPELESS = NEEDED - SAME_ACT - 2 * SAME_PARTY - 0.01
# A main clause of fewer words than this is a fragment, which stands in many a sentence.
WHOLE = 5
# Words besides names that must be common whatever the structure; with an amount or a day shared one is enough.
TELLING, TELLING_STRUCTURED = 3, 1
# An amount of one thing by one act on one day needs no more words.
AMPLE = 4
# A headline and a sentence of another report that take one stand of one side are one in so much of their words.
ONE_STAND = 0.5
TELLING_AMOUNT = 10
# Such an amount is seldom of two things in the news of one event: told by one voice or two narrators, it adds this.
LARGE, SAME_LARGE = 1000, 0.08
# Two quotations are one only when worded alike.
_QUOTED = frozenset({"direct", "mixed"})
# Spans of time and shares are counted everywhere.
LOOSE = frozenset({"day", "week", "month", "year", "hour", "minute", "%", "time", "person", "side"})


def event_margin(one: Proposition, other: Proposition, likeness: Likeness, lens: Lens) -> float:
    """
    Return by how much the evidence for one event exceeds what is needed; negative for "no".

    Contradictions are `may_agree`'s business. Two statements of one article, two quotations and an author's opinions
    are never one event by this.
    """
    if not _comparable(one, other):
        return -1.0
    amount, day = shares_amount(one, other), _same_day(one, other)
    structure = _structure(one, other, amount=amount, day=day)
    least = 0 if structure >= AMPLE else TELLING_STRUCTURED if structure >= 2 else TELLING
    if one.opening and other.opening:
        least = min(least, 2)
    if likeness.telling < least:
        return -1.0
    core = compare(one.core, other.core, lens.weights)
    opening = _openings(one, other, lens)
    overlap = max(core.jaccard, likeness.jaccard, opening.jaccard)
    if not (amount or day) and opening is NOTHING and OVERLAP * overlap + INSIDE * core.inside < HOPELESS:
        return -1.0
    score = OVERLAP * overlap + INSIDE * core.inside * _body(one, other)
    if opening.jaccard >= SAME_STORY and core.inside >= SAME_PART:
        score += min(LEADING, max(BOTH_LEAD, LEAD_WORD * (opening.telling - 2)))
    if one.act == other.act != "STATE":
        score += SAME_ACT
    elif same_act(one.act, other.act):
        score += SAME_ACT / 2
    score += _points(one, other, amount=amount, day=day)
    return score - NEEDED - OTHER_SIGN * (one.nots != other.nots) - OTHER_COUNTS * _count_apart(one, other)


def heads_detail(one: Proposition, other: Proposition, likeness: Likeness) -> bool:
    """
    Tell whether one is a headline and the other a detail of another report.

    A few words of a headline are no second witness to a long sentence; one telling amount is, and one side's stand in
    half the words.
    """
    apart = one.family != other.family and None in (one.opening, other.opening)
    if not apart or one.statement.headline == other.statement.headline or shares_amount(one, other):
        return False
    one_stand = one.act == other.act != "STATE" and one.agent == other.agent is not None
    return not (one_stand and likeness.jaccard >= ONE_STAND)


def _headed(one: Proposition, other: Proposition) -> bool:
    """Tell whether one is the headline over the other's opening: the same news twice, from one hand."""
    ours, theirs = one.statement, other.statement
    opened = one.opening is not None and other.opening is not None
    return ours.article == theirs.article and ours.headline != theirs.headline and opened


def _body(one: Proposition, other: Proposition) -> float:
    """Return how much of a clause the shorter core is, up to 1."""
    return min(1.0, min(len(one.core.telling), len(other.core.telling)) / WHOLE)


def _comparable(one: Proposition, other: Proposition) -> bool:
    ours, theirs = one.statement, other.statement
    return (
        (one.family != other.family or _headed(one, other))
        and not (ours.mode in _QUOTED and theirs.mode in _QUOTED)
        and not (ours.opinion or theirs.opinion)
    )


def _structure(one: Proposition, other: Proposition, *, amount: bool, day: bool) -> int:
    """Count the kinds of structure the two share: amounts (twice), the day, the act, two parties."""
    return 2 * amount + day + (one.act == other.act and one.act in EVENTS) + (len(one.parties & other.parties) > 1)


def _points(one: Proposition, other: Proposition, *, amount: bool, day: bool) -> float:
    parties = min(2, len(one.parties & other.parties))
    # Who did it together with whom on that day, or how many that day, leaves little room for a second event.
    full = day and one.act == other.act and (amount or (one.act in JOINT and parties == 2))
    bargain = SAME_BARGAIN * same_bargain(one, other)
    large = amount and one.statement.speaker == other.statement.speaker and shares_amount(one, other, least=LARGE)
    return SAME_LARGE * large + SAME_AMOUNT * amount + SAME_DAY * day + SAME_PARTY * parties + FULL * full + bargain


def same_bargain(one: Proposition, other: Proposition) -> bool:
    """Tell whether both say that something was agreed on one day, and one is on no issue that the other is not on."""
    if one.act != "AGREE_JOINT" or other.act != "AGREE_JOINT" or not _same_day(one, other):
        return False
    ours, theirs = frozenset(one.statement.issues), frozenset(other.statement.issues)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours) and not _count_apart(one, other)


def _openings(one: Proposition, other: Proposition, lens: Lens) -> Likeness:
    """Return how alike the opening sentences are in which both stand; not at all when either stands elsewhere."""
    if one.opening is None or other.opening is None:
        return NOTHING
    return compare(one.opening, other.opening, lens.weights)


def shares_amount(one: Proposition, other: Proposition, *, least: float = TELLING_AMOUNT) -> bool:
    """
    Tell whether the two give one telling amount of one thing; a bare number may be of anything.

    Amounts under `TELLING_AMOUNT` stand everywhere ("two men", "three days").
    """
    if not one.amounts or not other.amounts:
        return False
    return any(
        VAGUE not in (bound, its_bound)
        and (low == its_low and high == its_high and (low or high or 0) >= least and (low == high or least < LARGE))
        for unit, values in one.amounts.items()
        for its_unit, its_values in other.amounts.items()
        if (unit == its_unit or None in (unit, its_unit)) and not {unit, its_unit} & LOOSE
        for low, high, bound in values
        for its_low, its_high, its_bound in its_values
    )


def _count_apart(one: Proposition, other: Proposition) -> bool:
    """Tell whether both give numbers, of whatever, and none is common."""
    return bool(one.counts and other.counts) and one.counts.isdisjoint(other.counts)


def _same_day(one: Proposition, other: Proposition) -> bool:
    ours, theirs = one.day, other.day
    return bool(ours and theirs and ours.first == theirs.first and ours.last == theirs.last)
