"""What a step makes of each of many things, from one weighing to the next."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

# Of more things than so many times those of the last weighing, the others are forgotten.
SLACK = 1.25
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

    def of(self, items: Sequence[Item], make: Callable[[Item], Value]) -> list[Value]:
        """Return what is made of each thing; those that are not among them are forgotten in time."""
        held, found = self._held, list[Value]()
        self.made = 0
        for item in items:
            known = held.get(id(item))
            if known is None:
                known = held[id(item)] = item, make(item)
                self.made += 1
            found.append(known[1])
        if len(held) > SLACK * len(items):
            self._held = {id(item): held[id(item)] for item in items}
        return found

    def forget(self) -> None:
        """Make everything anew the next time."""
        self._held = {}
