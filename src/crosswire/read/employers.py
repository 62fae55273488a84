"""Whose people are introduced by a noun: "Ada Roe, the union's general secretary", "its leader Bo Tarn"."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Actor, Mention
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.party_leaders import owned_parties

_OWNED = re.compile(r"\b(?:[Tt]he (?P<noun>[a-z]{3,20})['’]s|(?P<its>[Ii]ts|[Tt]heir)) ")
_BODIES = frozenset({"body", "group"})
# "Ministry spokesman", "foreign ministry spokeswoman": of which, the role does not say.
_OF_A_BODY = re.compile(r"(?:[a-z]+ )?(ministry|government|army|military) (?:spokes|official|chief)")
_POSSESSIVE = frozenset({"'s ", "’s ", "' ", "’ "})
_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|spokes\w+|ambassador|envoy|negotiator|commissioner|"
    r"general|chief)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex|late|opposition|shadow|ousted|deposed)\b", re.IGNORECASE)
# "PX political bureau member Ada Roe": what stands between a group's name and its officer's.
_BUREAU = re.compile(r" (?:[a-z-]+ ){0,3}")
_MEMBER = re.compile(r"(?:[a-z-]+ ){0,3}(?:member|official|leader|negotiator|spokes\w+|deputy|chief)")
_OWNING = frozenset({"body", "state"})
# Mentions back to the one that the noun repeats.
_BACK = 15
_OF_THE = re.compile(r",? (?:of|from|at) (?:the )?(?:[A-Za-z]+ )?")
_BEFORE = 8


def employed(text: str, actors: Sequence[Actor], mentions: Sequence[Mention], words: Gazetteer) -> list[Actor]:
    """
    Return the actors, each person of no side whom a report introduces as a body's with that body as his side.

    "The union's general secretary" is of the body last called "the union", or named one; "its leader" of the body
    just named; "Ada Roe's Lake Movement" makes her its leader.
    """
    kinds = {actor.id: actor for actor in actors}
    found = {one: body for one, body in owned_parties(text, kinds, mentions, words).items() if not kinds[one].party}
    for index, mention in enumerate(mentions):
        person = kinds.get(mention.actor or "")
        if person is None or person.kind != "person" or person.party is not None or person.id in found:
            continue
        body = (
            _owner(text, mentions, index, kinds)
            or _of_ministry(text, person.role, mentions, kinds)
            or _beside(text, mentions, index, kinds, person.role or "")
            or _works_at(text, mentions, index, kinds)
        )
        if body is not None:
            found[person.id] = body
    return [msgspec.structs.replace(one, party=found[one.id]) if one.id in found else one for one in actors]


def _owner(text: str, mentions: Sequence[Mention], index: int, actors: Mapping[str, Actor]) -> str | None:
    mention = mentions[index]
    full = mention.full
    before = _OWNED.search(text, max(0, full.start - _BEFORE), full.start)
    match = _OWNED.search(text, full.start, full.end) if full.end > mention.end or full.start < mention.start else None
    if match is None and before is not None and before.end() == full.start < mention.start:
        match = before
    if match is None:
        return None
    earlier = [one for one in reversed(mentions[max(0, index - _BACK) : index]) if one.start < match.start()]
    bodies = [one for one in earlier if one.actor and one.actor in actors and actors[one.actor].kind in _BODIES]
    if match["noun"] is None:
        near = bodies[0] if bodies and bodies[0].kind in ("name", "nominal") else None
        return near.actor if near is not None and _same_sentence(text, near.end, match.start()) else None
    noun = match["noun"]
    said = next((one for one in bodies if one.kind == "nominal" and text[one.start : one.end].endswith(noun)), None)
    called = next((one for one in bodies if one.actor and _is_called(actors[one.actor], noun)), None)
    best = said or called
    return best.actor if best is not None else None


def _of_ministry(text: str, role: str | None, mentions: Sequence[Mention], actors: Mapping[str, Actor]) -> str | None:
    """Return whose a "ministry spokesman" is who has no other: of the one side whose ministry the report names."""
    match = _OF_A_BODY.match(role or "")
    if match is None:
        return None
    told = [
        one.actor for one in mentions if one.actor and match[1] in text[one.full.start : one.full.end + _BEFORE * 3]
    ]
    named = [actors[one] for one in told if one in actors]
    sides = {one.party or one.id for one in named if one.kind in _OWNING}
    return sides.pop() if len(sides) == 1 else None


def _beside(text: str, mentions: Sequence[Mention], index: int, actors: Mapping[str, Actor], role: str) -> str | None:
    """Return whose officer somebody is right behind its name: "Oria's Foreign Minister Ada Roe", "PX bureau member"."""
    before = mentions[index - 1] if index else None
    known = actors.get(before.actor or "") if before is not None else None
    if before is None or known is None or known.kind not in _OWNING | _BODIES or _FORMER.search(role):
        return None
    gap = text[before.end : mentions[index].full.start]
    owned = gap in _POSSESSIVE and _OFFICE.search(role) is not None
    of_group = known.kind == "group" and _BUREAU.fullmatch(gap) is not None and _MEMBER.fullmatch(role) is not None
    return (known.party or known.id) if owned or of_group else None


def _works_at(text: str, mentions: Sequence[Mention], index: int, actors: Mapping[str, Actor]) -> str | None:
    """Return whose ministry a name is followed by: "Ada Roe of the Orian energy ministry"."""
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    body = actors.get(after.actor or "") if after is not None else None
    if after is None or body is None or body.kind != "body" or "ministry" not in body.name.lower():
        return None
    return body.party if _OF_THE.fullmatch(text[mentions[index].end : after.start]) is not None else None


def _is_called(body: Actor, noun: str) -> bool:
    return body.name.lower().split()[-1] == noun


def _same_sentence(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return ". " not in between and "\n" not in between
