"""Rounds of talks: the meetings a process is made of."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.decision import Mark
from crosswire.model.span import Evidence, Span

DetailKind = Literal["level", "head", "mediator", "host", "duration", "agenda", "next", "track"]


class RoundNote(msgspec.Struct, frozen=True):
    """
    One thing an article says of a meeting: its `span` says so. `value` is an `Actor.id` (head, mediator, host), an
    issue's id (agenda), a day (next) or plain words; `party` is the side a person acts for.
    """

    kind: DetailKind
    value: str
    span: Span
    party: str | None = None


class RoundDetail(msgspec.Struct, frozen=True):
    """One detail of a round with the passages and origins that give it; two values of a kind stand side by side."""

    kind: DetailKind
    value: str
    evidence: tuple[Evidence, ...]
    origins: tuple[str, ...]
    party: str | None = None


class Round(msgspec.Struct, frozen=True):
    """
    One round of talks, held or scheduled on `day`. Two days are two rounds; one day told in two ways is one.

    `ordinal` is its place in the row where a report numbers it (`inferred` where only its neighbours are numbered),
    `venue` and `parties` are `Actor.id`s, `origins` those whose reporting tells of it, `held` is true once a report
    of that day or later tells of it. `details` are what reports say of its level, heads, mediator, length, agenda and
    tracks. `evidence` has one sentence an article, earliest report first, and `passages` all that tell of it alone.
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
    details: tuple[RoundDetail, ...] = ()
    marks: tuple[Mark, ...] = ()
    passages: tuple[Evidence, ...] = ()
