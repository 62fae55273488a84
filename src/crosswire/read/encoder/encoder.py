"""The encoder: an article in, its attributions and entities out."""

import hashlib
import zipfile
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from crosswire.errors import ModelError
from crosswire.model import Article, Quote, Span
from crosswire.read.encoder.decode import FLAT_TAGS, Array, Chunk, chunks, places, viterbi
from crosswire.read.encoder.found import Found, FoundAttribution, FoundEntity
from crosswire.read.encoder.gist import Gist
from crosswire.read.encoder.judge import Judge
from crosswire.read.encoder.links import Link, Linker, cues_of, find_links, log_chances, second_look
from crosswire.read.encoder.namesakes import settle_kinds, share_scores
from crosswire.read.encoder.network import weights_of
from crosswire.read.encoder.session import Run, form, start
from crosswire.read.encoder.sight import Docket, Sight
from crosswire.read.encoder.windows import Window, find_windows
from crosswire.read.encoder.wordpieces import Cutter, is_mark
from crosswire.read.quotes import find_quotes

MODELS = Path(__file__).resolve().parents[2] / "models/reader"
WEIGHTS, PIECES, ACTS, MEANING = "weights.npz", "pieces.txt", "acts.npz", "meaning.npz"
# What the network tells apart. Products and the rest are found, so that they are not taken for something else.
KINDS = ("person", "organisation", "place", "facility", "group", "date", "money", "product", "other")
# Changed whenever the same weights may give another reading.
REVISION = b"4"
# Windows decoded side by side: enough for speed, few enough that a long article takes no more memory than a short one.
_TOGETHER = 64
_PART = 1 << 18

# An article to look at with its sentences and, unless they are to be found again, its quotations.
Opened = tuple[Article, Sequence[Span], Sequence[Quote] | None]


class _Parts(NamedTuple):
    """What reading needs, made once: the weights themselves are let go."""

    run: Run
    width: int
    linker: Linker
    costs: dict[str, tuple[Array, Array]]


