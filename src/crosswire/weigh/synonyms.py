"""One stem for the words reports use for one another, and how common a stem is in any news, as data."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from crosswire.text.tokens import terms

# What a stem weighs by how many of any reports hold it, next to 1 for all others.
# "person" stands in two reports of three, "truce" in one of a hundred.
_SHARE = {"most": 0.35, "many": 0.55, "some": 0.75}
_CLOCK = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december morning afternoon evening night noon midnight today yesterday tomorrow overnight a.m. p.m.
    """


@cache
def _canonical() -> dict[str, str]:
    data = tomllib.loads(files(__package__).joinpath("synonyms.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for group in data["groups"]:
        # A word of two stems ("cease-fire") would make each of them a synonym: "fire" is no truce.
        stems = [stem for word in group.split() for stem in terms(word) if len(terms(word)) == 1]
        found.update({stem: stems[0] for stem in stems if stem not in found})
    return found


def canonical(stems: Iterable[str]) -> frozenset[str]:
    """
    Return the stems with each word replaced by the first of its synonyms; clock and calendar words and digits left out.

    When things happened and how many is compared apart, from what the words resolve to.

    >>> sorted(canonical(["truce", "sign", "tuesdai", "1000"])) == sorted(canonical(["ceasefir", "sign", "fridai"]))
    True
    """
    return frozenset(filter(None, map(_same, stems)))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    data = tomllib.loads(files(__package__).joinpath("synonyms.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for group in data["groups"]:
        for stem in (stem for word in group.split() for stem in terms(word)[:1] if len(terms(word)) == 1):
            found.setdefault(stem, tuple(group.split()))
    return found


def used_alike(stem: str) -> tuple[str, ...]:
    """
    Return the words that reports use for one another with the one of this stem; none where there is no other.

    >>> "armistice" in used_alike("truce"), used_alike("observ")
    (True, ())
    """
    return _groups().get(stem, ())


@lru_cache(maxsize=1 << 16)
def _same(stem: str) -> str | None:
    return None if stem in _clock() or stem[0].isdigit() else _canonical().get(stem, stem)


@cache
def _clock() -> frozenset[str]:
    return frozenset(terms(_CLOCK))


@cache
def everyday() -> dict[str, float]:
    """
    Return what the stems of everyday news words weigh next to others, between 0 and 1.

    >>> everyday()["year"] < everyday().get("envoi", 1.0)
    True
    """
    data = tomllib.loads(files(__package__).joinpath("everyday.toml").read_text(encoding="utf-8"))
    return {stem: share for name, share in _SHARE.items() for stem in data[name].split()}
