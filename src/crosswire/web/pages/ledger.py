"""The two ledgers: what was promised and what came of it, and which incidents are reported."""

import datetime as dt
from collections import Counter

import msgspec
from fastapi import APIRouter

from crosswire.case import Ledgers
from crosswire.model import Section
from crosswire.web.page import Current, Words, date_or_none, page

router = APIRouter(tags=["ledger"])


class LedgerPage(msgspec.Struct, frozen=True):
    """
    The ledgers at a date: as lines to read, the first of each where there are many, and as records, all of them.

    `statuses` counts commitments; `weeks` counts reported incidents by the party they are laid at and the week's
    Monday, undated ones left out. `names` holds the names of the actors that records call by id.
    """

    as_of: str
    statuses: dict[str, int]
    weeks: dict[str, dict[str, int]]
    names: dict[str, str]
    sections: tuple[Section, ...]
    records: Ledgers


@page(router, "/ledger", "ledger.html.j2", LedgerPage)
def ledger(snapshot: Current, as_of: Words = "") -> LedgerPage:
    """What was promised, delivered and left, and the incidents reported: who alleges what of whom."""
    date = date_or_none(as_of, "as_of")
    dossier = snapshot.at(date)
    held = {one.name: one for one in snapshot.assessment(as_of=date).sections}
    records = Ledgers(dossier.commitments, dossier.incidents)
    named = {actor for one in records.commitments for actor in (*one.promisors, *one.promisees)}
    for one in records.incidents:
        named |= {one.violator, *one.alleged_by, *((one.place,) if one.place else ())}
    return LedgerPage(
        as_of=as_of,
        statuses=dict(sorted(Counter(one.status for one in records.commitments).items())),
        weeks=_weeks(records),
        names={one: snapshot.actor_name(one) for one in sorted(named)},
        sections=tuple(held[name] for name in ("commitments", "violations") if name in held),
        records=records,
    )


def _weeks(records: Ledgers) -> dict[str, dict[str, int]]:
    """Count the reported incidents by party and week."""
    found: dict[str, Counter[str]] = {}
    for one in records.incidents:
        if one.day:
            monday = one.day - dt.timedelta(days=one.day.weekday())
            found.setdefault(one.violator, Counter())[monday.isoformat()] += 1
    return {party: dict(sorted(weeks.items())) for party, weeks in sorted(found.items())}
