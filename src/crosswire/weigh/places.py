"""Where each report's talks and attacks are: what its sentences that name no place are about."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from crosswire.model import Statement
from crosswire.text.tokens import terms

from .propositions import Proposition
from .sides import Sides
from .synonyms import canonical

# What tells of talks: meetings and deals, the issues they are filed under, and their words.
_TALKS = frozenset({"MEET", "MEDIATE", "AGREE_JOINT"})
_TALK_ISSUES = frozenset({"process_format", "mediation", "diplomacy", "ceasefire"})


def places_of(item: Proposition, sides: Sides) -> frozenset[str]:
    """Return the places a statement names."""
    known = sides.actors
    return frozenset(a for a in item.statement.actors if a in known and known[a].kind == "place")


def one_place(one: str, other: str) -> bool:
    """
    Tell whether two places, by their ids, are one or one lies in the other by its name: a town, and its hospital.

    >>> one_place("orm", "orms-teaching-hospital"), one_place("orm", "fenn"), one_place("orm", "orman")
    (True, False, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=lambda name: (len(name), name))
    # The genitive's "s" stays in an id.
    return long.startswith((f"{short}-", f"{short}s-"))


def tells_of_talks(act: str, said: Statement, words: frozenset[str]) -> bool:
    """Tell whether a statement is of talks, by its act, its issues or its words."""
    return act in _TALKS or not _TALK_ISSUES.isdisjoint(said.issues) or not _talk().isdisjoint(words)


def find_venues(items: Iterable[Proposition], sides: Sides) -> dict[str, frozenset[str]]:
    """Return the places each article names in what it tells of talks."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        said = item.statement
        if said.actors and tells_of_talks(item.act, said, item.words.terms):
            found[said.article] |= places_of(item, sides)
    return {article: frozenset(places) for article, places in found.items()}


def find_scenes(items: Iterable[Proposition], sides: Sides) -> dict[str, frozenset[str]]:
    """Return the place or places that each article most often names in what it tells of attacks, which is marked."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        found[item.statement.article].update(places_of(item, sides))
    return {
        article: frozenset(place for place, count in places.items() if count == max(places.values()))
        for article, places in found.items()
    }


@cache
def _talk() -> frozenset[str]:
    return canonical(terms("talks negotiations delegation"))
