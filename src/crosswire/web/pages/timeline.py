"""Dated events in order, by the day they happened and never by the day they were reported."""

import datetime as dt
import itertools
import math
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query

from crosswire.model import When
from crosswire.web.page import Current, Number, Words, date_or_none, page
from crosswire.web.rows import ClaimRow, claim_row
from crosswire.write.layout import days

router = APIRouter(tags=["timeline"])
_A_PAGE = 60


class Event(msgspec.Struct, frozen=True):
    """One event: its days, how sharp they are, whether it is still to come, and the claims that report it."""

    first: dt.date
    last: dt.date
    precision: str
    scheduled: bool
    claims: tuple[ClaimRow, ...]

    @property
    def when(self) -> str:
        """The date as sharp as it is known."""
        return written(self.first, self.last, self.precision)

    @property
    def month(self) -> str:
        """The month it begins in."""
        return f"{self.first:%B %Y}"


class Timeline(msgspec.Struct, frozen=True):
    """One page of the events between two dates; `cut_off` is the date of the latest report."""

    since: str
    until: str
    cut_off: dt.date | None
    number: int
    pages: int
    total: int
    events: tuple[Event, ...]

    @property
    def months(self) -> list[tuple[str, list[list[Event]]]]:
        """The events by the month they begin in, those of one day together."""
        return [
            (month, [list(same) for _, same in itertools.groupby(events, lambda one: one.when)])
            for month, events in itertools.groupby(self.events, lambda one: one.month)
        ]


@page(router, "/timeline", "timeline.html.j2", Timeline)
def timeline(
    snapshot: Current,
    since: Words = "",
    until: Words = "",
    number: Annotated[Number, Query(alias="page")] = 1,
) -> Timeline:
    """The events of the case in the order they happened."""
    start, end = date_or_none(since, "since"), date_or_none(until, "until")
    chosen = [one for one in snapshot.dossier.timeline if _within(one.when, start, end)]
    pages = max(1, math.ceil(len(chosen) / _A_PAGE))
    number = min(number, pages)
    events = [
        Event(
            first=one.when.first,
            last=one.when.last,
            precision=one.when.precision,
            scheduled=one.scheduled,
            claims=tuple(claim_row(snapshot, snapshot.index.claims[claim]) for claim in one.claims),
        )
        for one in chosen[(number - 1) * _A_PAGE : number * _A_PAGE]
    ]
    cut_off = snapshot.assessment().corpus.last
    return Timeline(since, until, cut_off, number, pages, len(chosen), tuple(events))


def written(first: dt.date, last: dt.date, precision: str) -> str:
    """
    Write a date as sharp as it is known.

    >>> written(dt.date(2025, 5, 1), dt.date(2025, 5, 31), "month"), written(*[dt.date(2025, 5, 4)] * 2, "day")
    ('May 2025', '4 May 2025')
    """
    if precision == "year":
        return f"{first:%Y}"
    return f"{first:%B %Y}" if precision == "month" else days(first, last)


def _within(when: When, start: dt.date | None, end: dt.date | None) -> bool:
    return (start is None or when.last >= start) and (end is None or when.first <= end)
