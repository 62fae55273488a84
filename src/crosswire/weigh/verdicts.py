"""Verdicts that exclude each other ("constructive", "pointless"), as data: `verdicts.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from crosswire.text.tokens import terms

# Most statements pass no verdict, and share this.
_NONE: frozenset[tuple[int, int]] = frozenset()


class Pole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One verdict: what to call it, and the words that pass it."""

    label: str
    words: tuple[str, ...]


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    Two verdicts that exclude each other, and what they judge.

    `of` widens what counts as one matter: `role` is the part a third state or body plays, `occasion` the round of talks
    both speakers come from, `object` the thing named beside the verdict, which may still lie ahead.
    """

    name: str
    one: Pole
    other: Pole
    of: Literal["role", "occasion", "object"] | None = None


@cache
def load_verdicts() -> tuple[Verdict, ...]:
    """Return the verdicts that ship with Crosswire."""
    data = tomllib.loads(files(__package__).joinpath("verdicts.toml").read_text(encoding="utf-8"))
    return msgspec.convert(data["verdicts"], tuple[Verdict, ...])


@cache
def _poles() -> dict[str, tuple[tuple[int, int], ...]]:
    """Map each verdict word's stem to its (verdict, pole) places."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for at, verdict in enumerate(load_verdicts()):
        for pole, words in enumerate((verdict.one.words, verdict.other.words)):
            for word in words:
                for term in terms(word):
                    found[term].add((at, pole))
    return {term: tuple(sorted(places)) for term, places in found.items()}


def passed(words: Iterable[str]) -> frozenset[tuple[int, int]]:
    """
    Return the verdicts a set of stems passes, as (verdict, pole) places.

    >>> passed(["talk", "construct"]) != passed(["talk", "pointless"])
    True
    """
    words, poles = list(words), _poles()
    if poles.keys().isdisjoint(words):
        return _NONE
    return frozenset(place for word in words if word in poles for place in poles[word])


@cache
def pole_words(at: int, pole: int) -> frozenset[str]:
    """Return the stems that pass one verdict."""
    return frozenset(term for term, places in _poles().items() if (at, pole) in places)


def passes(at: int, pole: int, said: Iterable[str]) -> bool:
    """
    Tell whether one of some words is a word of a verdict: as it is listed, longer at its end, or in "-ing".

    >>> at, pole = verdict_of("progress", "no progress")
    >>> passes(at, pole, ["impasses"]), passes(at, pole, ["stalling"]), passes(at, pole, ["impassioned"])
    (True, True, False)
    """
    return any(word.startswith(_openings(at, pole)) for word in said)


@cache
def _openings(at: int, pole: int) -> tuple[str, ...]:
    verdict = load_verdicts()[at]
    listed = (verdict.one, verdict.other)[pole].words
    return (*listed, *(f"{word.removesuffix('ed')}ing" for word in listed if word.endswith("ed")))


@cache
def verdict_of(name: str, label: str) -> tuple[int, int] | None:
    """Return the place of the verdict with this name and label, None when there is none."""
    for at, verdict in enumerate(load_verdicts()):
        for pole, side in enumerate((verdict.one, verdict.other)):
            if (verdict.name, side.label) == (name, label):
                return at, pole
    return None


@cache
def verdict_words() -> frozenset[str]:
    """Return the stems of all verdict words."""
    return frozenset(_poles())


def opposed(one: frozenset[tuple[int, int]], other: frozenset[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that `one` passes, while `other` passes just the opposite."""
    return sorted(
        (at, pole)
        for at, pole in one
        if (at, 1 - pole) in other and (at, 1 - pole) not in one and (at, pole) not in other
    )
