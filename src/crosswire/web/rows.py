"""Rows the pages share: a claim in a list, a dispute with its sides."""

import datetime as dt
import re

import msgspec

from crosswire.model import Claim, Dispute, Evidence
from crosswire.text.datelines import dateline_end
from crosswire.web.charts import Figure
from crosswire.web.shelf import Snapshot
from crosswire.write.layout import day

KINDS = {
    "figure": "Different figures",
    "denial": "Asserted and denied",
    "attribution": "Who is responsible",
    "date": "Different dates",
    "characterisation": "Characterised in ways that cannot both hold",
    "position": "Held to want what its own words do not bear out",
}


_MOST_NAMED = 3
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim in a list: `origins` counts independent voices, `reports` the articles that carry it."""

    id: str
    words: str
    status: str
    origins: int
    reports: int
    outlets: tuple[str, ...]
    speakers: tuple[str, ...]
    issues: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None


class SideRow(msgspec.Struct, frozen=True):
    """One side of a dispute: its label, bounds of a figure, who says it, and the words."""

    label: str
    low: float | None
    high: float | None
    origins: tuple[str, ...]
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def told(self) -> str:
        """The label as a page says it: a day in words."""
        return day(dt.date.fromisoformat(self.label)) if _ISO_DAY.fullmatch(self.label) else self.label


class DisputeRow(msgspec.Struct, frozen=True):
    """A dispute with its sides; `topic` is empty where it only names an act."""

    id: str
    kind: str
    topic: str
    when: dt.date | None
    actors: tuple[str, ...]
    sides: tuple[SideRow, ...]

    @property
    def title(self) -> str:
        """What the dispute is about, in words."""
        about = self.topic or ", ".join(self.actors[:_MOST_NAMED])
        return f"{KINDS[self.kind]}: {about}" if about else KINDS[self.kind]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures to plot, lowest first; empty for other disputes."""
        told = [Figure(one.label, one.low, one.high) for one in self.sides if (one.low, one.high) != (None, None)]
        return tuple(sorted(told, key=lambda one: (one.low if one.low is not None else one.high or 0, one.label)))


def claim_row(snapshot: Snapshot, claim: Claim) -> ClaimRow:
    """Return a claim as lists show it."""
    statements = [snapshot.index.statements[one] for one in claim.statements]
    articles = {one.article: snapshot.articles[one.article] for one in statements}
    speakers = [snapshot.actor_name(one.speaker) if one.speaker else one.unnamed for one in statements]
    return ClaimRow(
        id=claim.id,
        words=_headless(snapshot.words(claim)),
        status=claim.status,
        origins=claim.count,
        reports=len(articles),
        outlets=tuple(dict.fromkeys(one.label for one in articles.values())),
        speakers=tuple(dict.fromkeys(one for one in speakers if one)),
        issues=tuple(snapshot.issue_names[one] for one in claim.issues if one in snapshot.issue_names),
        first=claim.first,
        last=claim.last,
    )


def _headless(words: str) -> str:
    """Return a quotation on one line, without the dateline it opens with: "LIMA (Agency) - " says where, not what."""
    return " ".join(words[dateline_end(words, 0, len(words)) :].split())


def dispute_row(snapshot: Snapshot, dispute: Dispute) -> DisputeRow:
    """Return a dispute as pages show it."""
    return DisputeRow(
        id=dispute.id,
        kind=dispute.kind,
        topic="" if dispute.topic.isupper() else dispute.topic,
        when=dispute.when.first if dispute.when else None,
        actors=tuple(snapshot.actor_name(one) for one in dispute.actors),
        sides=tuple(
            SideRow(
                label=side.label,
                low=side.low,
                high=side.high,
                origins=tuple(snapshot.origin_name(one) for one in side.origins),
                claims=side.claims,
                evidence=side.evidence,
            )
            for side in dispute.sides
        ),
    )
