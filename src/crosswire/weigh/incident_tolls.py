"""The dead and the wounded of one incident, every account by itself."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from crosswire.model import Amount, Breach, Quantity, Toll

from .told import Ledger, Told, evidence_of

# How many times a toll may grow within the days in which two reports tell of one incident.
_RISE = 4


class Charge(msgspec.Struct, frozen=True):
    """
    An incident as one passage tells it; `accused` and `accuser` are sides of the case, None where it names none.

    `named` are the actors and places that its report names.
    """

    breach: Breach
    told: Told
    accused: str | None
    accuser: str | None
    place: str | None
    named: frozenset[str] = frozenset()

    @property
    def day(self) -> dt.date | None:
        """The day the passage gives it."""
        return self.breach.day.first if self.breach.day else None

    @property
    def near(self) -> dt.date | None:
        """The day it gives, else that of the report."""
        return self.day or self.told.article.published


def _updated(by_count: Mapping[float, Sequence[tuple[Quantity, Told]]]) -> float | None:
    """Return the highest count where it was first told on a later day than every other: the toll has risen."""
    first = {count: min(told.article.published or dt.date.min for _, told in held) for count, held in by_count.items()}
    last = {count: max(told.article.published or dt.date.min for _, told in held) for count, held in by_count.items()}
    highest = max(by_count)
    return highest if all(last[one] < first[highest] for one in by_count if one != highest) else None


def counts_far(one: Charge, other: Charge) -> bool:
    """Tell whether two passages count dead, or wounded, so far apart that no toll rises from one to the other."""
    for ours, theirs in _counted(one, other):
        low, high = sorted((ours.low or 0.0, theirs.low or 0.0))
        if high > _RISE * low:
            return True
    return False


def _counted(one: Charge, other: Charge) -> Iterator[tuple[Quantity, Quantity]]:
    pairs = ((one.breach.killed, other.breach.killed), (one.breach.wounded, other.breach.wounded))
    return ((ours, theirs) for ours, theirs in pairs if ours and theirs)


def tolls_differ(one: Charge, other: Charge) -> bool:
    """Tell whether one voice counts other dead, or other wounded, in two places of a report: it tells of two things."""
    differ = any(ours.low != theirs.low for ours, theirs in _counted(one, other))
    return differ and one.accuser == other.accuser and one.breach.statement != other.breach.statement


def tolls_of(group: Sequence[Charge], ledger: Ledger) -> Iterable[Toll]:
    """Return the dead and the wounded, every account by itself."""
    kinds: tuple[Literal["killed", "wounded"], ...] = ("killed", "wounded")
    for kind in kinds:
        by_count: dict[float, list[tuple[Quantity, Told]]] = defaultdict(list)
        for one in sorted(group, key=lambda one: one.told.order):
            count = one.breach.killed if kind == "killed" else one.breach.wounded
            if count is not None and count.low is not None:
                by_count[count.low].append((count, one.told))
        accounts = [
            (ledger.origins(told for _, told in held)[1], count, held) for count, held in sorted(by_count.items())
        ]
        if accounts:
            best = _updated(by_count) or max(accounts, key=lambda one: (one[0], len(one[2]), one[1]))[1]
            yield Toll(
                kind,
                accounts[0][1],
                best,
                max(held[0][0].high or count for _, count, held in accounts),
                tuple(
                    Amount(
                        held[0][0], ledger.origins(told for _, told in held)[0], evidence_of(told for _, told in held)
                    )
                    for _, _, held in accounts
                ),
            )
