"""Verbs for one deed, and the units the dead are counted in, as data: `deeds.toml`."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from crosswire.text.tokens import STOP, stem, terms


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("deeds.toml").read_text(encoding="utf-8"))


@cache
def _stems() -> dict[str, str]:
    return {stem: act for act, words in _data()["deeds"].items() for stem in terms(words)}


@cache
def toll_words(name: str) -> frozenset[str]:
    """Return a list of the tolls table: `units` as they are named, the stems of `words` and `dead`."""
    listed = _data()["tolls"][name]
    return frozenset(listed.split()) if name == "units" else frozenset((*listed.split(), *terms(listed)))


def deeds(stems: Iterable[str]) -> frozenset[str]:
    """
    Return the acts whose verbs stand among the stems.

    >>> sorted(deeds(["board", "ship"])), sorted(deeds(["talk"]))
    (['DETAIN'], [])
    """
    known = _stems()
    return frozenset([known[stem] for stem in stems if stem in known])


@lru_cache(maxsize=1 << 14)
def deed_of(word: str) -> str | None:
    """
    Return the act a single word is a verb of.

    >>> deed_of("shelled"), deed_of("talked")
    ('ATTACK', None)
    """
    known = _stems()
    if word.isalpha() and word.islower():  # nearly all are: one word, one term
        return known.get(stem(word)) if word not in STOP and len(word) > 1 else None
    return next((known[one] for one in terms(word) if one in known), None)
