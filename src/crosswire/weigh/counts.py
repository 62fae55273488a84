"""Figure disputes: two amounts of the same thing at the same moment that cannot both be right."""

from collections.abc import Iterator
from math import inf

from crosswire.model import Quantity

from .clashing import COUNTED, is_ahead, is_plain
from .docket import Conflict, Docket, Pair, Stand, within
from .propositions import COMMITTING, EVENTS, Proposition, is_vague, roles_agree, same_act, times_agree
from .scopes import may_be_one, scope_of

# Words two sentences must share, numbers left out, before their figures are of one thing.
SAME_MATTER = 0.45
SHARED = 3
# A toll reported a day later is an update.
SAME_MOMENT = 1
# An event of the past, dated alike by both, whose count no longer grows.
SAME_EVENT = 5
# "About" leaves a tenth either way; two exact figures within 3 % are one rounded twice.
ABOUT = 0.1
ROUNDED = 0.03
# Spans of time and shares describe too many things to be matched by their unit.
_UNITLESS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "%", "time", "age"})
_GROWING = frozenset({"ATTACK", "VIOLATE", "DETAIN", "STATE"})


def find_counts(docket: Docket) -> Iterator[Conflict]:
    """Yield the figure conflicts of a docket."""
    for pair in docket.clashing(COUNTED):
        if pair.one.said.amounts and pair.other.said.amounts and _one_matter(pair, docket):
            ours, theirs = pair.one.said, pair.other.said
            for one, other in _clashes(ours, theirs):
                if not _one_scope(ours, one, theirs, other, docket):
                    continue
                when = ours.when or theirs.when
                unit = one.unit or ""
                yield Conflict("figure", unit, stand_for(pair.one.claim, one), stand_for(pair.other.claim, other), when)


def _one_matter(pair: Pair, docket: Docket) -> bool:
    one, other = pair.one.said, pair.other.said
    return (
        (
            pair.aligned
            or (pair.likeness.jaccard >= SAME_MATTER and pair.likeness.shared >= SHARED)
            or (pair.likeness.telling > 0 and _one_plan(one, other))
        )
        and is_plain(one)
        and is_plain(other)
        and is_ahead(one) == is_ahead(other)
        and (same_act(one.act, other.act) or "STATE" in (one.act, other.act))
        and roles_agree(one, other, docket.sides)
        and _same_moment(one, other)
        and docket.apart(pair.one, pair.other)
    )


def _one_plan(one: Proposition, other: Proposition) -> bool:
    """
    Tell whether two reports both lead with one kind of deed still to be done: "agreed to swap", "to be swapped".

    What two sides are to do next leads no two reports of a day with two meanings; what was done may be done twice.
    """
    if one.opening is None or other.opening is None or not (is_ahead(one) and is_ahead(other)):
        return False
    return _deed(one) == _deed(other) is not None


def _deed(item: Proposition) -> str | None:
    """Return the deed that a statement is about in the end: the swap that was agreed on."""
    deed = item.statement.event or item.act
    return deed if deed in EVENTS and deed not in COMMITTING else None


def _same_moment(one: Proposition, other: Proposition) -> bool:
    if not times_agree(one, other):
        return False
    if within(one, other, SAME_MOMENT):
        return True
    growing = one.act in _GROWING or other.act in _GROWING
    return not growing and one.when is not None and one.when == other.when and within(one, other, SAME_EVENT)


def _clashes(one: Proposition, other: Proposition) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the two figures of each unit that both statements count once, as a whole, and differently."""
    ours, theirs = _wholes(one), _wholes(other)
    for unit in sorted(ours.keys() & theirs.keys()):
        a, b = ours[unit], theirs[unit]
        if len(a) == 1 and len(b) == 1 and not may_both_hold(a[0], b[0]) and not _sum_of(a[0], b[0]):
            yield a[0], b[0]


def _one_scope(ours: Proposition, one: Quantity, theirs: Proposition, other: Quantity, docket: Docket) -> bool:
    """Tell whether two counts of what is done can cover the same; what is still to come is one plan."""
    scopes = [scope_of(item, figure, docket.sides, docket.nations) for item, figure in ((ours, one), (theirs, other))]
    grown = is_update(ours, one, theirs, other)
    if is_ahead(ours) or is_ahead(theirs):
        return not (grown and any(scope is not None and scope.long for scope in scopes))
    if is_vague(one, ours.statement) or is_vague(other, theirs.statement) or grown:
        return False
    return scopes[0] is not None and scopes[1] is not None and may_be_one(scopes[0], scopes[1], ours, theirs)


def is_update(ours: Proposition, one: Quantity, theirs: Proposition, other: Quantity) -> bool:
    """Tell whether the count that came out later is the higher: it went on."""
    if ours.published is None or theirs.published is None or ours.published == theirs.published:
        return False
    earlier, later = (one, other) if ours.published < theirs.published else (other, one)
    return (later.low or later.high or 0) > (earlier.low or earlier.high or 0)


def _sum_of(one: Quantity, other: Quantity) -> bool:
    """Tell whether one counts each side and the other both: 500 each and 1,000 in all."""
    if one.each == other.each:
        return False
    part, total = (one, other) if one.each else (other, one)
    return part.low is not None and total.low is not None and total.low == 2 * part.low


def _wholes(item: Proposition) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for figure in item.statement.figures:
        if figure.unit and figure.unit not in _UNITLESS and not figure.subset:
            found.setdefault(figure.unit, []).append(figure)
    return found


def may_both_hold(one: Quantity, other: Quantity) -> bool:
    """
    Tell whether two amounts can both be true, given "at least", "about" and rounding.

    >>> exact, floor = Quantity("prisoner", 1200, 1200), Quantity("prisoner", 1000, None, "at-least")
    >>> may_both_hold(exact, floor), may_both_hold(exact, Quantity("prisoner", 1000, 1000))
    (True, False)
    """
    low, high = _range(one)
    its_low, its_high = _range(other)
    if low <= its_high and its_low <= high:
        return True
    near, far = (high, its_low) if high < its_low else (its_high, low)
    return far - near <= ROUNDED * abs(far)


def _range(figure: Quantity) -> tuple[float, float]:
    low = figure.low if figure.low is not None else -inf
    high = figure.high if figure.high is not None else inf
    if figure.qualifier == "at-least":
        return low, inf
    if figure.qualifier == "at-most":
        return -inf, high
    if figure.qualifier == "about":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    return low, high


def stand_for(claim: int, figure: Quantity) -> Stand:
    """Return the stand of a claim that gives a figure."""
    return Stand(claim, amount(figure), figure.low, figure.high)


def amount(figure: Quantity) -> str:
    """
    Write an amount as a label.

    >>> amount(Quantity("prisoner", 1000, 1000, "at-least")), amount(Quantity("prisoner", 300, 400, "range"))
    ('at least 1,000', '300-400')
    """
    numbers = [_number(value) for value in (figure.low, figure.high) if value is not None]
    text = "-".join(dict.fromkeys(numbers)) or (figure.formula or "an unstated number")
    lead = {"at-least": "at least ", "at-most": "at most ", "about": "about "}.get(figure.qualifier, "")
    if lead in ("at least ", "at most "):
        text = numbers[0 if figure.qualifier == "at-least" else -1] if numbers else text
    return f"{lead}{text}{' each' if figure.each else ''}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
