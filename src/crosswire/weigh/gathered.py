"""The claims of a case from one weighing to the next: only where pairs changed are propositions grouped anew."""

from collections.abc import Sequence

import numpy as np

from .claims import Unit, groups_of, join
from .laid import Places
from .paired import Paired
from .pairing import Flags
from .propositions import Lens


def gather(units: Sequence[Unit], paired: Paired, lens: Lens, before: Places | None) -> tuple[list[Unit], Places]:
    """
    Group units as `find_claims` does, and return the place of the first unit of each one's group too.

    `before` are these places of the last weighing. What no chain of joining pairs connects with a pair that came, went
    or stands otherwise is grouped as it was: no pair elsewhere has a say in it.
    """
    joins = np.fromiter((pair.joins for pair in paired.raised), dtype=np.bool_, count=len(paired.raised))
    parts = _parts(len(units), paired.low[joins], paired.high[joins])
    again: Flags = np.ones(len(units), dtype=np.bool_)
    first = np.arange(len(units))
    if before is not None and paired.stirred is not None and paired.now is not None:
        stirred = np.zeros(len(units), dtype=np.bool_)
        stirred[parts[paired.stirred]] = True
        again = stirred[parts]
        still = (paired.now >= 0) & ~again[paired.now]
        first[paired.now[still]] = paired.now[before[still]]
    home = first.tolist()
    asked = np.flatnonzero(again[paired.low] & (parts[paired.low] == parts[paired.high])).tolist()
    pairs = ((int(paired.low[at]), int(paired.high[at]), paired.raised[at]) for at in asked)
    join(home, np.flatnonzero(again).tolist(), paired.laid.items, pairs, lens)
    return groups_of(units, home), np.array(home, dtype=np.int64)


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
