"""Identical propositions brought together, from one weighing to the next."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import count
from operator import is_not

from .claims import Unit, same_as
from .each import Each
from .propositions import Proposition, date_order

# The propositions of one report.
Row = tuple[Proposition, ...]


class Folded:
    """
    The units of a case: those of the same propositions are the same objects as the last time.

    Rows are looked up by which object they are, so that neither their order nor what folds them is asked again.
    """

    def __init__(self) -> None:
        """Know nothing."""
        self._numbers: defaultdict[Hashable, int] = defaultdict(count().__next__)
        self._rows = Each[Row, tuple[Row, list[int]]]()
        self._units: dict[int, Unit] = {}

    def of(self, rows: Sequence[Row]) -> list[Unit]:
        """Return the units of all rows in date order, each of identical propositions in date order."""
        told = [each for each in self._rows.of(rows, self._numbered) if each[0]]
        told.sort(key=_first)
        # A report's propositions come one after the other, those of its copies' day and name with it.
        found: dict[int, list[Proposition]] = {}
        for row, numbers in told:
            for item, number in zip(row, numbers, strict=True):
                if number in found:
                    found[number].append(item)
                else:
                    found[number] = [item]
        held, self._units = self._units, {}
        for number, items in found.items():
            unit = held.get(number)
            if unit is None or len(unit) != len(items) or any(map(is_not, unit, items)):
                unit = tuple(items)
            self._units[number] = unit
        return list(self._units.values())

    def _numbered(self, row: Row) -> tuple[Row, list[int]]:
        ordered = tuple(sorted(row, key=date_order))
        return ordered, [self._numbers[same_as(item)] for item in ordered]


def _first(told: tuple[Row, list[int]]) -> tuple[dt.date, str, int, str]:
    return date_order(told[0][0])
