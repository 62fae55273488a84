"""The running speaker: who "he said" is after somebody's words were just told."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Attribution, Span
from crosswire.read.attribution_cast import Cast
from crosswire.read.strangers import after_stranger, paragraph_start

# Sentences between one saying and the "he said" that goes on with its speaker, those of what was said not counted.
# 2 and 3 are as good on bench/gold/pronouns, 1 loses one of 164.
_BACK = 2
_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_TITLE = re.compile(r"\b(mr|mrs|ms|miss)\b\.?\s*$", re.IGNORECASE)
_TOPIC = re.compile(r"(?:Of|On|About|Asked (?:about|of)|Speaking of|As for)\b")


class _Running(msgspec.Struct, frozen=True):
    """The last saying of a named person that stands in nobody else's words."""

    actor: str
    mention: int | None
    end: int
    contents: tuple[Span, ...]


def carry_on_speaker(
    text: str, attributions: Sequence[Attribution], sentences: Sequence[Span], cast: Cast
) -> list[Attribution]:
    """
    Give "he said" to the speaker of the saying before it where nobody was found, or only somebody it told of.

    Papers go on with a speaker until they name the next: "Roe said Doe had failed. “He knew it,” he added."
    """
    genders: Mapping[str, str] | None = None
    starts = [sentence.start for sentence in sentences]
    carried: list[Attribution] = []
    last: _Running | None = None
    for one in attributions:
        word = one.source.of(text).lower() if one.source is not None else ""
        if word in ("he", "she"):
            genders = _genders(text, cast) if genders is None else genders
            if one.speaker is not None and genders.get(one.speaker, word) != word:
                one = msgspec.structs.replace(one, speaker=None, speaker_mention=None)
            fits = last is not None and not one.unnamed and genders.get(last.actor, word) == word
            led = _leads(text, one, word, genders, cast) if one.speaker is None and not one.unnamed else None
            if last is not None and led is not None and cast.mentions[led].actor != last.actor:
                one = msgspec.structs.replace(one, speaker=cast.mentions[led].actor, speaker_mention=led)
            elif last is not None and fits and _goes_on(text, one, last, sentences, starts, cast):
                one = msgspec.structs.replace(one, speaker=last.actor, speaker_mention=last.mention)
        carried.append(one)
        last = _after(one, word, last, cast)
    return carried


def _after(one: Attribution, word: str, last: _Running | None, cast: Cast) -> _Running | None:
    place = one.source.start if one.source is not None else one.contents[0].start
    if last is not None and any(span.start < place < span.end for span in last.contents):
        return last  # said within what the last one said
    actor = cast.actors.get(one.speaker or "")
    if actor is not None and actor.kind == "person":
        end = max(place, *(span.end for span in one.contents))
        return _Running(actor.id, one.speaker_mention, end, one.contents)
    return last if word in ("he", "she", "it", "who", "") else None


def _leads(text: str, one: Attribution, word: str, genders: Mapping[str, str], cast: Cast) -> int | None:
    """Return the mention of the person who opens the paragraph of some words, the only one named in it before them."""
    assert one.source is not None
    begins = min(one.source.start, one.contents[0].start)
    start = paragraph_start(text, begins)
    if start is None:
        return None
    named: dict[str, int] = {}
    for index in cast.inside(Span(start, begins)):
        actor = cast.actors.get(cast.mentions[index].actor or "")
        if actor is not None and actor.kind == "person" and genders.get(actor.id, word) == word:
            named.setdefault(actor.id, index)
    if len(named) != 1:
        return None
    index = next(iter(named.values()))
    opens = cast.mentions[index]
    return index if opens.kind != "pronoun" and min(opens.start, opens.full.start) == start else None


def _goes_on(
    text: str, one: Attribution, last: _Running, sentences: Sequence[Span], starts: Sequence[int], cast: Cast
) -> bool:
    """Tell whether a pronoun is the running speaker: nobody else was named since, outside what that one said."""
    assert one.source is not None
    begins = min(one.source.start, one.contents[0].start)
    if one.speaker == last.actor or bisect_right(starts, begins) - bisect_left(starts, last.end) > _BACK:
        return False
    opening = after_stranger(text, begins)
    if opening > last.end and not any(cast.mentions[at].start == opening for at in cast.inside(Span(opening, begins))):
        return False  # somebody else has been named since
    start = sentences[one.sentence].start
    own = [cast.mentions[index].actor for index in cast.inside(Span(start, one.source.start))]
    if last.actor in own and _TOPIC.match(text, start):
        return False  # "Of Roe, he said" is not Roe
    if one.speaker is None:
        return True
    named = _last_named(cast, one.speaker, begins)
    return named is not None and any(span.covers(named) for span in last.contents)


def _last_named(cast: Cast, actor: str, before: int) -> Span | None:
    place = bisect_left(cast.starts, before)
    for index in reversed(cast.order[max(0, place - 20) : place]):
        mention = cast.mentions[index]
        if mention.actor == actor and mention.kind != "pronoun":
            return mention.span
    return None


def _genders(text: str, cast: Cast) -> dict[str, str]:
    """Return the pronoun of each person whose title tells it; a pack's own stands."""
    genders = dict(cast.pronouns)
    for mention in cast.mentions:
        if mention.actor is None or mention.actor in genders:
            continue
        title = _TITLE.search(text, max(0, mention.start - 6), mention.start)
        if title:
            genders[mention.actor] = _TITLES[title[1].lower()]
    return genders
