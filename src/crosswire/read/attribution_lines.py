"""A source and what a headline says stand in their own line: a reader that looks across lines may take in too much."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosswire.model import Span
from crosswire.read.attribution_seen import Seen

# One content alone is what is said, wherever it stands.
_SEVERAL = 2
_QUOTED = re.compile(r"[\"“”]")


def own_lines(text: str, seen: Iterable[Seen], sentences: Sequence[Span], paragraphs: Sequence[int]) -> Iterator[Seen]:
    """
    Yield what a reader saw, its source cut to the line nearest its cue, what a headline says to the headline.

    What a line of the body says does not begin in the headline: it opens with its own first sentence.
    """
    title = sentences[0] if sentences and paragraphs and paragraphs[0] == 0 else Span(0, 0)
    for one in seen:
        source, contents = one.source, one.contents
        if source is not None and "\n" in source.of(text):
            source = _nearest_line(text, source, before=one.cue is None or source.start < one.cue.start)
        if title.start <= one.start < title.end:
            contents = tuple(Span(span.start, min(span.end, title.end)) for span in contents if span.start < title.end)
        elif contents and contents[0].start < title.end:
            below = next((line.start for line in sentences if line.start >= title.end), title.end)
            contents = tuple(Span(max(span.start, below), span.end) for span in contents if span.end > below)
        contents = _of_one_paragraph(text, one, contents)
        if source is not one.source or contents != one.contents:
            one = msgspec.structs.replace(one, source=source, contents=contents)
        if one.contents:
            yield one


def _nearest_line(text: str, source: Span, *, before: bool) -> Span:
    words = source.of(text)
    if before:
        return Span(source.start + words.rindex("\n") + 1, source.end)
    return Span(source.start, source.start + words.index("\n"))


def _of_one_paragraph(text: str, one: Seen, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out what a reader saw in another paragraph than the cue's, where no marks say that it was said."""
    cue = one.cue
    if cue is None or len(contents) < _SEVERAL or not any("\n" not in _between(text, cue, span) for span in contents):
        return contents
    kept = (
        span
        for span in contents
        if "\n" not in _between(text, cue, span) or _QUOTED.search(text, max(0, span.start - 1), span.end + 1)
    )
    return tuple(kept)


def _between(text: str, cue: Span, span: Span) -> str:
    return text[min(cue.end, span.end) : max(cue.start, span.start)]