class Encoder:
    """Reads articles with trained weights. The network is built at the first article; sending it elsewhere drops it."""

    def __init__(self, folder: Path) -> None:
        """Keep where the weights are; nothing is read yet."""
        self._folder = folder

    def __reduce__(self) -> tuple[Callable[[Path], "Encoder"], tuple[Path]]:
        """Send the folder alone: each process builds its own network, once."""
        return opened, (self._folder,)

    @cached_property
    def version(self) -> str:
        """The hash of the weights and of the revision of the code around them."""
        digest = hashlib.sha256(REVISION)
        for name in (WEIGHTS, PIECES, ACTS, MEANING):
            for part in _parts_of(self._folder / name):
                digest.update(part)
        return digest.hexdigest()[:16]

    @cached_property
    def _parts(self) -> _Parts:
        path = self._folder / WEIGHTS
        try:
            with np.load(path, allow_pickle=False) as stored:
                weights = weights_of(stored, form())
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise ModelError(f"{path}: expected the weights of the reader, found none that can be read") from error
        costs = {name: (weights[name + ".first"], weights[name + ".follow"]) for name in ("tags", "entities")}
        return _Parts(start(weights), weights["norm.bias"].size, Linker(weights), costs)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self._folder / ACTS)

    @cached_property
    def _gist(self) -> Gist:
        return Gist(self._folder / MEANING)

    @cached_property
    def _cutter(self) -> Cutter:
        return Cutter(_bytes(self._folder / PIECES).decode().split("\n")[:-1])

    def read(self, article: Article, sentences: Sequence[Span], quotes: Sequence[Quote] | None = None) -> Found:
        """
        Return the attributions and entities of an article; every span lies in one of `sentences`.

        `quotes` saves finding them again.
        """
        return self.look(article, sentences, quotes)[0]

    def look(
        self, article: Article, sentences: Sequence[Span], quotes: Sequence[Quote] | None = None
    ) -> tuple[Found, Sight]:
        """Return what `read` does, and the article's words ready to be judged for the acts they perform."""
        return self.look_together([(article, sentences, quotes)])[0]

    def look_together(self, opened: Sequence[Opened]) -> list[tuple[Found, Sight]]:
        """Look at some articles side by side: each comes out as it does alone, at less cost."""
        by_article = [self._windows(*one) for one in opened]
        windows = [window for some in by_article for window in some]
        starts = [
            [sentence.start for sentence in sentences]
            for (_, sentences, _), some in zip(opened, by_article, strict=True)
            for _ in some
        ]
        # Of each article, its pieces as the lower and the upper layers leave them, written where they stay.
        sizes = [sum(len(window.inputs[0]) - 2 for window in some) for some in by_article]
        states = [np.empty((2, size, self._parts.width), dtype=np.float32) for size in sizes]
        rooms = [room for one, some in zip(states, by_article, strict=True) for room in _rooms(one, some)]
        attributions: list[list[FoundAttribution]] = []
        names: list[Array] = []
        for first in range(0, len(windows), _TOGETHER):
            some = slice(first, first + _TOGETHER)
            told, named = self._marked(windows[some], rooms[some], starts[some])
            attributions += told
            names += named
        stops = list(accumulate(map(len, by_article), initial=0))
        parts = list(map(slice, stops, stops[1:]))
        texts = [article.text for article, *_ in opened]
        shared = [share_scores(text, windows[part], names[part]) for text, part in zip(texts, parts, strict=True)]
        entities = self._entities(windows, [row for rows in shared for row in rows])
        docket = Docket(self._judge)
        return [
            (
                Found(tuple(chain(*attributions[part])), tuple(settle_kinds(text, list(chain(*entities[part]))))),
                Sight(windows[part], seen, self._judge, docket, self._gist),
            )
            for text, part, seen in zip(texts, parts, states, strict=True)
        ]

    def _windows(self, article: Article, sentences: Sequence[Span], quotes: Sequence[Quote] | None) -> list[Window]:
        text = article.text
        if quotes is None:
            quotes = find_quotes(text, sentences, _paragraphs(text, sentences))
        title = max((region.end for region in article.regions if region.role == "title"), default=0)
        return find_windows(text, sentences, self._cutter, [quote.span for quote in quotes], title)

    def _marked(
        self, windows: Sequence[Window], rooms: Sequence[Array], starts: Sequence[Sequence[int]]
    ) -> tuple[list[list[FoundAttribution]], list[Array]]:
        """Return the attributions of each window and its scores as names; states of pieces are written to `rooms`."""
        seen = self._parts.run([(window.inputs, window.heads) for window in windows], rooms)
        return self._attributions(windows, seen, starts), [scores[:, FLAT_TAGS:].copy() for scores, *_ in seen]

    def _best(self, rows: Sequence[Array], name: str) -> Iterator[list[Chunk]]:
        first_costs, follow_costs = self._parts.costs[name]
        for first in range(0, len(rows), _TOGETHER):
            some = rows[first : first + _TOGETHER]
            lengths = [len(row) for row in some]
            padded = np.zeros((len(some), max(lengths), some[0].shape[1]), dtype=np.float32)
            for number, row in enumerate(some):
                padded[number, : len(row)] = row
            yield from (chunks(tags) for tags in viterbi(padded, lengths, first_costs, follow_costs))

    def _entities(self, windows: Sequence[Window], rows: Sequence[Array]) -> list[list[FoundEntity]]:
        """Return the entities of each window."""
        return [
            [_entity(window, chances, chunk) for chunk in marked]
            for window, chances, marked in zip(windows, map(_chances, rows), self._best(rows, "entities"), strict=True)
        ]

    def _attributions(
        self, windows: Sequence[Window], seen: Sequence[Sequence[Array]], starts: Sequence[Sequence[int]]
    ) -> list[list[FoundAttribution]]:
        """Return the attributions of each window; `starts` are those of the sentences of its article."""
        flat = [scores[:, :FLAT_TAGS] for scores, *_ in seen]
        firsts = list(self._best(flat, "tags"))
        views: list[Array | None] = []
        for window, (_, words, cues, *_), marked, begun in zip(windows, seen, firsts, starts, strict=True):
            views.append(self._views(window, words, cues, cues_of(marked), begun))
        rows = [row if view is None else second_look(row, view) for row, view in zip(flat, views, strict=True)]
        found = []
        for window, (_, words, cues, *_), marked, begun, view, again in zip(
            windows, seen, firsts, starts, views, self._best(rows, "tags"), strict=True
        ):
            settled = cues_of(again)
            if settled != cues_of(marked):
                view = self._views(window, words, cues, settled, begun)
            links = find_links(again, settled, view)
            found.append([_attribution(window, link) for link in links if _says(window, link)])
        return found

    def _views(
        self, window: Window, words: Array, cues: Array, marked: Sequence[Chunk], starts: Sequence[int]
    ) -> Array | None:
        """Return how each cue sees each word, as log-chances (cues, words, tags), None without cues."""
        if not marked:
            return None
        numbers = [bisect_right(starts, word.start) for word in window.words]
        tables = places(len(window.words), [(cue.first, cue.last) for cue in marked], numbers)
        middle = np.stack([cues[cue.first : cue.last].mean(axis=0) for cue in marked])
        return self._parts.linker.views(words, middle, tables)


