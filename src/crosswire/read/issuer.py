"""
The issuer of an official statement speaks in it: "We reject the offer" is a union's or a ministry's own word.

What a public body's own statement tells in the third person is its word, too; of a letter only what says "we" or "I".
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Actor, Attribution, Span
from crosswire.packs import Packs
from crosswire.read.attribution_cast import Cast
from crosswire.read.full_names import is_full_form
from crosswire.text.letterheads import letterhead

# "The Ministry of Defence", in a state's own paper.
_MINISTRY = re.compile(r"(?:Ministry|Department|Council) (?:of|for) .+|.*\b(?:Ministry|Presidency|Parliament|Cabinet)")
# Whoever heads a state speaks for it on his own page: "President of Arland".
_HEAD = re.compile(r"(?:Office of the )?(?:President|Prime Minister|Chancellor|King|Government|Chairman|Premier) of .+")
_LINE = re.compile(r"[^\n]+")
_OWN_MINISTRY = re.compile(
    r"(?P<state>[^\n]{3,40}?)(?:['’]s)? (?:foreign |defen[cs]e )?(?:ministry|department)(?: (?:of|for) .+)?"
)
# Characters of a document's head, and those in which a title names who issues it.
_HEAD_SAMPLE, _NAMED = 500, 120
_STATEMENT_BY = re.compile(
    r"(?im)^(?:press |official )?(?:statement|communiqu[eé]|declaration) (?:by|of|from) (?:the )?"
)
_ON = re.compile(r"\n|,|\b(?:on|regarding|concerning|about|following|after|in)\b")
# What two issue together speaks for neither alone.
_JOINT = re.compile(
    r"\bjoint (?:[a-z]+ )?(?:statement|communiqu|declaration)|\bread-?out\b|\bfollowing (?:\w+ ){1,3}agreed\b"
    r"|\bagreed (?:as follows|on the following|that|to|on)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:The|Both|Two)(?: two| three)? (?:\w+ ){0,2}(?:parties|sides|delegations|governments|countries|teams|ministers"
    r"|leaders|participants|heads)\b|They\b|Both\b|It (?:was|has been|is) agreed\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did)\b|(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeen )(?<!\bhas )(?<!\bhave )(?<!\bnot )"
    r"\b[a-z]+[^\We]ed\b(?! by\b)"
)
# "The allegation that they crossed the line is rejected" judges now what was told of the past.
_JUDGED = re.compile(
    r"\b(?:is|are) (?:\w+ )?(?:rejected|denied|refuted|false|baseless|untrue|unfounded|groundless|incorrect|wrong)\b"
)
# Words of a line that says something.
_SAYS = 5
# Lines in which a letter greets, those in which it is signed, and the words of either.
_OPENING, _SIGNED, _SALUTE, _SIGNATURE = 3, 2, 6, 8
_OURS = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]urs?|I|[Mm]y)\b")
# "State of Arland" owns a ministry's page as Arland does.
_OF = re.compile(r"^(?:the )?(?:state|government|republic|city) of (?:the )?")


def issuer_of(outlet: str | None, packs: Packs) -> str | None:
    """Return the actor an official outlet speaks for: whom its `owner` or its own name names; else None."""
    owner, kind = _owner(outlet, packs)
    return owner if kind == "official" else _named_by(outlet, packs) if kind is None and outlet else None


def public_issuer(text: str, outlet: str | None, actors: Sequence[Actor], cast: Cast, packs: Packs) -> str | None:
    """Return the public body, state or party whose statement a text is: by its outlet, its head or its title."""
    return (
        issuer_of(outlet, packs) or headed_by(text, packs) or named_issuer(outlet, actors) or titled_issuer(text, cast)
    )


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
    speaks = _MINISTRY.match(outlet) or _HEAD.match(outlet) or is_full_form(outlet.title())
    if tail is None or tail.kind != "state":
        # "Arland Ministry of Information"
        own = _OWN_MINISTRY.fullmatch(name)
        tail = listed.get(own["state"]) if own else None
        return tail.id if tail is not None and tail.kind == "state" else None
    return tail.id if speaks else None


def headed_by(text: str, packs: Packs) -> str | None:
    """Return the state that a document has at its head, above or below a ministry's name."""
    state = letterhead(text)
    return _named_by(f"Government of {state}", packs) if state is not None else None


def titled_issuer(text: str, cast: Cast) -> str | None:
    """Return the body or state that a document's first lines say it is a statement by or of."""
    match = _STATEMENT_BY.search(text, 0, _HEAD_SAMPLE)
    if match is None:
        return None
    reach = Span(match.end(), min(match.end() + _NAMED, len(text)))
    stop = _ON.search(text, reach.start, reach.end)
    inside = cast.inside(Span(reach.start, stop.start() if stop else reach.end))
    named = [cast.actors.get(cast.mentions[index].actor or "") for index in inside]
    return next((one.id for one in named if one is not None and one.kind in ("body", "group", "state")), None)


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


def as_issued(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    found: Sequence[Attribution],
    cast: Cast,
    body: str | None,
    *,
    statement: bool,
) -> list[Attribution]:
    """Return `found` with what the public `body` that issues a text, or whoever signs it, says in his own voice."""
    issuer = body or signer_of(text, cast, statement=statement)
    if issuer is None:
        return list(found)
    return own_words(sentences, paragraphs, text, issuer, itself(text, issuer, found), cast if body else None)


def own_words(
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    text: str,
    issuer: str,
    found: Sequence[Attribution],
    cast: Cast | None,
) -> list[Attribution]:
    """
    Return `found` with the sentences that nobody else speaks as the issuer's direct speech.

    Those are the sentences in the first person, and with a `cast` those that tell of nobody else, unless two issue
    the statement together: "The parties agreed that ..." is told, and nobody's claim.
    """
    whole = cast if _JOINT.search(text) is None else None
    told = {one.sentence for one in found if one.speaker is not None or one.unnamed}
    ours = {
        number
        for number, (span, paragraph) in enumerate(zip(sentences, paragraphs, strict=False))
        if paragraph
        and number not in told
        and (
            _OURS.search(text, span.start, span.end)
            or (whole and _says(text, span) and _is_own(span, text, issuer, whole))
        )
    }
    own = [Attribution("direct", (sentences[number],), number, speaker=issuer) for number in sorted(ours)]
    return [*(one for one in found if one.sentence not in ours), *own]


def _says(text: str, span: Span) -> bool:
    """Tell whether a line of a statement says something and is no address, date or menu."""
    return (
        text.count(" ", span.start, span.end) >= _SAYS
        and text[span.end - 1] in '.!?”"’;:'
        and (" | " not in text[span.start : span.end])
    )


def _is_own(span: Span, text: str, issuer: str, cast: Cast) -> bool:
    """
    Tell whether a sentence of an issuer's statement is about nobody else, and how things are or shall be.

    What the issuer tells of the past is narrated as in any report.
    """
    if _TOGETHER.match(text, span.start, span.end):
        return False
    if _PAST.search(text, span.start, span.end) and not _JUDGED.search(text, span.start, span.end):
        return False
    named = [cast.actors.get(cast.mentions[index].actor or "") for index in cast.inside(span)]
    side = _side(cast.actors.get(issuer)) or issuer
    return all(one is None or one.kind == "place" or _side(one) in (side, issuer) for one in named)


def _side(actor: Actor | None) -> str | None:
    return None if actor is None else actor.party or actor.id


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
        "chair chairman chairperson council presidency ministry minister government commission secretariat committee "
        "bloc board"
    )
)
