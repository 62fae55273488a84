"""Windows: the stretches of an article that the encoder reads one at a time."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

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


def find_windows(
    text: str, sentences: Sequence[Span], cutter: Cutter, quotes: Sequence[Span], title_end: int = 0, limit: int = LIMIT
) -> list[Window]:
    """
    Return the windows of an article: whole paragraphs while they fit, else whole sentences, else as many words as fit.

    `quotes` are the spans between quotation marks, marks included, in text order; sentences that end by `title_end` are
    the title.
    """
    states = _states(quotes)
    found: list[Window] = []
    pending: list[tuple[Word, int]] = []
    size = 2
    for block in _blocks(text, sentences, cutter, title_end):
        for part in _fitting(block, limit - 2):
            width = sum(len(word.pieces) for sentence in part for word, _ in sentence)
            if pending and size + width > limit:
                found.append(_window(pending, states, cutter))
                pending, size = [], 2
            pending.extend(item for sentence in part for item in sentence)
            size += width
    if pending:
        found.append(_window(pending, states, cutter))
    return found


def _blocks(
    text: str, sentences: Sequence[Span], cutter: Cutter, title_end: int
) -> Iterator[list[list[tuple[Word, int]]]]:
    """Yield paragraphs as lists of sentences, each a list of words with the break before the word."""
    block: list[list[tuple[Word, int]]] = []
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
            block.append([(words[0], kind), *((word, PLAIN) for word in words[1:])])
    if block:
        yield block


def _fitting(block: list[list[tuple[Word, int]]], room: int) -> Iterator[list[list[tuple[Word, int]]]]:
    """Yield a paragraph whole if it fits, else as runs of sentences that fit, a long sentence cut between words."""
    part: list[list[tuple[Word, int]]] = []
    size = 0
    for sentence in block:
        for piece in _cut(sentence, room):
            width = sum(len(word.pieces) for word, _ in piece)
            if part and size + width > room:
                yield part
                part, size = [], 0
            part.append(piece)
            size += width
    if part:
        yield part


def _cut(sentence: list[tuple[Word, int]], room: int) -> Iterator[list[tuple[Word, int]]]:
    if sum(len(word.pieces) for word, _ in sentence) <= room:
        yield sentence
        return
    part: list[tuple[Word, int]] = []
    size = 0
    for item in sentence:
        width = len(item[0].pieces)
        if part and size + width > room:
            yield part
            part, size = [], 0
        part.append(item)
        size += width
    yield part


def _states(quotes: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Return the starts and ends of the outermost quotes."""
    starts: list[int] = []
    ends: list[int] = []
    for quote in quotes:
        if not ends or quote.start >= ends[-1]:
            starts.append(quote.start)
            ends.append(quote.end)
    return starts, ends


def _window(pending: list[tuple[Word, int]], states: tuple[list[int], list[int]], cutter: Cutter) -> Window:
    starts, ends = states
    pieces, shapes, quotes, breaks, heads = [cutter.first], [SHAPES], [OUTSIDE], [PLAIN], []
    place = bisect_right(ends, pending[0][0].start)
    for word, kind in pending:
        while place < len(ends) and ends[place] <= word.start:
            place += 1
        state = OUTSIDE
        if place < len(starts) and starts[place] <= word.start:
            state = OPENS if word.start == starts[place] else CLOSES if word.end == ends[place] else INSIDE
        heads.append(len(pieces))
        pieces += word.pieces
        shapes.append(word.shape)
        quotes.append(state)
        breaks.append(kind)
        more = len(word.pieces) - 1
        if more:
            shapes += [SHAPES + 1] * more
            quotes += [state] * more
            breaks += [PLAIN] * more
    pieces.append(cutter.last)
    shapes.append(SHAPES)
    quotes.append(OUTSIDE)
    breaks.append(PLAIN)
    return Window(tuple(word for word, _ in pending), (pieces, shapes, quotes, breaks), tuple(heads))
