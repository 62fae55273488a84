"""
Read an interview's answers: what follows a question there is the interviewee's own speech, without marks or cue.

Only an interview that names exactly one person in its title, or else before its first question, is read this way.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

import msgspec

from crosswire.model import Attribution, Span
from crosswire.read.attribution_cast import Cast

_QUESTION = re.compile(r"\W{0,4}(?:Q|Question)\s?[:.]\s|[^\n]{2,600}\?\W{0,4}\Z", re.DOTALL)
_ANSWER = re.compile(r"\W{0,4}(?:A|Answer)\s?[:.]\W{0,4}\s{1,2}(?=\S)")
_NAMED = re.compile(r"\W{0,4}([^\W\d_][^\n:?!]{0,40}):\W{0,4}\s{1,2}(?=\S)")
# A line longer than this asks nothing: it is an answer that ends in a question.
_LONGEST_QUESTION = 400
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
# One question makes no interview.
_FEWEST = 2


class _Part(msgspec.Struct):
    """One paragraph: the numbers of its sentences, its place, and where an answer in it begins."""

    sentences: list[int]
    span: Span
    asks: bool = False
    answer: int | None = None


def find_answers(text: str, sentences: Sequence[Span], paragraphs: Sequence[int], cast: Cast) -> list[Attribution]:
    """Return each sentence of the answers as direct speech of the one person interviewed."""
    parts = _parts(text, sentences, paragraphs)
    first = next((number for number, part in enumerate(parts) if part.asks or part.answer is not None), None)
    if first is None:
        return []
    title = Span(sentences[0].start, max((s.end for s, p in zip(sentences, paragraphs, strict=False) if p == 0),
                                         default=sentences[0].start))  # fmt: skip
    index = _one_person(cast, title) if title.end > title.start else None
    titled = index is not None
    if index is None:
        index = _one_person(cast, Span(sentences[0].start, parts[first].span.start))
    if index is None or _answers_another(text, parts, cast, cast.mentions[index].actor):
        return []
    _mark_answers(text, parts, cast, cast.mentions[index].actor)
    if sum(part.answer is not None for part in parts) < _FEWEST:
        return []
    if not titled and not any(_FIRST.search(text, part.answer, part.span.end) for part in parts if part.answer):
        return []  # a newsroom answers its own questions on whoever its first lines tell of
    actor = cast.mentions[index].actor
    return [
        Attribution("direct", (Span(start, sentences[number].end),), number, speaker=actor, speaker_mention=index)
        for part in parts
        if part.answer is not None
        for number in part.sentences
        if (start := max(part.answer, sentences[number].start)) < sentences[number].end
    ]


def _parts(text: str, sentences: Sequence[Span], paragraphs: Sequence[int]) -> list[_Part]:
    """Return the paragraphs; a question printed as a heading between two of them stands with the latter."""
    parts: list[_Part] = []
    end = sentences[0].start if sentences else 0
    grouped = groupby(range(len(sentences)), key=lambda number: paragraphs[number] if number < len(paragraphs) else -1)
    for paragraph, group in grouped:
        numbers = list(group)
        span = Span(sentences[numbers[0]].start, sentences[numbers[-1]].end)
        if paragraph > 0:
            words = span.of(text) if span.end - span.start <= _LONGEST_QUESTION else ""
            part = _Part(numbers, span, asks=bool(_QUESTION.match(words)))
            labelled = _ANSWER.match(text, span.start, span.end)
            if labelled is not None:
                part.asks, part.answer = False, labelled.end()
            elif not part.asks and _asked_between(text[end : span.start]):
                part.answer = span.start
            parts.append(part)
        end = span.end
    return parts


def _asked_between(gap: str) -> bool:
    return any(_QUESTION.match(line) for line in gap[-2 * _LONGEST_QUESTION :].splitlines() if line.strip())


def _mark_answers(text: str, parts: Sequence[_Part], cast: Cast, interviewee: str | None) -> None:
    """Tell what answers a question, or goes on with an answer; a label with the speaker's name shows it too."""
    last = max((number for number, part in enumerate(parts) if part.asks or part.answer is not None), default=-1)
    running = False
    for number, part in enumerate(parts):
        if part.asks:
            running = True
            continue
        label = _NAMED.match(text, part.span.start, part.span.end)
        names = cast.inside(Span(label.start(), label.end())) if label else []
        if label and any(cast.mentions[index].actor == interviewee for index in names):
            part.answer = label.end()
        elif part.answer is None and running and (number <= last or parts[number - 1].asks):
            # What follows the last answer may be the reporter's closing words, so nothing runs on there.
            part.answer = part.span.start
        running = part.answer is not None


def _answers_another(text: str, parts: Sequence[_Part], cast: Cast, interviewee: str | None) -> bool:
    """Tell whether a label gives the answer to a question to somebody else: a transcript's turns are their own."""
    for before, part in pairwise(parts):
        label = _NAMED.match(text, part.span.start, part.span.end) if before.asks and not part.asks else None
        named = [cast.mentions[at] for at in cast.inside(Span(label.start(1), label.end(1)))] if label else []
        if any(one.actor != interviewee and _is_person(cast, one.actor) for one in named):
            return True
    return False


def _is_person(cast: Cast, actor: str | None) -> bool:
    known = cast.actors.get(actor or "")
    return known is not None and known.kind == "person"


def _one_person(cast: Cast, span: Span) -> int | None:
    """Return the mention of the only person named in `span`, None when there is none or another."""
    found: dict[str, int] = {}
    for index in cast.inside(span):
        mention = cast.mentions[index]
        actor = cast.actors.get(mention.actor or "")
        if actor is not None and actor.kind == "person" and mention.kind in ("name", "surname"):
            found.setdefault(actor.id, index)
    return next(iter(found.values())) if len(found) == 1 else None


def join_answers(found: Sequence[Attribution], answers: Sequence[Attribution]) -> list[Attribution]:
    """Put the answers beside what else was found; whom an answer reports is part of it, a quote of it stands."""
    spoken, speaker = {one.sentence for one in answers}, answers[0].speaker
    kept = [one for one in found if one.sentence not in spoken or (one.speaker == speaker and one.kind != "indirect")]
    told = {one.sentence for one in kept}
    return [*kept, *(one for one in answers if one.sentence not in told)]
