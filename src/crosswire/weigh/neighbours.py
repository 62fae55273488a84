"""
Which articles share runs of words: an index that grows one article at a time and never depends on their order.

Sorted columns of (hash, article) rather than MinHash bands: every shared run counts, so that a single pasted paragraph
is found, and the whole of it is array work (bench/results tells how it compares with rensa and datasketch).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from .prints import Codes

# A run of words in more articles than this proposes pairs with its first carriers only, which keeps a thousand pasted
# copies linear.
CARRIERS = 12
# Shared runs before a pair is aligned at all.
FLOOR = 6

Pair = tuple[str, str]


class Neighbours:
    """
    The pairs of articles that share at least `FLOOR` runs, each pair sorted; `stirred` are those that changed of late.

    >>> index = Neighbours()
    >>> index.add("b", np.arange(10, dtype=np.uint64))
    >>> index.add("a", np.arange(4, 20, dtype=np.uint64))
    >>> index.add("c", np.arange(100, 120, dtype=np.uint64))
    >>> sorted(index.pairs)
    [('a', 'b')]
    """

    def __init__(self) -> None:
        """Start with no article."""
        self.pairs: dict[Pair, int] = {}
        self.stirred: set[Pair] = set()
        self._names: list[str] = []
        self._codes: Codes = np.empty(0, dtype=np.uint64)
        self._owners: NDArray[np.int32] = np.empty(0, dtype=np.int32)

    def fill(self, held: Iterable[tuple[str, Codes]]) -> None:
        """Take in many articles at once, each with its distinct runs; the index must be empty."""
        items = sorted(held, key=lambda item: item[0])
        self._names = [name for name, _ in items]
        sizes = [len(codes) for _, codes in items]
        codes = np.concatenate([codes for _, codes in items]) if items else self._codes
        owners = np.repeat(np.arange(len(items), dtype=np.int32), sizes)
        order = np.argsort(codes, kind="stable")
        self._codes, self._owners = codes[order], owners[order]
        self.pairs = self._count()
        self.stirred = set(self.pairs)

    def add(self, name: str, codes: Codes) -> None:
        """Take in one article: only pairs of articles that share a run with it change."""
        lows = np.searchsorted(self._codes, codes, side="left")
        highs = np.searchsorted(self._codes, codes, side="right")
        met: Counter[Pair] = Counter()
        for low, high in zip(lows[highs > lows].tolist(), highs[highs > lows].tolist(), strict=True):
            self._meet(name, sorted(self._names[at] for at in self._owners[low:high].tolist()), met)
        come = {pair: count for pair, count in met.items() if count >= FLOOR}
        self.pairs.update(come)
        self.stirred.update(come)
        self._codes = np.insert(self._codes, highs, codes)
        self._owners = np.insert(self._owners, highs, len(self._names))
        self._names.append(name)

    def _meet(self, name: str, holders: Sequence[str], met: Counter[Pair]) -> None:
        """Count one run that a new article shares; among the first carriers it takes another's place."""
        first = bisect_left(holders, name) < CARRIERS
        met.update((min(name, other), max(name, other)) for other in (holders if first else holders[:CARRIERS]))
        if first and len(holders) > CARRIERS:
            pushed = holders[CARRIERS - 1]
            for other in holders[CARRIERS:]:
                count = self.pairs.pop((pushed, other), 0)
                if count:
                    self.stirred.add((pushed, other))
                if count > FLOOR:
                    self.pairs[pushed, other] = count - 1

    def _count(self) -> dict[Pair, int]:
        starts, lengths = _groups(self._codes)
        size = len(self._names)
        keys = []
        for carrier in range(min(CARRIERS, int(lengths.max(initial=0)))):
            wide = lengths > carrier + 1
            at, rest = starts[wide] + carrier, lengths[wide] - carrier - 1
            first = np.repeat(self._owners[at].astype(np.int64), rest)
            ends = np.cumsum(rest)
            step = np.arange(int(rest.sum()), dtype=np.int64) - np.repeat(ends - rest, rest)
            keys.append(first * size + self._owners[np.repeat(at + 1, rest) + step])
        if not keys:
            return {}
        found, counts = np.unique(np.concatenate(keys), return_counts=True)
        kept = counts >= FLOOR
        ones, others = np.divmod(found[kept], size)
        names = self._names
        pairs = zip(ones.tolist(), others.tolist(), counts[kept].tolist(), strict=True)
        return {(names[one], names[other]): count for one, other, count in pairs}


def _groups(codes: Codes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each hash that stands more than once starts in a sorted column, and how often it stands there."""
    if not len(codes):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate(([True], codes[1:] != codes[:-1])))
    lengths = np.diff(np.append(starts, len(codes)))
    several = lengths > 1
    return starts[several], lengths[several]
