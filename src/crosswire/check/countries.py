"""The names of a country as one key: "the U.S.", "America" and "American" are the United States."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from crosswire.packs import Packs
from crosswire.packs.schema import PackActor
from crosswire.text.verbs import irregular_pasts
from crosswire.weigh.spelling import fold

# "South America" is no country.
_PART = re.compile(r"\b(?:South|North|Latin|Central)\s$")


class Countries(NamedTuple):
    """
    What countries go by, each with the one word that stands for it.

    `names` are whole names of one word or more, by their first word and longest first; `adjectives` and `capitals`,
    the places that speak for a state, are lower case.
    """

    names: dict[str, tuple[tuple[str, str], ...]]
    adjectives: dict[str, str]
    capitals: dict[str, str]

    def at(self, text: str, start: int) -> tuple[int, str] | None:
        """Return where the country's name that begins at a place ends, and its word; None where none begins."""
        first = _FIRST.match(text, start)
        for name, word in self.names.get(first.group(), ()) if first else ():
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                end += 2 if text.startswith(("'s", "’s"), end) else 0
                return None if _PART.search(text[max(0, start - 8) : start]) else (end, word)
        state = self.capitals.get(first.group().lower()) if first else None
        if first is None or state is None or not first.group()[0].isupper():
            return None
        behind = _SPEAKS.match(text, first.end())
        done = behind and (behind["verb"] is None or _is_past(behind["verb"]))
        return (first.end(), state) if done and not _NO_SPEAKER.search(text[max(0, start - 24) : start]) else None

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of all countries."""
        return _keys(tuple(sorted({word for held in self.names.values() for _, word in held})))

    def is_short(self, text: str, start: int, end: int) -> bool:
        """Tell whether a word is a country's name cut short: "U.S." before an official tells next to nothing."""
        return _SHORT.fullmatch(text, start, end) is not None and self.at(text, start) is not None


# What a capital does when it stands for its state, and what it stands behind where it is a town.
_SPEAKS = re.compile(
    r"(?:['’]s)?\s(?:(?:has|have|had|is|was|will|would|to|wants|says|insists|rejects|accepts|demands|refuses|denies|believes|"
    r"hopes|seeks|blames|accuses|and\s[A-Z][a-z]+|or\s[A-Z][a-z]+)\b|(?P<verb>[a-z]{3,15})\b)"
)
_NO_SPEAKER = re.compile(
    r"(?:\b(?:in|at|near|inside|outside|across|over|around|towards?|through|throughout|from|to|of|for|on|central|downtown|"
    r"via|the|an?)|[A-Z][\w.’'-]*)\s$",
)
_SHORT = re.compile(r"[A-Z.]{2,6}(?:['’]s)?")
_FIRST = re.compile(r"[^\W\d_]+")


@cache
def _keys(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"@{fold(word)}" for word in words)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in irregular_pasts()


def find_countries(packs: Packs | None) -> Countries:
    """Return the countries that packs know."""
    states = [one for one in packs.actors if one.kind == "state"] if packs else []
    names: dict[str, set[tuple[str, str]]] = {}
    for actor in states:
        for name in (actor.name, *actor.aliases):
            if (first := _FIRST.match(name)) is not None:
                names.setdefault(first.group(), set()).add((name, _word(actor)))
    # The longest first: "United States of America" before "United States".
    longest = {first: tuple(sorted(held, key=lambda one: (-len(one[0]), one))) for first, held in names.items()}
    return Countries(longest, _by_word(states, "adjectives"), _by_word(states, "metonyms"))


def _by_word(states: Iterable[PackActor], kind: str) -> dict[str, str]:
    words = [(word, _word(actor)) for actor in states for word in getattr(actor, kind)]
    return {word.lower(): known for word, known in words if word.isalpha()}


def _word(actor: PackActor) -> str:
    return "".join(letter for letter in actor.name.lower() if letter.isalpha())
