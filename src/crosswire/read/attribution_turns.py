"""Read a transcript's turns: what stands behind "MS. ROE:" is hers, down to the next speaker or question."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from crosswire.model import Attribution, Span
from crosswire.read.attribution_cast import Cast

_LABEL = re.compile(r"\W{0,4}([^\W\d_][^\n:?!]{0,60}):\W{0,4}\s{1,2}(?=\S)")
_ASKS = re.compile(
    r"\W{0,4}(?:q|question|questioner|reporter|journalist|moderator|host|interviewer|media|correspondent)\b"
    r"[^\n:]{0,30}:",
    re.IGNORECASE,
)
# One turn makes no transcript, and a label has few words beside the name: "DEPUTY SPOKESPERSON PIGOTT:".
_FEWEST, _WORDS = 2, 6


def find_turns(text: str, sentences: Sequence[Span], paragraphs: Sequence[int], cast: Cast) -> list[Attribution]:
    """
    Return each sentence of the turns of people whom a label names as their direct speech.

    A transcript has several turns of people, and others' beside them: a second speaker's, or reporters' questions.
    What stands before all of them is told by the one person of the title, where a turn is his: he opens his briefing.
    """
    turns: list[tuple[list[int], int, int]] = []
    opening: list[tuple[list[int], int, int]] = []
    titled = _titled(cast, sentences, paragraphs)
    labels: Counter[str | None] = Counter()
    speaking: int | None = None
    end = sentences[0].start if sentences else 0
    grouped = groupby(range(len(sentences)), key=lambda number: paragraphs[number] if number < len(paragraphs) else -1)
    for paragraph, group in grouped:
        numbers = list(group)
        span = Span(sentences[numbers[0]].start, sentences[numbers[-1]].end)
        if paragraph > 0:
            asked = any(_ASKS.match(line) for line in text[end : span.start].splitlines())
            label = _LABEL.match(text, span.start, span.end)
            start = span.start
            if _ASKS.match(text, span.start, span.end):
                speaking, asked = None, True
            elif label is not None and label[1].count(" ") < _WORDS and (named := _named(cast, label)) is not None:
                speaking, start = named, label.end()
                labels[cast.mentions[named].actor] += 1
            elif asked:
                speaking = None
            labels[None] += asked
            if titled is not None and not (turns or labels[None]) and speaking is None:
                opening.append((numbers, start, titled))
            if speaking is not None:
                turns.append((numbers, start, speaking))
        end = span.end
    people = {actor: times for actor, times in labels.items() if actor is not None}
    if sum(people.values()) < _FEWEST or not (labels[None] or len(people) > 1):
        return []
    if titled is not None and cast.mentions[titled].actor in people:
        turns = opening + turns
    return [
        Attribution(
            "direct",
            (Span(max(start, sentences[number].start), sentences[number].end),),
            number,
            speaker=cast.mentions[index].actor,
            speaker_mention=index,
        )
        for numbers, start, index in turns
        for number in numbers
        if start < sentences[number].end
    ]


def join_turns(found: Sequence[Attribution], turns: Sequence[Attribution]) -> list[Attribution]:
    """Put the turns in the place of what else was found in their sentences but for what they themselves report."""
    spoken = {one.sentence: one.speaker for one in turns}
    kept = [
        one
        for one in found
        if one.sentence not in spoken or (one.kind == "indirect" and one.speaker not in (None, spoken[one.sentence]))
    ]
    told = {one.sentence for one in kept}
    return [*kept, *(one for one in turns if one.sentence not in told)]


def _titled(cast: Cast, sentences: Sequence[Span], paragraphs: Sequence[int]) -> int | None:
    """Return the mention of the only person whom the title names."""
    found: dict[str, int] = {}
    for sentence, paragraph in zip(sentences, paragraphs, strict=False):
        for index in cast.inside(sentence) if paragraph == 0 else ():
            actor = cast.actors.get(cast.mentions[index].actor or "")
            if actor is not None and actor.kind == "person":
                found.setdefault(actor.id, index)
    return next(iter(found.values())) if len(found) == 1 else None


def _named(cast: Cast, label: re.Match[str]) -> int | None:
    """Return the mention of the person whom a label ends in."""
    for index in reversed(list(cast.inside(Span(label.start(1), label.end(1))))):
        actor = cast.actors.get(cast.mentions[index].actor or "")
        if actor is not None and actor.kind == "person" and cast.mentions[index].end == label.end(1):
            return index
    return None
