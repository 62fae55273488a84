"""Whose party is whose: "Ada Roe's Lake Movement", "Roe's party, the LMP", "his LMP", "Roe (LMP)", "the LMP's Roe"."""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from crosswire.model import Actor, Mention
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.led import find_led

# From a leader to the party: "'s ", "'s opposition party, the ", and after "his" or "her" the descriptions alone.
_DESCRIBED = (
    r"(?:(?:long-)?(?:ruling|governing|opposition|main|mainstream|small|smaller|tiny|new|rebel|populist|leftist|"
    r"left-wing|right-wing|far-right|far-left|centrist|conservative|liberal|socialist|communist|nationalist|islamist|"
    r"moderate|radical|powerful) ){0,2}(?:(?:party|movement|group|alliance), (?:the )?)?"
)
OWNS = re.compile(rf"['’]s? {_DESCRIBED}")
_HIS = re.compile(rf" {_DESCRIBED}")
_OWNERS = frozenset({"his", "her"})
# Between a member and the short name of his party, and between a party and one of its own.
_MEMBER, _ITS_OWN = " (", re.compile(r"['’]s? ")
# "Roe's LMP faction" is a part of the LMP, and not the LMP.
PART = re.compile(r" (?:faction|wing|splinter|breakaway|offshoot|rebel|dissident|colleague|rival|opponent)s?\b")


def owned_parties(
    text: str, actors: Mapping[str, Actor], mentions: Sequence[Mention], words: Gazetteer
) -> dict[str, str]:
    """Return, for each person whom a possessive says a party is of, that party; the one said so most often."""
    told: dict[str, dict[str, int]] = {}
    led: Set[str] | None = None
    for one, other in pairwise(mentions):
        first, second = actors.get(one.actor or ""), actors.get(other.actor or "")
        if first is not None and second is not None and (member := _member(text, one, other, first, second)):
            counts = told.setdefault(member[0], {})
            counts[member[1]] = counts.get(member[1], 0) + 1
            continue
        person, body = first, second
        if person is None or body is None or person.kind != "person" or person.known or other.kind != "name":
            continue
        if body.known or body.kind not in ("body", "group") or body.party is not None:
            continue
        owns = _HIS if one.kind == "pronoun" and text[one.start : one.end].lower() in _OWNERS else OWNS
        if owns.fullmatch(text, one.end, other.start) is None or PART.match(text, other.end):
            continue
        led = find_led(text, words) if led is None else led
        if is_party(body, words, led):
            counts = told.setdefault(person.id, {})
            counts[body.id] = counts.get(body.id, 0) + 1
    return {person: min(counts, key=lambda body: (-counts[body], body)) for person, counts in told.items()}


def _member(text: str, one: Mention, other: Mention, first: Actor, second: Actor) -> tuple[str, str] | None:
    """Return a person and the body told to be his: its short name in brackets behind him, or it owns him by name."""
    between = text[one.end : other.start]
    if between == _MEMBER and text[other.end : other.end + 1] == ")":
        person, body, short = first, second, text[other.start : other.end]
    elif _ITS_OWN.fullmatch(between) and one.kind == "name":
        person, body, short = second, first, text[one.start : one.end]
    else:
        return None
    free = not (body.known or person.known or body.party) and body.kind in ("body", "group")
    return (person.id, body.id) if person.kind == "person" and free and short.isupper() else None


def is_party(body: Actor, words: Gazetteer, led: Set[str]) -> bool:
    """Tell whether a body is a party or a movement: its name says so, or the text speaks of its leaders and members."""
    named = {word.lower() for name in (body.name, *body.names) for word in name.split()}
    return not named.isdisjoint(words.factions) or not led.isdisjoint((body.name, *body.names))
