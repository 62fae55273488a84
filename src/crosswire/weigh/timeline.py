"""The dated events of a case, by the day they happened, never by the day they were reported."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.model import Article, Claim, Statement, TimelineEntry, When
from crosswire.text.tense import direction

from .called_off import is_called_off
from .propositions import WISHES, Proposition

# A season or a year is too coarse to stand in a list of days.
_SHARP = ("minute", "day", "week", "month")
# What is done on its day, and not ordered or agreed for one to come.
_HELD = frozenset({"MEET", "MEDIATE", "ATTACK"})
# What a second date in a sentence must be: "agreed on May 8, takes effect on May 10", but not "since March".
_DAYS = frozenset({"minute", "day"})
# "The third exchange since the agreement of 29 April": that day is the agreement's. "The morning of 30 April" is a day.
_OF_A_THING = re.compile(
    r"\b(?!(?:morning|afternoon|evening|night|day|eve|hours|week)\b)\w+ of (?:the )?$", re.IGNORECASE
)
# "With the 300 freed on 3 May, the total had reached 550": what came before what is told.
_WITH = re.compile(r"With [^,]+$")
# "Counting votes before Tuesday's debate": that day is the debate's; "Tuesday's debate was long" is of it.
_UP_TO, _OWNS = re.compile(r"\b(?:before|ahead of|until|for) (?:the )?$"), re.compile(r" ?['’]s\b")
_MARKS = " \"“‘'"
# "97 violations since it began on 10 October", "what they had where they stood on 12 May": of another event.
_ASIDE = re.compile(
    r"\b(?:since|where|whose|after|before|until|although|though|while|because|than)\b[^,;:.]{0,80}$"
    r"|\([^)]{0,80}$|\b(?:reached|brokered|struck|imposed|aimed|(?:signed|agreed|announced)(?! on ))\b[^,;:.]{0,60}$"
    r"|\bhad (?:been )?(?:hoped|expected|intended|planned)\b[^;:.]{0,60}$"
    r"|\b(?:first|last|most|worst|best|largest|biggest|highest|lowest|only)\b[^,;:.]{0,40} in $",
    re.IGNORECASE,
)
# "The October 7 attack" told of months later: its day, if its year is the nearest one at all, dates nothing told.
_NAMES, _LONG_AGO = re.compile(r" (?!and\b|or\b|in\b|at\b|to\b)[a-z]{3,}"), 125
_IF = re.compile(r"\b(?:if|unless|would have|should)\b", re.IGNORECASE)
# A sentence with more dates than this is a chronology or a calendar, whose dates no one claim carries.
MANY = 3


# When a claim's event is, and whether it is still to come.
Dated = tuple[When, bool]


def find_timeline(claims: Sequence[Claim], dated: Iterable[Sequence[Dated]]) -> tuple[TimelineEntry, ...]:
    """Return one entry per event date and claim, in date order; `dated` are the dates of each claim's group."""
    entries: dict[tuple[When, bool, str], TimelineEntry] = {}
    for claim, dates in zip(claims, dated, strict=True):
        for when, scheduled in dates:
            entries[when, scheduled, claim.id] = TimelineEntry(when, (claim.id,), scheduled)
    return tuple(entries[key] for key in sorted(entries))


def dates_of(group: Sequence[Proposition], articles: Mapping[str, Article]) -> Sequence[Dated]:
    """
    Return the dates of what a group of statements tells.

    An event counts when a report has it happen (realis actual) or when it is set for a day after the report
    (`scheduled`). What nobody dates to a month or better stays out. A statement that names more days than the one of
    its main event stands at each of them.
    """
    if not any(item.statement.event_date or item.statement.times for item in group):
        return ()
    by_kind: dict[bool, list[When]] = defaultdict(list)
    for item in group:
        if found := _dated(item, item.statement.event_date, articles):
            by_kind[found[1]].append(found[0])
    kept = [(min(whens, key=_sharpness), scheduled) for scheduled, whens in by_kind.items()]
    days = {when.first for whens in by_kind.values() for when in whens}
    for item in group:
        for when in _named_days(item):
            found = _dated(item, when, articles) if when.first not in days else None
            if found:
                days.add(when.first)
                kept.append(found)
    return kept


