"""Whether two stands can meet at all: taken in one time, and as a bid and its answer, not the other way round."""

from collections.abc import Iterable

from crosswire.model import Position

from .linked import Linked
from .propositions import SPEECH_GAP

_PUTS = frozenset({"demand", "offer", "condition"})
# Where no round parts the time, a stand of two months ago is seldom what the other side answers today.
_LONG = 45
# Days within which two sides take one plan.
_TOGETHER = 3


def may_meet(one: Position, other: Position, link: Linked) -> bool:
    """
    Tell whether one of two linked stands can speak to the other.

    A yes given before the bid was put is to another bid, and so is a refusal of one thing; a red line drawn long before
    still stands. What was read as the answer to the other, or done together, needs no such check. To keep a promise or
    to go on is no bid that the other side takes up or turns down, unless it says so.
    """
    if link.joint:
        return True
    promised = "PROMISE" in (one.act, other.act) and (one.act == other.act or _answers(one) or _answers(other))
    # Without rounds, what one side says the other wants may be of any time.
    hearsay = one.round is None and "other_party" in (one.stated_by, other.stated_by)
    if (promised or hearsay) and not link.direct:
        return False
    if one.day is None or other.day is None:
        return True
    if abs((one.day - other.day).days) > _LONG and not link.direct:
        return False
    if one.stance == other.stance == "accept" and abs((one.day - other.day).days) > _TOGETHER:
        return False  # each took something, and on its own day
    return not (_answered_early(one, other) or _answered_early(other, one))


def has_come_apart(one: Position, other: Position, held: Iterable[Position]) -> bool:
    """
    Tell whether a side has refused, demanded or set terms on the issue since the two agreed: then they agree no more.

    `held` are all positions that the two take on the issue in the round.
    """
    days = [each.day for each in (one, other) if each.day is not None]
    if not days:
        return False
    late = max(days)
    return any(
        each.day is not None
        and each.day > late
        and each.stance not in ("accept", "offer")
        and each.id not in _ids(one, other)
        for each in held
    )


def _answers(one: Position) -> bool:
    return one.stance == "accept" or one.act == "REJECT"


def _answered_early(answer: Position, bid: Position) -> bool:
    """Tell whether a yes or a no was given days before the bid that it is held against, as other reports tell."""
    # A report that tells of both seldom dates the bid.
    if answer.evidence[0].article == bid.evidence[0].article:
        return False
    # A refusal stands through its round, in which the other side holds to its bid.
    if answer.stance != "accept" and answer.round is not None and answer.round == bid.round:
        return False
    if not _answers(answer) or bid.stance not in _PUTS or answer.day is None or bid.day is None:
        return False
    return (bid.day - answer.day).days > (0 if answer.stance == "accept" else SPEECH_GAP)


def _ids(*positions: Position) -> frozenset[str]:
    return frozenset(one.id for one in positions)
