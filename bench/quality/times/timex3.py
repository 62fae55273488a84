"""Crosswire's times as TIMEX3 values: days, months, quarters, seasons and lengths in TimeML's spelling."""

import datetime as dt
import re

from crosswire.model import Time
from crosswire.text.numbers import words_value

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b")
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI"}
_PART = re.compile(r"\b(?:morning|afternoon|evening|night|tonight)\b")
# Longest first where one word holds another.
_UNITS = (
    ("centur", 36524, "PCE"), ("decade", 3652, "PDE"), ("year", 365, "PY"), ("quarter", 91, "PQ"), ("month", 30, "PM"),
    ("week", 7, "PW"), ("hour", 0, "PTH"), ("minute", 0, "PTM"), ("second", 0, "PTS"), ("", 1, "PD"),
)  # fmt: skip
_DIGITS = re.compile(r"(?<!/)\b\d+\b(?!/)")
_HALF = re.compile("1/2|½|and a half")
_ARTICLE = re.compile(r"\ban?\b")
_VAGUE = re.compile(r"\b(?:several|few|many|dozens)\b")
_RATE = re.compile(r"\b(?:each|every)\b|^the (?:fiscal )?year$")


def value_of(time: Time, words: str) -> str:
    """
    Return a time's TIMEX3 value; `words` are the text's own, for what a `Time` keeps only as words.

    Those are hours and minutes, the part of a day, and whether a count is vague ("several years" is PXY). "Late May" is
    the month: TIMEX3 keeps "late" in another attribute.

    >>> from crosswire.model import Span
    >>> value_of(Time(Span(0, 1), "date", dt.date(2025, 4, 1), dt.date(2025, 6, 30), "season"), "the second quarter")
    '2025-Q2'
    """
    words = words.lower()
    if time.kind == "duration" or time.days is not None or time.start is None or time.end is None:
        return _length(time, words)
    if time.start == time.end and time.precision == "years":
        return "PRESENT_REF"
    first, last, precision = time.start, time.end, time.precision
    if first == last and precision in ("day", "minute"):
        part = _PART.search(words)
        return first.isoformat() + (_PARTS[part[0]] if part else "")
    middle = first + (last - first) // 2
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if precision == "day":
        return f"{first:%G-W%V}-WE" if (last - first).days == 1 and first.weekday() == 5 else first.isoformat()
    if precision == "week":
        return f"{middle:%G-W%V}" if "week" in words else f"{first:%Y-%m}"
    if precision == "month":
        return f"{first:%Y-%m}"
    if precision == "season":
        return _quarter_or_season(first, months, words)
    return (
        f"{middle.year}" if precision == "year" else f"{first.year // 10}" if months <= 120 else f"{first.year // 100}"
    )


def _quarter_or_season(first: dt.date, months: int, words: str) -> str:
    if months == 3 and _SEASON.search(words):
        return f"{first.year}-{_SEASONS[first.month]}"
    quarter = months == 3 and first.month % 3 == 1 and re.search(r"quarter|period|q\d|year[- ]", words)
    return f"{first.year}-Q{first.month // 3 + 1}" if quarter else f"{first.year}"


def _length(time: Time, words: str) -> str:
    _, length, unit = next(row for row in _UNITS if row[0] in words)
    point, letter = unit.rstrip("CDEYQMWHS"), unit.lstrip("PT")
    if _VAGUE.search(words) or (time.days is None and length):
        return f"{point}X{letter}"
    count = _count(words)
    if count is None and not _RATE.search(words):
        return f"{point}X{letter}"
    number = (time.days or 0) / length if length else count or 1.0
    return f"{point}{number:.2f}".rstrip("0").rstrip(".") + letter


def _count(words: str) -> float | None:
    """Return the number told in words or digits, for lengths under a day; None when nobody counted."""
    digits = _DIGITS.findall(words)
    if digits:
        return float(digits[-1]) + (0.5 if _HALF.search(words) else 0.0)
    return words_value(words.replace("-", " ")) or (1.0 if _ARTICLE.search(words) else None)
