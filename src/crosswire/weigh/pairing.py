"""
Which propositions are compared, and how alike they are worded: array work over all of a case at once.

Two propositions are looked at when they share two telling words, or one and a mark (an amount, an act on a day). What
is pruned before the typed comparison could come to nothing there: reports of other times, and wordings too little alike
for any claim or conflict. So the work stays in proportion to the number of statements (bench/speed/weigh.py).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from .laid import NEVER, Laid, Numbers, Places, Rows, lay_out, runs
from .likeness import CARRIERS, Weights, is_hollow
from .propositions import EVENT_GAP, SPEECH_GAP, Proposition

Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]

# Words two propositions share before they are looked at, or all they have; a mark counts as one.
SHARED = 2
# How alike two wordings must be for anything to follow, and to be akin (claims.py): between the two, only pairs of one
# event or in possible conflict are kept.
NEAR, KIN = 0.08, 0.18
# Propositions compared at a time: bounds the memory, and nothing else.
BLOCK = 1 << 11


# A pair worth comparing: the places of the two, the earlier first, and how alike they are worded, as the fields of a
# `Likeness`: most pairs were compared before, and need none.
Met = tuple[int, int, tuple[float, float, int, int]]


def meet(
    items: Sequence[Proposition],
    marks: Callable[[Proposition], Iterable[Hashable]],
    weights: Weights,
) -> Iterator[Met]:
    """Yield the pairs worth comparing of propositions in date order, by the later and then the earlier one."""
    numbers = Numbers()
    return Columns(lay_out(items, marks, numbers), numbers, weights).meet()


class Columns:
    """Propositions in date order as columns: what they say, and what they are looked up by."""

    def __init__(self, laid: Laid, numbers: Numbers, weights: Weights) -> None:
        """Take in propositions that were laid out."""
        self._words, self._kinds = _Words(laid.words, numbers, weights), Kinds(laid.kinds)
        self.keys = Keys(self._words, laid.marks)

    def meet(self, among: Flags | None = None) -> Iterator[Met]:
        """Yield the pairs whose later one is `among` some, or all of them, by the later and then the earlier one."""
        places = np.arange(self.keys.count) if among is None else among.nonzero()[0]
        for start in range(0, len(places), BLOCK):
            entries = self.keys.entries_of(places[start : start + BLOCK])
            yield from self._worth(*self.keys.before(entries))

    def meet_later(self, earlier: Flags, later: Flags) -> Iterator[Met]:
        """Yield the pairs of which the earlier and the later one are among some, a block of earlier ones at a time."""
        places = earlier.nonzero()[0]
        for start in range(0, len(places), BLOCK):
            low, high = self.keys.after(self.keys.entries_of(places[start : start + BLOCK]))
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

    def __init__(self, rows: Rows, numbers: Numbers, weights: Weights) -> None:
        """Weigh the terms of each proposition."""
        terms = numbers.words
        self.held, self.sizes, self.starts, self.owners = rows.flat, rows.sizes, rows.starts, rows.owners
        self.weights = np.array([weights.of(term) for term in terms], dtype=np.float64)
        self.telling = np.array([term not in weights.names for term in terms], dtype=np.bool_)
        self.hollow = np.array([is_hollow(term) for term in terms], dtype=np.bool_)
        self.count = max(1, len(terms))
        self.ordered = np.sort(self.owners * self.count + self.held)
        self.mass = np.bincount(self.owners, self.weights[self.held], minlength=len(rows.sizes))

    def compare(self, low: Places, high: Places, kinds: "Kinds") -> Iterator[Met]:
        """Yield the pairs whose wordings are alike enough for something to follow, with how alike they are."""
        # The terms of the shorter are looked up in the longer.
        less = self.sizes[low] <= self.sizes[high]
        short, long = np.where(less, low, high), np.where(less, high, low)
        sizes = self.sizes[short]
        at = np.repeat(np.arange(len(low)), sizes)
        terms = self.held[runs(self.starts[short], sizes)]
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

    def __init__(self, words: _Words, marks: Rows) -> None:
        """Look propositions up by their marks, and by their telling words: the rarer ones, if there are enough."""
        self.count, self.words = len(marks.sizes), words.count
        owners, held = words.owners, words.held
        telling = words.telling[held]
        # A statement of nothing but names is compared by them.
        telling |= np.bincount(owners[telling], minlength=self.count)[owners] == 0
        rarer = telling & ~words.hollow[held]
        kept = np.where(np.bincount(owners[rarer], minlength=self.count)[owners] >= SHARED, rarer, telling)
        self.needed = np.minimum(SHARED, np.bincount(owners[kept], minlength=self.count))
        keys = np.concatenate((held[kept], marks.flat + words.count))
        coded = np.sort(keys * self.count + np.concatenate((owners[kept], marks.owners)))
        self.keys, self.holders = np.divmod(coded, max(1, self.count))
        # Where the holders of a key begin, and its entries of one holder, who does not meet himself.
        self.first, self.own = _begins(self.keys), _begins(coded)
        # A key may be held twice by one holder; marks of one amount with two bounds are.
        self.times = np.arange(len(self.own)) - self.own
        self._before = np.minimum(self.own - self.first, CARRIERS)

    def entries_of(self, holders: Places) -> Places:
        """Return the entries of some holders."""
        asked = np.zeros(self.count, dtype=np.bool_)
        asked[holders] = True
        return np.flatnonzero(asked[self.holders])

    def before(self, entries: Places) -> tuple[Places, Places]:
        """Return the holders that entries propose, and their own: the earlier and the later one of each meeting."""
        sizes = self._before[entries]
        low = self.holders[runs(self.own[entries] - sizes, sizes)]
        return low, np.repeat(self.holders[entries], sizes)

    def after(self, entries: Places) -> tuple[Places, Places]:
        """Return the holders of entries, and those that propose them: the earlier and the later one of each meeting."""
        reach = self._following(entries)
        ours, theirs = np.repeat(entries, reach), runs(entries + 1, reach)
        met = (ours < self.own[theirs]) & (self.own[theirs] - self._before[theirs] <= ours)
        return self.holders[ours[met]], self.holders[theirs[met]]

    def next(self, entries: Places) -> Places:
        """Return the entries that follow some over the same key, as far as these may be proposed."""
        return runs(entries + 1, self._following(entries))

    def _following(self, entries: Places) -> Places:
        """Return how many entries of the same key follow each: no more than may propose it."""
        ends = self.keys.searchsorted(self.keys[entries], side="right")
        most = CARRIERS + int(self.times.max(initial=0))
        reach: Places = np.minimum(ends - entries - 1, most)
        return reach


class Kinds:
    """What else tells two propositions apart before they are compared: when, and what kind of thing they say."""

    def __init__(self, table: Places) -> None:
        """Take in the rows of `laid.py`, in that order."""
        columns = [np.ascontiguousarray(column) for column in table.T]
        self.act, self.published, self.first, self.last, self.day, self.day_end = columns[:6]
        flags = [column.astype(np.bool_) for column in columns[6:]]
        self.event, self.named, self.denies, self.negated, self.counted, self.opening = flags
        self.dated = self.first != NEVER

    def in_time(self, one: Places, other: Places) -> Flags:
        """Tell which pairs `propositions.times_agree` may hold for, or are within `SPEECH_GAP` days or undated."""
        ours, theirs = self.published[one], self.published[other]
        near: Flags = (abs(ours - theirs) <= SPEECH_GAP) | (ours == NEVER) | (theirs == NEVER)
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
        structured = (telling > 0) & ((day & (self.day[one] != NEVER)) | (same & self.event[one]))
        one_event = (telling >= 3) | structured | ((telling >= 2) & self.opening[one] & self.opening[other])
        clash = (self.denies[one] != self.denies[other]) | (self.negated[one] != self.negated[other])
        clash |= same & self.event[one]
        kept: Flags = counted | (same & self.named[one]) | (jaccard >= KIN) | ((jaccard >= NEAR) & (one_event | clash))
        return kept


def _begins(ordered: Places) -> Places:
    """Return for each place of a sorted column where the run of its value begins."""
    new = np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)]
    return np.maximum.accumulate(np.where(new, np.arange(len(ordered)), 0))
