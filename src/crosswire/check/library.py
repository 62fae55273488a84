"""The sentences of the sources, and finding those that bear on a statement."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import log

import msgspec
import numpy as np
import numpy.typing as npt

from crosswire.check.meanings import meanings
from crosswire.check.words import NAME, NUMBER, Vocabulary, Word, keys_of
from crosswire.model import Article, Evidence, Figure, Reading, Span, Time
from crosswire.packs import Packs
from crosswire.text.stems import stem
from crosswire.text.tokens import words
from crosswire.weigh.spelling import plain
from crosswire.weigh.synonyms import everyday

# Robertson and Zaragoza 2009 (BM25), their usual values.
_K1, _B = 1.2, 0.75
# A name or a number tells more about which event a sentence is of than another word as rare.
_TELLING = 1.3
# "1,200" and "on-line" are two words each, as wherever they are looked for.
_PART = re.compile(r"[^\W_]+")
_ORDINALS = {
    word: f"{at}{'st' if at == 1 else 'nd' if at == 2 else 'rd' if at == 3 else 'th'}"
    for at, word in enumerate(str.split("first second third fourth fifth sixth seventh eighth ninth tenth"), 1)
}
_MONTHS = frozenset(
    str.split("""
    january february march april june july august september october november december sept""")
)


@lru_cache(maxsize=1 << 16)
def form(word: str) -> str:
    """
    Return what a word is in whatever form: without accents and ending, months and ordinals in one way.

    >>> form("Directors"), form("Zürich"), form("fifth"), form("September")
    ('director', 'zurich', '5th', 'sep')
    """
    bare = plain(word)
    return bare[:3] if bare in _MONTHS else _ORDINALS.get(bare) or stem(bare)


def forms_of(tokens: Iterable[str]) -> frozenset[str]:
    """Return words in whatever form."""
    return frozenset(form(part) for token in tokens for part in _PART.findall(token))


class Unit(msgspec.Struct, frozen=True):
    """One sentence of a source: its place, its words, and those of the sentences around it."""

    source: int
    index: int
    span: Span
    words: tuple[Word, ...]
    keys: frozenset[str]
    near: frozenset[str]
    headline: bool


class Library:
    """All sentences of the sources, indexed by their words."""

    def __init__(self, articles: Sequence[Article], readings: Sequence[Reading], packs: Packs | None = None) -> None:
        """Index the sources; `readings` belong to `articles`, in any order."""
        by_id = {one.article: one for one in readings}
        kept = sorted((one for one in articles if one.id in by_id), key=lambda one: one.id)
        self.articles = tuple(kept)
        self.readings = tuple(by_id[one.id] for one in kept)
        self.vocabulary = Vocabulary(kept, packs)
        self.units: list[Unit] = []
        self.places = {one.id: at for at, one in enumerate(kept)}
        self.leads: list[frozenset[str]] = []
        self.ranges: list[range] = []
        for at in range(len(kept)):
            self._add(at)
        self._vectors: dict[int, npt.NDArray[np.float32]] = {}
        self._tokens: dict[int, tuple[str, ...]] = {}
        self._forms: dict[int, frozenset[str]] = {}
        self._said: dict[int, frozenset[str]] = {}
        self._index()

    def _add(self, source: int) -> None:
        article, reading = self.articles[source], self.readings[source]
        titles = article.spans("title")
        rows = [(span, tuple(self.vocabulary.words(article.text, span))) for span in reading.sentences]
        keys = [keys_of(held) for _, held in rows]
        nobody: frozenset[str] = frozenset()
        first = len(self.units)
        for at, (span, held) in enumerate(rows):
            near = (keys[at - 1] if at else nobody) | (keys[at + 1] if at + 1 < len(keys) else nobody)
            headline = any(title.covers(span) for title in titles)
            self.units.append(Unit(source, at, span, held, keys[at], near, headline))
        self.ranges.append(range(first, len(self.units)))
        self.leads.append(nobody.union(*keys[:3]))

    def _index(self) -> None:
        held: dict[str, list[int]] = defaultdict(list)
        for at, unit in enumerate(self.units):
            for key in sorted(unit.keys):
                held[key].append(at)
        total = len(self.units)
        share = everyday()
        # Sources that copy one another do not make a word common.
        apart = len({tuple(sorted(unit.keys)) for unit in self.units})
        self.unseen = log(1.0 + 2.0 * (apart + 1.0)) if apart else 1.0
        self.weights = {
            key: max(0.05, log(1.0 + (total + 1.0) / (len(places) + 0.5)) * share.get(key, 1.0))
            for key, places in held.items()
        }
        lengths = np.array([max(1, len(unit.keys)) for unit in self.units] or [1], dtype=np.float64)
        self._norms = _K1 * (1 - _B + _B * lengths / lengths.mean())
        self._postings: dict[str, npt.NDArray[np.int64]] = {key: np.array(at) for key, at in held.items()}

    def weight(self, key: str) -> float:
        """Return how much a word tells: the fewer sentences hold it, the more."""
        known = self.weights.get(key)
        return self.unseen * (everyday().get(key, 1.0)) if known is None else known

    def mass(self, keys: Collection[str]) -> float:
        """Sum the weights of words."""
        return sum(self.weight(key) for key in sorted(keys))

    def share(self, keys: Collection[str], unit: Unit, *, near: bool = False) -> float:
        """Return how much of some words a unit holds, 0 to 1 by weight; `near` counts the sentences around it, too."""
        total = self.mass(keys)
        held = unit.keys | unit.near if near else unit.keys
        return self.mass(held.intersection(keys)) / total if total else 0.0

    def find(self, keys: Collection[str], most: int, among: Collection[int] | None = None) -> list[Unit]:
        """Return the units that bear most on a set of words, best first; `among` names the sources to look in."""
        scores = np.zeros(len(self.units))
        for key in sorted(keys):
            places = self._postings.get(key)
            if places is not None:
                weight = self.weights[key] * (_TELLING if key[0] in (NAME, NUMBER) else 1.0)
                scores[places] += weight * (_K1 + 1) / (1 + self._norms[places])
        if among is not None:
            inside = np.zeros(len(self.units), dtype=bool)
            for source in among:
                inside[self.ranges[source].start : self.ranges[source].stop] = True
            scores[~inside] = 0.0
        best = np.lexsort((np.arange(len(scores)), -scores))[:most]
        return [self.units[at] for at in best if scores[at] > 0]

    def text(self, unit: Unit) -> str:
        """Return a unit's words."""
        return unit.span.of(self.articles[unit.source].text)

    def vectors(self, unit: Unit) -> npt.NDArray[np.float32]:
        """Return the vectors of a unit's ordinary words, one a row."""
        place = self.ranges[unit.source].start + unit.index
        found = self._vectors.get(place)
        if found is None:
            text = self.articles[unit.source].text
            ordinary = [text[one.start : one.end].lower() for one in unit.words if one.key[0].isalpha()]
            found = self._vectors[place] = meanings().stack(ordinary)
        return found

    def tokens(self, unit: Unit) -> tuple[str, ...]:
        """Return every word of a unit in lower case, in order."""
        place = self.ranges[unit.source].start + unit.index
        found = self._tokens.get(place)
        if found is None:
            found = self._tokens[place] = tuple(words(self.text(unit)))
        return found

    def forms(self, unit: Unit) -> frozenset[str]:
        """Return the words of a unit in whatever form."""
        place = self.ranges[unit.source].start + unit.index
        found = self._forms.get(place)
        if found is None:
            found = self._forms[place] = forms_of(self.tokens(unit))
        return found

    def said(self, source: int) -> frozenset[str]:
        """Return the words of a source in whatever form."""
        found = self._said.get(source)
        if found is None:
            every = {token for place in self.ranges[source] for token in self.tokens(self.units[place])}
            found = self._said[source] = forms_of(every)
        return found

    def around(self, unit: Unit) -> range:
        """Return the places in `units` of a unit and of the sentences before and after it."""
        own = self.ranges[unit.source]
        place = own.start + unit.index
        return range(max(own.start, place - 1), min(own.stop, place + 2))

    def evidence(self, unit: Unit) -> Evidence:
        """Return a unit as evidence."""
        article = self.articles[unit.source]
        return Evidence.cut(article.id, article.text, unit.span)

    def at(self, source: int, span: Span) -> Evidence:
        """Return a stretch of a source as evidence."""
        article = self.articles[source]
        return Evidence.cut(article.id, article.text, span)

    def figures(self, unit: Unit) -> list[Figure]:
        """Return the figures of a unit."""
        return [one for one in self.readings[unit.source].figures if unit.span.covers(one.span)]

    def times(self, unit: Unit) -> list[Time]:
        """Return the times of a unit."""
        return [one for one in self.readings[unit.source].times if unit.span.covers(one.span)]

    def unit_at(self, source: int, position: int) -> Unit | None:
        """Return the unit that covers a place."""
        for at in self.ranges[source]:
            if self.units[at].span.start <= position < self.units[at].span.end:
                return self.units[at]
        return None
