"""What a step makes of each of many things, from one weighing to the next."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")


class Each(Generic[Item, Value]):
    """
    What was made of each of the things of the last weighing. It is looked up by which object a thing is.

    What is made must follow from the thing alone, and from what stays the same for as long as nothing is forgotten.

    >>> each, words = Each[str, int](), ["truce", "talks"]
    >>> each.of(words, len), each.made, each.of(words, len), each.made
    ([5, 5], 2, [5, 5], 0)
    """

    def __init__(self) -> None:
        """Know nothing."""
        # Things are held with what was made of them: an object that is gone would leave its place to another.
        self._held: dict[int, tuple[Item, Value]] = {}
        self.made = 0

    def of(self, items: Iterable[Item], make: Callable[[Item], Value]) -> list[Value]:
        """Return what is made of each thing, and forget the things that are not among them."""
        held, now = self._held, dict[int, tuple[Item, Value]]()
        self.made, found = 0, []
        for item in items:
            at = id(item)
            known = held.get(at)
            if known is None:
                known = item, make(item)
                self.made += 1
            now[at] = known
            found.append(known[1])
        self._held = now
        return found

    def forget(self) -> None:
        """Make everything anew the next time."""
        self._held = {}
