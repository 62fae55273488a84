"""
Whose "the foreign minister" is where no report says: the state's whose paper tells it, or that it is sent from.

A wire from a capital writes "President Ada Roe" of that state's president alone; a foreign one has his country's name.
So does a paper that is called after the state or its capital: "Vesk Post".
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Actor, Article, Mention, Span
from crosswire.packs import Packs
from crosswire.read.issuer import state_of
from crosswire.text.datelines import dateline_end

_OFFICE = re.compile(
    r"(?:(?:deputy|first|acting|vice|chief) )*(?:president|premier|chancellor|(?:[a-z]+ ){1,2}minister|"
    r"minister of [a-z ]{3,40}|(?:[a-z]+ ){0,2}ministry (?:spokes\w+|official)|"
    r"(?:government|army|military|cabinet|presidential) (?:spokes\w+|chief)|"
    r"(?:parliament(?:ary)? |house )?speaker|central bank (?:governor|chief)|"
    r"secretary of the (?:[a-z]+ )?national security council)"
)
# "Freedonian Foreign Minister Ada Roe", "Roe's foreign minister": a name before an office is its owner's.
_OWNED = re.compile(r"(?:\b[A-Z][\w-]+ |['’]s? )$")
_BEFORE = 60
_PLACES = re.compile(r"[^\W\d_]+(?:[ .'’-]{1,2}[^\W\d_]+){0,4}")
# Characters of a line that a dateline takes at most.
_LINE = 80
_FIRST, _HEAD = 3, 400
_TWO = 2
_LINES = re.compile(r"[^\n]+")


def with_home_offices(
    article: Article, actors: Sequence[Actor], mentions: Sequence[Mention], packs: Packs
) -> list[Actor]:
    """Return the actors, each person of no side in a bare office of state with the report's own state as his side."""
    if article.genre == "opinion":
        return list(actors)  # who argues names the presidents of his neighbours without their countries
    bare = [one.id for one in actors if _is_bare(one)]
    home = state_of(article.outlet, packs) or (_sent_from(article, actors, mentions, packs) if bare else None)
    if not bare or home is None:
        return list(actors)
    roles = {one.id: one.role or "" for one in actors if one.id in bare}
    owned = {one.actor for one in mentions if one.actor in roles and _is_owned(article.text, one, roles[one.actor])}
    ours = set(bare) - owned
    return [msgspec.structs.replace(one, party=home) if one.id in ours else one for one in actors]


def _is_owned(text: str, one: Mention, role: str) -> bool:
    """Tell whether somebody's name stands before an office: "the union's president, Ada Roe", "Ada Roe, its head"."""
    stands = text[max(0, one.full.start - _BEFORE) : one.start].rstrip(", ")
    before = stands.removesuffix(role) if stands.endswith(role) else ""  # "Mr Roe" is owned by no "Mr"
    after, found, _ = text[one.end : one.full.end + _BEFORE].partition(role)
    return _OWNED.search(before if before.endswith(" ") else f"{before} ") is not None or (
        bool(found) and _OWNED.search(after) is not None
    )


def _is_bare(one: Actor) -> bool:
    held = one.kind == "person" and one.party is None and not one.known and one.role
    return bool(held) and _OFFICE.fullmatch((one.role or "").lower().removeprefix("the ")) is not None


def _sent_from(article: Article, actors: Sequence[Actor], mentions: Sequence[Mention], packs: Packs) -> str | None:
    """Return the state that a report's dateline names, where no two are named more often in it."""
    places = _places(packs)
    sides = {one.id: one.party for one in actors if one.party in places.values()}
    named = Counter(sides[one.actor] for one in mentions if one.actor in sides)
    # Of two states at odds, a report names the other one as often as its own.
    foremost = sorted(named, key=lambda one: (-named[one], one))[:_TWO]
    for line in _first_lines(article):
        stop = dateline_end(article.text, line.start, line.end)
        for piece in _PLACES.findall(article.text[line.start : stop if stop > line.start else line.end]):
            state = places.get(piece.casefold())
            if state is not None:
                return state if state in foremost else None
    words = (article.outlet or "").casefold().split()
    pieces = (" ".join(words[at : at + size]) for size in (2, 1) for at in range(len(words) - size + 1))
    called = next((state for piece in pieces if (state := places.get(piece)) is not None), None)
    return called if called in foremost else None


def _places(packs: Packs) -> dict[str, str]:
    """Return the packs' states by their names and capitals, in small letters."""
    places = _states(packs.digest)
    if not places:
        names = ((one.id, name) for one in packs.actors if one.kind == "state" for name in (one.name, *one.aliases))
        capitals = ((one.id, name) for one in packs.actors if one.kind == "state" for name in one.metonyms)
        places.update({name.casefold(): state for state, name in (*capitals, *names)})
    return places


def _first_lines(article: Article) -> list[Span]:
    """Return the lines that may hold a dateline: stamps with an agency's mark, and those that open with one."""
    found: list[Span] = []
    for region in [one for one in article.regions if one.role in ("date", "body")][:_FIRST]:
        for match in list(_LINES.finditer(article.text, region.start, min(region.end, region.start + _HEAD)))[:_FIRST]:
            end = min(match.end(), match.start() + _LINE)
            stamp = region.role == "date" and "(" in match[0]
            if stamp or dateline_end(article.text, match.start(), end) > match.start():
                found.append(Span(match.start(), end))
    return found


@lru_cache(maxsize=8)
def _states(digest: str) -> dict[str, str]:
    """Return the store of states by name and capital of one set of packs; it is filled on first use."""
    return {}
