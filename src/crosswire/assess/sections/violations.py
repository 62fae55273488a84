"""The ledger of incidents: what is laid at whose door, by whom, and what the other side answers."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.assess.desk import Desk
from crosswire.assess.ledgers import bare_line, ledger_line, number, quotable, voices, when, who
from crosswire.assess.lines import Fresh, listed
from crosswire.assess.marks import marked
from crosswire.assess.select import Scores
from crosswire.model import Entry, Evidence, Grid, GridRow, Incident, Line, Section, Statement, Toll

_MOST = 40
_VERIFIED = {
    "one-sided": "on one side's word",
    "both sides": "both sides say it happened",
    "third-party monitor": "a third party speaks to it",
    "visual": "rests on images too",
}
_CALLED = {
    "air": "an air strike",
    "drone": "a drone attack",
    "small arms": "small-arms fire",
    "movement": "moving troops",
    "seizure": "a seizure",
    "ill-treatment": "ill-treatment",
    "access denied": "denying access",
    "attack": "an attack",
    "breach": "a breach",
}
_ANSWERS = {
    "denied": "denied",
    "own account": "answered with its own account of what it struck",
    "counter-accused": "answered with a charge against the other side",
    "admitted": "admitted",
    "silent": "left without an answer",
}

# What is counted over a time: "broke the truce 350 times since it began".
_OVER_TIME = re.compile(r"\bsince (?!then\b)|\b(?:so far|to date|over the (?:past|last))\b", re.IGNORECASE)
# Counts that are words and no numbers.
_ROUND = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}


def violations(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List the reported incidents in order of time, with totals by party and week."""
    lines, heads, fresh = list[Line](), list[tuple[Incident, Line]](), Fresh()
    shown = list(filter(is_concrete, desk.dossier.incidents[:_MOST]))
    replies = _replies(desk, shown)
    # A charge that answers another is listed as its own before it is repeated under that.
    for one in shown:
        if (head := _head(desk, one, fresh)) is not None:
            heads.append((one, head))
    for one, head in heads:
        lines += [head, *filter(fresh.admits, _answer(desk, one, replies))]
    intro = (
        "Incidents as reports lay them at a side's door. The totals count what is reported, not what happened: "
        "a side that is watched more closely is reported more often, and two sides that accuse each other make two."
    )
    if not lines:
        return None
    return Section("violations", "Reported incidents", tuple(lines), intro, _grid(desk, heads))


def _head(desk: Desk, one: Incident, fresh: Fresh) -> Line | None:
    """Return a charge in the words of a report; nothing where they stand above, under another charge, already."""
    by = [who(desk, one.alleged_by)] if one.alleged_by else []
    by += [listed(list(one.voices))] if one.voices else []
    by += ["the report itself"] if one.narrated else []
    place = desk.name(one.place) if one.place else ""
    note = [f"alleged by {' and '.join(by)}" if by else "alleged by an unnamed source"]
    note += [_toll(toll) for toll in one.tolls]
    if one.times and one.times.low and one.times.low > 1:
        note.append(f"{_times(one, one.times.low)} times by that account")
    if one.arrangement:
        note.append("while a truce was in force")
    note += [_ANSWERS[one.response]] if one.response else ["no answer reported"]
    note += [_VERIFIED[one.verification], voices(desk, one.origins, one.count)]
    told = "; ".join(note)
    # A sentence in which two sides charge each other words neither charge best.
    both = {held for other in desk.dossier.incidents if other.violator != one.violator for held in other.statements}
    said = sorted(one.statements, key=both.__contains__)
    shown = ledger_line(desk, said, one.evidence, label="", note="", origins=one.origins, count=one.count)
    at = _day(desk, one, shown.text if shown else "")
    label = " · ".join(part for part in (at, one.type, f"alleged of {desk.name(one.violator)}", place) if part)
    line = ledger_line(desk, said, one.evidence, label=label, note=told, origins=one.origins, count=one.count)
    if line is not None:
        return marked(line, one) if fresh.admits(line) or one.marks else None
    # A sentence that does not stand alone is quoted as it is: that somebody is charged with something says nothing.
    text = f"{desk.name(one.violator)} is charged with {_CALLED.get(one.type, one.type)}"
    words = quotable(one.evidence)
    if words is None and not one.marks:
        return None
    line = bare_line(text, one.evidence, label=label, note=told, origins=one.origins, words=words)
    return marked(line, one) if fresh.admits(line) or one.marks else None


