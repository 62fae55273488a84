"""Where accounts disagree: every dispute with its sides, figures on one scale."""

import math
from collections import Counter
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query

from crosswire.web.page import Current, Number, page
from crosswire.web.rows import KINDS, DisputeRow, dispute_row

router = APIRouter(tags=["disagreements"])
_A_PAGE = 20

KindOrAny = Literal["", "figure", "denial", "attribution", "date", "characterisation", "position"]


class Disagreements(msgspec.Struct, frozen=True):
    """One page of the disputes of a kind, those with most voices first; `kinds` counts each kind."""

    kind: str
    number: int
    pages: int
    total: int
    kinds: dict[str, int]
    disputes: tuple[DisputeRow, ...]


@page(router, "/disagreements", "disagreements.html.j2", Disagreements)
def disagreements(
    snapshot: Current, kind: KindOrAny = "", number: Annotated[Number, Query(alias="page")] = 1
) -> Disagreements:
    """The disputes of the case with the words of each side."""
    counts: Counter[str] = Counter(one.kind for one in snapshot.dossier.disputes)
    chosen = [one for one in snapshot.dossier.disputes if kind in ("", one.kind)]
    chosen.sort(key=lambda one: (-len({name for side in one.sides for name in side.origins}), one.id))
    pages = max(1, math.ceil(len(chosen) / _A_PAGE))
    number = min(number, pages)
    shown = chosen[(number - 1) * _A_PAGE : number * _A_PAGE]
    return Disagreements(
        kind=kind,
        number=number,
        pages=pages,
        total=len(chosen),
        kinds={name: counts[name] for name in KINDS},
        disputes=tuple(dispute_row(snapshot, one) for one in shown),
    )
