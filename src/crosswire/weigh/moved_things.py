"""Counts of things that moved: trucks that crossed, ships that left, drones that were brought down."""

from collections.abc import Iterable
from functools import cache

from crosswire.model import Quantity, Statement
from crosswire.text.tokens import terms

# What comes through: reports change the verb and mean one movement.
_KINDS = (
    "cross enter reach arrive pass",
    "leave exit depart",
    "intercept down shoot destroy",
    "deliver unload distribute hand",
)
# What is counted of people and of time is counted in too many ways; their dead are `tolls`.
_NO_THINGS = frozenset(
    "person people civilian resident dead death casualty victim second minute hour day week month year decade % time "
    "age point vote seat page question call country state side party km mile m ton tonne barrel dose".split()
)


def counted_things(said: Statement) -> list[Quantity]:
    """Return what a statement counts as a whole that is neither people nor time."""
    return [one for one in said.figures if one.unit and not one.subset and one.unit not in _NO_THINGS]


def is_tally(said: Statement) -> bool:
    """Tell whether a statement counts one sort of things, and tells of a movement of them."""
    return bool(said.figures) and len(counted_things(said)) == 1 and bool(movements(said.terms))


def movements(stems: Iterable[str]) -> frozenset[int]:
    """Return the movements that words tell of, each by its number."""
    words = _verbs()
    return frozenset(words[stem] for stem in stems if stem in words)


@cache
def _verbs() -> dict[str, int]:
    return {stem: at for at, words in enumerate(_KINDS) for stem in terms(words)}
