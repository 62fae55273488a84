"""Chronologies inside reports, each line opening with its date ("March 2008: ..."), and what dates their lines."""

import bisect
import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Article, Move, Statement, Time, When
from crosswire.text.times import MONTHS, month_span

_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_DATED = re.compile(
    rf"[ \t•·*–-]{{0,4}}(?P<label>(?:\d{{1,2}} )?(?:{_MONTH})\b\.?(?: \d{{1,2}})?(?:,? (?:1[89]|20)\d\d)?"
    r"|(?P<year>(?:1[89]|20)\d\d))(?:\s?[:–—-]\s?|[ \t]+)(?=[\"“‘']?[A-Z])"
)
# Lines that a chronology has at least, those without a date after one of its own, and how long a line may be.
_LEAST, _UNDATED, _LONGEST = 3, 4, 400
# A line's letters without a date; an entry so many days old tells of nobody's stand now.
_SHORT, _OLD = 160, 60


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One dated line of a chronology with the undated lines after it: `start` and `end` in the article."""

    start: int
    end: int
    when: When


def find_chronology(text: str, times: Sequence[Time]) -> list[Entry]:
    r"""
    Return the entries of all chronologies of a text, in text order: three dated lines or more, in order of time.

    >>> told = "1979 Peace is signed.\n\nThe army leaves.\n\n1992 War breaks out.\n\nMarch 2008 A truce holds."
    >>> [(told[one.start : one.end], one.when.first.year) for one in find_chronology(told, [])][0]
    ('1979 Peace is signed.\n\nThe army leaves.', 1979)
    """
    at_label = {time.span.start: time for time in times if time.kind == "date" and time.start is not None}
    return [entry for run in _runs(text, at_label) for entry in (run if _is_ordered(run) else ())]


def _runs(text: str, times: dict[int, Time]) -> Iterator[list[Entry]]:
    """Yield runs of dated lines, each with the few short lines that follow it."""
    run, loose = list[Entry](), list[tuple[int, int]]()
    for start, end in _lines(text):
        match = _DATED.match(text, start, end) if end - start <= _LONGEST else None
        when = _label_date(match, times) if match else None
        if when is not None:
            if run and loose:
                run[-1] = msgspec.structs.replace(run[-1], end=loose[-1][1])
            run.append(Entry(start, end, when))
            loose = []
        elif run and len(loose) < _UNDATED and end - start <= _SHORT:
            loose.append((start, end))
        else:
            yield run
            run, loose = [], []
    yield run


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _label_date(match: re.Match[str], times: dict[int, Time]) -> When | None:
    start, end = match.span("label")
    if match["year"]:
        year = int(match["year"])
        return When(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", start, end)
    time = times.get(start)
    if time is not None and time.start and time.end:
        return When(time.start, time.end, time.precision, start, end)
    if named := re.fullmatch(r"([A-Z][a-z]+)\.?,? (\d{4})", match["label"]):
        return When(*month_span(int(named[2]), MONTHS[named[1].lower()]), "month", start, end)
    return None


def _is_ordered(run: Sequence[Entry]) -> bool:
    days = [one.when.first for one in run]
    return len(run) >= _LEAST and (days == sorted(days) or days == sorted(days, reverse=True)) and days[0] != days[-1]


def put_in_time(
    article: Article, times: Sequence[Time], statements: Sequence[Statement], moves: Sequence[Move]
) -> tuple[tuple[Statement, ...], tuple[Move, ...]]:
    """Date what chronologies tell by their lines, and leave out the stands that long past entries tell of."""
    entries = find_chronology(article.text, times)
    if not entries:
        return tuple(statements), tuple(moves)
    starts = [one.start for one in entries]
    dated, old = list[Statement](), set[str]()
    for said in statements:
        at = bisect.bisect_right(starts, said.evidence.start) - 1
        entry = entries[at] if at >= 0 and said.evidence.start < entries[at].end else None
        dated.append(_dated(said, entry.when, article.published) if entry else said)
        if entry and article.published and (article.published - entry.when.last).days > _OLD:
            old.add(said.id)
    return tuple(dated), tuple(one for one in moves if one.statement not in old)


def _dated(said: Statement, when: When, published: dt.date | None) -> Statement:
    sharper = said.event_date is not None and said.event_date.precision == "day"
    # A line without a date of its own does not say when: it cannot stand alone.
    undated = not said.evidence.start <= when.start < said.evidence.end
    past = published is not None and when.last < published and said.realis == "future" and said.mode == "narrated"
    return msgspec.structs.replace(
        said,
        event_date=said.event_date if sharper else when,
        times=said.times or (when,),
        realis="actual" if past else said.realis,
        dangling=said.dangling + undated,
    )
