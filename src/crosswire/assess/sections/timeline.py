"""Timeline: dated events, by the date of the event and never of the report."""

import datetime as dt
import re

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line, day
from crosswire.assess.select import Scores
from crosswire.model import Line, Section, TimelineEntry, When

_MOST, _MOST_OF_A_DAY = 32, 3
_QUOTED = re.compile(r"[“\"][^“”\"]{0,400}[”\"]")
# A quotation of fewer words is a phrase: a day in it ("See you Sunday") dates nothing the sentence tells.
_A_CLAUSE = 6


def timeline(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List past events in date order: of each date the claims that matter most, at most three."""
    fresh, lines = Fresh(), list[tuple[When, Line]]()
    counts: dict[tuple[dt.date, dt.date], int] = {}
    for entry, claim_id in _ranked(desk, scores):
        at = (entry.when.first, entry.when.last)
        if counts.get(at, 0) >= _MOST_OF_A_DAY or len(lines) >= _MOST or _in_a_phrase(desk, entry.when, claim_id):
            continue
        line = claim_line(desk, desk.claims[claim_id], label=when_label(entry.when))
        if line and fresh.admits(line):
            lines.append((entry.when, line))
            counts[at] = counts.get(at, 0) + 1
    ordered = tuple(line for _, line in sorted(lines, key=lambda one: (one[0].first, one[0].last, one[1].id)))
    return Section("timeline", "Timeline", ordered, "Dates are of the events, not of the reports.") if lines else None


def _in_a_phrase(desk: Desk, when: When, claim: str) -> bool:
    """Tell whether the words that date a claim stand in a quotation too short to tell of an event."""
    said = desk.statements.get(desk.claims[claim].lead)
    if said is None or not said.evidence.start <= when.start < said.evidence.end:
        return False
    at = when.start - said.evidence.start
    quoted = next((one for one in _QUOTED.finditer(said.evidence.quote) if one.start() < at < one.end()), None)
    return quoted is not None and len(quoted.group().split()) < _A_CLAUSE


def when_label(when: When) -> str:
    """Write a stretch of days no sharper than it is known."""
    if when.first == when.last:
        return day(when.first)
    if when.precision == "month":
        return f"{when.first:%B %Y}"
    if when.precision in ("year", "years"):
        return f"{when.first:%Y}" if when.first.year == when.last.year else f"{when.first:%Y}–{when.last:%Y}"
    return f"{when.first:%-d %B} – {day(when.last)}"


def _ranked(desk: Desk, scores: Scores) -> list[tuple[TimelineEntry, str]]:
    entries = [
        (entry, claim)
        for entry in desk.dossier.timeline
        if not entry.scheduled and (desk.as_of is None or entry.when.first <= desk.as_of)
        for claim in entry.claims
        if claim in desk.claims
    ]
    return sorted(entries, key=lambda one: (-scores.score(desk.claims[one[1]]), one[0].when.first, one[1]))
