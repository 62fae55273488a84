"""Pages that show parts of the assessment whole: positions with what stands between the parties, and framing."""

import msgspec
from fastapi import APIRouter

from crosswire.assess.standing import Between, Stand, list_gaps, list_positions
from crosswire.model import Section
from crosswire.web.page import Current, Words, page
from crosswire.web.shelf import Snapshot

router = APIRouter(tags=["assessment"])
# A case of 1,000 articles holds a thousand positions; whole, the page took half a second and a megabyte.
_MOST_ROWS = 120


class SectionsPage(msgspec.Struct, frozen=True):
    """Sections of the assessment on a page of their own; none when the reports hold no such thing."""

    title: str
    sections: tuple[Section, ...]


class PositionsPage(msgspec.Struct, frozen=True):
    """
    Who wants what and what stands between them, whole, or of one party or issue where it is asked for.

    `parties` are names, `issues` names by id; `stands` and `gaps` are every position and relation of those asked for.
    """

    party: str
    issue: str
    parties: tuple[str, ...]
    issues: dict[str, str]
    sections: tuple[Section, ...]
    stands: tuple[Stand, ...]
    gaps: tuple[Between, ...]

    @property
    def most(self) -> int | None:
        """How many rows of a kind the page shows: all of a party's or an issue's, the first of a large case's."""
        return None if self.party or self.issue else _MOST_ROWS


@page(router, "/positions", "positions.html.j2", PositionsPage)
def positions(snapshot: Current, party: Words = "", issue: Words = "") -> PositionsPage:
    """Who wants what by issue, party and round, how two parties stand to each other, who moved, what is in the way."""
    every = list_positions(snapshot.dossier)
    told = {one.position.issue for one in every}
    return PositionsPage(
        party=party,
        issue=issue,
        parties=tuple(sorted({one.party for one in every})),
        issues={id_: name for id_, name in sorted(snapshot.issue_names.items()) if id_ in told},
        sections=() if party or issue else _sections(snapshot, "positions", "gaps", "rounds"),
        stands=tuple(list_positions(snapshot.dossier, party=party or None, issue=issue or None)),
        gaps=tuple(
            one for one in list_gaps(snapshot.dossier, issue=issue or None) if not party or party in one.parties
        ),
    )


@page(router, "/framing", "sections.html.j2", SectionsPage)
def framing(snapshot: Current) -> SectionsPage:
    """Whom each outlet quotes, and the loaded words it uses in its own voice."""
    return SectionsPage("Framing", _sections(snapshot, "framing"))


def _sections(snapshot: Snapshot, *names: str) -> tuple[Section, ...]:
    held = {one.name: one for one in snapshot.assessment().sections}
    return tuple(held[name] for name in names if name in held)
