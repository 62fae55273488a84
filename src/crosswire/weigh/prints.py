"""
An article's words as numbers: what copies are looked for with.

A word is a run of letters and digits, whatever its case. Its code is a polynomial hash of its characters modulo 2**64
(Karp and Rabin 1987), taken for all words of a text at once from running sums; the same on every machine and run.
"""

import re
from collections.abc import Iterable
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from crosswire.model import Article, Reading, Span

Codes = NDArray[np.uint64]
Places = NDArray[np.int64]
Small = NDArray[np.int32]
Flags = NDArray[np.bool_]

# Five words: with four, stock phrases of agency prose ("in a statement on Monday") begin to count.
SIZE = 5
# Fewer runs than this outside quotations leave nothing to judge by; the article (an interview, a statement) is
# compared with its quotations.
TOO_FEW = 40
_BREAK = re.compile(r"\n+")
# Odd, so that a power can be divided out again; this one is Knuth's MMIX constant.
_MULTIPLIER = 6364136223846793005
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_POWERS = [np.uint64(pow(_MULTIPLIER, SIZE - 1 - at, 1 << 64)) for at in range(SIZE)]
# Alphabets with capitals stand below this code point; above it every character counts as it is.
_CASED = 0x3000
_NOTHING = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)


class Print(msgspec.Struct, eq=False):
    """
    An article's words in order: where each starts and ends.

    `runs[i]` is the hash of words i to i + `SIZE` - 1; `told[i]` says that none of them is quoted speech or stands
    outside the body; `held` are the hashes of those runs, sorted, each once, until the neighbours know them, and `size`
    is their number. `outside` marks the words that are no part of the body. `ordered` are hashes and their places among
    the runs, while they are compared.
    """

    article: Article
    starts: Small
    ends: Small
    runs: Codes
    told: Flags
    outside: Flags
    held: Codes
    size: int
    ordered: tuple[Codes, Places] = _NOTHING
    edges: list[int] | None = None
    ranks: Small | None = None

    def sort(self, common: Codes) -> None:
        """Sort the hashes that are among some sorted ones, those that other articles may have, with their places."""
        order = np.argsort(self.runs, kind="stable")
        codes = self.runs[order]
        kept = is_among(codes, common)
        self.ordered = codes[kept], order[kept]

    def rest(self) -> None:
        """Forget what only comparing it needs."""
        self.ordered, self.edges, self.ranks = _NOTHING, None, None

    def rank(self) -> Small:
        """Return, for each run outside quotations, how many such runs stand before it."""
        if self.ranks is None:
            self.ranks = np.cumsum(self.told, dtype=np.int32) - 1
        return self.ranks

    @property
    def tellings(self) -> int:
        """How many runs stand outside quotations."""
        return int(self.rank()[-1]) + 1

    def lines(self) -> list[int]:
        """Return the first word of every line, and the number of words."""
        if self.edges is None:
            breaks = [match.start() for match in _BREAK.finditer(self.article.text)]
            edges = self.starts.searchsorted(np.array(breaks, dtype=np.int32))
            self.edges = sorted({0, len(self.starts), *edges.tolist()})
        return self.edges


class Pool:
    """
    Room for the columns of many articles, each kind in one piece, which goes back to the system as a whole.

    Columns of single articles leave holes between whatever else is made meanwhile: .2 GB of them at 10,000 articles.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        """Make room for articles: a word has a letter, and something that is none before the next."""
        room = sum((len(article.text) + 1) // 2 for article in articles)
        self._columns: dict[str, NDArray[np.generic]] = {name: np.empty(room, kind) for name, kind in _KINDS.items()}
        self._at = dict.fromkeys(_KINDS, 0)

    def take(self, one: Print) -> Print:
        """Move the columns of an article in."""
        for name, column in self._columns.items():
            held, at = getattr(one, name), self._at[name]
            self._at[name] = end = at + len(held)
            column[at:end] = held
            setattr(one, name, column[at:end])
        return one


_KINDS: dict[str, type[np.generic]] = {
    "starts": np.int32,
    "ends": np.int32,
    "runs": np.uint64,
    "told": np.bool_,
    "outside": np.bool_,
    "held": np.uint64,
}


def fingerprint(article: Article, reading: Reading | None) -> Print:
    """Hash an article's words and runs of words; what it quotes is told apart from what it tells."""
    *edges, codes = words(article.text)
    starts, ends = (edge.astype(np.int32) for edge in edges)
    away = [r.span for r in article.regions if r.role != "body"] if article.spans("body") else []
    quoted = [q.span for q in reading.quotes if q.kind == "speech"] if reading else []
    runs = _runs(codes)
    outside = _within(starts, away)
    told = _clear(outside | _within(starts, quoted), len(runs))
    if np.count_nonzero(told) < TOO_FEW:
        told = _clear(outside, len(runs))
    held = np.sort(runs[told])
    held = held[np.diff(held, prepend=held[:1] + _MIX) != 0]
    return Print(article, starts, ends, runs, told, outside, held, len(held))


