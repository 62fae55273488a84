"""Disjoint groups that grow by joining: union-find with listed members."""

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    """Anything hashable that sorts."""

    def __lt__(self, other: Any, /) -> bool:
        """Tell whether this comes first."""
        ...

    def __hash__(self) -> int:
        """Hash by value."""
        ...


Item = TypeVar("Item", bound=Ordered)


class Groups(Generic[Item]):
    """
    Items in disjoint groups. The root of a group is its smallest item, so the order of joining never shows.

    >>> groups = Groups(["c", "a", "b"])
    >>> groups.join("c", "b")
    >>> groups.all()
    [('a',), ('b', 'c')]
    """

    def __init__(self, items: Iterable[Item]) -> None:
        """Start with every item alone."""
        self._members: dict[Item, list[Item]] = {item: [item] for item in items}
        self._home: dict[Item, Item] = {item: item for item in self._members}
        self._least: dict[Item, Item] = dict(self._home)

    def root(self, item: Item) -> Item:
        """Return the smallest member of the item's group."""
        return self._least[self._home[item]]

    def members(self, item: Item) -> tuple[Item, ...]:
        """Return the item's group."""
        return tuple(self._members[self._home[item]])

    def join(self, one: Item, other: Item) -> None:
        """Merge the groups of two items."""
        into, gone = self._home[one], self._home[other]
        if into == gone:
            return
        if len(self._members[into]) < len(self._members[gone]):
            into, gone = gone, into
        self._least[into] = min(self._least[into], self._least.pop(gone))
        for item in self._members.pop(gone):
            self._home[item] = into
            self._members[into].append(item)

    def all(self) -> list[tuple[Item, ...]]:
        """Return every group sorted, in order."""
        return sorted(tuple(sorted(members)) for members in self._members.values())
