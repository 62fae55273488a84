"""Find what shares a name and lies around a day: the few groups a new passage may belong to, of however many."""

import datetime as dt
from collections import defaultdict

# Stand for a day: of what is undated, and of everything.
_UNDATED, _EVER = 0, -1


class Around:
    """
    Places of items by a kind of name, the name and a day; what is undated is near everything.

    >>> held = Around(days=7)
    >>> held.put("side", "peru", dt.date(2025, 6, 1), 0)
    >>> held.put("side", "peru", None, 1)
    >>> held.find("side", "peru", dt.date(2025, 6, 20)), held.find("side", "peru", None), held.find("side", None, None)
    ({1}, {0, 1}, set())
    """

    def __init__(self, days: int) -> None:
        """Hold nothing; two days this far apart are near each other."""
        self._days = days
        self._held: dict[tuple[str, str, int], set[int]] = defaultdict(set)

    def put(self, kind: str, name: str | None, day: dt.date | None, place: int) -> None:
        """Hold a place under a name, under none where there is no name."""
        if name is not None:
            self._held[kind, name, day.toordinal() if day else _UNDATED].add(place)
            self._held[kind, name, _EVER].add(place)

    def find(self, kind: str, name: str | None, day: dt.date | None) -> set[int]:
        """Return the places held under a name that are near a day."""
        if name is None:
            return set()
        at = day.toordinal() if day else 0
        days = (_UNDATED, *range(at - self._days, at + self._days + 1)) if day else (_EVER,)
        return set[int]().union(*(self._held.get((kind, name, one), ()) for one in days))