def _day(desk: Desk, one: Incident, told: str) -> str:
    """
    Name the day of an incident; of what was counted over a time, the day up to which it was.

    Where neither the passage nor the line `told` gives the day, what is known is the day of the report.
    """
    named = when(one.day)
    if one.day is None:
        return ""
    often = one.times is not None and (one.times.low or 0) > 1
    if often and all(_OVER_TIME.search(words.quote) for words in one.evidence):
        return f"up to {named}"
    times = [time for said in one.statements if said in desk.statements for time in desk.statements[said].times]
    reports = {desk.articles[words.article].published for words in one.evidence if words.article in desk.articles}
    given = named in told or any(time.first <= one.day <= time.last for time in times)
    return named if given or reports != {one.day} else f"reported {named}"


def _times(one: Incident, least: float) -> str:
    """Return how often something was done as reports count it: "hundreds" are no 200."""
    quotes = [words.quote for words in one.evidence]
    said = (word for word, count in _ROUND.items() if count == least and any(word in quote for quote in quotes))
    return (
        number(least)
        if any(re.search(rf"\b{number(least)}\b", quote) for quote in quotes)
        else next(said, number(least))
    )


def is_concrete(one: Incident) -> bool:
    """
    Tell whether an incident is laid at somebody's door, and by more than the bare word of one voice.

    What a report tells in its own words, with nobody charging anybody and no truce to break, is an event of its
    timeline: a police raid is no incident between two sides.
    """
    if one.marks:
        return True
    if not (one.alleged_by or one.voices or one.arrangement or one.response or one.tolls):
        return False
    return bool(one.place or one.tolls or one.times or one.arrangement or one.response or one.narrated) or (
        len(one.alleged_by) > 1 or len(one.origins) > 1
    )


def _toll(toll: Toll) -> str:
    spread = f", {number(toll.low)} to {number(toll.high)} by account" if toll.low != toll.high else ""
    return f"{_counted(toll)} {toll.kind}{spread}"


def _counted(toll: Toll) -> str:
    """Return a toll as reports count it: who writes "dozens" has counted no 24."""
    best = number(toll.best)
    quotes = [one.quote for amount in toll.accounts if amount.quantity.low == toll.best for one in amount.evidence]
    if quotes and not any(re.search(rf"\b{best}\b", quote) for quote in quotes):
        said = (word for word, least in _ROUND.items() if least == toll.best)
        return next((word for word in said if all(word in quote.lower() for quote in quotes)), best)
    return best


def _answer(desk: Desk, one: Incident, replies: Mapping[Evidence, Sequence[Statement]]) -> Iterator[Line]:
    """Yield the passage that answers the charge best, under it."""
    # One sentence may hold the charge as well as its denial.
    told = [said for words in dict.fromkeys(one.answers) for said in replies.get(words, ())]
    ids = [said.id for said in sorted(told, key=_rank)]
    if one.response in (None, "admitted") or not ids:
        return
    denies = any(said.id == ids[0] and said.act == "DENY" for said in told)
    response = "denied" if denies else one.response
    line = ledger_line(desk, ids, one.answers[:3], label=f"Answer: {response}", note="", origins=(), level=1)
    if line is not None:
        yield line


def _replies(desk: Desk, incidents: Iterable[Incident]) -> dict[Evidence, list[Statement]]:
    """Return the statements of each passage that answers a charge."""
    found: dict[Evidence, list[Statement]] = {words: [] for one in incidents for words in one.answers}
    for said in desk.statements.values() if found else ():
        if said.evidence in found:
            found[said.evidence].append(said)
    return found


def _rank(said: Statement) -> tuple[bool, str]:
    return said.act != "DENY", said.id


def _grid(desk: Desk, heads: Sequence[tuple[Incident, Line]]) -> Grid | None:
    """Count reported incidents by side and week; None when no day is known."""
    counts: dict[tuple[str, dt.date], list[Line]] = defaultdict(list)
    for one, line in heads:
        if one.day:
            counts[one.violator, one.day - dt.timedelta(days=one.day.weekday())].append(line)
    weeks = sorted({week for _, week in counts})
    sides = sorted({side for side, _ in counts}, key=desk.name)
    if not weeks:
        return None
    rows = tuple(
        GridRow(
            (desk.name(side),),
            tuple(
                (Entry(f"{len(found)} reported", found[0].id),) if (found := counts.get((side, week))) else ()
                for week in weeks
            ),
        )
        for side in sides
    )
    return Grid(("Alleged of",), tuple(f"Week of {week:%-d %b %Y}" for week in weeks), rows)
