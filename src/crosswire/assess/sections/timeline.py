"""Timeline: dated events, by the date of the event and never of the report."""

import re
from functools import partial

import msgspec

from crosswire.assess.days import Told, between, silences, stretch_of, tell
from crosswire.assess.desk import Desk
from crosswire.assess.leaning import is_empty
from crosswire.assess.lines import day, worded_line
from crosswire.assess.nearest import dated
from crosswire.assess.select import Scores
from crosswire.model import Line, Section, Statement, When

_QUOTED = re.compile(r"[“\"][^“”\"]{0,400}[”\"]|(?<!\w)‘[^‘]{0,400}?’(?!\w)")
# What "was made" is a thing, and not who says so; and "its bureau was closed", where nobody is named, is somebody's.
_MADE = re.compile(r"(?:that )?(it) (?:was|had been|has been) \w+(?:ed|de|ld|nt|en|wn)\b")
# "At a second on Monday they agreed": a second of what was told before.
_OF_THEM = re.compile(
    r"(?:At|In|After) (?:a|the) (?:first|second|third|fourth|fifth|next|last|other)(?: one)?(?:,| (?:on|in|at)\b)"
)
_OWN = re.compile(r"(?:\S+ ){0,4}(its|their|his|her)\b", re.IGNORECASE)
# Who speaks of today speaks of how things are.
_NOW = re.compile(r"today|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)
# A quotation of fewer words is a phrase: a day in it ("See you Sunday") dates nothing the sentence tells.
_A_CLAUSE = 6
# Who does and undergoes what is told; and a folder of fewer reports names many just once.
_TELLING, _FOLDER = frozenset({"state", "group", "body", "person"}), 5
# A sentence has as many words beside its dates.
_A_SENTENCE = 4


def timeline(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List past events in date order; of a long row of days those that matter most in the reports, one line each."""
    told = tell(desk, scores, partial(dated_line, desk))
    lines = tuple(line for _, line in told.lines)
    return Section("timeline", "Timeline", lines, _intro(desk, told)) if lines else None


def dated_line(desk: Desk, claim: str, when: When) -> Line | None:
    """Return the line of a claim in words that name the time, None when none stand alone or a phrase alone names it."""
    # What only a summary of others' reports tells has no report behind it.
    found = None if desk.is_summed(desk.claims[claim]) else dated(desk, desk.claims[claim], when)
    if found is None or _is_spoken(desk, found[0], when) or _is_bare(found[0]) or _points_elsewhere(desk, found[0]):
        return None
    if desk.is_reading(found[0]) or is_empty(found[0].evidence.quote) or _is_of_strangers(desk, found[0]):
        return None
    first, last = stretch_of(when, desk.by)
    sharp = desk.by != "week" or (first, last) == (when.first, when.last)
    label = when_label(when if sharp else msgspec.structs.replace(when, first=first, last=last, precision="week"))
    return worded_line(desk, desk.claims[claim], *found, label=label)


def _intro(desk: Desk, told: Told) -> str:
    """Say what the dates are of, how many days were left out, and where nothing is dated."""
    said = ["Dates are of the events, not of the reports."]
    if told.left:
        dates, are = ("date that matters", "is") if told.left == 1 else ("dates that matter", "are")
        said.append(f"{told.left} {dates} less in the reports {are} left out.")
    said += [f"Nothing is dated between {between(*one)}." for one in silences(desk)]
    return " ".join(said)


def _is_spoken(desk: Desk, said: Statement, when: When) -> bool:
    """Tell whether a day stands in a quotation that dates nothing: too short, of "today", or no side's."""
    named = (one for one in (said.event_date, *said.times) if one is not None and one.days == when.days)
    at = min((one.start for one in named), default=-1) - said.evidence.start
    quote = said.evidence.quote
    inside = next((one for one in _QUOTED.finditer(quote) if one.start() < at < one.end()), None)
    if inside is None:
        return False
    if len(inside.group().split()) < _A_CLAUSE or _NOW.match(quote, at):
        return True
    return said.mode == "direct" and desk.party(said.speaker) not in desk.seated


def _is_bare(said: Statement) -> bool:
    """Tell whether a statement names nobody and has hardly a word beside its dates: "Page made on 9 June 2025"."""
    words = said.evidence.quote
    for when in sorted(said.times, key=lambda one: -one.start):
        at = when.start - said.evidence.start
        words = words[: max(0, at)] + words[max(0, at + when.end - when.start) :]
    return not said.actors and len(re.findall(r"[A-Za-z]{2,}", words)) < _A_SENTENCE


def _points_elsewhere(desk: Desk, said: Statement) -> bool:
    """Tell whether a sentence is of something that only the one before it names: "said it was made on Monday"."""
    filled = {one.start for one in said.resolved if one.kind == "actor"}
    text, start = desk.text(said.article), said.contents[0].start
    it = _MADE.match(text, start)
    if (it is not None and it.start(1) not in filled) or _OF_THEM.match(said.evidence.quote):
        return True
    own = _OWN.match(said.evidence.quote)
    return own is not None and not said.actors and said.evidence.start + own.start(1) not in filled


def _is_of_strangers(desk: Desk, said: Statement) -> bool:
    """Tell whether a statement tells only of whom no second report names, and of no side and place of the case."""
    named = [actor for actor in said.actors if actor != said.speaker and actor in desk.actors]
    told = [actor for actor in named if desk.actors[actor].kind != "outlet"]
    sides = [actor for actor in told if desk.actors[actor].kind in _TELLING]
    if not sides or len(desk.articles) < _FOLDER:
        return False
    return not any(desk.party(actor) in desk.seated or desk.party(actor) in desk.shared for actor in told)


def when_label(when: When) -> str:
    """Write a stretch of days no sharper than it is known."""
    if when.first == when.last:
        return day(when.first)
    if when.precision == "month":
        return f"{when.first:%B %Y}"
    if when.precision in ("year", "years"):
        return f"{when.first:%Y}" if when.first.year == when.last.year else f"{when.first:%Y}–{when.last:%Y}"
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first:%-d}–{day(when.last)}"
    return f"{when.first:%-d %B} – {day(when.last)}"
