"""Pages that show one part of the assessment whole: positions with rounds, and framing."""

import msgspec
from fastapi import APIRouter

from crosswire.model import Section
from crosswire.web.page import Current, page
from crosswire.web.shelf import Snapshot

router = APIRouter(tags=["assessment"])


class SectionsPage(msgspec.Struct, frozen=True):
    """Sections of the assessment on a page of their own; none when the reports hold no such thing."""

    title: str
    sections: tuple[Section, ...]


@page(router, "/positions", "sections.html.j2", SectionsPage)
def positions(snapshot: Current) -> SectionsPage:
    """Who wants what, by issue, party and round, and what the rounds of talks brought."""
    return _sections(snapshot, "Positions and rounds", "positions", "rounds")


@page(router, "/framing", "sections.html.j2", SectionsPage)
def framing(snapshot: Current) -> SectionsPage:
    """Whom each outlet quotes, and the loaded words it uses in its own voice."""
    return _sections(snapshot, "Framing", "framing")


def _sections(snapshot: Snapshot, title: str, *names: str) -> SectionsPage:
    held = {one.name: one for one in snapshot.assessment().sections}
    return SectionsPage(title, tuple(held[name] for name in names if name in held))
