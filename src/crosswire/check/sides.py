"""Names that stand for one party: "Kyiv" for Ukraine, "the Russian team" for Moscow, a government for its state."""

import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import NAME
from crosswire.model import Actor, Reading, Span
from crosswire.weigh.spelling import fold

# Behind these a name is where something was, and no party: "in Moscow" is not in all of Russia.
_WHERE = re.compile(
    r"\b(?:in|at|near|inside|outside|across|over|around|towards?|through|throughout)\s(?:the\s)?$", re.IGNORECASE
)
_BEFORE = 24


def party_at(span: Span, reading: Reading) -> Actor | None:
    """Return whom the words at a place name, the longest words there that name somebody."""
    actors = {one.id: one for one in reading.actors}
    named = [one for one in reading.mentions if one.actor in actors and one.span.meets(span)]
    widest = max(named, key=lambda one: (one.end - one.start, -one.start), default=None)
    return actors[widest.actor] if widest and widest.actor else None


def is_one_side(span: Span, text: str, reading: Reading, unit: Unit, library: Library) -> bool:
    """
    Tell whether a sentence names the party that a statement names at a place, in other words.

    One of the two must be the state itself; a person whom the report names is nobody else.
    """
    if _WHERE.search(text[max(0, span.start - _BEFORE) : span.start]):
        return False
    ours, theirs = party_at(span, reading), library.readings[unit.source]
    # "London said": a capital that the reading takes for a town speaks for its state all the same.
    state = library.vocabulary.countries.capitals.get(span.of(text).removesuffix("’s").removesuffix("'s").lower())
    if state is not None and NAME + fold(state) in unit.keys:
        return True
    if ours is None or ours.kind == "person":
        return False
    actors = {one.id: one for one in theirs.actors}
    return any(
        _are_one(ours, actors[one.actor])
        for one in theirs.mentions
        if one.actor in actors and unit.span.covers(one.span) and one.kind != "pronoun"
    )


def one_side_spans(
    stated: Stated, names: Sequence[Span], text: str, reading: Reading, *, units: Sequence[Unit], library: Library
) -> list[Span]:
    """Return the names of a statement whose party its evidence names in other words."""
    quoted = [one.span for one in stated.quotes]
    return [
        span
        for span in names
        if not any(one.covers(span) for one in quoted)
        and any(is_one_side(span, text, reading, unit, library) for unit in units)
    ]


def _are_one(one: Actor, other: Actor) -> bool:
    sides = {one.party or one.id, other.party or other.id}
    # "The IAEA" is the agency whatever it is called; a state is its government, and two of its bodies are two.
    return one.id == other.id or (len(sides) == 1 and "state" in (one.kind, other.kind))