def _sharpness(when: When) -> tuple[int, When]:
    return _SHARP.index(when.precision), when


def _named_days(item: Proposition) -> Iterator[When]:
    """Yield the days that what is said names, other than its main event's; the day it was said on is none of them."""
    said = item.statement
    if item.act in WISHES or said.act in WISHES or "DENY" in (item.act, said.act) or said.event == "DENY":
        return
    inside = [
        when
        for when in said.times
        if when.precision in _DAYS
        and (when.first == when.last or (item.published is not None and when.first > item.published))
        and when not in said.asides
        and any(span.start <= when.start < span.end for span in said.contents)
        and not _is_of_a_thing(said.evidence.quote, when.start - said.evidence.start, when.end - said.evidence.start)
        and not _is_old_name(item, when)
    ]
    if len({when.first for when in inside}) <= MANY:
        yield from sorted(inside, key=lambda when: when.start)


def _is_of_a_thing(words: str, start: int, end: int) -> bool:
    """Tell whether a day is that of a thing which is not what is told."""
    if start < 0 or any(one.search(words, 0, start) for one in (_OF_A_THING, _ASIDE)) or _WITH.match(words, 0, start):
        return start >= 0
    if _OWNS.match(words, end) is None:
        return False
    # "Rejected Monday's offer" tells of what was done then or soon after; "says that Monday's deal costs more" of now.
    stop = end if words[:start].strip(_MARKS) else len(words)
    return _UP_TO.search(words, 0, start) is not None or direction(words, start, end, 0, stop) != "past"


def _is_old_name(item: Proposition, when: When) -> bool:
    """Tell whether a day is part of the name of what happened long before the report."""
    said = item.statement.evidence
    start, end = when.start - said.start, when.end - said.start
    if item.published is None or (item.published - when.last).days <= _LONG_AGO:
        return False
    return said.quote[:start].lower().endswith("the ") and _NAMES.match(said.quote, end) is not None


def _is_told_as_past(said: Statement, when: When) -> bool:
    """Tell whether the verb beside a day is in the past."""
    quote = said.evidence.quote
    start, end = when.start - said.evidence.start, when.end - said.evidence.start
    return start >= 0 and direction(quote, start, end, 0, len(quote)) == "past"


def _dated(item: Proposition, when: When | None, articles: Mapping[str, Article]) -> tuple[When, bool] | None:
    said = item.statement
    if when is None or when.precision not in _SHARP or said.opinion or item.negated:
        return None
    published = articles[said.article].published
    if published is not None and when.first > published:
        if is_called_off(said.evidence.quote, when.start - said.evidence.start):
            return None
        if said.realis == "actual" and _is_among_past(said, published) and _is_told_as_past(said, when):
            return None  # a day listed beside past ones was not after the report: its year is another
        return (when, True) if said.realis in ("actual", "future") else None
    if said.realis == "actual":
        return when, False
    if said.realis not in ("future", "conditional") or published is None or when.precision not in _DAYS:
        return None
    # "It says that it took the boat on Friday": a sharp day before the report, of a plain remark, is no plan.
    plain = said.realis == "future" and item.act == said.act == "STATE" and when.last < published
    # "The council today voted to open the gates", "rejected the offer on Monday by asking for more": done, for later.
    done = said.mode == "narrated" and _is_told_as_past(said, when) and not _IF.search(said.evidence.quote)
    # "Roe on Friday threatened to leave": the day stands beside the word of what was done by speaking.
    spoken = said.cue is not None and not any(span.start <= when.start < span.end for span in said.contents)
    return (when, False) if plain or done or spoken else None


def _is_among_past(said: Statement, published: dt.date) -> bool:
    """Tell whether what is done on its day names a day before the report."""
    return said.act in _HELD and any(one.first <= published for one in said.times if one.precision == "day")
