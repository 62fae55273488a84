"""
The issuer of an official statement speaks in it: "We reject the offer" is a union's or a ministry's own word.

Only first-person sentences are read so; what such a text tells in the third person stays its narration.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Actor, Attribution, Span
from crosswire.packs import Packs
from crosswire.read.attribution_cast import Cast

# "The Ministry of Defence", in a state's own paper.
_MINISTRY = re.compile(r"(?:Ministry|Department|Council) (?:of|for) .+|.*\b(?:Ministry|Presidency|Parliament|Cabinet)")
# Whoever heads a state speaks for it on his own page: "President of Arland".
_HEAD = re.compile(r"(?:Office of the )?(?:President|Prime Minister|Chancellor|King|Government|Chairman|Premier) of .+")
_LINE = re.compile(r"[^\n]+")
# Lines in which a letter greets, those in which it is signed, and the words of either.
_OPENING, _SIGNED, _SALUTE, _SIGNATURE = 3, 2, 6, 8
_OURS = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|I|[Mm]y)\b")
# "State of Arland" owns a ministry's page as Arland does.
_OF = re.compile(r"^(?:the )?(?:state|government|republic|city) of (?:the )?")


def issuer_of(outlet: str | None, packs: Packs) -> str | None:
    """Return the actor an official outlet speaks for: whom its `owner` or its own name names; else None."""
    owner, kind = _owner(outlet, packs)
    return owner if kind == "official" else _named_by(outlet, packs) if kind is None and outlet else None


def state_of(outlet: str | None, packs: Packs) -> str | None:
    """Return the actor that an official or a state's outlet belongs to, None for any other."""
    return _owner(outlet, packs)[0]


def _named_by(outlet: str, packs: Packs) -> str | None:
    """Return the listed body or state of this name, or the state that a ministry's full name ends in."""
    name = outlet.casefold().removeprefix("the ")
    listed = {word.casefold(): one for one in packs.actors for word in (one.name, *one.aliases)}
    one = listed.get(name)
    if one is not None and one.kind in ("body", "state"):
        return one.id
    tail = listed.get(name.rpartition(" of ")[2].removeprefix("the "))
    speaks = _MINISTRY.match(outlet) or _HEAD.match(outlet)
    return tail.id if tail is not None and tail.kind == "state" and speaks else None


def named_issuer(outlet: str | None, actors: Iterable[Actor]) -> str | None:
    """
    Return the actor that an official statement is published by under its own name, listed or not.

    >>> named_issuer("Lake Front", [Actor("lake-front", "Lake Front", "body")])
    'lake-front'
    """
    wanted = (outlet or "").casefold().removeprefix("the ")
    return next(
        (
            one.id
            for one in actors
            if one.kind in ("body", "group", "state")
            and wanted in {name.casefold().removeprefix("the ") for name in (one.name, *one.names)}
        ),
        None,
    )


def home_bodies(outlet: str | None, actors: Sequence[Actor], packs: Packs) -> list[Actor]:
    """Return actors with the side of a ministry that a state's own paper names without saying whose it is."""
    owner, _ = _owner(outlet, packs)
    if owner is None:
        return list(actors)
    return [
        msgspec.structs.replace(one, party=owner)
        if one.kind == "body" and one.party is None and not one.known and _MINISTRY.fullmatch(one.name)
        else one
        for one in actors
    ]


def _owner(outlet: str | None, packs: Packs) -> tuple[str | None, str | None]:
    """Return the actor that owns an official or a state's outlet, and which of the two it is."""
    owners = _slot(packs.digest)
    if not owners:
        owners.update(_owners(packs))
    return owners.get((outlet or "").casefold(), (None, None))


@lru_cache(maxsize=8)
def _slot(digest: str) -> dict[str, tuple[str | None, str | None]]:
    return {}


def _owners(packs: Packs) -> dict[str, tuple[str | None, str | None]]:
    ids = {name.casefold(): actor.id for actor in packs.actors for name in (actor.name, *actor.aliases)}
    found: dict[str, tuple[str | None, str | None]] = {}
    for outlet in packs.outlets:
        owner = (outlet.owner or "").casefold()
        actor = ids.get(owner) or ids.get(_OF.sub("", owner))
        # Many a state's agency is a wire, too.
        if outlet.kind in ("official", "state", "wire") and actor is not None:
            found |= {name.casefold(): (actor, outlet.kind) for name in (outlet.name, *outlet.aliases)}
    return found


def signer_of(text: str, cast: Cast, *, statement: bool) -> str | None:
    """
    Return who signs a letter or a union's bulletin: the known person whose name alone stands in its last lines.

    A report that is no official statement must open like a letter: "Dear members,".
    """
    lines = [match for match in _LINE.finditer(text) if match[0].strip()]
    letter = any(one[0].rstrip().endswith(",") and len(one[0].split()) <= _SALUTE for one in lines[:_OPENING])
    if not (statement or letter) or len(lines) < _OPENING:
        return None
    for line in lines[-_SIGNED:]:
        span = Span(line.start(), line.end())
        found = {cast.mentions[index].actor for index in cast.inside(span)} - {None}
        known = cast.actors.get(found.pop() or "") if len(found) == 1 else None
        if known is not None and known.kind == "person" and known.known and len(line[0].split()) <= _SIGNATURE:
            return known.id
    return None


def own_words(
    sentences: Sequence[Span], paragraphs: Sequence[int], text: str, issuer: str, found: Sequence[Attribution]
) -> list[Attribution]:
    """Return `found` with each first-person sentence that nobody else speaks as the issuer's direct speech."""
    told = {one.sentence for one in found if one.speaker is not None or one.unnamed}
    ours = {
        number
        for number, (span, paragraph) in enumerate(zip(sentences, paragraphs, strict=False))
        if paragraph and number not in told and _OURS.search(text, span.start, span.end)
    }
    own = [Attribution("direct", (sentences[number],), number, speaker=issuer) for number in sorted(ours)]
    return [*(one for one in found if one.sentence not in ours), *own]


def itself(text: str, issuer: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with "the Chair", "the Ministry", which no name tells of, as the issuer of the statement."""
    return [
        msgspec.structs.replace(one, speaker=issuer, unnamed=False)
        if one.speaker is None and one.source is not None and one.source.of(text).lower() in _ITSELF
        else one
        for one in found
    ]


_ITSELF = frozenset(
    f"the {one}"
    for one in str.split(
        "chair chairman chairperson council presidency ministry government commission secretariat committee bloc"
    )
)
