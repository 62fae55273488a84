"""Whether two passages speak of one thing promised: the same units, the living or the dead, within one promise."""

import datetime as dt

from crosswire.model import Pledge, Quantity
from crosswire.text.tokens import terms

_CAPTIVES = frozenset({"prisoner", "soldier", "person", "captive", "man", "serviceman", "pow", "detainee", "troop"})
# Stems two tellings of one undertaking without a count must share, of those either has.
SHARED = 0.34
# A report of its keeping says less of it: "the seven crewmen of the Petrel crossed last".
KEPT_SHARED = 0.25
# A running count this much beyond what was promised counts something else as well.
OVER = 1.25
# Who is given back dead is no captive who is freed.
_DEAD = frozenset(terms("bodies corpses coffins fallen"))
_FORCES = frozenset(terms("army forces military soldiers tanks troops units weaponry weapons artillery"))
_DEAD_UNITS = frozenset({"body", "corpse", "remains", "coffin", "dead"})


def units_agree(ours: Pledge, theirs: Pledge) -> bool:
    """Tell whether two counts of one deed are of one thing, as far as they name it."""
    units = {one.quantity.unit for one in (ours, theirs) if one.quantity and one.quantity.unit}
    # "Sixty workers", "60 colleagues": who is taken back goes by several names.
    if len(units) < 2 or ours.deed == theirs.deed == "hire":
        return True
    return ours.deed == "release" and (units <= _CAPTIVES or (_is_of_dead(ours) and _is_of_dead(theirs)))


def alike(ours: Pledge, theirs: Pledge, share: float = SHARED) -> bool:
    """Tell whether two undertakings are of one thing: they share enough of the stems that either has."""
    one, other = set(ours.terms), set(theirs.terms)
    if (
        share == KEPT_SHARED
        and ours.deed == theirs.deed == "withdraw"
        and not (one.isdisjoint(_FORCES) or other.isdisjoint(_FORCES))
    ):
        one, other = one - _FORCES | {""}, other - _FORCES | {""}  # forces, troops and tanks are one
    fewer = min(len(one), len(other))
    return fewer > 0 and len(one & other) >= max(1, share * fewer)


def one_sort(ours: Pledge, theirs: Pledge) -> bool:
    """Tell whether both are of the living or both of the dead, where each says whom it is of."""
    if ours.deed != "release" or theirs.deed != "release":
        return True
    return not (_says_whom(ours) and _says_whom(theirs)) or _is_of_dead(ours) == _is_of_dead(theirs)


def may_keep(kept: Pledge, made: Pledge, *, beside: bool) -> bool:
    """Tell whether what was done may be what was promised; elsewhere, bodies are only kept by what says bodies."""
    if _is_of_dead(made) and not _is_of_dead(kept) and not beside and made.deed == kept.deed == "release":
        return False
    return one_sort(kept, made)


def is_beyond(kept: Pledge, made: Pledge, began: dt.date | None) -> bool:
    """Tell whether a count goes beyond one promise: it counts from before it was made, or more than it holds."""
    if kept.since is not None and began is not None and kept.since < began:
        return True
    ours, theirs = kept.quantity, made.quantity
    if ours is None or theirs is None or ours.low is None or theirs.low is None:
        return False
    return (kept.total or is_vague(ours)) and is_too_many(ours.low, theirs.high or theirs.low)


def is_too_many(count: float, promised: float) -> bool:
    """Tell whether a running count is of more than one promise: a little more than was promised may be handed over."""
    return count > OVER * promised


def is_vague(quantity: Quantity) -> bool:
    """Tell whether a count gives only the least: "more than 40"."""
    return quantity.qualifier == "at-least" and quantity.low != quantity.high


def exact(kept: Pledge) -> float | None:
    """Return how many a passage counts, None where it gives none or only the least."""
    return kept.quantity.low if kept.quantity is not None and not is_vague(kept.quantity) else None


def _says_whom(one: Pledge) -> bool:
    return bool(one.terms) or (one.quantity is not None and one.quantity.unit is not None)


def _is_of_dead(one: Pledge) -> bool:
    unit = one.quantity.unit if one.quantity is not None else None
    return unit in _DEAD_UNITS or not _DEAD.isdisjoint(one.terms)
