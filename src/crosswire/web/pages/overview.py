"""The case at a glance: what was read, until when, what it says first, and where to go on."""

import datetime as dt
from collections import Counter

import msgspec
from fastapi import APIRouter

from crosswire.model import Corpus, Section
from crosswire.web.page import Current, TheShelf, page
from crosswire.web.render import STATUSES

router = APIRouter(tags=["case"])


class Overview(msgspec.Struct, frozen=True):
    """
    The case at a glance. `cut_off` is the date of the latest report, `drawn` when this page was made.

    `day_before` is the day of reports before the last: what is new is asked by it.
    """

    case: str
    corpus: Corpus
    cut_off: dt.date | None
    drawn: dt.datetime
    bottom_line: Section | None
    statuses: dict[str, int]
    disputes: int
    rounds: int
    events: int
    commitments: int
    incidents: int
    day_before: dt.date | None
    outlets: tuple[tuple[str, int], ...]
    dropped: int


@page(router, "/", "overview.html.j2", Overview)
def overview(snapshot: Current, shelf: TheShelf) -> Overview:
    """The case at a glance."""
    assessment, dossier = snapshot.assessment(), snapshot.dossier
    counts: Counter[str] = Counter(one.status for one in dossier.claims)
    days = sorted({one.published for one in dossier.articles if one.published})
    outlets = Counter(one.label for one in dossier.articles)
    return Overview(
        case=shelf.name,
        corpus=assessment.corpus,
        cut_off=assessment.corpus.last,
        drawn=dt.datetime.now(dt.UTC).replace(microsecond=0),
        bottom_line=next((one for one in assessment.sections if one.name == "bottom_line"), None),
        statuses={name: counts[name] for name in STATUSES},
        disputes=len(dossier.disputes),
        rounds=len(dossier.rounds),
        events=len(dossier.timeline),
        commitments=len(dossier.commitments),
        incidents=len(dossier.incidents),
        day_before=days[-2] if len(days) > 1 else None,
        outlets=tuple(sorted(outlets.items(), key=lambda one: (-one[1], one[0]))),
        dropped=assessment.dropped,
    )
