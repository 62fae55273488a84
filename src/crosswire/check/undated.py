"""The days of a report that bears no date: "12 May" is of its sources' year, "on Tuesday" of no known week."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Article, Reading, Time

_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


def dated_like(report: Article, sources: Sequence[Article]) -> Article:
    """Return a report with the date of its latest source where it has none of its own."""
    days = [one.published for one in sources if one.published]
    if report.published or not days:
        return report
    return msgspec.structs.replace(report, published=max(days))


def without_guesses(reading: Reading, report: Article) -> Reading:
    """Return the reading of a report that was given a date with only those of its days that name their month."""
    times = tuple(one if _is_told(one, report.text) else _unknown(one) for one in reading.times)
    return msgspec.structs.replace(reading, times=times)


def _is_told(time: Time, text: str) -> bool:
    return time.explicit or (time.precision in ("day", "month") and _MONTH.search(time.span.of(text)) is not None)


def _unknown(time: Time) -> Time:
    return msgspec.structs.replace(time, start=None, end=None)
