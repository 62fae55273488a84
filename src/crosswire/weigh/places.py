"""Where each report's talks and attacks are: what its sentences that name no place are about."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick

from crosswire.model import Actor, Statement
from crosswire.text.tokens import terms

from .propositions import Proposition
from .sides import Sides
from .synonyms import canonical

# What tells of talks: meetings and deals, the issues they are filed under, and their words.
_TALKS = frozenset({"MEET", "MEDIATE", "AGREE_JOINT"})
_TALK_ISSUES = frozenset({"process_format", "mediation", "diplomacy", "ceasefire"})

_EDGE = re.compile(r"\b")
# Letters of a name below which it may be any word.
_LEAST = 4


class PlaceNames:
    """
    Finds the places of the case whose names stand in words, where reports did not tell them for ones: in one scan.

    >>> written = PlaceNames([Actor(id="orm", name="Fort Orm", kind="place")])
    >>> sorted(written.among("They left Fort Orm.")), sorted(written.among("Fort Ormond"))
    (['orm'], [])
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Take in the places among actors that no pack lists."""
        self._ids: dict[str, list[str]] = defaultdict(list)
        for actor in actors:
            if actor.kind == "place" and not actor.known and len(actor.name) >= _LEAST:
                self._ids[actor.name].append(actor.id)
        self._listed = list(self._ids)
        self._scan = AhoCorasick(self._listed)

    def among(self, words: str) -> frozenset[str]:
        """Return the ids of the places that some words name."""
        found: set[str] = set()
        for at, start, end in self._scan.find_matches_as_indexes(words, overlapping=True):
            if _EDGE.match(words, start) and _EDGE.match(words, end):
                found.update(self._ids[self._listed[at]])
        return frozenset(found)


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
