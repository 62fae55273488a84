"""What was said so long ago, with so much told since, that it stands open no more unless somebody says it again."""

import datetime as dt
import re
from collections.abc import Iterable

from crosswire.assess.desk import Desk
from crosswire.model import Claim, Statement, When

# Days within which what was said is news, however much is told after it.
_A_WHILE = 10
# The share of the reports that came later, from which on the story has moved on: over eleven windows of eleven to
# fourteen reports it leaves out 41 of 73 lines that a reader struck and 2 of 27 that he kept; 0.5 leaves out 33 and 2.
_MOVED_ON = 0.4
# Days of a stretch that is no week, and after which what was said of it is old.
_LONG, _OLD = 20, 14
# What is said of a thing that is not on its day.
_MOVED = re.compile(
    r"\b(?:moved|postponed|put off|pushed back|put back|delayed|rescheduled|brought forward)\b"
    r"|\bnot (?:do so|take place|meet|be held|begin|open|start|happen|come) (?:until|before)\b"
)
# ... and of one that is not on it, with no other day named: "would not be ready on Monday".
_NOT_THEN = re.compile(
    r"\b(?:not|n['’]t) (?:be )?(?:ready|finished|delivered|presented|published|submitted|held|begin|start|open|meet"
    r"|go ahead|take place|happen)\b|\b(?:called off|cancell?ed|scrapped|postponed|put off)\b"
)
_TWO = 2
MONTHS = frozenset("january february march april may june july august september october november december".split())
# Words before a day by which something is to be done.
_TERM = re.compile(r"\b(?:by|before|until|within)(?: [\w.'’-]+){0,3} $")
# A stretch of days that somebody fills, against one by the end of which something is to be done.
_STRETCHES = frozenset({"week", "range", "days"})


def is_overtaken(desk: Desk, claim: Claim) -> bool:
    """
    Tell whether the story has moved on since a claim was last told: ten days ago or more, and much was reported since.

    Of what a report without a date tells nobody can say so: it is open only where no report has a date.
    """
    dates = [one.published for one in desk.articles.values() if one.published is not None]
    if desk.as_of is None or not dates:
        return False
    if claim.last is None:
        return True
    later = sum(one > claim.last for one in dates)
    return (desk.as_of - claim.last).days > _A_WHILE and later / len(dates) > _MOVED_ON


def moves_a_day(said: Statement) -> bool:
    """Tell whether a statement says that something is not on the day it was to be, but on another that it names."""
    several = len({(one.first, one.last) for one in said.times}) > 1
    return several and _MOVED.search(said.evidence.quote) is not None


def calls_off(said: Statement) -> bool:
    """Tell whether a statement says of a day that something is not on it."""
    return bool(said.times) and said.realis != "questioned" and _NOT_THEN.search(said.evidence.quote) is not None


def is_moved(desk: Desk, when: When, claim: Claim, moves: Iterable[Statement]) -> bool:
    """Tell whether one of the later `moves` takes what was set for some days to another: "from 1 May to 7 May"."""
    lead = desk.statements[claim.lead]
    if moves_a_day(lead) and when.last < max(one.last for one in lead.times):
        return True
    for said in moves:
        published = desk.articles[said.article].published
        if published is None or claim.last is None or published <= claim.last or said.id in claim.statements:
            continue
        off = [one for one in said.times if one.first <= when.last and when.first <= one.last]
        named = {word for one in (*said.actors, *lead.actors) for word in desk.name(one).casefold().split()}
        told = (set(said.terms) & set(lead.terms)) - named - MONTHS
        if off and told and len(off) < len(said.times) and moves_a_day(said):
            return True
        # Of a day that something else may be on, too, more must be said in common.
        if off and calls_off(said) and len(told) + len(set(said.actors) & set(lead.actors)) >= _TWO and told:
            return True
    return False


def is_running(desk: Desk, when: When, claim: Claim) -> bool:
    """Tell whether a month that was named long ago has begun since: what it was to bring may have come."""
    if desk.as_of is None or claim.last is None or (when.last - when.first).days < _LONG:
        return False
    return when.first <= desk.as_of and (desk.as_of - claim.last).days > _OLD


def is_past(desk: Desk, lead: Statement) -> bool:
    """Tell whether all days that a statement names lie weeks back: "In May it offered a truce in exchange for"."""
    return (
        desk.as_of is not None and bool(lead.times) and all((desk.as_of - one.last).days > _OLD for one in lead.times)
    )


def days_inside(lead: Statement) -> list[When]:
    """Return the days that what is said names."""
    return [one for one in lead.times if any(span.start <= one.start < span.end for span in lead.contents)]


def is_day_over(lead: Statement, as_of: dt.date) -> bool:
    """Tell whether the days of what somebody will do have come: "will be there from 8 to 13 June", on the 11th."""
    days = days_inside(lead)
    begun = any(one.first < as_of <= one.last and one.precision in _STRETCHES for one in days)
    return bool(days) and (max(one.last for one in days) < as_of or begun)


def is_term_over(lead: Statement, as_of: dt.date) -> bool:
    """Tell whether the term that somebody names has run out: "before the end of the month", in the month after."""
    quote, start = lead.evidence.quote, lead.evidence.start
    terms = [one for one in days_inside(lead) if _TERM.search(quote[: max(0, one.start - start)].casefold())]
    return bool(terms) and max(one.last for one in terms) < as_of
