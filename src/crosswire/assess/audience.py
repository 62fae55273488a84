"""Who the assessment is written for: what an analyst's file changes in selection, order and weight."""

from collections.abc import Iterable, Sequence

import msgspec

from crosswire.assess.desk import Desk
from crosswire.errors import QuestionError
from crosswire.model import Analyst, Dossier, Grade, Section
from crosswire.packs import Packs

# How many lines a section keeps where the analyst wants it brief; what is laid out as a table stays whole.
_BRIEF = 5


def rated(dossier: Dossier, analyst: Analyst, packs: Packs) -> Dossier:
    """
    Return the dossier with the analyst's trust in outlets as ratings: A for a trusted one, E for a distrusted one.

    What the user decided about an outlet in the case stands above it.
    """
    ids = {spelling.casefold(): one.id for one in packs.outlets for spelling in (one.name, one.id, *one.aliases)}

    def is_one_of(name: str, listed: Iterable[str]) -> bool:
        wanted = {ids.get(one.casefold(), one.casefold()) for one in listed}
        return ids.get(name.casefold(), name.casefold()) in wanted

    grades: dict[str, Grade] = {}
    for origin in dossier.origins:
        if origin.kind in ("outlet", "wire"):
            if is_one_of(origin.name, analyst.distrusted):
                grades[origin.id] = "E"
            elif is_one_of(origin.name, analyst.trusted):
                grades[origin.id] = "A"
    return msgspec.structs.replace(dossier, ratings=grades | dossier.ratings)


def audience(analyst: Analyst, desk: Desk) -> str:
    """Say who the assessment is written for."""
    return (
        f"{analyst.title or analyst.name}; vantage: {desk.name(analyst.vantage)}"
        if analyst.vantage
        else (analyst.title or analyst.name)
    )


def arranged(sections: Sequence[Section], analyst: Analyst, known: Iterable[str]) -> list[Section]:
    """Return the sections an analyst wants, in the order he wants them; raise `QuestionError` for an unknown name."""
    names = set(known)
    unknown = [name for name in analyst.sections if name not in names]
    if unknown:
        raise QuestionError(
            f"analyst {analyst.name}: no section is called {', '.join(unknown)}; known: {', '.join(sorted(names))}"
        )
    if analyst.sections:
        order = {name: place for place, name in enumerate(analyst.sections)}
        sections = sorted((one for one in sections if one.name in order), key=lambda one: order[one.name])
    return [_brief(section) if analyst.tone == "brief" else section for section in sections]


def _brief(section: Section) -> Section:
    """Keep a section's first lines, and never a head without the lines under it."""
    if section.grid is not None or len(section.lines) <= _BRIEF:
        return section
    end = _BRIEF
    while end < len(section.lines) and section.lines[end].level:
        end += 1
    return msgspec.structs.replace(section, lines=section.lines[:end])
