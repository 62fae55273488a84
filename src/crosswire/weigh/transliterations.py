"""One official under two spellings of a foreign name: the same consonants, and the same office in either report."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from crosswire.model import Actor

from .spelling import person_key, plain

Key = TypeVar("Key")
# Ukrainian "h" is Russian "g"; "x" is "ks", and vowels go by ear: "Heorhii"/"Georgy", "Mohammed"/"Muhammad".
_LETTERS = (("x", "ks"), ("h", "g"))
_VOWELS = re.compile(r"[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")
# Consonants below which a name says too little: "Lee", "Li".
_LEAST_SURNAME, _LEAST_GIVEN = 3, 2
# Words of an office that its reports may leave out, or spell in two ways.
_LOOSE = frozenset("the of for a an s acting".split())
_SPELT = (("defence", "defense"), ("programme", "program"), ("centre", "center"), ("counsellor", "counselor"))


@lru_cache(maxsize=65536)
def consonants(name: str) -> str:
    """
    Return the consonants of a folded name, as any transliteration writes them.

    >>> [consonants(one) for one in ("heorhi", "georgi", "mohamed", "muhamad")]
    ['grg', 'grg', 'mgmd', 'mgmd']
    """
    for written, key in _LETTERS:
        name = name.replace(written, key)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", name))


def heard(given: str, surname: str) -> str | None:
    """
    Return what a folded name shares with those it may be a spelling of; None for one that says too little.

    >>> heard("georgi", "mualim"), heard("heorhi", "moalem"), heard("mei", "lin")
    ('grg mlm', 'grg mlm', None)
    """
    first, last = consonants(given), consonants(surname)
    return f"{first} {last}" if len(first) >= _LEAST_GIVEN and len(last) >= _LEAST_SURNAME else None


def join_transliterated(
    people: Mapping[tuple[str, Key], Actor], join: Callable[[Iterable[tuple[str, Key]]], None]
) -> None:
    """
    Join persons of different reports whose given names and surnames have the same consonants, and whose office is one.

    A report that names both means two people, and so do "Ivan" and "Ivana".
    """
    blocks: dict[str, list[tuple[str, Key]]] = defaultdict(list)
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, actor in people.items():
        given, surname = person_key(actor.name)
        spoken = heard(given, surname)
        if spoken is not None:
            articles[given, surname].add(key[0])
            if actor.role:
                blocks[spoken].append(key)
    for keys in blocks.values():
        named: dict[tuple[str, str], list[tuple[str, Key]]] = defaultdict(list)
        for key in keys:
            named[person_key(people[key].name)].append(key)
        for one, other in combinations(sorted(named), 2):
            if not articles[one].isdisjoint(articles[other]) or _are_he_and_she(one, other):
                continue
            pair = next(
                (
                    (ours, theirs)
                    for ours in named[one]
                    for theirs in named[other]
                    if _same_office(people[ours].role or "", people[theirs].role or "")
                ),
                None,
            )
            if pair is not None:
                join(pair)


def _are_he_and_she(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return any(
        ours != theirs and (ours + "a" == theirs or theirs + "a" == ours)
        for ours, theirs in zip(one, other, strict=True)
    )


@lru_cache(maxsize=4096)
def _office(role: str) -> frozenset[str]:
    low = plain(role)
    for written, key in _SPELT:
        low = low.replace(written, key)
    return frozenset(low.split()) - _LOOSE


def _same_office(one: str, other: str) -> bool:
    """Tell whether two reports give one office: "Orian Foreign Minister", "foreign minister"."""
    ours, theirs = _office(one), _office(other)
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)
