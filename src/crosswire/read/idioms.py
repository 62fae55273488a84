"""Turns of phrase whose words mean nothing of what they name: "the ball is in their court" is about no court."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from crosswire.model import Span
from crosswire.packs import Packs
from crosswire.read.loaded import Hit
from crosswire.text.held import Held
from crosswire.text.normalise import fold_case

# What may stand in a phrase's gap: "the ball is now firmly in the two ministers' court".
_GAP = r"\s(?:[\w'’-]{1,30}\s){0,8}"
# The words of an idiom before and after its gaps, and what its pattern is made from: few are ever needed.
_Idiom = tuple[frozenset[str], str]
_COMPILED: dict[str, tuple[Held, list[_Idiom]]] = {}


def outside_idioms(hits: Iterable[Hit], text: str, packs: Packs) -> list[Hit]:
    """Leave out the words that stand inside one of the packs' idioms."""
    listed = list(hits)
    spans = find_idioms(text, packs) if listed else []
    if not spans:
        return listed
    starts = [span.start for span in spans]
    return [hit for hit in listed if not _inside(hit, spans, starts)]


def find_idioms(text: str, packs: Packs) -> list[Span]:
    """
    Return where the packs' idioms stand; "…" in one is a gap of a few words.

    >>> from crosswire.packs import load
    >>> text = "The ball is now in Oria's court, and a court will hear the case."
    >>> [text[span.start : span.end] for span in find_idioms(text, load("core"))]
    ["ball is now in Oria's court"]
    """
    known = _COMPILED.get(packs.digest)
    if known is None:
        idioms = [_compile(idiom) for idiom in sorted(packs.words("idioms"))]
        known = _COMPILED[packs.digest] = Held(sorted({word for words, _ in idioms for word in words})), idioms
    # Nearly no text holds an idiom, and asking for the words of all first costs a hundredth of searching.
    held = known[0].inside(fold_case(text))
    found = [pattern for words, pattern in known[1] if words <= held]
    return sorted(Span(*match.span()) for pattern in found for match in _pattern(pattern).finditer(text))


def _compile(idiom: str) -> _Idiom:
    words = [part.strip() for part in idiom.split("…")]
    phrase = _GAP.join(map(re.escape, words))
    return frozenset([word.lower() for word in words if word]), rf"\b{phrase}\b"


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase, re.IGNORECASE)


def _inside(hit: Hit, spans: list[Span], starts: list[int]) -> bool:
    at = bisect_right(starts, hit.start) - 1
    return at >= 0 and hit.end <= spans[at].end
