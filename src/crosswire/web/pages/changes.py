"""What changed between two dates."""

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
