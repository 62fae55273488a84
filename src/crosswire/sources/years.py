"""
The year of a report that is stamped with a day and a month only, as agencies do ("12 NOV, 06:00").

The reports it came with tell: the day is taken in the year that lies nearest to the middle one of their dates, and the
list of sources says so. A report without dated company stays undated.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from crosswire.model import Article, Skipped
from crosswire.sources.file_names import spaced_name
from crosswire.text.datelines import dateline_end
from crosswire.text.dates import MONTH
from crosswire.text.times import MONTHS, WEEKDAYS

_DAY = re.compile(
    rf"\b(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month>{MONTH})"
    rf"|(?P<name>{MONTH})\.? (?P<last>\d{{1,2}})(?:st|nd|rd|th)?)\b(?![\d:])",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"\s*[|·•\n]\s*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b", re.IGNORECASE)
# A stamp is short; a day further into a line is one that the line tells of.
_LONGEST, _HEAD = 60, 200
_MONTHS = 12
# Reports of one matter lie within some months of each other.
_FAR = dt.timedelta(days=200)


def with_years(items: Iterable[Article | Skipped], near: Sequence[dt.date] = ()) -> Iterator[Article | Skipped]:
    """
    Yield what is dated or cannot be dated as it comes, and last the reports whose year their company tells.

    `near` are dates of reports that the others join.
    """
    waiting: list[tuple[Article, tuple[int, int], int | None]] = []
    slashed: list[Article] = []
    dates = list(near)
    for item in items:
        if isinstance(item, Article) and _turn(item) is not None:
            slashed.append(item)
            continue
        stamp = _stamp(item) if isinstance(item, Article) and item.published is None else None
        if isinstance(item, Article) and stamp:
            waiting.append((item, *stamp))
            continue
        if isinstance(item, Article) and item.published:
            dates.append(item.published)
        yield item
    middle = sorted(dates)[len(dates) // 2] if dates else None
    for article in slashed:
        yield _turned(article, middle) if middle else article
    for article, stamp_day, weekday in waiting:
        found = nearest(stamp_day, weekday, middle) if middle else None
        yield replace(article, published=found, year_inferred=True) if found else article


def _turned(article: Article, middle: dt.date) -> Article:
    """Return a report dated "09/10/2031" with the day and month that lie nearer to the other reports'."""
    other = _turn(article)
    if other is None or article.published is None or abs(other - middle) >= abs(article.published - middle):
        return article
    return replace(article, published=other)


def _turn(article: Article) -> dt.date | None:
    """Return the other day that a report's own date between slashes may mean, None where it has only one reading."""
    day = article.published
    if day is None or day.day > _MONTHS or day.day == day.month:
        return None
    written = re.compile(rf"(?<![\d/])0?{day.month}/0?{day.day}/{day.year}(?![\d/])")
    stamps = (
        article.text[one.start : one.end] for one in article.regions if one.role in ("date", "byline", "navigation")
    )
    return dt.date(day.year, day.day, day.month) if any(written.search(stamp[:200]) for stamp in stamps) else None


def nearest(stamp: tuple[int, int], weekday: int | None, middle: dt.date) -> dt.date | None:
    """
    Return the day of a month and day nearest to `middle`, None where none falls on the weekday (0 for Monday) it names.

    >>> nearest((12, 30), None, dt.date(2031, 1, 4))
    datetime.date(2030, 12, 30)
    """
    found = []
    for year in (middle.year - 1, middle.year, middle.year + 1):
        try:
            found.append(dt.date(year, *stamp))
        except ValueError:  # 29 February
            continue
    found = [day for day in found if abs(day - middle) <= _FAR and (weekday is None or day.weekday() == weekday)]
    return min(found, key=lambda day: (abs(day - middle), day), default=None)


def _stamp(article: Article) -> tuple[tuple[int, int], int | None] | None:
    """Return month and day, and the weekday if named, that a report is stamped or datelined with."""
    text = article.text
    lines = [text[one.start : one.end] for one in article.regions if one.role == "date"]
    lines += [
        part for one in article.regions if one.role == "byline" for part in _JOINTS.split(text[one.start : one.end])
    ]
    body = article.spans("body")[:1]
    lines += [text[one.start : dateline_end(text, one.start, min(one.end, one.start + _HEAD))] for one in body]
    for line in (*lines, spaced_name(article.location)):
        match = _DAY.search(line) if len(line) <= _LONGEST and not _YEAR.search(line) else None
        if match is None:
            continue
        month, day = MONTHS[(match["month"] or match["name"]).lower()], int(match["first"] or match["last"])
        named = _WEEKDAY.search(line)
        if 1 <= day <= 31:
            return (month, day), WEEKDAYS[named[1].lower()] if named else None
    return None
