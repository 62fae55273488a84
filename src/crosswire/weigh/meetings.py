"""Reports of one meeting that share few words: the same appointment, or talks of the same length."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from crosswire.model import Statement

from .propositions import Lens, Proposition
from .sides import Sides

# A length in these units tells two meetings of a day apart as little else does; days and weeks stand everywhere.
_CLOCKED = frozenset({"hour", "minute"})
# Days between two undated reports of how long one meeting took.
_FRESH = 1
# Sides two reports must both speak of when the sentences do not name who meets.
_BETWEEN = 2


def find_casts(statements: Iterable[Statement], sides: Sides) -> Mapping[str, frozenset[str]]:
    """Return the sides that each article which tells of a meeting speaks of."""
    everything = list(statements)
    telling = {said.article for said in everything if "MEET" in (said.act, said.event)}
    found: dict[str, set[str]] = defaultdict(set)
    for said in everything:
        if said.article in telling:
            found[said.article].update(said.actors)
    return {article: cast_of(actors, sides) for article, actors in found.items()}


def cast_of(actors: Iterable[str], sides: Sides) -> frozenset[str]:
    """Return the sides that actors are of, places and outlets left out."""
    return frozenset(map(sides.of, sides.parties(*actors)))


def meeting_marks(item: Proposition) -> list[tuple[Hashable, ...]]:
    """Return what stands for the shared words of two reports of one meeting: its day to come, or its length."""
    if item.act != "MEET" or item.negated:
        return []
    day, length = _appointed(item), _length(item)
    marks: list[tuple[Hashable, ...]] = []
    if day is not None:
        marks += [("appointed", day, 0), ("appointed", day, 1)]
    if length is not None:
        marks += [("length", *length, 0), ("length", *length, 1)]
    return marks


def same_meeting(one: Proposition, other: Proposition, lens: Lens) -> bool:
    """
    Tell whether both announce a meeting for one day, or say of one held that it took so long, and nothing parts them.

    "The next round is set for June 10", "The envoys meet again on June 10": who meets is often left to the rest of the
    report, so the reports must be about the same sides. Other venues or other parties make it another meeting.
    """
    if one.act != "MEET" or other.act != "MEET" or one.negated or other.negated or one.family == other.family:
        return False
    day = _appointed(one)
    if day is not None:
        alike = day == _appointed(other)
    else:
        alike = _length(one) is not None and _length(one) == _length(other) and _held_together(one, other)
    return alike and _may_meet(one, other, lens)


def _appointed(item: Proposition) -> Hashable:
    """Return the one day a meeting is announced for, None where it is past or no day is named."""
    when = item.when
    return when.first if item.realis == "future" and when is not None and when.first == when.last else None


def _length(item: Proposition) -> tuple[str, float] | None:
    """Return how long a meeting that was held took, None where it is to come or nobody timed it."""
    if item.realis != "actual":
        return None
    found = [
        (unit, low)
        for unit, values in item.amounts.items()
        if unit in _CLOCKED
        for low, high, bound in values
        if low is not None and low == high and not bound
    ]
    return found[0] if len(found) == 1 else None


def _held_together(one: Proposition, other: Proposition) -> bool:
    """Tell whether two meetings were on one day, or reported within a day where a report gives none."""
    days = [item.when.first if item.when else item.published for item in (one, other)]
    if days[0] is None or days[1] is None:
        return False
    apart = abs((days[0] - days[1]).days)
    return apart == 0 if one.when and other.when else apart <= _FRESH


def _may_meet(one: Proposition, other: Proposition, lens: Lens) -> bool:
    sides = lens.sides
    ours, theirs = (
        frozenset(map(sides.of, sides.parties(*item.statement.actors, item.agent, item.target)))
        for item in (one, other)
    )
    venues, their_venues = (sides.places(*item.statement.actors, item.target) for item in (one, other))
    if venues and their_venues and venues.isdisjoint(their_venues):
        return False
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return False
    if len(ours & theirs) >= _BETWEEN:
        return True
    casts = [lens.casts.get(item.statement.article, frozenset()) for item in (one, other)]
    return len(casts[0] & casts[1]) >= _BETWEEN
