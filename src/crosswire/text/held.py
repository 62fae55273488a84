"""Which of some words a text holds at all: asked of every text, before the patterns that find few of them anything."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Held:
    """
    Words looked for in one scan of a text, also inside other words.

    >>> asked = Held(["plan", "pla", "draft"])
    >>> sorted(asked.inside("the plane")), asked.places("plan, plane"), asked.inside("none")
    (['pla', 'plan'], [0, 6], frozenset())
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take words as they are written in the texts that will be asked."""
        self._words = tuple(dict.fromkeys(words))
        self._scan = AhoCorasick(self._words, matchkind=MatchKind.Standard, implementation=Implementation.DFA)

    def inside(self, text: str) -> frozenset[str]:
        """Return those of the words that a text holds."""
        words = self._words
        return frozenset([words[one] for one, _, _ in self._scan.find_matches_as_indexes(text, overlapping=True)])

    def places(self, text: str) -> list[int]:
        """Return where in a text words start, in order, each place once."""
        found = self._scan.find_matches_as_indexes(text, overlapping=True)
        return sorted({start for _, start, _ in found})

    def matches(
        self, pattern: re.Pattern[str], text: str, start: int = 0, stop: int | None = None
    ) -> Iterator[re.Match[str]]:
        r"""
        Yield what `pattern.finditer` does between two places, for a pattern that only finds what opens with a word.

        >>> asked = Held(["plan", "draft"])
        >>> [match[0] for match in asked.matches(re.compile(r"\b(?:plans?|draft) to"), "a plan to draft plans to")]
        ['plan to', 'plans to']
        """
        end = len(text) if stop is None else stop
        return matches_at([start + place for place in self.places(text[start:end])], pattern, text, end)


def matches_at(places: Sequence[int], pattern: re.Pattern[str], text: str, stop: int) -> Iterator[re.Match[str]]:
    r"""
    Yield the matches of `pattern` that begin at `places`, which are in order, and end by `stop`; none meets another.

    >>> [match[0] for match in matches_at([2, 10], re.compile(r"\b(?:plan|draft) to"), "a plan to draft to", 18)]
    ['plan to', 'draft to']
    """
    reach = 0
    for place in places:
        match = pattern.match(text, place, stop) if place >= reach else None
        if match is not None:
            yield match
            reach = match.end()
