"""Deeds that exclude each other ("opened", "closed"), as data: `opposites.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from crosswire.text.tokens import terms


@cache
def _poles() -> dict[str, frozenset[tuple[int, int]]]:
    data = tomllib.loads(files(__package__).joinpath("opposites.toml").read_text(encoding="utf-8"))
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for at, pair in enumerate(data["pairs"]):
        for pole, words in enumerate(pair):
            for term in terms(words):
                found[term].add((at, pole))
    return {term: frozenset(places) for term, places in found.items()}


def exclude(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """
    Tell whether a deed that only one set of stems tells of excludes a deed that only the other tells of.

    >>> exclude(["harbour", "open"], ["harbour", "close"]), exclude(["harbour", "open"], ["harbour", "reopen"])
    (True, False)
    """
    one, other = frozenset(ours), frozenset(theirs)
    mine, its = _passed(one - other), _passed(other - one)
    return any((at, 1 - pole) in its for at, pole in mine)


def _passed(stems: Iterable[str]) -> frozenset[tuple[int, int]]:
    known = _poles()
    return frozenset(place for stem in stems for place in known.get(stem, ()))
