"""Calendar words of English, and dates from short metadata strings."""

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        str.split(
            "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
            "october/oct november/nov december/dec"
        ),
        start=1,
    )
    for name in names.split("/")
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        str.split(
            "monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun"
        )
    )
    for name in names.split("/")
}
# First month of each season; winter runs into the next year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(?<!\d)(\d{4})([-/.]?)(\d{2})\2(\d{2})(?![\d.])|(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ \-/.]{{0,2}}({_MONTH})\b[.,]?[ \-/]{{0,2}}"
    r"(\d{4}|'?\d\d(?![\d:]))",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b({_MONTH})\.?[ \-/]{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?\b,?[ \-/]{{1,2}}(\d{{4}}|'?\d\d(?![\d:]))", re.IGNORECASE
)
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./\-])(\d{1,2})\2(\d{4}|\d\d)(?![\d])")
# A month's name in any script, and a year beside it.
_NAMED_MONTH = re.compile(r"[^\W\d_]{3}.{0,40}\d{4}|\d{4}.{0,40}[^\W\d_]{3}|\d{4}[年년]")
_GROUPS = re.compile(r"\d+")
# Metadata is short; dateparser's time grows with the square of a string's length.
_LONGEST = 64


def parse_date(string: str) -> dt.date | None:
    """
    Return the day a short metadata string names, None when it names none or is longer than 63 characters.

    Day first between dots and hyphens, month first between slashes unless the first number exceeds 12.

    >>> [str(parse_date(s)) for s in ("Monday, June 2, 2025 10:15 AM EDT", "Published: 2.06.2025", "10/16/25")]
    ['2025-06-02', '2025-06-02', '2025-10-16']
    """
    string = " ".join(string[: _LONGEST + 1].split())
    if not string or len(string) >= _LONGEST or not any(character.isdigit() for character in string):
        return None
    if match := _ISO.search(string):
        year, month, day = (match[1], match[3], match[4]) if match[1] else (match[5], match[6], match[7])
        found = plausible(int(year), int(month), int(day))
        if found:
            return found
    if match := _DAY_MONTH.search(string):
        return plausible(full_year(match[3]), MONTHS[match[2].lower()], int(match[1]))
    if match := _MONTH_DAY.search(string):
        return plausible(full_year(match[3]), MONTHS[match[1].lower()], int(match[2]))
    if match := _NUMERIC.search(string):
        return numeric_date(int(match[1]), int(match[3]), full_year(match[4]), match[2])
    whole = _NAMED_MONTH.search(string) and len(_GROUPS.findall(string)) > 1
    return _last_resort(string) if whole else None


def numeric_date(first: int, second: int, year: int, mark: str, near: dt.date | None = None) -> dt.date | None:
    """
    Return the day of "2.06.2025" or "10/16/25".

    Dots and hyphens stand between day and month in this order. Slashes are read month first, day first when only
    that gives a date; when both do, the one nearer to `near` (the article's date) is taken.

    >>> numeric_date(2, 6, 2025, ".").isoformat(), numeric_date(5, 6, 2025, "/", dt.date(2025, 6, 7)).isoformat()
    ('2025-06-02', '2025-06-05')
    """
    day_first, month_first = plausible(year, second, first), plausible(year, first, second)
    if mark != "/":
        return day_first or month_first
    if near is not None and day_first and month_first:
        return min(month_first, day_first, key=lambda day: abs((day - near).days))
    return month_first or day_first


def full_year(digits: str) -> int:
    """Return the year of four or two digits; two digits are 1970 to 2069."""
    value = int(digits.strip("'’"))
    return value if value >= 100 else value + (2000 if value < 70 else 1900)


def plausible(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None when the calendar has no such day or no newspaper such a year (1800 to 2100)."""
    if not 1800 <= year <= 2100:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, month: int, months: int = 1) -> tuple[dt.date, dt.date]:
    """
    Return the first and last day of `months` months from `month` of `year`; month 0 is December before.

    >>> [day.isoformat() for day in month_span(2024, 12, 3)]
    ['2024-12-01', '2025-02-28']
    """
    index = year * 12 + month - 1
    first, after = divmod(index, 12), divmod(index + months, 12)
    return dt.date(first[0], first[1] + 1, 1), dt.date(after[0], after[1] + 1, 1) - dt.timedelta(days=1)


def _last_resort(string: str) -> dt.date | None:
    """Read a date in another language; only complete absolute dates, so that no clock has a say."""
    import dateparser  # heavy: half a second, and few pages need it

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    try:
        found = dateparser.parse(string, settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return None
    return plausible(found.year, found.month, found.day) if found else None
