"""A promise as one passage tells it, and whether two passages tell of one promise."""

import datetime as dt

import msgspec

from crosswire.model import Pledge

from .made_on import Window
from .promised_things import alike, one_sort, units_agree
from .told import Told
from .turns import WHOLE

# Days within which a promise is told again; later, the same words promise anew.
_FRESH = 60
# Two counts of one exchange come from the same talks; a later count is another promise.
_RIVAL_DAYS = 3
# Exchanges and truces bind both sides whoever announces them.
MUTUAL = frozenset({"release", "truce"})


class Made(msgspec.Struct, frozen=True):
    """A promise as one passage tells it, its parties as sides of the case; `at` is the round it came out of."""

    pledge: Pledge
    told: Told
    by: frozenset[str]
    to: frozenset[str]
    within: Window | None = None
    at: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The day it was made, as far as this report knows: that of the agreement, or the report's own."""
        if self.within is not None and self.within[0] == self.within[1]:
            return self.within[0]
        return self.told.article.published

    @property
    def since(self) -> dt.date | None:
        """The first day on which it may have been made."""
        return self.within[0] if self.within is not None else self.day


def same_promise(one: Made, other: Made) -> bool:
    """Tell whether two passages tell of one promise."""
    ours, theirs = one.pledge, other.pledge
    if ours.deed != theirs.deed or (one.by and other.by and one.by.isdisjoint(other.by)):
        return False
    if ours.deed in MUTUAL and None not in (one.at, other.at) and one.at != other.at:
        return False  # each round its own exchange, be it of as many
    if _apart(one, other) > _FRESH or not _days_agree(ours, theirs) or not one_sort(ours, theirs):
        return False
    if ours.quantity and theirs.quantity:
        if not units_agree(ours, theirs):
            return False
        if ours.quantity.low == theirs.quantity.low:
            return ours.due is None or theirs.due is None or ours.due.last == theirs.due.last or alike(ours, theirs)
        rival = ours.deed in MUTUAL and _apart(one, other) <= _RIVAL_DAYS and len(one.by | other.by) > 1
        rival = rival and not (_is_share(one, other) or _is_share(other, one))
        return rival and (ours.due is None or theirs.due is None)
    if ours.deed == "truce" or ours.deed in WHOLE:
        return True
    return alike(ours, theirs) or _points_back(one, other) or _points_back(other, one)


def _points_back(one: Made, other: Made) -> bool:
    """Tell whether a deed without its object is the one its report told of before: "the handover, due by 1 March"."""
    bare = not one.pledge.terms and one.pledge.quantity is None and one.pledge.due is not None
    return bare and one.told.article.id == other.told.article.id and other.told.order < one.told.order


def _is_share(one: Made, other: Made) -> bool:
    """Tell whether one side's count is its part of what both exchange: 1,200 of the 2,900 in all."""
    ours, whole = one.pledge.quantity, other.pledge.quantity
    if ours is None or whole is None or ours.low is None or whole.low is None or whole.each:
        return False
    return len(one.by) == 1 and len(other.by) > 1 and ours.low < whole.low


def _apart(one: Made, other: Made) -> int:
    if one.day is None or other.day is None:
        return 0
    ours, theirs = (it.within or (it.day or dt.date.max,) * 2 for it in (one, other))
    return max(0, (theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days)


def _days_agree(ours: Pledge, theirs: Pledge) -> bool:
    for one, other in ((ours.due, theirs.due), (ours.starts, theirs.starts)):
        if one and other and (one.last < other.first or other.last < one.first):
            return False
    return True
