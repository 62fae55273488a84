"""Who "the diplomat" is: the one person just introduced with a title of that kind, also ahead of it in a headline."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Attribution, Span
from crosswire.packs import Packs
from crosswire.read.attribution_cast import Cast

# Sentences back in which the person was introduced or spoke; papers repeat the name after that.
_BACK = 3
# A headline's speaker is named by one of the first sayings of the body.
_FIRST = 4
_KINDS = ("diplomat", "envoy", "negotiator", "official")
_AGAIN = re.compile(r"[Tt]he (?:[a-z-]{3,14} )?([a-z]{4,12})")
_WORD = re.compile(r"[a-z][a-z-]*")
# "A Western diplomat", "a senior official", "one of the envoys": somebody without a name.
_STRANGER = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]{1,20} ){0,4}?(diplomat|envoy|negotiator|official)s?\b")
_PERSONAL = frozenset({"he", "she"})
# A lead's one person without a name, and the paragraphs a lead is looked for in.
_ONE = re.compile(r"(?:[Aa]n?|[Oo]ne of) (?:[\w’'-]{1,20} ){0,6}?(?!former)[\w-]{3,20}$")
_LEAD = (1, 2)
_SMALL = frozenset({"a", "an", "the"})

Titles = Mapping[str, frozenset[str]]


@lru_cache(maxsize=8)
def _slot(digest: str) -> dict[str, frozenset[str]]:
    return {}


def titles_of(packs: Packs) -> Titles:
    """Return, for each noun a report may call somebody again with, the words of titles it fits."""
    table = _slot(packs.digest)
    if not table:
        table.update({kind: frozenset(packs.words(f"{kind}_titles")) for kind in _KINDS})
    return table


def name_again(
    text: str,
    attributions: Sequence[Attribution],
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    cast: Cast,
    titles: Titles,
) -> list[Attribution]:
    """
    Give "the diplomat said" and the "he added" after it, and a headline's "diplomat", the person they mean.

    A lead's "a ministry official told Northwire" is whom the next paragraphs name.
    """
    named: list[Attribution] = []
    again: str | None = None
    for one in attributions:
        source = one.source
        if one.unnamed and source is not None:
            words = source.of(text)
            if words.lower() in _PERSONAL and again is not None:
                one = _given(one, again, cast, source.start)
            elif paragraphs[one.sentence] == 0:
                one = _in_headline(one, words, attributions, paragraphs, cast, titles)
            elif paragraphs[one.sentence] in _LEAD and _ONE.match(words):
                twin = next((other for other in named if other.source == source and other.speaker is not None), None)
                if twin is not None and twin.speaker is not None:
                    one = _given(one, twin.speaker, cast, 0)  # "..., an official told Northwire, adding that ..."
                else:
                    one = _in_lead(one, words, attributions, sentences, cast, titles)
            elif match := _AGAIN.fullmatch(words):
                near = Span(sentences[max(0, one.sentence - _BACK)].start, source.start)
                found = _introduced(text, match[1], near, cast, titles)
                one = _given(one, found, cast, source.start) if found else one
        again = one.speaker if one.speaker is not None else None
        named.append(one)
    return named


def _given(one: Attribution, actor: str, cast: Cast, before: int) -> Attribution:
    return msgspec.structs.replace(one, speaker=actor, speaker_mention=_mention(actor, cast, before), unnamed=False)


def _mention(actor: str, cast: Cast, before: int) -> int | None:
    """Return the last naming mention of an actor before a place, or its first."""
    named = [i for i in cast.order if cast.mentions[i].actor == actor and cast.mentions[i].kind in ("name", "surname")]
    return next((i for i in reversed(named) if cast.mentions[i].start < before), named[0] if named else None)


def _introduced(text: str, noun: str, near: Span, cast: Cast, titles: Titles) -> str | None:
    """Return the one person named in the last sentences whom the noun fits; a stranger there may be meant instead."""
    if noun not in titles or any(match[1] == noun for match in _STRANGER.finditer(text, near.start, near.end)):
        return None
    first, last = bisect_left(cast.starts, near.start), bisect_left(cast.starts, near.end)
    actors = {cast.mentions[cast.order[place]].actor for place in range(first, last)}
    fitting = [actor for actor in actors if actor is not None and _fits(noun, _words_of(actor, cast), titles)]
    return fitting[0] if len(fitting) == 1 else None


def _in_headline(
    one: Attribution,
    words: str,
    attributions: Sequence[Attribution],
    paragraphs: Sequence[int],
    cast: Cast,
    titles: Titles,
) -> Attribution:
    """Give a headline's "deputy foreign minister" the only speaker of the first sayings who is one."""
    said = [word for word in _WORD.findall(words.lower()) if word not in _SMALL]
    body = [other for other in attributions if paragraphs[other.sentence] != 0][:_FIRST]
    speakers = {other.speaker for other in body if other.speaker is not None}
    fitting = [
        actor
        for actor in speakers
        if (held := _words_of(actor, cast)) and said and (held.issuperset(said) or _fits(words.lower(), held, titles))
    ]
    return _given(one, fitting[0], cast, 0) if len(fitting) == 1 else one


def _in_lead(
    one: Attribution,
    words: str,
    attributions: Sequence[Attribution],
    sentences: Sequence[Span],
    cast: Cast,
    titles: Titles,
) -> Attribution:
    """
    Give a lead's "a foreign ministry official" the only person who is named soon after for the same words.

    He must not be named before, and either tell the same outlet or hold a title with all the words of the lead's. "A
    senior diplomat" is the one of a foreign ministry whom the next sentence names.
    """
    assert one.source is not None
    said = [word for word in _WORD.findall(words.lower()) if word not in _SMALL]
    told = {via.name for via in one.via}
    later = [other for other in attributions if other.sentence > one.sentence][:_FIRST]
    fitting = {
        other.speaker
        for other in later
        if other.speaker is not None
        and (held := _words_of(other.speaker, cast))
        and (
            not told.isdisjoint(via.name for via in other.via)
            or (len(said) > 1 and held.issuperset(said))
            or (other.sentence == one.sentence + 1 and said[-1] != "official" and _fits(said[-1], held, titles))
        )
        and not _is_named_before(other.speaker, sentences[one.sentence].end, cast)
    }
    return _given(one, next(iter(fitting)), cast, 0) if len(fitting) == 1 else one


def _is_named_before(actor: str, place: int, cast: Cast) -> bool:
    return any(cast.mentions[at].actor == actor and cast.mentions[at].start < place for at in cast.order)


def _fits(noun: str, held: frozenset[str], titles: Titles) -> bool:
    return not held.isdisjoint(titles.get(noun, frozenset()))


def _words_of(actor: str, cast: Cast) -> frozenset[str]:
    """Return the words of a person's titles, in the report and in the packs."""
    found = cast.actors.get(actor)
    if found is None or found.kind != "person":
        return frozenset()
    roles = (found.role.lower() if found.role else "", *cast.roles.get(actor, ()))
    return frozenset(word for role in roles for word in _WORD.findall(role))
