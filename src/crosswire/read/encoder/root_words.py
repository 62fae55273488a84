"""What the bare words around two parties say about a relation's PLOVER root: a linear look beside the layers' own."""

import math
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from crosswire.errors import ModelError
from crosswire.model import Article, Span
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.encoder import MODELS
from crosswire.read.encoder.judge import ROOTS
from crosswire.read.encoder.sight import Sight
from crosswire.text.stems import stem

# Runs of words are known by their hash alone: no word of a text lies in the weights. Those of the whole text have the
# first half of the hashes, those near the parties the second.
_HALF = 1 << 24
SOURCE, TARGET = "@s", "@t"
# How much the words' logarithm counts beside the layers': chosen on training sentences held out.
_SHARE = 1.0
# Words after the second party that are still near.
_NEAR = 4
_LONGEST = 400
_WORD = re.compile(r"[a-z]+|@[st]")


def word_runs(text: str, marks: Sequence[int]) -> Counter[int]:
    """
    Count the runs of words of a text whose source (1) and target (2) are marked, by place.

    Runs of up to two words anywhere, of up to three from the first party to shortly after the second.

    >>> runs = word_runs("A met B", [1, 0, 0, 0, 0, 0, 2])
    >>> len(runs), runs == word_runs("C met D", [1, 0, 0, 0, 0, 0, 2])
    (11, True)
    """
    words, first, last = _words(text, marks)
    near = words[first : last + 1 + _NEAR]
    return Counter(_places(words, 2)) + Counter(_HALF + place for place in _places(near, 3))


def _places(words: Sequence[str], longest: int) -> Iterator[int]:
    for size in range(1, longest + 1):
        for at in range(len(words) - size + 1):
            yield zlib.crc32(" ".join(words[at : at + size]).encode()) % _HALF


def _words(text: str, marks: Sequence[int]) -> tuple[list[str], int, int]:
    """Return the stems of a text, one word for each party, and the places of the first party and the second."""
    pieces, before = [], 0
    for letter, mark in zip(text.lower(), marks, strict=False):
        if mark == 0:
            pieces.append(letter)
        elif mark != before:
            pieces.append(f" {(SOURCE, TARGET)[mark - 1]} ")
        before = mark
    found = _WORD.findall("".join(pieces))[:_LONGEST]
    words = [word if word in (SOURCE, TARGET) else stem(word) for word in found]
    parties = [place for place, word in enumerate(words) if word in (SOURCE, TARGET)] or [0]
    return words, parties[0], parties[-1]


class RootWords:
    """Scores PLOVER's roots by word runs. The weights are read when first asked."""

    def __init__(self, path: Path) -> None:
        """Keep where the weights are."""
        self._path = path

    @cached_property
    def _weights(self) -> tuple[dict[int, int], Array, Array, Array]:
        try:
            with np.load(self._path, allow_pickle=False) as stored:
                rows = {run: row for row, run in enumerate(stored["runs"].tolist())}
                weights = stored["weight"].astype(np.float32) * stored["scale"].astype(np.float32)
                return rows, weights, stored["rarity"].astype(np.float32), stored["bias"].astype(np.float32)
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise ModelError(f"{self._path}: expected the weights of the roots, found none that can be read") from error

    def scores(self, text: str, marks: Sequence[int]) -> dict[str, float]:
        """Return the logarithms of the chances of PLOVER's roots."""
        rows, weights, rarity, bias = self._weights
        places, values = weighed(word_runs(text, marks), rows, rarity)
        found = np.einsum("pr,p->r", weights[places], values) + bias
        level = found - found.max()
        logs: list[float] = (level - math.log(float(np.exp(level).sum()))).tolist()
        return dict(zip(ROOTS, logs, strict=True))


@cache
def root_words() -> RootWords:
    """Return the packaged weights."""
    return RootWords(MODELS / "roots.npz")


def joined_root(sight: Sight, words: RootWords, article: Article, marks: Sequence[int]) -> str:
    """Return the likeliest root of an article of one relation: what its layers and its bare words say together."""
    chances = sight.root([Span(0, len(article.text))], marks)
    said = words.scores(article.text, marks)
    return max(chances, key=lambda root: (math.log(max(chances[root], 1e-9)) + _SHARE * said[root], root))


def weighed(runs: Counter[int], rows: dict[int, int], rarity: Array) -> tuple[list[int], Array]:
    """
    Return the rows of the runs that have one, and how much each weighs.

    Seldom runs weigh more, and each half of the hashes has length one in all.
    """
    known = sorted(run for run in runs if run in rows)
    places = [rows[run] for run in known]
    values: Array = np.array([1 + math.log(runs[run]) for run in known], np.float32) * rarity[places]
    near = np.array(known) >= _HALF
    for half in (near, ~near):
        values[half] /= float(np.sqrt((values[half] ** 2).sum())) or 1.0
    return places, values
