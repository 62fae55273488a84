"""
Which propositions are compared, and how alike they are worded: array work over all of a case at once.

Two propositions are looked at when they share two telling words, or one and a mark (an amount, an act on a day). What
is pruned before the typed comparison could come to nothing there: reports of other times, and wordings too little alike
for any claim or conflict. So the work stays in proportion to the number of statements (bench/speed/weigh.py).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from .bids import BIDS
from .likeness import CARRIERS, Weights, is_hollow
from .propositions import EVENT_GAP, EVENTS, SPEECH_GAP, Proposition

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]

# Words two propositions share before they are looked at, or all they have; a mark counts as one.
SHARED = 2
# How alike two wordings must be for anything to follow, and to be akin (claims.py): between the two, only pairs of one
# event or in possible conflict are kept.
NEAR, KIN = 0.08, 0.18
# Reports of one such act may be one in any words (meetings.py, bids.py, events.same_bargain).
_IN_ANY_WORDS = BIDS | {"MEET", "AGREE_JOINT"}
# Propositions compared at a time: bounds the memory, and nothing else.
BLOCK = 1 << 11
# No date: so far from any that nothing meets it.
_NEVER = -(1 << 40)


# A pair worth comparing: the places of the two, the earlier first, and how alike they are worded, as the fields of a
# `Likeness`: most pairs were compared before, and need none.
Met = tuple[int, int, tuple[float, float, int, int]]


def meet(
    items: Sequence[Proposition],
    marks: Callable[[Proposition], Iterable[Hashable]],
    weights: Weights,
) -> Iterator[Met]:
    """Yield the pairs worth comparing of propositions in date order, by the later and then the earlier one."""
    words, kinds, keys = _Words(items, weights), _Kinds(items), _Keys(items, marks)
    keys.enter(words)
    for start in range(0, len(items), BLOCK):
        high, low, shared = keys.pairs(start, min(start + BLOCK, len(items)), kinds.in_time)
        looked = (shared >= keys.needed[high]) | (shared >= keys.needed[low])
        high, low = high[looked], low[looked]
        yield from words.compare(low, high, kinds)


class _Words:
    """The terms of each proposition as numbers: `held[starts[at] : starts[at + 1]]` are those of the one `at`."""

    def __init__(self, items: Sequence[Proposition], weights: Weights) -> None:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        flat = map(numbers.__getitem__, chain.from_iterable(item.words.terms for item in items))
        sizes = np.array([len(item.words.terms) for item in items], dtype=np.int64)
        self.held = np.fromiter(flat, dtype=np.int64, count=int(sizes.sum()))
        self.sizes, self.starts = sizes, np.concatenate(([0], np.cumsum(sizes)))
        self.owners = np.repeat(np.arange(len(items)), sizes)
        self.weights = np.array([weights.of(term) for term in numbers], dtype=np.float64)
        self.telling = np.array([term not in weights.names for term in numbers], dtype=np.bool_)
        self.hollow = np.array([is_hollow(term) for term in numbers], dtype=np.bool_)
        self.count = max(1, len(numbers))
        self.ordered = np.sort(self.owners * self.count + self.held)
        self.mass = np.bincount(self.owners, self.weights[self.held], minlength=len(items))

    def compare(self, low: Places, high: Places, kinds: "_Kinds") -> Iterator[Met]:
        """Yield the pairs whose wordings are alike enough for something to follow, with how alike they are."""
        # The terms of the shorter are looked up in the longer.
        less = self.sizes[low] <= self.sizes[high]
        short, long = np.where(less, low, high), np.where(less, high, low)
        sizes = self.sizes[short]
        at = np.repeat(np.arange(len(low)), sizes)
        terms = self.held[_runs(self.starts[short], sizes)]
        wanted = long[at] * self.count + terms
        found = self.ordered[np.minimum(self.ordered.searchsorted(wanted), len(self.ordered) - 1)] == wanted
        at, terms = at[found], terms[found]
        weight = np.bincount(at, self.weights[terms], minlength=len(low))
        shared = np.bincount(at, minlength=len(low))
        telling = np.bincount(at[self.telling[terms]], minlength=len(low))
        ours, theirs = self.mass[low], self.mass[high]
        some = shared > 0
        jaccard = np.divide(weight, ours + theirs - weight, out=np.zeros(len(low)), where=some)
        inside = np.divide(weight, np.minimum(ours, theirs), out=np.zeros(len(low)), where=some)
        kept = kinds.worth(low, high, jaccard, telling)
        alike = zip(*(column[kept].tolist() for column in (jaccard, inside, shared, telling)), strict=True)
        yield from zip(low[kept].tolist(), high[kept].tolist(), alike, strict=True)


class _Keys:
    """What propositions are looked up by, sorted by key and then by proposition."""

    def __init__(self, items: Sequence[Proposition], marks: Callable[[Proposition], Iterable[Hashable]]) -> None:
        numbers: defaultdict[Hashable, int] = defaultdict(count().__next__)
        marked = [(numbers[mark], at) for at, item in enumerate(items) for mark in marks(item)]
        self._marks = np.array(marked, dtype=np.int64).reshape(-1, 2)
        self._count = len(items)

    def enter(self, words: _Words) -> None:
        """Look propositions up by their marks, and by their telling words: the rarer ones, if there are enough."""
        owners, held = words.owners, words.held
        telling = words.telling[held]
        # A statement of nothing but names is compared by them.
        telling |= np.bincount(owners[telling], minlength=self._count)[owners] == 0
        rarer = telling & ~words.hollow[held]
        kept = np.where(np.bincount(owners[rarer], minlength=self._count)[owners] >= SHARED, rarer, telling)
        self.needed = np.minimum(SHARED, np.bincount(owners[kept], minlength=self._count))
        keys = np.concatenate((held[kept], self._marks[:, 0] + words.count))
        coded = np.sort(keys * self._count + np.concatenate((owners[kept], self._marks[:, 1])))
        keys, self._holders = np.divmod(coded, max(1, self._count))
        # Where the holders of a key begin, and its entries of one holder, who does not meet himself.
        first, self._own = _begins(keys), _begins(coded)
        self._before = np.minimum(self._own - first, CARRIERS)

    def pairs(self, start: int, stop: int, in_time: Callable[[Places, Places], Flags]) -> tuple[Places, Places, Places]:
        """
        Return who of `start` to `stop` shares keys with whom before it, and how many, in order.

        A common key proposes only its last `CARRIERS` holders: reports of one event come together.
        """
        at = np.flatnonzero((self._holders >= start) & (self._holders < stop))
        sizes = self._before[at]
        high = np.repeat(self._holders[at], sizes)
        low = self._holders[_runs(self._own[at] - sizes, sizes)]
        kept = in_time(low, high)
        found, shared = np.unique(high[kept] * self._count + low[kept], return_counts=True)
        high, low = np.divmod(found, max(1, self._count))
        return high, low, shared


class _Kinds:
    """What else tells two propositions apart before they are compared: when, and what kind of thing they say."""

    def __init__(self, items: Sequence[Proposition]) -> None:
        acts: defaultdict[str, int] = defaultdict(count().__next__)
        whens = [(when.first, when.last) if (when := item.when) else (None, None) for item in items]
        days = [(day.first, day.last) if (day := item.day) else (None, None) for item in items]
        self.act = np.array([acts[item.act] for item in items], dtype=np.int64)
        self.published = _days(item.published for item in items)
        self.first, self.last = (_days(when[end] for when in whens) for end in (0, 1))
        self.day, self.day_end = (_days(day[end] for day in days) for end in (0, 1))
        self.dated = self.first != _NEVER
        self.event = np.array([item.act in EVENTS for item in items], dtype=np.bool_)
        self.named = np.array([item.act in _IN_ANY_WORDS for item in items], dtype=np.bool_)
        self.denies = np.array([item.act == "DENY" for item in items], dtype=np.bool_)
        self.negated = np.array([item.negated for item in items], dtype=np.bool_)
        self.counted = np.array([bool(item.amounts) for item in items], dtype=np.bool_)
        self.opening = np.array([item.opening is not None for item in items], dtype=np.bool_)

    def in_time(self, one: Places, other: Places) -> Flags:
        """Tell which pairs `propositions.times_agree` may hold for, or are within `SPEECH_GAP` days or undated."""
        ours, theirs = self.published[one], self.published[other]
        near: Flags = (abs(ours - theirs) <= SPEECH_GAP) | (ours == _NEVER) | (theirs == _NEVER)
        meets = (self.first[one] <= self.last[other]) & (self.first[other] <= self.last[one])
        near |= self.dated[one] & self.dated[other] & meets
        event = self.event[one] | self.event[other]
        near |= event & (abs(theirs - self.first[one]) <= EVENT_GAP) & ~self.dated[other]
        near |= event & (abs(ours - self.first[other]) <= EVENT_GAP) & ~self.dated[one]
        return near

    def worth(self, one: Places, other: Places, jaccard: Shares, telling: Places) -> Flags:
        """Tell which pairs a claim or a conflict may come of, as `events.event_margin` and the finders of both ask."""
        same = self.act[one] == self.act[other]
        counted = self.counted[one] & self.counted[other]
        day = (self.day[one] == self.day[other]) & (self.day_end[one] == self.day_end[other])
        structured = (telling > 0) & ((day & (self.day[one] != _NEVER)) | (same & self.event[one]))
        one_event = (telling >= 3) | structured | ((telling >= 2) & self.opening[one] & self.opening[other])
        clash = (self.denies[one] != self.denies[other]) | (self.negated[one] != self.negated[other])
        clash |= same & self.event[one]
        kept: Flags = counted | (same & self.named[one]) | (jaccard >= KIN) | ((jaccard >= NEAR) & (one_event | clash))
        return kept


def _days(dates: Iterable[dt.date | None]) -> Places:
    return np.array([_NEVER if date is None else date.toordinal() for date in dates], dtype=np.int64)


def _begins(ordered: Places) -> Places:
    """Return for each place of a sorted column where the run of its value begins."""
    new = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]
    return np.maximum.accumulate(np.where(new, np.arange(len(ordered)), 0))


def _runs(starts: Places, sizes: Places) -> Places:
    """
    Return the places of runs one after the other.

    >>> _runs(np.array([5, 9]), np.array([2, 3])).tolist()
    [5, 6, 9, 10, 11]
    """
    ends = np.cumsum(sizes)
    return np.arange(int(sizes.sum())) + np.repeat(starts - ends + sizes, sizes)
