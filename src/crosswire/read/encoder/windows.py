"""Windows: the stretches of an article that the encoder reads one at a time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

import msgspec

from crosswire.model import Span
from crosswire.read.encoder.wordpieces import SHAPES, Cutter, Word

# Three or four paragraphs of news. More context gains little, and attention grows with the square.
LIMIT = 160
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
QUOTES = 4
PLAIN, SENTENCE, PARAGRAPH, TITLE = range(4)
BREAKS = 4
# The rows of `Window.inputs`: piece, shape, state of quotation, break before it.
ROWS = 4


class Window(msgspec.Struct, frozen=True):
    """Words read together; `inputs` are the rows of the network's input, `heads` where each word's first piece is."""

    words: tuple[Word, ...]
    inputs: tuple[list[int], list[int], list[int], list[int]]
    heads: tuple[int, ...]


class _Part(NamedTuple):
    """A sentence, or what fits of it: its words, the break before the first, and how many pieces they are."""

    words: list[Word]
    kind: int
    size: int


def find_windows(
    text: str, sentences: Sequence[Span], cutter: Cutter, quotes: Sequence[Span], title_end: int = 0, limit: int = LIMIT
) -> list[Window]:
    """
    Return the windows of an article: whole paragraphs while they fit, else whole sentences, else as many words as fit.

    `quotes` are the spans between quotation marks, marks included, in text order; sentences that end by `title_end` are
    the title.
    """
    outermost = _outermost(quotes)
    found: list[Window] = []
    pending: list[_Part] = []
    size = 2
    for block in _blocks(text, sentences, cutter, title_end):
        for some in _fitting(block, limit - 2):
            width = sum(part.size for part in some)
            if pending and size + width > limit:
                found.append(_window(pending, outermost, cutter))
                pending, size = [], 2
            pending += some
            size += width
    if pending:
        found.append(_window(pending, outermost, cutter))
    return found


def _blocks(text: str, sentences: Sequence[Span], cutter: Cutter, title_end: int) -> Iterator[list[_Part]]:
    """Yield paragraphs as lists of sentences."""
    block: list[_Part] = []
    before = None
    for sentence in sentences:
        fresh = before is None or "\n" in text[before : sentence.start]
        before = sentence.end
        words = cutter.cut(text, sentence.start, sentence.end)
        if fresh and block:
            yield block
            block = []
        if words:
            kind = TITLE if sentence.end <= title_end else PARAGRAPH if fresh else SENTENCE
            block.append(_part(words, kind))
    if block:
        yield block


def _fitting(block: list[_Part], room: int) -> Iterator[list[_Part]]:
    """Yield a paragraph whole if it fits, else as runs of sentences that fit, a long sentence cut between words."""
    some: list[_Part] = []
    size = 0
    for sentence in block:
        for part in _cut(sentence, room):
            if some and size + part.size > room:
                yield some
                some, size = [], 0
            some.append(part)
            size += part.size
    if some:
        yield some


def _cut(sentence: _Part, room: int) -> Iterator[_Part]:
    if sentence.size <= room:
        yield sentence
        return
    kind = sentence.kind
    words: list[Word] = []
    size = 0
    for word in sentence.words:
        width = len(word.pieces)
        if words and size + width > room:
            yield _Part(words, kind, size)
            words, size, kind = [], 0, PLAIN
        words.append(word)
        size += width
    yield _Part(words, kind, size)


def _part(words: list[Word], kind: int) -> _Part:
    return _Part(words, kind, sum([len(word.pieces) for word in words]))


def _outermost(quotes: Sequence[Span]) -> list[Span]:
    """Return the quotes that stand in no other."""
    found: list[Span] = []
    for quote in quotes:
        if not found or quote.start >= found[-1].end:
            found.append(quote)
    return found


def _window(parts: Sequence[_Part], outermost: Sequence[Span], cutter: Cutter) -> Window:
    words = [word for part in parts for word in part.words]
    pieces = [cutter.first, *chain.from_iterable([word.pieces for word in words]), cutter.last]
    heads = list(accumulate([len(word.pieces) for word in words], initial=1))
    shapes, quotes, breaks = [SHAPES + 1] * len(pieces), [OUTSIDE] * len(pieces), [PLAIN] * len(pieces)
    shapes[0] = shapes[-1] = SHAPES
    for head, word in zip(heads, words, strict=False):
        shapes[head] = word.shape
    starts = [word.start for word in words]
    number = bisect_right(outermost, starts[0], key=lambda quote: quote.end)
    while number < len(outermost) and outermost[number].start <= starts[-1]:
        quote = outermost[number]
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        quotes[heads[first] : heads[last]] = [INSIDE] * (heads[last] - heads[first])
        # A word is the one or the other: what opens a quote may close it too, and then it opens it.
        if first < last and words[last - 1].end == quote.end:
            quotes[heads[last - 1] : heads[last]] = [CLOSES] * (heads[last] - heads[last - 1])
        if first < last and starts[first] == quote.start:
            quotes[heads[first] : heads[first + 1]] = [OPENS] * (heads[first + 1] - heads[first])
        number += 1
    place = 0
    for part in parts:
        breaks[heads[place]] = part.kind
        place += len(part.words)
    return Window(tuple(words), (pieces, shapes, quotes, breaks), tuple(heads[:-1]))
