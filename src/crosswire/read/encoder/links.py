"""Which source and which contents go with which cue."""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from crosswire.read.encoder.decode import CONTENT, CUE, FLAT_TAGS, SOURCE, Array, Chunk, Numbers

# What a cue sees of its source and content, by its own tags: begin and inside of each.
_VIEW = {SOURCE: slice(1, 3), CONTENT: slice(3, 5)}
# The flat tags that a cue's view of tags 1 to 4 speaks about.
_FLAT = (1, 2, 5, 6)
# How much the cues' views weigh in the second look at the tags, and how far one view may push.
# On PolNeAR dev content gains .4 with .25, .2 with .5, and loses .2 with 1.
WEIGHT = 0.25
BOUND = 4.0
# A source is left out below this chance of belonging to its cue.
DOUBT = 0.1


class Linker:
    """Scores words as seen from cues. In numpy: a graph of the runtime costs three times as much to call."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        """Keep the linker's own weights."""
        self._tables = [weights[f"distance{number}"] for number in range(3)]
        self._weight = np.ascontiguousarray(weights["link.weight"].T)
        self._bias = weights["link.bias"]

    def views(self, words: Array, cues: Array, tables: Sequence[Numbers]) -> Array:
        """
        Return how each cue sees each word, as log-chances (cues, words, tags of a view).

        `words` (words, width) and `cues` (cues, width) come from the network; `tables` say where each word stands.
        """
        scores = np.empty((len(cues), len(words), len(self._bias)), dtype=np.float32)
        pairs, near = np.empty_like(words), np.empty_like(words)
        # Cue by cue: products this small are never shared out to threads, so their last bits are always the same.
        for number, cue in enumerate(cues):
            np.add(words, cue, out=pairs)
            for embedding, table in zip(self._tables, tables, strict=True):
                pairs += embedding.take(table[number], axis=0, out=near, mode="clip")
            np.matmul(np.maximum(pairs, 0, out=pairs), self._weight, out=scores[number])
        return log_chances(scores + self._bias)


class Link(msgspec.Struct, frozen=True):
    """One attribution by its words: a cue, its source, its contents; `score` between 0 and 1."""

    source: Chunk | None
    cue: Chunk | None
    contents: tuple[Chunk, ...]
    score: float


def log_chances(scores: Array) -> Array:
    """Return the logarithms of chances, by the last axis."""
    level = scores - scores.max(axis=-1, keepdims=True)
    found: Array = level - np.log(np.exp(level).sum(axis=-1, keepdims=True))
    return found


def second_look(flat: Array, views: Array, weight: float = WEIGHT, bound: float = BOUND) -> Array:
    """
    Return the flat scores (words, tags) with what the cues see added: the strongest view of each word counts.

    `views` are log-chances (cues, words, tags of a view).
    """
    odds = (views[:, :, 1:] - views[:, :, :1]).max(axis=0)
    moved = flat.copy()
    moved[:, _FLAT] += weight * np.clip(odds, -bound, bound)
    return moved[:, :FLAT_TAGS]


def find_links(chunks: Sequence[Chunk], cues: Sequence[Chunk], views: Array | None) -> list[Link]:
    """
    Return one link a cue in text order; without cues (`views` is None) one a content, with nobody to say it.

    Every content goes to the cue that sees it best, every cue to the source that it sees best; two cues may share one.
    """
    sources = [chunk for chunk in chunks if chunk.label == SOURCE]
    contents = [chunk for chunk in chunks if chunk.label == CONTENT]
    if views is None:
        return [Link(None, None, (content,), 0.5) for content in contents]
    chances = np.exp(views)
    given: list[list[Chunk]] = [[] for _ in cues]
    seen = [0.0] * len(cues)
    for content in contents:
        by_cue = _chance(chances, content)
        best = int(by_cue.argmax())
        given[best].append(content)
        seen[best] = max(seen[best], float(by_cue[best]))
    by_source = [_chance(chances, source) for source in sources]
    links = []
    for number, cue in enumerate(cues):
        score, place = max(((float(row[number]), -place) for place, row in enumerate(by_source)), default=(0.0, 0))
        source = sources[-place] if sources and score >= DOUBT else None
        links.append(Link(source, cue, tuple(given[number]), round((score + seen[number]) / 2, 4)))
    return links


def _chance(chances: Array, chunk: Chunk) -> Array:
    """Return how surely each cue takes a chunk for its own."""
    found: Array = chances[:, chunk.first : chunk.last, _VIEW[chunk.label]].sum(axis=2).mean(axis=1)
    return found


def cues_of(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the cues among chunks."""
    return [chunk for chunk in chunks if chunk.label == CUE]
