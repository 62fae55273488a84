"""Quarters of a year, as business and trade news tells them: "the third quarter", "last year's first quarter", "Q3"."""

import re
from collections.abc import Iterator

from crosswire.model import Span, Time
from crosswire.text.periods import Days, period, shift_months
from crosswire.text.tense import direction
from crosswire.text.time_scan import Scan
from crosswire.text.times import MONTHS, month_span

_YEAR = r"(?:1[89]|20)\d\d"
_QUARTER = re.compile(
    rf"(?<![\w-])(?:the )?(?:(?P<year>{_YEAR}) |(?P<near>last|this|next) year['’]s )?"
    r"(?P<back>(?:comparable )?year-(?:ago|earlier) )?"
    r"(?:(?P<number>first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]|(?P<latest>latest|current) )?"
    rf"(?P<unit>quarter|period)(?![\w-])(?: of (?:(?P<of_year>{_YEAR})|(?P<of_near>last|this|next) year)\b)?"
    rf"|(?<![\w-])q(?P<short>[1-4])(?:,? (?:of )?(?P<short_year>{_YEAR}))?\b"
    r"|\b(?P<ago>a year (?:ago|earlier)|year-(?:ago|earlier))\b"
)
_ENDED = re.compile(
    rf" end(?:ed|ing) (?:on )?(?:\d\d? )?(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
)
_NUMBERS = {"final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_STEPS = {"last": -1, "this": 0, "next": 1}
# "A year earlier" this near after a quarter is that quarter of the year before: 20 of 33 on TempEval-3 (TBAQ, the four
# fifths tuned on).
_NEAR = 400
_FRESH = 92
# Few articles hold one, and looking for these is cheap.
_SIGNS = (" quarter", "-quarter", "\nquarter", " q1", " q2", " q3", " q4")
# "The last two months of 2031", "the first half-dozen weeks": months alone are counted off a year.
_MONTHS_OF = re.compile(
    rf"\bthe (?P<end>first|last|final|opening|closing) (?P<count>two|three|four|five|six|seven|eight|nine|ten) "
    rf"(?P<unit>months) of (?P<year>{_YEAR})\b"
)
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Years whose neighbours are in the calendar that papers use.
_FIRST, _LAST = 1801, 2099


def find_quarters(scan: Scan) -> Iterator[Time]:
    """
    Yield quarters, and what points back to one: "the quarter", "the year-earlier period", "a year ago".

    A quarter without a year is the last that has begun, or the next where the clause looks ahead. It is the calendar's,
    unless the month that it ended in is told; a company's "fiscal first quarter" is left alone.
    """
    if scan.published is None or not _FIRST < scan.published.year < _LAST:
        return
    if not any(sign in scan.folded for sign in _SIGNS):
        return
    told: Days | None = None
    since = 0
    for match in scan.matches(_QUARTER, "unit"):
        days = _before(told) if match["ago"] and told and match.start() - since < _NEAR else _days(scan, match, told)
        if days is None:
            continue
        year = match["year"] or match["of_year"] or match["short_year"]
        since = since if match["ago"] else match.end()
        looks_back = match["ago"] or match["back"] or year
        if not looks_back and days[0] <= scan.published and (told is None or days[1] < scan.published):
            told = days  # what later words point back to: no look back itself, and no outlook
        yield Time(Span(*match.span()), "date", *days, "season", bool(year))


def find_months_of_years(scan: Scan) -> Iterator[Time]:
    """Yield so many months at either end of a year: "the last two months of 2031"."""
    for match in scan.matches(_MONTHS_OF, "unit") if " months of " in scan.folded else ():
        count = _COUNTS.index(match["count"]) + 2
        first = 1 if match["end"] in ("first", "opening") else 13 - count
        yield Time(Span(*match.span()), "date", *month_span(int(match["year"]), first, count), "season", True)


def _days(scan: Scan, match: re.Match[str], told: Days | None) -> Days | None:
    assert scan.published is not None
    number = int(match["short"]) if match["short"] else _NUMBERS.get(match["number"] or "")
    if match["short"] and scan.text[match.start()].islower():
        return None
    if match["ago"] or (match["unit"] == "period" and (number or told is None)) or _is_fiscal(scan, match):
        return None
    year = match["year"] or match["of_year"] or match["short_year"]
    near = match["near"] or match["of_near"]
    which = int(year) if year else scan.published.year + _STEPS[near] if near else None
    days: Days | None
    ended = _ENDED.match(scan.folded, match.end()) if match["unit"] == "quarter" and match[0] != "quarter" else None
    if ended:
        days = _ended(scan, MONTHS[ended["month"]])
    elif number:
        days = month_span(which, 3 * number - 2, 3) if which else _numbered(scan, match, number)
    elif match["latest"] == "current":
        days = period(scan.published, "quarter") if match["unit"] == "quarter" else None
    elif which:
        days = month_span(which, told[0].month, 3) if told else None
    elif match["latest"] or match["back"]:
        days = told or period(scan.published, "quarter", -1)
    else:
        days = told if match[0] == "the quarter" and not scan.folded.startswith(" of ", match.end()) else None
    return _before(days) if days and match["back"] else days


def _is_fiscal(scan: Scan, match: re.Match[str]) -> bool:
    start = match.start()
    return scan.folded[max(0, start - 7) : start] in ("fiscal ", "fiscal-") or scan.text[match.end() - 1].isupper()


def _numbered(scan: Scan, match: re.Match[str], number: int) -> Days:
    assert scan.published is not None
    start, end = match.span()
    # Bounds of our own, not the sentences asked for: it must come out the same when `verify` reads one paragraph.
    first = max(scan.folded.rfind(mark, max(0, start - 90), start) for mark in ("\n", ". ")) + 1
    ahead = direction(scan.text, start, end, first, min(len(scan.text), end + 90)) == "future"
    spans = [month_span(scan.published.year + step, 3 * number - 2, 3) for step in (-1, 0, 1)]
    begun = max(span for span in spans if span[0] <= scan.published)
    # "Expects to report third-quarter growth" in October: a quarter just over is the one reported.
    if ahead and (scan.published - begun[1]).days > _FRESH:
        return next(span for span in spans if span[1] >= scan.published)
    return begun


def _ended(scan: Scan, month: int) -> Days:
    """Return the three months up to the last `month` that has begun."""
    assert scan.published is not None
    year = scan.published.year - (month > scan.published.month)
    return month_span(year, month - 2, 3)


def _before(days: Days) -> Days | None:
    """Return the same months of the year before."""
    first = shift_months(days[0], -12)
    return month_span(first.year, first.month, 3) if first else None
