"""The day a stance was taken: the one its sentence gives, a month that is past, else that of the report."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence

from crosswire.model import Move, Statement, Time, When

from .held import STANCE

_ANSWERS = frozenset({"ACCEPT", "REJECT", "RED_LINE", "AGREE_JOINT"})
# A date after these belongs to a clause inside the sentence ("observers it had refused on 8 May").
_INNER = re.compile(r"\b(?:which|that|who|(?:it|he|she|they) had|had been)\b")
# "The envoy, who was in Vell yesterday, urges them": when he was there.
_ASIDE = re.compile(
    r", (?:who|which|whose) (?:(?:had|has|have) (?:been|gone|come)|was|were|visited|met|arrived|flew)\b[^,;]*$"
)
# "A truce, which Arland had accepted in March": whose the inner clause is, and what leads to its date.
_WHOSE = re.compile(
    r"\b(?:which|that) (?:the )?([\w’'-]+)(?: [\w’'-]+){1,6}? (?:back )?(?:in|on|last|during) (?:early |late )?$"
)


def day_of(
    said: Statement,
    published: dt.date | None,
    times: Sequence[Time],
    move: Move | None = None,
    names: Collection[str] = (),
) -> dt.date | None:
    """
    Return the day a stance was taken: the one its sentence gives where that is sharp and past, else the report's.

    A date inside what is asked or answered is that thing's ("the observers it had refused on 8 May"), but that of
    the clause whose stand is told is the stand's: `names` are what the sides of its `move` are called. A month that
    is over counts with its last day for an answer; what was put in it stands until it is taken back.
    """
    if move is not None and move.modal and move.joint:
        return published  # "a truce starts on Sunday": the day of what is agreed, not the agreement's
    days = [] if move is None else list(_inner_days(said, move, times, names, published))
    answers = (move.act if move else said.act) in _ANSWERS
    near = [one for one in _beside(said, times, published) if answers or one.precision == "day"]
    days += [day for one in near if (day := _past(one, published)) is not None]
    event = said.event_date if said.event_date and (answers or said.event_date.precision == "day") else None
    if event is not None and (day := _past(event, published)) is not None:
        inside = said.mode != "narrated" and any(one.start <= event.start < one.end for one in said.contents)
        if not (inside and said.act in STANCE) and not _INNER.search(_up_to(said, event.start)):
            days.append(day)
    return next((day for day in days if published is None or day <= published), published)


def _past(time: Time | When, published: dt.date | None) -> dt.date | None:
    """Return the day of a date, or the last one of a month that was over when the report came out."""
    first, last = (time.start, time.end) if isinstance(time, Time) else (time.first, time.last)
    if time.precision == "day":
        return first if isinstance(time, Time) or first == last else None
    over = last is not None and published is not None and last < published
    return last if time.precision == "month" and over else None


def _inner_days(
    said: Statement, move: Move, times: Sequence[Time], names: Collection[str], published: dt.date | None
) -> Iterator[dt.date]:
    start = said.evidence.start
    for time in times:
        if not (move.clause.start <= time.span.start < move.clause.end) or time.kind != "date":
            continue
        words = said.evidence.quote[max(0, move.clause.start - start) : max(0, time.span.start - start)]
        whose = _WHOSE.search(words)
        if whose is not None and whose[1].lower() in names and (day := _past(time, published)) is not None:
            yield day


def _up_to(said: Statement, place: int) -> str:
    return said.evidence.quote[: max(0, place - said.evidence.start)].lower()


def _beside(said: Statement, times: Sequence[Time], published: dt.date | None) -> list[Time]:
    """Return the days that a reported statement's sentence names outside what is said: when it was said."""
    if said.mode == "narrated":
        return []
    return [
        time
        for time in times
        if time.kind == "date"
        and said.evidence.start <= time.span.start < said.evidence.end
        and not any(one.start <= time.span.start < one.end for one in said.contents)
        and _ASIDE.search(_before(said, time.span.start)) is None
        and (time.precision == "day" or not _INNER.search(_since_cue(said, time.span.start)))
    ]


def _before(said: Statement, place: int) -> str:
    return said.evidence.quote[: max(0, place - said.evidence.start)]


def _since_cue(said: Statement, place: int) -> str:
    """Return the words between the telling and a date: a month after "which" is not when it was told."""
    start = said.evidence.start
    return said.evidence.quote[max(0, said.cue.end - start) if said.cue else 0 : max(0, place - start)].lower()


# Years after which what somebody wanted is the story so far, and nothing that is bargained over; an answer is sooner.
_YEARS, _ANSWERED = 3, 120


def is_history(day: dt.date | None, published: dt.date | None, act: str = "DEMAND") -> bool:
    """
    Tell whether a stand was taken years before the report that tells of it, or an answer given months before.

    >>> is_history(dt.date(1997, 7, 31), dt.date(2003, 8, 4)), is_history(None, dt.date(2003, 8, 4))
    (True, False)
    >>> [is_history(dt.date(2031, 2, 28), dt.date(2031, 8, 4), act) for act in ("REJECT", "DEMAND")]
    [True, False]
    """
    if day is None or published is None:
        return False
    return published.year - day.year > _YEARS or (
        act in ("REJECT", "ACCEPT", "CONCEDE") and (published - day).days > _ANSWERED
    )
