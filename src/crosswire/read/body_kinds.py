"""What a body is, told by its name: a country's own agency, or people's own society that its country is named in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from crosswire.packs import Packs

if TYPE_CHECKING:
    from crosswire.read.gazetteer import Gazetteer

# "Health New Zealand Southern": words after the country that still belong to the name.
_BRANCH = 1


class BodyWords(msgspec.Struct, frozen=True):
    """
    Words of bodies' names: `openers` stand before a country's ("Health Arland"), `societies` end the name of what
    people found for themselves, `kinds` are what bodies are called that a noun means ("the union").
    """

    openers: frozenset[str]
    societies: frozenset[str]
    kinds: Mapping[str, tuple[str, ...]]


def body_words(packs: Packs) -> BodyWords:
    """Return the words of bodies' names that the packs list."""
    kinds = _kinds_of(packs.words("body_kinds"))
    return BodyWords(frozenset(packs.words("org_openers")), frozenset(packs.words("societies")), kinds)


def is_agency(texts: Sequence[str], words: "Gazetteer") -> bool:
    """Tell whether words are a field and a country, and so an agency's name: "Health New Zealand"."""
    if len(texts) < 2 or texts[0] not in words.bodies.openers:
        return False
    hit = words.longest(list(texts), 1)
    return hit is not None and hit[1].kind == "state" and hit[1].how == "name" and len(texts) - hit[0] <= _BRANCH


def _kinds_of(pairs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        noun, _, name = pair.partition(" ")
        found.setdefault(noun, []).append(name)
    return {noun: tuple(names) for noun, names in found.items()}
