"""Words for who holds a town: that it was taken, that it is held."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from ahocorasick_rs import AhoCorasick

from crosswire.model import Statement

from .propositions import is_negated

# What hangs on a sentence is told in passing: "two graves near the town, days after it was overrun".
_HANGS = re.compile(r"(?:,| days| weeks| hours)\s(?:after|since|when|while|which|who|where)\s")

Holding = Literal["taken", "held"]


def holding_of(said: Statement) -> Holding | None:
    """Tell what a statement says of who holds a town: that it was taken, that it is held, or neither."""
    if said.opinion or said.headline or said.realis not in ("actual", "negated"):
        return None
    words = " ".join(
        said.evidence.quote[max(0, c.start - said.evidence.start) : c.end - said.evidence.start] for c in said.contents
    )
    words = words.lower()
    if not _openings().find_matches_as_indexes(words):
        return None  # most statements: one scan, where a pattern of all the phrases takes ten times as long
    hanging = _HANGS.search(words)
    words = words[: hanging.start()] if hanging else words
    if _pattern("held").search(words):
        return None if is_negated(said) else "held"
    if not _pattern("taken").search(words):
        return None
    return "held" if said.act == "DENY" or is_negated(said) else "taken"


def names_town(words: str) -> bool:
    """Tell whether words speak of a town by what it is: "the city"."""
    return _pattern("towns").search(words.lower()) is not None


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files(__package__).joinpath("holding.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


@cache
def _openings() -> AhoCorasick:
    """Find the first words of every phrase for who holds a town."""
    return AhoCorasick(sorted({one.split(" ~ ")[0] for name in ("held", "taken") for one in _words()[name]}))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(_words()[name], key=lambda one: (-len(one), one))
    spelt = (r" (?:\S{1,20} ){0,3}".join(map(re.escape, one.split(" ~ "))) for one in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])")
