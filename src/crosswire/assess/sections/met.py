"""That parties met on a day, as several independent reports tell in passing, each in another sentence."""

import re
from collections.abc import Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.lines import day, listed, our_line
from crosswire.assess.marks import marked
from crosswire.assess.sections.rounds import round_name
from crosswire.model import Evidence, Line, Round

_LEAST = 2
# What tells that talks were set for a day, and not that they were held on it.
_NOT_HELD = re.compile(
    r"(?:\b(?:not|miss\w*|postpon\w*|put off|delay\w*|cancel\w*|call\w* off|scrap\w*|deadline|"
    r"scheduled|planned|expected|(?:is|are|was|were) (?:due|set|supposed|meant|to)|will|would)\b|n['’]t\b)",
    re.IGNORECASE,
)


def met(desk: Desk) -> Iterator[Line]:
    """
    Yield a line for each round of talks of which reports of two independent origins tell, after its day, as held there.

    That two parties met somewhere says nothing that their rounds do not. What else one report says of it stands in
    other lines, under its own name.
    """
    for one in desk.dossier.rounds:
        told = _told(desk, one) if one.held and len(one.parties) > 1 else {}
        if len(told) < _LEAST:
            continue
        place = desk.name(one.venue) if one.venue and _named_by_several(desk, one, told) else ""
        if not place:
            continue
        text = f"{listed([desk.name(party) for party in one.parties])} held talks in {place}."
        names = [desk.origins[origin].name for origin in told if origin in desk.origins]
        label = " · ".join((round_name(one), day(one.day)))
        note = f"{len(told)} independent origins: {listed(names)}"
        yield marked(our_line(text, told.values(), origins=tuple(told), label=label, note=note), one)


def _told(desk: Desk, one: Round) -> dict[str, Evidence]:
    """Return for each origin a passage that tells of the round as held, its own report of the day or later."""
    told: dict[str, Evidence] = {}
    for words in one.evidence:
        article = desk.articles[words.article]
        late = article.published is not None and article.published >= one.day
        if late and not _NOT_HELD.search(words.quote) and words.article not in desk.summaries:
            told.setdefault(desk.dossier.outlet_origin.get(words.article, words.article), words)
    return told


def _named_by_several(desk: Desk, one: Round, told: dict[str, Evidence]) -> bool:
    """Tell whether passages of two origins name the place."""
    actor = desk.actors.get(one.venue or "")
    names = set(actor.names or (actor.name,)) if actor else {one.venue or ""}
    return sum(any(name in words.quote for name in names) for words in told.values()) >= _LEAST
