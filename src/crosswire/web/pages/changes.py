"""What changed between two dates."""

import datetime as dt

import msgspec
from fastapi import APIRouter
from starlette.exceptions import HTTPException

from crosswire.model import Section
from crosswire.web.page import Current, Words, date_or_none, page

router = APIRouter(tags=["changes"])


class Changes(msgspec.Struct, frozen=True):
    """What changed after `since`, up to `until` or the latest report; None when nothing did or no date was given."""

    since: str
    until: str
    dates: tuple[str, ...]
    changed: Section | None

    @property
    def days(self) -> list[dt.date]:
        """The days of the reports."""
        return [dt.date.fromisoformat(one) for one in self.dates]

    @property
    def after(self) -> dt.date | None:
        """The day after which."""
        return date_or_none(self.since, "since")

    @property
    def up_to(self) -> dt.date | None:
        """The day up to which, None for the latest report."""
        return date_or_none(self.until, "until")

    @property
    def kinds(self) -> list[tuple[str, int, str]]:
        """The kinds of change in their order, with how many there are and the first one's id."""
        found: dict[str, list[str]] = {}
        for line in self.changed.lines if self.changed else ():
            if not line.level:
                found.setdefault(_kind(line.label or ""), []).append(line.id)
        return [(kind, len(ids), ids[0]) for kind, ids in found.items()]


def _kind(label: str) -> str:
    """
    Return what kind of change a label heads.

    >>> _kind("New incident · attack · alleged of A"), _kind("A · borders · demand before, concession now")
    ('New incident', 'Position moved')
    """
    head, *rest = label.split(" · ")
    return "Position moved" if len(rest) == 2 and " before, " in rest[1] else head or "Other"


@page(router, "/changes", "changes.html.j2", Changes)
def changes(snapshot: Current, since: Words = "", until: Words = "") -> Changes:
    """What changed between two dates: positions that moved, claims made, corroborated or contested."""
    start, end = date_or_none(since, "since"), date_or_none(until, "until")
    dates = sorted({one.published for one in snapshot.dossier.articles if one.published})
    section = None
    if start is not None:
        if not dates or start < dates[0]:
            raise HTTPException(422, f"since: no report is as old as {start}; choose a later date.")
        if end is not None and end < start:
            raise HTTPException(422, "until: expected a date after the first.")
        section = snapshot.changes(start, end)
    return Changes(since, until, tuple(f"{one}" for one in dates), section)
