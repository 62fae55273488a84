"""
How likely it is that a party keeps its next undertaking, by its own record and nothing else.

The words are the seven bands of Intelligence Community Directive 203 (2015); the estimate is Laplace's rule of
succession over the undertakings that reports tell the end of: (kept + 1) / (kept + broken + 2). With fewer than three
of them there is no record to judge by, and no word is given.
"""

import datetime as dt
from collections.abc import Iterable

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import our_line
from crosswire.model import Commitment, Dossier, Evidence, Line

# Upper ends of the bands, in percent, with the first of the two wordings that the directive gives for each.
_BANDS = (
    (5, "almost no chance"),
    (20, "very unlikely"),
    (45, "unlikely"),
    (55, "roughly even chance"),
    (80, "likely"),
    (95, "very likely"),
    (100, "almost certain"),
)
_LEAST = 3
_OPEN = frozenset({"announced", "due", "partial"})
_BROKEN = frozenset({"breached", "lapsed", "withdrawn"})


class Record(msgspec.Struct, frozen=True):
    """What became of a party's undertakings, as reported: each delivery on its day is one kept."""

    kept: tuple[Evidence, ...]
    broken: tuple[Evidence, ...]

    @property
    def chance(self) -> float | None:
        """The estimate that the next is kept, 0 to 1; None where the record is too short to judge by."""
        total = len(self.kept) + len(self.broken)
        return (len(self.kept) + 1) / (total + 2) if total >= _LEAST else None


def band(chance: float) -> str:
    """
    Return the band a chance lies in, in the directive's words.

    >>> band(0.71), band(0.5), band(0.03)
    ('likely', 'roughly even chance', 'almost no chance')
    """
    return next(word for upper, word in _BANDS if round(chance * 100) <= upper)


def record(dossier: Dossier, party: str) -> Record:
    """Return what became of the undertakings that `party` made, alone or with others; disputed ones count for none."""
    kept: list[Evidence] = []
    broken: list[Evidence] = []
    for one in dossier.commitments:
        if party not in one.promisors:
            continue
        kept += _deliveries(one)
        last = one.changes[-1] if one.changes else None
        if one.status in _BROKEN and last and last.evidence and _is_by(dossier, last.evidence[0], one, party):
            broken.append(last.evidence[0])
        elif one.status == "fulfilled" and not one.deliveries and last and last.evidence:
            kept.append(last.evidence[0])
    return Record(tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(broken)))


def outlook(desk: Desk) -> Iterable[Line]:
    """Yield, for each party with an undertaking still open and a record to judge by, how likely it is to keep it."""
    still_open = [one for one in desk.dossier.commitments if one.status in _OPEN]
    for party in sorted({party for one in still_open for party in one.promisors}, key=desk.name):
        past = record(desk.dossier, party)
        if past.chance is None:
            continue
        kept, broken = len(past.kept), len(past.broken)
        yield our_line(
            f"{desk.name(party)} keeps what it has still to do: {band(past.chance)}, "
            f"going by its record alone ({kept} kept, {broken} broken).",
            (*past.kept, *past.broken),
            label="Outlook",
            rule=(
                f"Laplace's rule of succession: ({kept} kept + 1) / ({kept + broken} told of to the end + 2) = "
                f"{past.chance:.2f}, which Intelligence Community Directive 203 words as “{band(past.chance)}”. "
                f"Each delivery on its day counts as one kept. With fewer than {_LEAST} no word is given."
            ),
        )


def _is_by(dossier: Dossier, told: Evidence, one: Commitment, party: str) -> bool:
    """Tell whether it was `party` that broke off: alone it can be nobody else, of several the passage must say who."""
    if len(one.promisors) == 1:
        return True
    sides = {actor.id: actor.party or actor.id for actor in dossier.actors}
    doers = {
        sides.get(doer)
        for said in dossier.statements
        if said.article == told.article and said.evidence.start < told.end and told.start < said.evidence.end
        for doer in (said.event_agent or said.agent,)
        if doer
    }
    return doers == {party}


def _deliveries(one: Commitment) -> Iterable[Evidence]:
    """Yield the first passage of each delivery, one a day: two reports of one day's buses are one undertaking kept."""
    days: set[dt.date | None] = set()
    for delivery in one.deliveries:
        if delivery.day not in days and delivery.evidence:
            days.add(delivery.day)
            yield delivery.evidence[0]
