"""Claims in a list with filters and a search, and what stands behind each."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Path, Query
from starlette.exceptions import HTTPException

from crosswire.case import Explanation
from crosswire.model import Claim, Origin, Statement
from crosswire.web.page import Current, Number, Words, page
from crosswire.web.render import STATUSES
from crosswire.web.rows import ClaimRow, DisputeRow, claim_row, dispute_row
from crosswire.web.shelf import Snapshot
from crosswire.weigh.sought import seek

router = APIRouter(tags=["claims"])
_A_PAGE = 50
_MOST_ACTORS = 60

StatusOrAny = Literal["", "corroborated", "single-origin", "disputed", "denied"]


class Choice(msgspec.Struct, frozen=True):
    """One choice of a filter, and how many claims it holds in the whole case."""

    id: str
    name: str
    claims: int


class ClaimsPage(msgspec.Struct, frozen=True):
    """One page of the claims that pass the filters, best supported first."""

    status: str
    q: str
    issue: str
    actor: str
    least: int
    number: int
    pages: int
    total: int
    claims: tuple[ClaimRow, ...]
    statuses: dict[str, int]
    issues: tuple[Choice, ...]
    actors: tuple[Choice, ...]


class Carrier(msgspec.Struct, frozen=True):
    """A report that carries a claim, and why it counts as the origin it is listed under; None for its own."""

    article: str
    outlet: str
    published: dt.date | None
    reason: str | None


class Behind(msgspec.Struct, frozen=True):
    """One origin behind a claim, and the reports of the claim that count as it."""

    name: str
    kind: str
    carriers: tuple[Carrier, ...]


class ClaimPage(msgspec.Struct, frozen=True):
    """
    A claim with every statement behind it, what denies it, and the disputes it is a side of.

    `camps` are its origins by independent voice: a side's officials and its ministry are one.
    """

    row: ClaimRow
    camps: tuple[tuple[Behind, ...], ...]
    acts: dict[str, str]
    explanation: Explanation
    denials: tuple[ClaimRow, ...]
    disputes: tuple[DisputeRow, ...]


@page(router, "/claims", "claims.html.j2", ClaimsPage)
def claims(
    snapshot: Current,
    status: StatusOrAny = "",
    q: Words = "",
    issue: Words = "",
    actor: Words = "",
    least: Annotated[int, Query(ge=1, le=1000)] = 1,
    number: Annotated[Number, Query(alias="page")] = 1,
) -> ClaimsPage:
    """The claims of the case, filtered and searched, best supported first."""
    wanted = [
        (word, frozenset(stem for one in seek(word, snapshot.packs.actors) for stem in (one.stem, *one.others)))
        for word in q.casefold().split()
    ]
    passed = [
        one
        for one in snapshot.ranked
        if status in ("", one.status)
        and one.count >= least
        and (not issue or issue in one.issues)
        and (not actor or actor in one.actors)
        and all(
            word in snapshot.lowered[one.id] or not forms.isdisjoint(snapshot.stems[one.id]) for word, forms in wanted
        )
    ]
    pages = max(1, math.ceil(len(passed) / _A_PAGE))
    number = min(number, pages)
    shown = passed[(number - 1) * _A_PAGE : number * _A_PAGE]
    return ClaimsPage(
        status=status,
        q=q,
        issue=issue,
        actor=actor,
        least=least,
        number=number,
        pages=pages,
        total=len(passed),
        claims=tuple(claim_row(snapshot, one) for one in shown),
        statuses=_statuses(snapshot),
        issues=_choices(snapshot, "issues"),
        actors=_choices(snapshot, "actors"),
    )


@page(router, "/claims/{claim}", "claim.html.j2", ClaimPage)
def claim(snapshot: Current, claim: Annotated[str, Path(max_length=64)]) -> ClaimPage:
    """One claim: every statement behind it, and why it has its status."""
    one = _named(snapshot, claim)
    explanation = snapshot.explain(one)
    denials = [snapshot.index.claims[other] for other in one.denied_by if other in snapshot.index.claims]
    disputes = [
        dispute for dispute in snapshot.dossier.disputes if any(one.id in side.claims for side in dispute.sides)
    ]
    told = {one.id: one.name for one in snapshot.packs.acts}
    return ClaimPage(
        row=claim_row(snapshot, one),
        camps=_camps(snapshot, one),
        acts={act: told.get(act, act.lower()) for act in sorted({one.act for one in explanation.voices})},
        explanation=explanation,
        denials=tuple(claim_row(snapshot, other) for other in denials),
        disputes=tuple(dispute_row(snapshot, dispute) for dispute in disputes),
    )


def _camps(snapshot: Snapshot, claim: Claim) -> tuple[tuple[Behind, ...], ...]:
    """Return the origins of a claim by independent voice, each with the reports that carry the claim from it."""
    origins = {one: snapshot.index.origins[one][1] for one in claim.origins if one in snapshot.index.origins}
    carried: dict[str, dict[str, None]] = {one: {} for one in origins}
    for statement in (snapshot.index.statements[one] for one in claim.statements):
        if (whose := _whose(snapshot, statement, origins.values())) is not None:
            carried[whose.id][statement.article] = None
    camps = claim.camps or tuple((one,) for one in claim.origins)
    return tuple(
        tuple(_behind(snapshot, origins[one], carried[one]) for one in camp if one in origins) for camp in camps
    )


def _whose(snapshot: Snapshot, statement: Statement, origins: Iterable[Origin]) -> Origin | None:
    """Return which origin of a claim a statement counts as: its speaker, the report's own, or what it is folded in."""
    near = [one for one in origins if statement.article in one.articles]
    own = snapshot.origin_of(statement.article)
    spoken = (one for one in near if one.actor is not None and one.actor == statement.speaker)
    return next(spoken, None) or next((one for one in near if one.id == own), None) or next(iter(near), None)


def _behind(snapshot: Snapshot, origin: Origin, carry: Iterable[str]) -> Behind:
    reasons = {fold.article: fold.reason for fold in origin.foldings}
    articles = (snapshot.articles[one] for one in carry)
    carriers = tuple(Carrier(one.id, one.label, one.published, reasons.get(one.id)) for one in articles)
    return Behind(origin.name, origin.kind, carriers)


def _named(snapshot: Snapshot, name: str) -> Claim:
    """Return the claim with this id, or the only one whose id begins so."""
    exact = snapshot.index.claims.get(name)
    if exact is not None:
        return exact
    begun = [one for one in snapshot.dossier.claims if len(name) >= 4 and one.id.startswith(name)]
    if len(begun) != 1:
        raise HTTPException(
            404, "There is no such claim in this case; its reports may have changed. Search the claims."
        )
    return begun[0]


def _statuses(snapshot: Snapshot) -> dict[str, int]:
    """Count the claims of each status in the whole case."""
    counts: Counter[str] = Counter(one.status for one in snapshot.dossier.claims)
    return {name: counts[name] for name in STATUSES}


def _choices(snapshot: Snapshot, kind: Literal["issues", "actors"]) -> tuple[Choice, ...]:
    """Return what a filter offers, most claims first."""
    kept = snapshot.choices.get(kind)
    if kept is None:
        counts = Counter(one for claim in snapshot.dossier.claims for one in getattr(claim, kind))
        names = snapshot.issue_names if kind == "issues" else snapshot.index.names
        ordered = sorted((one for one in counts if one in names), key=lambda one: (-counts[one], names[one]))
        kept = tuple((one, names[one], counts[one]) for one in ordered[:_MOST_ACTORS])
        snapshot.choices[kind] = kept
    return tuple(Choice(*one) for one in kept)
