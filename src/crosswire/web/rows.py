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


_MOST_NAMED, _MOST_AGAINST = 3, 2
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Against(msgspec.Struct, frozen=True):
    """What cannot hold beside a claim: how it stands to it, who says so, and the claim that states it best."""

    how: str
    origins: tuple[str, ...]
    claim: str
    words: str


class ClaimRow(msgspec.Struct, frozen=True):
    """
    A claim in a list: `origins` counts independent voices, `reports` the articles that carry it.

    `against` is the other side of the disputes it is in.
    """

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
    against: tuple[Against, ...] = ()


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
        if self.kind == "denial" and not self.topic and len(self.sides) == 2:
            one, other = (" and ".join(side.origins[:_MOST_NAMED]) for side in self.sides)
            return f"Asserted by {one}, denied by {other}"
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
        against=other_sides(snapshot, claim.id),
    )


def other_sides(snapshot: Snapshot, claim: str) -> tuple[Against, ...]:
    """Return what cannot hold beside a claim, each in the words of the other side."""
    found: dict[str, Against] = {}
    for dispute in snapshot.disputes_of.get(claim, ()):
        own = next(side for side in dispute.sides if claim in side.claims)
        for side in dispute.sides:
            held = [snapshot.index.claims[one] for one in side.claims if one in snapshot.index.claims]
            if side is own or not held:
                continue
            best = held[0]
            found.setdefault(
                best.id,
                Against(
                    how=_standing(dispute, own.label, side.label),
                    origins=tuple(snapshot.origin_name(one) for one in side.origins),
                    claim=best.id,
                    words=_headless(snapshot.words(best)),
                ),
            )
    return tuple(found.values())[:_MOST_AGAINST]


def _standing(dispute: Dispute, own: str, other: str) -> str:
    """Say how a side stands to another: it denies it, is denied by it, or has another figure or day."""
    if dispute.kind == "denial":
        return "Denied by" if own == "asserted" else "Denies"
    return f"{other} by" if dispute.kind in ("figure", "date") else "Against it,"


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
