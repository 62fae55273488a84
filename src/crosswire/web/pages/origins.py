"""Sources and their independence: every report, the origin it counts as and why; and the graph of it."""

from collections import Counter

import msgspec
from fastapi import APIRouter

from crosswire.model import Evidence, Skipped, SourceRow
from crosswire.web.charts import Edge
from crosswire.web.page import Current, Words, page
from crosswire.web.shelf import Snapshot

router = APIRouter(tags=["sources"])
_MOST_OUTLETS, _MOST_ORIGINS, _MOST_FOLDS = 40, 150, 12
# How a whole report comes to count as another's.
_HOWS = {"copy": "copy", "wire": "wire", "aggregator": "summary", "decision": "decision"}


class Fold(msgspec.Struct, frozen=True):
    """A report counted under an origin, why, and the words that show it."""

    article: str
    outlet: str
    how: str
    reason: str
    evidence: tuple[Evidence, ...]


class OriginDetail(msgspec.Struct, frozen=True):
    """
    One origin: its kind, its reports, the claims that rest on it, and what was folded in; `more` are not listed.

    `reports` counts all that are its own, carry its words or were folded in.
    """

    id: str
    name: str
    kind: str
    articles: tuple[str, ...]
    claims: int
    folds: tuple[Fold, ...]
    more: int
    reports: int


class OriginsPage(msgspec.Struct, frozen=True):
    """The origins, those with most claims first, and the edges of the graph; `hidden` counts origins left out."""

    origins: tuple[OriginDetail, ...]
    hidden: int
    edges: tuple[Edge, ...]
    outlets_hidden: int


class SourcesPage(msgspec.Struct, frozen=True):
    """
    The reports with the origin each counts as, of one outlet where it is named, and the inputs that could not be read.

    `outlets` counts the reports of each outlet of the case.
    """

    outlet: str
    outlets: dict[str, int]
    sources: tuple[SourceRow, ...]
    origins: dict[str, str]
    skipped: tuple[Skipped, ...]


@page(router, "/origins", "origins.html.j2", OriginsPage)
def origins(snapshot: Current) -> OriginsPage:
    """The independent origins of the case, and what was folded into each."""
    counts = Counter(one for claim in snapshot.dossier.claims for one in claim.origins)
    ordered = sorted(snapshot.dossier.origins, key=lambda one: (-counts[one.id], one.name, one.id))
    listed = tuple(
        OriginDetail(
            id=one.id,
            name=one.name,
            kind=one.kind,
            articles=one.articles,
            claims=counts[one.id],
            folds=tuple(
                Fold(
                    fold.article,
                    snapshot.articles[fold.article].label,
                    fold.how,
                    fold.reason,
                    fold.evidence,
                )
                for fold in one.foldings[:_MOST_FOLDS]
                if fold.article in snapshot.articles
            ),
            more=max(0, len(one.foldings) - _MOST_FOLDS),
            reports=len({*one.articles, *(fold.article for fold in one.foldings)}),
        )
        for one in ordered[:_MOST_ORIGINS]
    )
    edges, hidden = _edges(snapshot)
    return OriginsPage(listed, len(ordered) - len(listed), edges, hidden)


@page(router, "/sources", "sources.html.j2", SourcesPage)
def sources(snapshot: Current, outlet: Words = "") -> SourcesPage:
    """The reports of the case, the origin each counts as, and what could not be read."""
    made = snapshot.assessment()
    names = {one.origin: snapshot.origin_name(one.origin) for one in made.sources}
    outlets = Counter(one.outlet for one in made.sources)
    rows = tuple(one for one in made.sources if outlet in ("", one.outlet))
    return SourcesPage(outlet, dict(sorted(outlets.items())), rows, names, made.corpus.skipped)


def _edges(snapshot: Snapshot) -> tuple[tuple[Edge, ...], int]:
    """Count which outlet's reports count as which origin and why, the outlets with most reports first."""
    folded = {
        (fold.article, one.id): _HOWS[fold.how]
        for one in snapshot.dossier.origins
        for fold in one.foldings
        if fold.how in _HOWS
    }
    sizes = Counter(one.label for one in snapshot.dossier.articles)
    shown = sorted(sizes, key=lambda name: (-sizes[name], name))[:_MOST_OUTLETS]
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in snapshot.dossier.articles:
        origin = snapshot.origin_of(one.id)
        if one.label in shown:
            counts[one.label, snapshot.origin_name(origin), folded.get((one.id, origin), "own")] += 1
    ordered = sorted(counts, key=lambda key: (shown.index(key[0]), key[1], key[2]))
    return tuple(Edge(*key, counts[key]) for key in ordered), len(sizes) - len(shown)
