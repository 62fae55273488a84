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
    return Columns(items, marks, weights, Numbers()).meet()


class Numbers:
    """Numbers of words and of marks, in the order in which they were first met: from one weighing to the next."""

    def __init__(self) -> None:
        """Know none."""
        self.words: defaultdict[str, int] = defaultdict(count().__next__)
        self.marks: defaultdict[Hashable, int] = defaultdict(count().__next__)


class Columns:
    """Propositions in date order as columns: what they say, and what they are looked up by."""

    def __init__(
        self,
        items: Sequence[Proposition],
        marks: Callable[[Proposition], Iterable[Hashable]],
        weights: Weights,
        numbers: Numbers,
    ) -> None:
        """Lay out propositions."""
        self._words, self._kinds = _Words(items, weights, numbers.words), _Kinds(items)
        self.keys = Keys(self._words, items, marks, numbers.marks)

    def meet(self, among: Flags | None = None) -> Iterator[Met]:
        """Yield the pairs whose later one is `among` some, or all of them, by the later and then the earlier one."""
        places = np.arange(self.keys.count) if among is None else among.nonzero()[0]
        for start in range(0, len(places), BLOCK):
            entries = self.keys.entries_of(places[start : start + BLOCK])
            yield from self._worth(*self.keys.before(entries))

    def meet_later(self, earlier: Flags, later: Flags) -> Iterator[Met]:
        """Yield the pairs of which the earlier and the later one are among some, in the same order."""
        low, high = self.keys.after(self.keys.entries_of(earlier.nonzero()[0]))
        kept = later[high]
        yield from self._worth(low[kept], high[kept])

    def _worth(self, low: Places, high: Places) -> Iterator[Met]:
        """Yield those of some meetings over one key that are worth comparing."""
        keys, size = self.keys, max(1, self.keys.count)
        kept = self._kinds.in_time(low, high)
        found, shared = np.unique(high[kept] * size + low[kept], return_counts=True)
        high, low = np.divmod(found, size)
        looked = (shared >= keys.needed[high]) | (shared >= keys.needed[low])
        yield from self._words.compare(low[looked], high[looked], self._kinds)


class _Words:
    """The terms of each proposition as numbers: `held[starts[at] : starts[at + 1]]` are those of the one `at`."""

    def __init__(self, items: Sequence[Proposition], weights: Weights, numbers: defaultdict[str, int]) -> None:
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


class Keys:
    """
    What propositions are looked up by: entries sorted by key and then by proposition.

    A common key proposes only its last `CARRIERS` holders before each: reports of one event come together.
    """

    def __init__(
        self,
        words: _Words,
        items: Sequence[Proposition],
        marks: Callable[[Proposition], Iterable[Hashable]],
        numbers: defaultdict[Hashable, int],
    ) -> None:
        """Look propositions up by their marks, and by their telling words: the rarer ones, if there are enough."""
        self.count, self.words = len(items), words.count
        listed = [(numbers[mark], at) for at, item in enumerate(items) for mark in marks(item)]
        marked = np.array(listed, dtype=np.int64).reshape(-1, 2)
        owners, held = words.owners, words.held
        telling = words.telling[held]
        # A statement of nothing but names is compared by them.
        telling |= np.bincount(owners[telling], minlength=self.count)[owners] == 0
        rarer = telling & ~words.hollow[held]
        kept = np.where(np.bincount(owners[rarer], minlength=self.count)[owners] >= SHARED, rarer, telling)
        self.needed = np.minimum(SHARED, np.bincount(owners[kept], minlength=self.count))
        keys = np.concatenate((held[kept], marked[:, 0] + words.count))
        coded = np.sort(keys * self.count + np.concatenate((owners[kept], marked[:, 1])))
        self.keys, self.holders = np.divmod(coded, max(1, self.count))
        # Where the holders of a key begin, and its entries of one holder, who does not meet himself.
        self.first, self.own = _begins(self.keys), _begins(coded)
        self._before = np.minimum(self.own - self.first, CARRIERS)
        self._order = np.argsort(self.holders, kind="stable")
        self._sorted = self.holders[self._order]

    def entries_of(self, holders: Places) -> Places:
        """Return the entries of some holders."""
        low, high = (self._sorted.searchsorted(holders, side=side) for side in ("left", "right"))
        return np.sort(self._order[_runs(low, high - low)])

    def before(self, entries: Places) -> tuple[Places, Places]:
        """Return the holders that entries propose, and their own: the earlier and the later one of each meeting."""
        sizes = self._before[entries]
        low = self.holders[_runs(self.own[entries] - sizes, sizes)]
        return low, np.repeat(self.holders[entries], sizes)

    def after(self, entries: Places) -> tuple[Places, Places]:
        """Return the holders of entries, and those that propose them: the earlier and the later one of each meeting."""
        reach = self._following(entries)
        ours, theirs = np.repeat(entries, reach), _runs(entries + 1, reach)
        met = (ours < self.own[theirs]) & (self.own[theirs] - self._before[theirs] <= ours)
        return self.holders[ours[met]], self.holders[theirs[met]]

    def next(self, entries: Places) -> Places:
        """Return the entries that follow some over the same key, as far as these may be proposed."""
        return _runs(entries + 1, self._following(entries))

    def _following(self, entries: Places) -> Places:
        """Return how many entries of the same key follow each: no more than may propose it."""
        ends = self.keys.searchsorted(self.keys[entries], side="right")
        most = CARRIERS + int((np.arange(len(self.own)) - self.own).max(initial=0))
        reach: Places = np.minimum(ends - entries - 1, most)
        return reach


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
