"""
The pairs of a case from one weighing to the next: only those are compared that a change of the case put in question.

A pair stands as it was found where both propositions are the same objects, and the later one still has the same nearest
holders of all that it is looked up by. So the pairs are those that comparing all of the case anew would find.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from .claims import Compared, Unit, compare_two, marks_of
from .laid import Laid, Numbers, Places, lay_out
from .likeness import CARRIERS, Likeness
from .pairing import Columns, Flags, Keys, Met
from .propositions import Lens, Proposition, date_order
from .standing_out import Between, between, stand_out

# Pairs in a column: to take some of them, or to put them in another order, is one step.
Listed = NDArray[np.object_]
# Where more than one head in so many is touched by a change, all are compared: looking for what stands takes time too.
MANY = 2


class Paired(msgspec.Struct, frozen=True, eq=False):
    """
    The pairs of propositions that a claim or a conflict may come of, by the later and then the earlier one.

    `low` and `high` are the places of the earlier and the later one among those `laid` out, `raised` the pairs as they
    stand out between two reports; `between` holds a number for each two, -1 within one. `stirred` are the heads that
    came, or of which a pair came, went or stands otherwise than before, None where nothing is known of before; then
    `now` are the places of the heads of before, -1 of those that left. `anew` counts the pairs that came.
    """

    laid: Laid
    numbers: Numbers
    keys: Keys
    low: Places
    high: Places
    found: Listed
    raised: Listed
    between: Places
    reports: dict[Between, int]
    stirred: Flags | None = None
    now: Places | None = None
    anew: int = 0

    def places(self, ends: Sequence[tuple[int, int]]) -> list[int]:
        """Return where the pairs of some heads, the earlier first, are among all; -1 for those that are no pair."""
        size = max(1, len(self.laid.items))
        held = self.high * size + self.low
        wanted = np.array([high * size + low for low, high in ends], dtype=np.int64)
        at = np.minimum(held.searchsorted(wanted), max(0, len(held) - 1))
        return np.where(held[at] == wanted, at, -1).tolist() if len(held) else [-1] * len(ends)


def pair_up(units: Sequence[Unit], lens: Lens, before: Paired | None = None) -> Paired:
    """Return the pairs of units, by their heads; those of `before` that still stand are not compared again."""
    heads = [unit[0] for unit in units]
    numbers = before.numbers if before is not None else Numbers()
    laid = lay_out(heads, marks_of, numbers, before.laid if before is not None else None)
    columns = Columns(laid, numbers, lens.weights)
    if before is not None:
        change = Change(before, laid, columns.keys)
        if MANY * int(change.touched.sum()) <= len(heads):
            return _renewed(before, change, laid, columns, lens)
    low, high, found = _compared(columns.meet(), heads, lens)
    reports: dict[Between, int] = {}
    told = _between(found, reports)
    raised = found.copy()
    _raise(found, raised, told, np.arange(len(found)), lens)
    return Paired(laid, numbers, columns.keys, low, high, found, raised, told, reports, anew=len(found))


class Change:
    """
    What became of the heads of a case: `now` is the place of each that is still the same object, -1 of the others.

    `fresh` are the heads that came, `touched` those and the ones that other holders of a word or mark stand before.
    """

    def __init__(self, before: Paired, laid: Laid, keys: Keys) -> None:
        """Compare the heads of two weighings."""
        self.fresh: Flags = laid.came < 0
        self.now = np.full(len(before.laid.items), -1)
        self.now[laid.came[~self.fresh]] = np.flatnonzero(~self.fresh)
        self.touched = self.fresh.copy()
        slots = self._slots(before.laid.items, laid.items)
        for holders in _shifted(before, keys, np.flatnonzero(self.fresh), np.flatnonzero(self.now < 0), slots):
            self.touched[holders] = True

    def _slots(self, old: Sequence[Proposition], new: Sequence[Proposition]) -> Places:
        """Return the places of old heads in the new order, -1 for those that left: what is only weighed anew stays."""
        slots = self.now.copy()
        fresh = {new[at].statement.id: at for at in self.fresh.nonzero()[0].tolist()}
        for at in (slots < 0).nonzero()[0].tolist():
            place = fresh.get(old[at].statement.id)
            if place is not None and date_order(old[at]) == date_order(new[place]):
                slots[at] = place
        return slots


def _shifted(before: Paired, keys: Keys, come: Places, gone: Places, slots: Places) -> Iterable[Places]:
    """
    Yield the holders of a key, by their places now, that have others among the nearest before them than they had.

    Those that neither came nor left hold what they held, in the same order.
    """
    old, most = before.keys, 1 + int(max(before.keys.times.max(initial=0), keys.times.max(initial=0)))
    left, new = old.entries_of(gone), keys.entries_of(come)
    names = np.where(old.keys[left] < old.words, old.keys[left], old.keys[left] - old.words + keys.words)
    places = slots[old.holders[left]]
    held = (names * max(1, keys.count) + places) * most + old.times[left]
    holds = (keys.keys[new] * max(1, keys.count) + keys.holders[new]) * most + keys.times[new]
    stays = places >= 0
    yield keys.holders[_crowded(keys, new[~np.isin(holds, held[stays], assume_unique=True)])]
    stays[stays] = np.isin(held[stays], holds, assume_unique=True)
    after = slots[old.holders[_crowded(old, left[~stays])]]
    yield after[after >= 0]


def _crowded(keys: Keys, entries: Places) -> Places:
    """Return the entries that follow some and have more before them than are looked at: one of these is another now."""
    near = keys.next(entries)
    return near[keys.own[near] - keys.first[near] > CARRIERS]


def _renewed(before: Paired, change: Change, laid: Laid, columns: Columns, lens: Lens) -> Paired:
    heads, low, high = laid.items, change.now[before.low], change.now[before.high]
    stands = (low >= 0) & (high >= 0)
    asked = (stands & change.touched[high]).nonzero()[0]
    stands[asked] = False
    known = dict(zip(zip(low[asked].tolist(), high[asked].tolist(), strict=True), asked.tolist(), strict=True))
    met: list[Met] = []
    for one in columns.meet(change.touched):
        at = known.get(one[:2])
        if at is None:
            met.append(one)
        else:
            stands[at] = True
    met += columns.meet_later(change.fresh, ~change.touched)
    ours, theirs, found = _compared(met, heads, lens)
    held = stands.nonzero()[0]
    low, high = np.concatenate((low[held], ours)), np.concatenate((high[held], theirs))
    order = np.argsort(high * max(1, len(heads)) + low, kind="stable")
    reports = before.reports
    told = np.concatenate((before.between[held], _between(found, reports)))
    pairs, raised = np.concatenate((before.found[held], found)), np.concatenate((before.raised[held], found))
    # Between two reports of which a pair came or went, what stands out may be another.
    stirring = np.zeros(len(reports) + 1, dtype=np.bool_)
    stirring[told[len(held) :]] = stirring[before.between[~stands]] = True
    stirring[-1] = False
    again = np.flatnonzero(stirring[told])
    earlier = raised[again]
    _raise(pairs, raised, told, again, lens)
    stirred = change.fresh.copy()
    otherwise = [at for at, one in zip(again.tolist(), earlier, strict=True) if raised[at] is not one]
    for places in (ours, theirs, low[otherwise], high[otherwise]):
        stirred[places] = True
    for places in (change.now[before.low[~stands]], change.now[before.high[~stands]]):
        stirred[places[places >= 0]] = True
    return Paired(
        laid=laid,
        numbers=before.numbers,
        keys=columns.keys,
        low=low[order],
        high=high[order],
        found=pairs[order],
        raised=raised[order],
        between=told[order],
        reports=reports,
        stirred=stirred,
        now=change.now,
        anew=len(found),
    )


def _compared(met: Iterable[Met], heads: Sequence[Proposition], lens: Lens) -> tuple[Places, Places, Listed]:
    """Compare those that met; return the places of the earlier and the later ones with what came of them."""
    lows, highs, found = list[int](), list[int](), list[Compared]()
    for low, high, alike in met:
        pair = compare_two(heads[low], heads[high], Likeness(*alike), lens)
        if pair is not None:
            lows.append(low)
            highs.append(high)
            found.append(pair)
    listed = np.empty(len(found), dtype=np.object_)
    listed[:] = found
    return np.array(lows, dtype=np.int64), np.array(highs, dtype=np.int64), listed


def _between(pairs: Iterable[Compared], reports: dict[Between, int]) -> Places:
    """Number the two reports of each pair, new ones in the order in which they are met; -1 where they are one."""
    both = map(between, pairs)
    return np.array([-1 if one is None else reports.setdefault(one, len(reports)) for one in both], dtype=np.int64)


def _raise(found: Listed, raised: Listed, told: Places, places: Places, lens: Lens) -> None:
    """Raise the pairs at some places that stand out between their reports; all of each two reports are among them."""
    groups: dict[int, list[int]] = defaultdict(list)
    for at, number in zip(places.tolist(), told[places].tolist(), strict=True):
        if number >= 0:
            groups[number].append(at)
    for group in groups.values():
        for at, pair in zip(group, stand_out([found[at] for at in group], lens), strict=True):
            raised[at] = pair
