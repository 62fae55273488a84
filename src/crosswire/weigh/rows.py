"""
What statements come to, a row for each report, from one weighing to the next.

A row stands as a whole where no word of it weighs otherwise and nobody whom it names is known otherwise; else each of
its propositions is asked (still.py). The words of all rows are numbers in columns: to look for those that changed is
next to nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from operator import is_not
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .folded import Row
from .homes import Homes
from .propositions import Lens, Proposition, proposition
from .reports import Report
from .still import Still

Numbers = NDArray[np.int32]


class Made(NamedTuple):
    """A report's row, by what it was made of, with the numbers of all its words."""

    report: Report
    row: Row
    words: Numbers


class Rows:
    """The rows of a case's reports. For `once` no more is held than one weighing needs."""

    def __init__(self, *, once: bool = False) -> None:
        """Know nothing."""
        self._once = once
        self._lens: Lens | None = None
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._made: dict[str, Made] = {}
        # How many propositions were made the last time.
        self.anew = 0

    def of(self, reports: Mapping[str, Report], homes: Homes, lens: Lens) -> list[Row]:
        """Reduce the statements of reports, a row of each; the same row is the same object as before."""
        still = Still(self._lens, lens)
        stirred = self._stirred(still.words)
        held, found = self._made, dict[str, Made]()
        self.anew = 0
        for article, report in reports.items():
            known = held.get(article)
            stands = known is not None and known.report is report and article not in stirred and still.stands(report)
            if known is None or not stands or (known.row and _told(article, homes) != _told_of(known.row[0])):
                known = self._renewed(known, report, homes, lens, still)
            found[article] = known
        if not self._once:
            self._lens, self._made = lens, found
        return [one.row for one in found.values()]

    def _renewed(self, known: Made | None, report: Report, homes: Homes, lens: Lens, still: Still) -> Made:
        """Make a row of a report; what of it still holds is the same object."""
        may_hold = known is not None and still.may_hold(report)
        recast = may_hold and still.is_recast(report)
        before = {one.statement.id: one for one in known.row} if known is not None and may_hold else {}
        told = _told(report.reading.article, homes)
        row = []
        for said, stems in zip(report.statements, report.stems, strict=True):
            one = before.get(said.id)
            if one is not None and (one.statement is not said or _told_of(one) != told):
                one = None
            if one is None or not still.holds(one, recast=recast):
                one = proposition(said, *told, lens, stems)
                self.anew += 1
            row.append(one)
        if known is not None and len(row) == len(known.row) and not any(map(is_not, row, known.row)):
            return known._replace(report=report)
        words = () if self._once else {word for one in row for word in _words(one)}
        return Made(report, tuple(row), np.array([self._numbers[word] for word in words], dtype=np.int32))

    def _stirred(self, words: Iterable[str]) -> set[str]:
        """Return the articles whose rows hold one of some words."""
        changed = np.zeros(len(self._numbers) + 1, dtype=np.bool_)
        changed[[self._numbers[word] for word in words if word in self._numbers]] = True
        names = [name for name, one in self._made.items() if len(one.words)]
        if not names:
            return set()
        rows = [self._made[name].words for name in names]
        starts = np.cumsum([0, *map(len, rows[:-1])])
        hit = np.logical_or.reduceat(changed[np.concatenate(rows)], starts)
        return {names[at] for at in np.flatnonzero(hit).tolist()}


def _told(article: str, homes: Homes) -> tuple[dt.date | None, str]:
    return homes.written[article], homes.family[article]


def _told_of(item: Proposition) -> tuple[dt.date | None, str]:
    return item.published, item.family


def _words(item: Proposition) -> Iterator[str]:
    """Yield the words that a proposition's weights are of."""
    yield from item.words.terms
    if item.core is not item.words:
        yield from item.core.terms
    if item.opening is not None:
        yield from item.opening.terms
