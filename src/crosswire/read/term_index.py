"""The content terms of an article, found once, so that every statement's terms are a slice of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

import msgspec

from crosswire.model import Span
from crosswire.read.words import fold
from crosswire.text.tokens import terms

# The words of `text.tokens.words`, caught so that splitting keeps the gaps and with them the places.
_WORD = re.compile(r"(\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*)")


class TermIndex(msgspec.Struct, frozen=True):
    """Where an article's words start, and what each counts as; "" for a word that carries no content."""

    starts: list[int]
    found: list[str]

    def inside(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """
        Return the terms of the words that start inside `spans`, sorted, each once.

        >>> text = "The envoys met 1,200 prisoners; prisoners waited"
        >>> index_terms(text).inside([Span(0, 30)]) == terms(text[:30])
        True
        """
        held: set[str] = set()
        for span in spans:
            held.update(self.found[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)])
        held.discard("")
        return tuple(sorted(held))


def index_terms(text: str) -> TermIndex:
    """Return the terms of a whole text with the places of their words."""
    pieces = _WORD.split(fold(text))
    return TermIndex(list(accumulate(map(len, pieces)))[0:-1:2], [_term(word) for word in pieces[1::2]])


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    return next(iter(terms(word)), "")
