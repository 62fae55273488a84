"""Propositions laid out as columns of numbers, from one weighing to the next: only those that came are read again."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import count
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from .bids import BIDS
from .propositions import EVENTS, Proposition

Places = NDArray[np.int64]

# No date: so far from any that nothing meets it.
NEVER = -(1 << 40)
# Reports of one such act may be one in any words (meetings.py, bids.py, events.same_bargain).
_IN_ANY_WORDS = BIDS | {"MEET", "AGREE_JOINT"}
Item = TypeVar("Item")
Marks = Callable[[Proposition], Iterable[Hashable]]


class Numbers:
    """Numbers of words, marks and acts, in the order in which they were first met: from one weighing to the next."""

    def __init__(self) -> None:
        """Know none."""
        self.words: defaultdict[str, int] = defaultdict(count().__next__)
        self.marks: defaultdict[Hashable, int] = defaultdict(count().__next__)
        self.acts: defaultdict[str, int] = defaultdict(count().__next__)


class Rows(msgspec.Struct, frozen=True, eq=False):
    """Lists of numbers one after the other in one column, and how long each is."""

    flat: Places
    sizes: Places

    @property
    def starts(self) -> Places:
        """Where each list begins."""
        return np.concatenate(([0], np.cumsum(self.sizes)))

    @property
    def owners(self) -> Places:
        """Which list each number is of."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    def renewed(self, came: Places, fresh: "Rows") -> "Rows":
        """Return the lists that stood at some places, with the `fresh` ones where a place is -1."""
        new = came < 0
        starts, sizes = np.empty(len(came), dtype=np.int64), np.empty(len(came), dtype=np.int64)
        starts[~new], sizes[~new] = self.starts[came[~new]], self.sizes[came[~new]]
        starts[new], sizes[new] = fresh.starts[:-1] + len(self.flat), fresh.sizes
        return Rows(np.concatenate((self.flat, fresh.flat))[runs(starts, sizes)], sizes)


class Laid(msgspec.Struct, frozen=True, eq=False):
    """
    Propositions in date order, the numbers of their terms and of their marks, and what kind of thing each says.

    `came` are their places among the propositions of before, -1 of those that were not there.
    """

    items: Sequence[Proposition]
    words: Rows
    marks: Rows
    kinds: Places
    came: Places


def lay_out(items: Sequence[Proposition], marks: Marks, numbers: Numbers, before: Laid | None = None) -> Laid:
    """Lay out propositions; those that are the same objects as `before` are as they were."""
    if before is None:
        words, marked, kinds = _read(items, marks, numbers)
        return Laid(items, words, marked, kinds, np.full(len(items), -1))
    places = {id(item): at for at, item in enumerate(before.items)}
    came = np.array([places.get(id(item), -1) for item in items], dtype=np.int64)
    new = came < 0
    words, marked, fresh = _read([items[at] for at in np.flatnonzero(new).tolist()], marks, numbers)
    kinds = np.empty((len(items), before.kinds.shape[1]), dtype=np.int64)
    kinds[~new], kinds[new] = before.kinds[came[~new]], fresh
    return Laid(items, before.words.renewed(came, words), before.marks.renewed(came, marked), kinds, came)


def _read(items: Sequence[Proposition], marks: Marks, numbers: Numbers) -> tuple[Rows, Rows, Places]:
    words = _rows((item.words.terms for item in items), numbers.words.__getitem__)
    marked = _rows(map(marks, items), numbers.marks.__getitem__)
    table = np.array([_kind(item, numbers.acts) for item in items], dtype=np.int64)
    return words, marked, table.reshape(len(items), -1) if len(items) else np.empty((0, _WIDTH), dtype=np.int64)


def _rows(lists: Iterable[Iterable[Item]], number: Callable[[Item], int]) -> Rows:
    flat: list[int] = []
    sizes = []
    for one in lists:
        before = len(flat)
        flat += map(number, one)
        sizes.append(len(flat) - before)
    return Rows(np.array(flat, dtype=np.int64), np.array(sizes, dtype=np.int64))


def _kind(item: Proposition, acts: defaultdict[str, int]) -> tuple[int, ...]:
    """Return the row of a proposition in the order of `pairing.Kinds`."""
    when, day, act = item.when, item.day, item.act
    return (
        acts[act],
        _number(item.published),
        _number(when.first if when else None),
        _number(when.last if when else None),
        _number(day.first if day else None),
        _number(day.last if day else None),
        act in EVENTS,
        act in _IN_ANY_WORDS,
        act == "DENY",
        item.negated,
        bool(item.amounts),
        item.opening is not None,
    )


_WIDTH = 12


def _number(day: dt.date | None) -> int:
    return NEVER if day is None else day.toordinal()


def runs(starts: Places, sizes: Places) -> Places:
    """
    Return the places of runs one after the other.

    >>> runs(np.array([5, 9]), np.array([2, 3])).tolist()
    [5, 6, 9, 10, 11]
    """
    ends = np.cumsum(sizes)
    return np.arange(int(sizes.sum())) + np.repeat(starts - ends + sizes, sizes)
