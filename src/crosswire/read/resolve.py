"""What a sentence needs to be read alone: its pronouns, bare nouns and relative dates, and what they stand for."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Actor, ActorKind, Article, Evidence, Mention, Quote, Resolved, Span, Time

_MONTHS = ("January February March April May June July August September October November December").split()
# Sentence openers that point back to another sentence.
_POINTS_BACK = re.compile(
    r"(?:[\"“'‘(]\s?)?(?:this|that|these|those|such|the (?:two|three|pair|former|latter|same)|both|neither|the other|"
    r"another|others|he|she|they|it|here|then)\b",
    re.IGNORECASE,
)
# "It is likely that ...", "there are": openers that refer to nothing.
_EXPLETIVE = re.compile(
    r"it (?:is|was|will be|would be|has been|remains|became|seems|seemed|appears|appeared) "
    r"(?:\w+ly )?(?:un)?(?:clear|likely|possible|known|expected|important|necessary|"
    r"the (?:first|second|third|last|latest)|"
    r"not (?:\w+ly )?(?:clear|known)|that|only|too|difficult|hard|easy|impossible|said|believed|thought)\b"
    r"|that (?:said|is)\b|both (?:the |\w+ and )|both sides|neither side|then-",
    re.IGNORECASE,
)


class Anchors(msgspec.Struct, frozen=True):
    """The fullest name of every actor in one article, and where it stands."""

    names: Mapping[str, Mention]
    kinds: Mapping[str, ActorKind]


def find_anchors(text: str, mentions: Sequence[Mention], actors: Sequence[Actor]) -> Anchors:
    """Return each actor's fullest naming mention, the earliest of the longest."""
    wanted = {actor.id for actor in actors}
    best: dict[str, Mention] = {}
    for mention in mentions:
        if mention.actor not in wanted or mention.kind not in ("name", "surname", "metonym"):
            continue
        rank = (mention.kind == "name", mention.kind == "surname", mention.end - mention.start)
        held = best.get(mention.actor or "")
        if held is None or rank > (held.kind == "name", held.kind == "surname", held.end - held.start):
            best[mention.actor or ""] = mention
    return Anchors(best, {actor.id: actor.kind for actor in actors})


def resolve_references(
    article: Article,
    evidence: Span,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    times: Sequence[Time],
    anchors: Anchors,
) -> tuple[tuple[Resolved, ...], int]:
    """
    Return what the references of a sentence stand for, and how many of them stand for nothing known.

    `mentions`, `quotes` and `times` are those inside the sentence. Words in quotation marks are left as they were said.
    """
    named: set[str] = set()
    rivals: set[ActorKind | None] = set()
    found: list[Resolved] = []
    dangling = 0
    speech = [quote.span for quote in quotes if quote.kind in ("speech", "dialogue")]
    opener = _opener(article.text, evidence)
    for mention in mentions:
        if any(span.covers(mention.span) for span in speech):
            continue
        if mention.kind == "nominal":
            # "the company" stands in any sentence, and is resolved less surely than a person's title.
            continue
        if mention.kind not in ("pronoun", "title"):
            named.add(mention.actor or "")
            rivals.add(anchors.kinds.get(mention.actor or ""))
            continue
        if opener is not None and mention.start == opener:
            opener = None
        if mention.actor is None:
            dangling += mention.kind == "pronoun"
            continue
        kind = anchors.kinds.get(mention.actor)
        if mention.actor in named or (kind in rivals and mention.start > evidence.start + 2):
            # Somebody of its kind is named before it: the sentence explains itself, or no reader could tell.
            continue
        anchor = anchors.names.get(mention.actor)
        if anchor is None:
            dangling += mention.kind == "pronoun"
            continue
        named.add(mention.actor)
        if anchor.start >= evidence.end or anchor.end <= evidence.start:
            found.append(_actor(article, mention, anchor))
    dangling += opener is not None and not any(span.start <= opener < span.end for span in speech)
    found.extend(_dates(article.text, times, speech))
    return tuple(sorted(found)), dangling


def _actor(article: Article, mention: Mention, anchor: Mention) -> Resolved:
    name = anchor.span.of(article.text)
    evidence = Evidence.cut(article.id, article.text, anchor.span)
    return Resolved(mention.start, mention.end, name, "actor", evidence)


def _dates(text: str, times: Sequence[Time], speech: Sequence[Span]) -> list[Resolved]:
    found = []
    for time in times:
        if time.kind != "date" or time.explicit or time.start is None or time.end is None:
            continue
        if any(span.covers(time.span) for span in speech) or time.precision == "years":
            continue
        if "years" in time.span.of(text):
            # "the first in 40 years": the words say more than the year they come to.
            continue
        found.append(Resolved(time.span.start, time.span.end, date_words(time.start, time.end), "date"))
    return found


def _opener(text: str, evidence: Span) -> int | None:
    """Return where the sentence opens with a word that points back, None when it does not."""
    if _POINTS_BACK.match(text, evidence.start, evidence.end) is None:
        return None
    if _EXPLETIVE.match(text, evidence.start, evidence.end):
        return None
    return evidence.start


def date_words(first: dt.date, last: dt.date) -> str:
    """
    Return the plain words for a day or a stretch of days.

    >>> day = dt.date
    >>> date_words(day(2025, 6, 2), day(2025, 6, 2)), date_words(day(2025, 6, 1), day(2025, 6, 30))
    ('2 June 2025', 'June 2025')
    >>> date_words(day(2025, 6, 2), day(2025, 6, 8)), date_words(day(2025, 1, 1), day(2025, 12, 31))
    ('2-8 June 2025', '2025')
    """
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    after = last + dt.timedelta(days=1)
    if first.day == after.day == 1:
        if first.month == after.month == 1:
            return str(first.year) if last.year == first.year else f"{first.year}-{last.year}"
        if first.month == last.month and first.year == last.year:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        return f"{_MONTHS[first.month - 1]} {first.year} to {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day} {_MONTHS[first.month - 1]} {first.year}"
    return f"{date_words(first, first)} to {date_words(last, last)}"
