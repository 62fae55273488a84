"""Training examples: windows of annotated texts with their tags by word."""

from dataclasses import dataclass

import numpy as np
from corpora import KINDS, Piece, Text

from crosswire.model import Article, Region, Span
from crosswire.read.encoder.decode import places
from crosswire.read.encoder.windows import Window, find_windows
from crosswire.read.encoder.wordpieces import Cutter
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment


@dataclass(frozen=True)
class Example:
    """One window; `tags` and `cues` come from attribution corpora, `entities` from entity corpora."""

    name: str
    window: Window
    sentences: list[int]
    tags: list[int] | None
    cues: list[tuple[int, int]]
    cue_tags: list[list[int]]
    entities: list[int] | None

    @property
    def size(self) -> int:
        """How many pieces it is long."""
        return len(self.window.inputs[0])


def article_of(text: Text) -> Article:
    """Return the article, its first paragraph as title where the corpus has titles."""
    title = text.text.find("\n\n") if text.links is not None else -1
    regions = (Region(0, title, "title"), Region(title, len(text.text), "body")) if 0 < title < 300 else ()
    return Article(text.name, text.text, regions=regions)


def examples_of(text: Text, cutter: Cutter, limit: int) -> list[Example]:
    """Return the windows of a text with their gold."""
    article = article_of(text)
    sentences, paragraphs = segment(article)
    quotes = [quote.span for quote in find_quotes(text.text, sentences, paragraphs)]
    title = article.regions[0].end if article.regions else 0
    windows = find_windows(text.text, sentences, cutter, quotes, title, limit)
    return [_example(text, window, sentences) for window in windows]


def _example(text: Text, window: Window, sentences: tuple[Span, ...]) -> Example:
    starts = np.array([word.start for word in window.words])
    ends = np.array([word.end for word in window.words])

    def words(piece: Piece) -> tuple[int, int]:
        first, last = np.searchsorted(ends, piece[0], side="right"), np.searchsorted(starts, piece[1], side="left")
        return int(first), int(last)

    numbers = np.searchsorted([s.start for s in sentences], starts, side="right").tolist()
    count = len(window.words)
    if text.links is None:
        entities = [0] * count
        for start, end, kind in text.entities or ():
            _mark(entities, words((start, end)), 2 * KINDS.index(kind) + 1)
        return Example(text.name, window, numbers, None, [], [], entities)
    tags = [0] * count
    seen: dict[tuple[int, int], list[int]] = {}
    for link in text.links:
        for tag, pieces in ((1, link.source), (3, link.cue), (5, link.content)):
            for piece in pieces:
                _mark(tags, words(piece), tag)
        for cue in link.cue:
            place = words(cue)
            if place[0] < place[1]:
                view = seen.setdefault(place, [0] * count)
                for tag, pieces in ((1, link.source), (3, link.content)):
                    for piece in pieces:
                        _mark(view, words(piece), tag)
    cues = sorted(seen)
    return Example(text.name, window, numbers, tags, cues, [seen[cue] for cue in cues], None)


def _mark(tags: list[int], place: tuple[int, int], begin: int) -> None:
    for word in range(*place):
        tags[word] = begin if word == place[0] else begin + 1


def seen_from_cues(example: Example) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the places of the words as seen from the gold cues."""
    return places(len(example.window.words), example.cues, example.sentences)