def repeated(prints: Iterable[Print]) -> Codes:
    """Return the hashes that stand more than once in all of some articles, sorted: most of a text is its own."""
    every = np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *(one.runs for one in prints)]))
    again: Codes = every[1:][every[1:] == every[:-1]]
    return again


def is_among(codes: Codes, held: Codes) -> Flags:
    """Tell which of some codes are among others, which are sorted."""
    if not len(held):
        return np.zeros(len(codes), dtype=np.bool_)
    found: Flags = held[np.minimum(held.searchsorted(codes), len(held) - 1)] == codes
    return found


def words(text: str) -> tuple[Places, Places, Codes]:
    """
    Return where each word of a text starts and ends, and its code.

    >>> _, _, codes = words("Talks, TALKS - talk")
    >>> bool(codes[0] == codes[1]), bool(codes[1] == codes[2])
    (True, False)
    """
    letters = _letters(text)
    edges = np.flatnonzero(np.diff(letters > 0, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    powers, inverse = _powers(1 << max(10, len(letters).bit_length()))
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * powers[: len(letters)], out=sums[1:])
    codes = (sums[ends] - sums[starts]) * inverse[starts]
    return starts, ends, (codes ^ (codes >> np.uint64(32))) * _MIX


def _letters(text: str) -> Codes:
    """Return the text's letters and digits in lower case, as numbers, and 0 for what is neither."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if points.max(initial=0) < _CASED:
        return _alphabet()[points]
    return np.where(points < _CASED, _alphabet()[np.minimum(points, _CASED - 1)], points.astype(np.uint64))


@cache
def _alphabet() -> Codes:
    points = (chr(point) for point in range(_CASED))
    return np.array([ord(c.lower()[0]) if c.isalnum() else 0 for c in points], dtype=np.uint64)


@cache
def _powers(length: int) -> tuple[Codes, Codes]:
    """Return the powers of the multiplier and those of its inverse."""
    both = [np.full(length, value, dtype=np.uint64) for value in (_MULTIPLIER, _INVERSE)]
    return np.cumprod(both[0]), np.cumprod(both[1])


def _runs(codes: Codes) -> Codes:
    if len(codes) < SIZE:
        return np.empty(0, dtype=np.uint64)
    last = len(codes) - SIZE + 1
    total = codes[SIZE - 1 :].copy()
    for at in range(SIZE - 1):
        total += codes[at : at + last] * _POWERS[at]
    return total


def _within(starts: Small, spans: list[Span]) -> Flags:
    """Return which words start inside one of some spans."""
    depth = np.zeros(len(starts) + 1, dtype=np.int64)
    if spans:
        edges = np.searchsorted(starts, np.array([(span.start, span.end) for span in spans], dtype=np.int32))
        np.add.at(depth, edges[:, 0], 1)
        np.add.at(depth, edges[:, 1], -1)
    inside: Flags = np.cumsum(depth[:-1]) > 0
    return inside


def _clear(masked: Flags, runs: int) -> Flags:
    """Return which runs hold no masked word."""
    if not runs:
        return np.empty(0, dtype=np.bool_)
    sums = np.concatenate(([0], np.cumsum(masked)))
    clear: Flags = sums[SIZE:] == sums[:-SIZE]
    return clear
