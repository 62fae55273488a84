"""
The day after the page's for a morning paper that another report of the page's day gives away.

A paper's pages are put up on the evening before, and are stamped with that day: "the two yesterday signed a pact". The
same newsroom's own page of that day tells the same in the words "today signed a pact". Nobody signs one pact twice, so
the first was written for the morning after, and what it calls yesterday is the day on both stamps.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from crosswire.model import Article, Occasion, Reading, Resolved, Statement, Time, When
from crosswire.text.paper_days import is_counted
from crosswire.text.tokens import terms

_DAY = dt.timedelta(1)
_YESTERDAY = re.compile(r"yesterday|last night", re.IGNORECASE)
_TODAY = re.compile(r"today|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)
# Two sentences are one print of one event with so much of their words in common; with less, where both quote the same.
# In 23 folders of news all fourteen pairs above it were twins.
_ALIKE, _ALIKE_QUOTED, _QUOTED = 0.4, 0.25, 2
# Terms in a row by which two sentences are brought together, and how many one row may bring.
_ROW, _MOST = 3, 8
_QUOTE = re.compile(r"[\"“]([^\"“”]{6,200})[\"”]")

_Dated = TypeVar("_Dated", When, Time)


class _Line(msgspec.Struct, frozen=True):
    """A sentence that tells of a day counted from its report's, by its terms in order."""

    article: str
    words: str
    terms: tuple[str, ...]


def as_written(articles: Iterable[Article], readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings, each with the days of the morning that its article was written for."""
    known = {article.id: article for article in articles}
    lines: dict[tuple[dt.date, str], tuple[list[_Line], list[_Line]]] = defaultdict(lambda: ([], []))
    for name, reading in readings.items():
        article = known.get(name)
        if article is not None and article.published is not None and article.outlet is not None:
            papers, pages = lines[article.published, article.outlet]
            papers += _lines(article, reading, _YESTERDAY, article.published - _DAY)
            pages += _lines(article, reading, _TODAY, article.published)
    late = {name for papers, pages in lines.values() for name in _twins(papers, pages)}
    return {name: _moved(known[name], one) if name in late else one for name, one in readings.items()}


def _lines(article: Article, reading: Reading, word: re.Pattern[str], day: dt.date) -> Iterable[_Line]:
    """Yield the sentences of a reading in which such a word is read as a day."""
    starts = [time.span.start for time in reading.times if time.start == day and word.match(time.span.of(article.text))]
    if not starts:
        return
    for sentence in reading.sentences:
        if any(sentence.start <= start < sentence.end for start in starts):
            words = sentence.of(article.text)
            yield _Line(article.id, words, tuple(terms(word.sub("", words))))


def _twins(papers: Sequence[_Line], pages: Sequence[_Line]) -> set[str]:
    """Return the articles that call yesterday what another, of the same day, calls today."""
    if not papers or not pages:
        return set()
    rows: dict[tuple[str, ...], list[_Line]] = defaultdict(list)
    for line in pages:
        for row in _rows(line):
            if len(rows[row]) < _MOST:
                rows[row].append(line)
    return {
        line.article
        for line in papers
        if any(other.article != line.article and _are_one(line, other) for row in _rows(line) for other in rows[row])
    }


def _rows(line: _Line) -> set[tuple[str, ...]]:
    return {line.terms[at : at + _ROW] for at in range(len(line.terms) - _ROW + 1)}


def _are_one(line: _Line, other: _Line) -> bool:
    """Tell whether two sentences are two prints of one."""
    ours, theirs = frozenset(line.terms), frozenset(other.terms)
    alike = len(ours & theirs) / len(ours | theirs)
    return alike >= _ALIKE or (alike >= _ALIKE_QUOTED and _quote_alike(line.words, other.words))


def _quote_alike(words: str, other: str) -> bool:
    return any(
        len(frozenset(terms(one)) & frozenset(terms(two))) >= _QUOTED
        for one in _QUOTE.findall(words)
        for two in _QUOTE.findall(other)
    )


def _moved(article: Article, reading: Reading) -> Reading:
    """Return a reading in which what counts from the day of the report counts from the morning after."""
    moved = {
        time.span.start: time.start
        for time in reading.times
        if time.start is not None and time.start == time.end and is_counted(time.span.of(article.text))
    }

    def later(when: _Dated) -> _Dated:
        start = when.start if isinstance(when, When) else when.span.start
        return _shifted(when) if start in moved else when

    def told(said: Statement) -> Statement:
        return msgspec.structs.replace(
            said,
            times=tuple(map(later, said.times)),
            asides=tuple(map(later, said.asides)),
            event_date=later(said.event_date) if said.event_date else None,
            resolved=tuple(map(named, said.resolved)),
        )

    def named(one: Resolved) -> Resolved:
        day = moved.get(one.start) if one.kind == "date" else None
        return one if day is None else msgspec.structs.replace(one, stands_for=f"{day + _DAY:%-d %B %Y}")

    def held(one: Occasion) -> Occasion:
        day = one.day
        counted = any(one.sentence.start <= start < one.sentence.end and at == day for start, at in moved.items())
        return msgspec.structs.replace(one, day=day + _DAY) if day is not None and counted else one

    return msgspec.structs.replace(
        reading,
        times=tuple(map(later, reading.times)),
        statements=tuple(map(told, reading.statements)),
        occasions=tuple(map(held, reading.occasions)),
        pledges=tuple(
            msgspec.structs.replace(
                one,
                due=later(one.due) if one.due else None,
                starts=later(one.starts) if one.starts else None,
                day=later(one.day) if one.day else None,
            )
            for one in reading.pledges
        ),
        breaches=tuple(
            msgspec.structs.replace(one, day=later(one.day)) if one.day else one for one in reading.breaches
        ),
    )


def _shifted(when: _Dated) -> _Dated:
    if isinstance(when, When):
        return msgspec.structs.replace(when, first=when.first + _DAY, last=when.last + _DAY)
    start, end = when.start, when.end
    return msgspec.structs.replace(when, start=start and start + _DAY, end=end and end + _DAY)
