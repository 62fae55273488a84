"""What the reports, taken together, assert: claims, the origins behind them, and where they disagree."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.article import Article, Skipped
from crosswire.model.decision import Grade
from crosswire.model.ledger import Commitment, Incident
from crosswire.model.position import Gap, Position
from crosswire.model.reading import Actor
from crosswire.model.round import Round
from crosswire.model.span import Evidence
from crosswire.model.statement import Quantity, Realis, Statement, When

Status = Literal["corroborated", "single-origin", "disputed", "denied"]
FoldHow = Literal["copy", "wire", "cites", "same-speaker", "same-side", "aggregator", "decision"]
DisputeKind = Literal["figure", "denial", "attribution", "date", "characterisation", "position"]
OriginKind = Literal["outlet", "wire", "speaker", "unnamed"]


class Folding(msgspec.Struct, frozen=True, order=True):
    """Why an article (or a speaker's words in it) was counted under another origin, in words and with evidence."""

    article: str
    how: FoldHow
    reason: str
    evidence: tuple[Evidence, ...] = ()


class Origin(msgspec.Struct, frozen=True):
    """
    One independent source: an outlet's own reporting, a wire and its copies, a cited outlet, a speaker on an occasion.

    `articles` are the ids that carry it, in date order; `first` the earliest report date, None when no date is known.
    `actor` is the speaker's actor id for `speaker` origins.
    """

    id: str
    name: str
    kind: OriginKind
    articles: tuple[str, ...]
    foldings: tuple[Folding, ...] = ()
    first: dt.date | None = None
    actor: str | None = None


class Claim(msgspec.Struct, frozen=True, gc=False):
    """
    One proposition across articles. `lead` is the id of the statement that words it best.

    `statements` are ids in date order; `origins` are `Origin.id`s of what is claimed; `reporters` the origins that
    report it was said at all (for attributed claims: "said" and "so" are counted apart). `denied_by` are the ids of
    claims that deny this one. `narrated` is true when at least one report asserts it in its own voice.
    `camps` are the origins by independent voice: a side's officials and its ministry are one, and so are the unnamed
    sources of two outlets. `count` counts camps. `shared` are the stems that the words of two camps have in common,
    synonyms and names of the same day, amount and actor included: the core that more than one voice stands behind.
    """

    id: str
    lead: str
    statements: tuple[str, ...]
    origins: tuple[str, ...]
    status: Status
    evidence: tuple[Evidence, ...]
    reporters: tuple[str, ...] = ()
    act: str = "STATE"
    agent: str | None = None
    target: str | None = None
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    realis: Realis = "actual"
    figures: tuple[Quantity, ...] = ()
    when: When | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    narrated: bool = False
    denied_by: tuple[str, ...] = ()
    camps: tuple[tuple[str, ...], ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many independent voices stand behind the claim."""
        return len(self.camps or self.origins)


class Side(msgspec.Struct, frozen=True):
    """One side of a dispute: what it says, who says so, and the claims and origins behind it."""

    label: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    low: float | None = None
    high: float | None = None


class Dispute(msgspec.Struct, frozen=True):
    """A real disagreement: sides that cannot all hold, each with evidence; `topic` names the quantity or act."""

    id: str
    kind: DisputeKind
    topic: str
    sides: tuple[Side, ...]
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    when: When | None = None


class TimelineEntry(msgspec.Struct, frozen=True):
    """One dated event and the claims that report it. `when` is the event's date, never the report's."""

    when: When
    claims: tuple[str, ...]
    scheduled: bool = False


class Day(msgspec.Struct, frozen=True, order=True):
    """
    A day the reports name or were published on, and how much it matters in them: 1 the most, 0 not at all.

    `reports` counts those that name it, each once with its copies.
    """

    date: dt.date
    weight: float
    reports: int


class Dossier(msgspec.Struct, frozen=True):
    """
    A case, weighed. Actors are unified across articles; every id inside refers to an item of the same dossier.

    `statements` carry unified actor ids. `articles` are in (published, id) order, undated last.
    `outlet_origin` maps each article's id to the `Origin.id` of its own reporting; `ratings` is how reliable the user
    finds an outlet, by `Origin.id`; `reader` names the annotator that read the articles ("encoder", "rules").
    `days` are in date order.
    """

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    disputes: tuple[Dispute, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    rounds: tuple[Round, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    outlet_origin: dict[str, str] = {}
    ratings: dict[str, Grade] = {}
    reader: str = ""
    commitments: tuple[Commitment, ...] = ()
    incidents: tuple[Incident, ...] = ()
    positions: tuple[Position, ...] = ()
    gaps: tuple[Gap, ...] = ()
    days: tuple[Day, ...] = ()
