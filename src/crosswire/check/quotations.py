"""Quotations, letter by letter: whether the sources hold them, and which words were changed where they do not."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from crosswire.check.library import Library
from crosswire.check.words import keys_of
from crosswire.model import Difference, Quote, Span

# Shorter quotations are terms or scare quotes: found or not, they are not aligned.
SHORT = 3
# A source's stretch is the origin of a quotation when it holds this share of its words, in order.
_SAME = 0.55
_LOOKED_AT = 10
# Sources that hold the same words exactly: asked who said them, the first few tell.
_MOST = 8
_PIECE = re.compile(r"[^\W_]+")
# What an editor may do inside a quotation: leave words out, marked; put words in, bracketed.
_EDITED = re.compile(
    r"\s{0,3}(?:\[\s?(?:\.{3}|…)\s?\]|\(\s?(?:\.{3}|…)\s?\)|\.{3,4}|(?:\. ){2,3}\.|…|\[[^\[\]\n]{0,60}\])\s{0,3}"
)
_FAR = 400


class Squeezed:
    """A text with everything but letters and digits left out, case folded, and where each letter stood."""

    def __init__(self, text: str) -> None:
        """Squeeze a text."""
        letters: list[str] = []
        places: list[int] = []
        self.starts: set[int] = set()
        self.ends: set[int] = set()
        size = 0
        for match in _PIECE.finditer(text):
            self.starts.add(size)
            piece = match.group()
            if piece.isascii():
                letters.append(piece.lower())
                places.extend(range(*match.span()))
                size += len(piece)
            else:
                for offset, sign in enumerate(piece):
                    plain = _plain(sign)
                    letters.append(plain)
                    places.extend([match.start() + offset] * len(plain))
                    size += len(plain)
            self.ends.add(size)
        self.letters = "".join(letters)
        self.places = places

    def find(self, words: str, first: int = 0, last: int | None = None) -> Span | None:
        """Return where words stand, whatever their marks, spaces, capitals and accents; whole words only."""
        start = self.letters.find(words, first, last)
        while start >= 0:
            if start in self.starts and start + len(words) in self.ends:
                return Span(start, start + len(words))
            start = self.letters.find(words, start + 1, last)
        return None

    def span(self, found: Span) -> Span:
        """Return the place in the text of a place among the letters."""
        return Span(self.places[found.start], self.places[found.end - 1] + 1)


class Found(NamedTuple):
    """Where a quotation stands: the source, the place, and how its words differ; no differences when it is exact."""

    source: int
    span: Span
    differences: tuple[Difference, ...] = ()


class Quotations:
    """Looks quotations up in a library; the sources are squeezed at the first one."""

    def __init__(self, library: Library) -> None:
        """Keep the library."""
        self._library = library

    @cached_property
    def _squeezed(self) -> list[Squeezed]:
        return [Squeezed(article.text) for article in self._library.articles]

    def find(self, text: str, quote: Quote) -> list[Found]:
        """Return where a quotation of `text` stands: exactly, wherever that is, else altered; empty when nowhere."""
        exact = self.exact(quote.inner.of(text))
        if exact:
            return exact
        altered = self._altered(text, quote.inner)
        return [altered] if altered else []

    def exact(self, words: str) -> list[Found]:
        """Return the sources that hold the words, pieces between marks of omission in order."""
        pieces = [piece for part in _EDITED.split(words) if (piece := squeeze(part))]
        found: list[Found] = []
        for source, squeezed in enumerate(self._squeezed if pieces else ()):
            first = squeezed.find(pieces[0])
            while first is not None:
                whole = _followed(squeezed, pieces, first)
                if whole is not None:
                    found.append(Found(source, squeezed.span(whole)))
                    break
                first = squeezed.find(pieces[0], first.start + 1)
            if len(found) == _MOST:
                break
        return found

    def _altered(self, text: str, inner: Span) -> Found | None:
        words = [Span(*match.span()) for match in _word_spans(text, inner)]
        if len(words) < SHORT:
            return None
        library = self._library
        plain = [_folded(span.of(text)) for span in words]
        best: tuple[float, int, int] | None = None
        aligned: tuple[int, list[Span], list[str]] | None = None
        keys = keys_of(library.vocabulary.words(text, inner))
        for rank, unit in enumerate(library.find(keys, _LOOKED_AT)):
            spans = self._window(unit.source, unit.index, len(words))
            source_text = library.articles[unit.source].text
            theirs = [_folded(span.of(source_text)) for span in spans]
            share = _agreement(plain, theirs)
            if best is None or (share, -rank) > best[:2]:
                best, aligned = (share, -rank, unit.source), (unit.source, spans, theirs)
        if best is None or aligned is None or best[0] < _SAME:
            return None
        return self._differing(text, words, plain, aligned)

    def _window(self, source: int, index: int, length: int) -> list[Span]:
        """Return the words of a sentence and of those around it, as far as the quotation may reach."""
        sentences = self._library.readings[source].sentences
        text = self._library.articles[source].text
        first, last = max(0, index - 1), min(len(sentences) - 1, index + 1)
        while (
            last + 1 < len(sentences) and sum(len(one.of(text).split()) for one in sentences[index : last + 1]) < length
        ):
            last += 1
        return [Span(*match.span()) for match in _word_spans(text, Span(sentences[first].start, sentences[last].end))]

    def _differing(
        self, text: str, words: Sequence[Span], plain: Sequence[str], aligned: tuple[int, list[Span], list[str]]
    ) -> Found:
        source, spans, theirs = aligned
        source_text = self._library.articles[source].text
        steps = _steps(plain, theirs)
        kept = [step for step in steps if step[0] == "equal"]
        low, high = kept[0][3], kept[-1][4]
        differences: list[Difference] = []
        for kind, i, j, k, n in steps:
            if kind == "equal":
                continue
            # Words of the source before and after what was quoted were not left out: a quotation begins somewhere.
            # A word changed at its edge stands for as many of the source's.
            k, n = max(k, low - (j - i)), min(n, high + (j - i))
            said = Span(words[i].start, words[j - 1].end) if j > i else None
            found = Span(spans[k].start, spans[n - 1].end) if n > k else None
            if said is None and (found is None or _omission(text, words, i)):
                continue
            place = (
                said or Span(words[i - 1].end, words[i - 1].end) if i else said or Span(words[0].start, words[0].start)
            )
            differences.append(_difference(text, place, source_text, found, self._library, source))
        return Found(source, Span(spans[low].start, spans[high - 1].end), tuple(differences))


def _difference(
    text: str, place: Span, source_text: str, found: Span | None, library: Library, source: int
) -> Difference:
    said = place.of(text)
    evidence = library.at(source, found) if found else None
    theirs = found.of(source_text) if found else None
    if not said:
        note = f"the quotation leaves out “{theirs}”"
    elif theirs is None:
        note = f"“{said}” was not said"
    else:
        note = f"“{said}” stands for “{theirs}”"
    return Difference("quotation", place, said, theirs, note, evidence)


def squeeze(words: str) -> str:
    """
    Return the letters and digits of words alone.

    >>> squeeze("“Cease-fire” at 9.40am?") == squeeze("'Ceasefire' at 9:40 a.m.")
    True
    """
    return "".join(_plain(sign) for match in _PIECE.finditer(words) for sign in match.group())


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    return "".join(one for one in unicodedata.normalize("NFKD", sign.casefold()) if not unicodedata.combining(one))


def _folded(word: str) -> str:
    return squeeze(word)


def _word_spans(text: str, span: Span) -> list["re.Match[str]"]:
    return list(_WORDS.finditer(text, span.start, span.end))


_WORDS = re.compile(r"[^\W_]+(?:['’ʼ`´.,:\-‐‑][^\W_]+)*")


def _agreement(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the words of `one` that stand in `other` in the same order."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(one)


def _steps(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()  # type: ignore[return-value]


def _omission(text: str, words: Sequence[Span], at: int) -> bool:
    """Tell whether words are left out where the quotation marks that it leaves some out, or puts some in brackets."""
    if not 0 < at < len(words):
        return False
    return _EDITED.search(text, words[at - 1].end, words[at].start + 1) is not None


def _followed(squeezed: Squeezed, pieces: Sequence[str], first: Span) -> Span | None:
    """Return the stretch that holds every piece in order, each not far behind the one before."""
    end = first.end
    for piece in pieces[1:]:
        following = squeezed.find(piece, end, end + _FAR + len(piece))
        if following is None:
            return None
        end = following.end
    return Span(first.start, end)


__all__ = ["SHORT", "Found", "Quotations", "squeeze"]
