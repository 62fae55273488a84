"""Look up what was reported around a day: a long conflict's reports are not each compared with all the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from .propositions import Proposition

Item = TypeVar("Item")


class Nearby(Generic[Item]):
    """Items by the day their report came out; what is undated is near everything."""

    def __init__(self, items: Iterable[Item], said: Callable[[Item], Proposition]) -> None:
        """Index items; their own order is kept."""
        self._items = list(items)
        dated = []
        self._undated: list[int] = []
        for at, item in enumerate(self._items):
            day = said(item).published
            if day is None:
                self._undated.append(at)
            else:
                dated.append((day.toordinal(), at))
        dated.sort()
        self._days = [day for day, _ in dated]
        self._places = [at for _, at in dated]

    def within(self, item: Proposition, days: int) -> list[tuple[int, Item]]:
        """Return the items reported within `days` of another report, with their places, in their own order."""
        if item.published is None:
            return list(enumerate(self._items))
        day = item.published.toordinal()
        low, high = bisect_left(self._days, day - days), bisect_right(self._days, day + days)
        return [(at, self._items[at]) for at in sorted((*self._places[low:high], *self._undated))]
