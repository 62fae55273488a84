"""The claims of a case from one weighing to the next: only where pairs changed are propositions grouped anew."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np

from .claims import Compared, Unit, groups_of, join
from .laid import Places
from .paired import Paired
from .pairing import Flags
from .propositions import Lens


class Gathered(msgspec.Struct, frozen=True, eq=False):
    """
    Which claim each unit is of, by the place of its first unit, and the pairs that other steps raised or added.

    These are by the places of both heads among the units.
    """

    home: Places
    added: dict[tuple[int, int], Compared]


def gather(
    units: Sequence[Unit], paired: Paired, pairs: Sequence[Compared], lens: Lens, before: Gathered | None
) -> tuple[list[Unit], Gathered]:
    """
    Group units as `find_claims` does; `before` is how they were grouped in the last weighing.

    `pairs` are those `paired` with some raised and some added. What no chain of joining pairs connects with a pair
    that came, went or stands otherwise is grouped as it was: no pair elsewhere has a say in it.
    """
    added = _added(units, paired, pairs)
    ends = np.array([*added], dtype=np.int64).reshape(len(added), 2)
    low, high = np.concatenate((paired.low, ends[:, 0])), np.concatenate((paired.high, ends[:, 1]))
    listed: list[Compared] = [*paired.raised.tolist(), *added.values()]
    joins = np.fromiter((pair.joins for pair in listed), dtype=np.bool_, count=len(listed))
    # Where a pair was raised, both stand here: whichever joins ties its ends, and the later one is heard.
    parts = _parts(len(units), low[joins], high[joins])
    again: Flags = np.ones(len(units), dtype=np.bool_)
    first = np.arange(len(units))
    if before is not None and paired.stirred is not None and paired.now is not None:
        stirred = np.zeros(len(units), dtype=np.bool_)
        stirred[parts[paired.stirred]] = True
        for place in _otherwise(added, before.added, paired.now.tolist()):
            stirred[parts[place]] = True
        again = stirred[parts]
        still = (paired.now >= 0) & ~again[paired.now]
        first[paired.now[still]] = paired.now[before.home[still]]
    home = first.tolist()
    asked = np.flatnonzero(again[low] & (parts[low] == parts[high])).tolist()
    placed = [((int(low[at]), int(high[at])), listed[at]) for at in asked]
    heard = ((*place, added.get(place, pair)) for place, pair in placed)
    join(home, np.flatnonzero(again).tolist(), paired.laid.items, heard, lens)
    return groups_of(units, home), Gathered(np.array(home, dtype=np.int64), added)


def _added(units: Sequence[Unit], paired: Paired, pairs: Sequence[Compared]) -> dict[tuple[int, int], Compared]:
    """Return the pairs that stand otherwise than they were `paired`, by the places of their heads."""
    found: dict[tuple[int, int], Compared] = {}
    for at, (pair, raised) in enumerate(zip(pairs, paired.raised.tolist(), strict=False)):
        if pair is not raised:
            found[int(paired.low[at]), int(paired.high[at])] = pair
    rest = pairs[len(paired.raised) :]
    places = {id(unit[0]): at for at, unit in enumerate(units)} if rest else {}
    found.update({(places[id(pair.one)], places[id(pair.other)]): pair for pair in rest})
    return found


def _otherwise(
    added: Mapping[tuple[int, int], Compared], before: Mapping[tuple[int, int], Compared], now: Sequence[int]
) -> Iterator[int]:
    """Yield the places of both heads of pairs that were added and no longer are, or the other way round."""
    held = {(now[low], now[high]): pair for (low, high), pair in before.items()}
    for place in held.keys() | added.keys():
        ours, theirs = added.get(place), held.get(place)
        if ours is None or theirs is None or not _is_same(ours, theirs):
            yield from (at for at in place if at >= 0)


def _is_same(one: Compared, other: Compared) -> bool:
    ours, theirs = ((pair.margin, pair.joins, pair.sure, pair.likeness) for pair in (one, other))
    return ours == theirs


def _parts(size: int, low: Places, high: Places) -> Places:
    """
    Return for each of `size` places the first that edges connect it with.

    >>> _parts(5, np.array([1, 3]), np.array([3, 4])).tolist()
    [0, 1, 2, 1, 1]
    """
    parts = np.arange(size)
    while True:
        least = np.minimum(parts[low], parts[high])
        found = parts.copy()
        for ends in (low, high, parts[low], parts[high]):
            np.minimum.at(found, ends, least)
        found = found[found]
        if (found == parts).all():
            return found
        parts = found
