"""Rounds of talks: the meetings a process is made of."""

import datetime as dt

import msgspec

from crosswire.model.span import Evidence


class Round(msgspec.Struct, frozen=True):
    """
    One round of talks, held or scheduled on `day`. Two days are two rounds; one day told in two ways is one.

    `ordinal` is its place in the row where a report numbers it (`inferred` where only its neighbours are numbered),
    `venue` and `parties` are `Actor.id`s, `origins` those whose reporting tells of it, `held` is true once a report
    of that day or later tells of it. `evidence` has one sentence an article, earliest report first.
    """

    id: str
    day: dt.date
    ordinal: int | None
    inferred: bool
    venue: str | None
    parties: tuple[str, ...]
    held: bool
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