def load(path: Path | None = None) -> Encoder:
    """
    Return the encoder of a folder, or the one that ships with Crosswire.

    :raises ModelError: there are no weights.
    """
    folder = path or MODELS
    if not (folder / WEIGHTS).is_file():
        raise ModelError(f"{folder}: expected {WEIGHTS}, found none; rebuild it with training/reader, or read by rules")
    return opened(MODELS) if path is None else Encoder(path)


@cache
def opened(folder: Path) -> Encoder:
    """Return this process's one encoder of a folder."""
    return Encoder(folder)


def _bytes(path: Path) -> bytes:
    return b"".join(_parts_of(path))


def _parts_of(path: Path) -> Iterator[bytes]:
    """Yield a file in parts: read whole, the weights would take as much memory again."""
    try:
        with path.open("rb") as file:
            while part := file.read(_PART):
                yield part
    except OSError as error:
        raise ModelError(f"{path}: expected a file of the trained reader, found none that can be read") from error


def _rooms(states: Array, windows: Sequence[Window]) -> list[Array]:
    """Return the part of an article's states that is each window's, without what opens and ends a window."""
    stops = list(accumulate((len(window.inputs[0]) - 2 for window in windows), initial=0))
    return [states[:, first:last] for first, last in pairwise(stops)]


def _paragraphs(text: str, sentences: Sequence[Span]) -> list[int]:
    number, before = 0, 0
    found: list[int] = []
    for sentence in sentences:
        number += not found or "\n" in text[before : sentence.start]
        before = sentence.end
        found.append(number)
    return found


def _says(window: Window, link: Link) -> bool:
    """Say whether an attribution holds a word; a colon may be its cue, but a row of brackets is no attribution."""
    parts = (link.source, link.cue, *link.contents)
    return any(not is_mark(word) for part in parts if part for word in window.words[part.first : part.last])


def _attribution(window: Window, link: Link) -> FoundAttribution:
    return FoundAttribution(
        tuple(_span(window, chunk) for chunk in (link.source,) if chunk),
        tuple(_span(window, chunk) for chunk in (link.cue,) if chunk),
        tuple(_span(window, chunk) for chunk in link.contents),
        link.score,
    )


def _chances(row: Array) -> Array:
    found: Array = np.exp(log_chances(row))
    return found


def _entity(window: Window, chances: Array, chunk: Chunk) -> FoundEntity:
    share = chances[chunk.first : chunk.last, 2 * chunk.label + 1 : 2 * chunk.label + 3].sum(axis=1).min()
    return FoundEntity(_span(window, chunk), KINDS[chunk.label], round(float(share), 4))


def _span(window: Window, chunk: Chunk) -> Span:
    return Span(window.words[chunk.first].start, window.words[chunk.last - 1].end)
