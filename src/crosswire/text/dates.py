"""Dates with a day, month, season or year of the calendar in them: "2 June 2025", "mid-May", "late 2024"."""

import datetime as dt
import re
from collections.abc import Iterator

from crosswire.model import Span, Time
from crosswire.model.reading import Precision
from crosswire.text.periods import Days, day_of_month, half_of, nearest, part_of, season
from crosswire.text.time_scan import Scan
from crosswire.text.times import MONTHS, WEEKDAYS, full_year, month_span, numeric_date, plausible

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?),? (?:the )?"
_ORDINAL = "(?:st|nd|rd|th)?"
_TO = "(?:-|–| to | and | or )"
# "22 July that year" is of the year told before, not of the article's.
_NOT_THAT = r"(?!(?: \d{1,2},?)? (?:of )?that (?:same )?year\b)"
_DAY_MONTH = re.compile(
    rf"(?<![\w$€£#/.,:\-–])(?:{_WEEKDAY})?(?:the )?(?P<day>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<to>\d{{1,2}}){_ORDINAL})?"
    rf"(?: of)?[ -](?P<month>{MONTH})\b\.?{_NOT_THAT}(?:,? (?P<year>{YEAR})\b)?"
)
_MONTH_DAY = re.compile(
    rf"\b(?:{_WEEKDAY})?(?P<month>{MONTH})\.? (?:the )?(?P<day>\d{{1,2}}){_ORDINAL}"
    rf"(?:{_TO}(?P<to>\d{{1,2}}){_ORDINAL}(?! ?{MONTH}))?(?![\w%]|[,.:]\d){_NOT_THAT}(?:,? (?P<year>{YEAR})\b)?"
)
_NUMERIC = re.compile(
    rf"(?<![\w$€£#/.,:\-])(?:(?P<iso>{YEAR}-\d\d-\d\d)|(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)"
    rf"(?P<last>{YEAR}|\d\d))(?![\w/]|[.,:\-]\d)"
)
_ANY_NUMERIC = re.compile(r"\d[./]\d\d?[./]\d|\d-\d\d-\d")  # rare, and cheap to rule out
_SHARP = (
    r"(?P<sharp>early|mid|late|(?:the )?(?:start|beginning|middle|end) of|the (?:first|second) half of)[ -](?:the )?"
)
_LAST = r"(?P<last>last|next|this(?: past| coming)?|past|coming) "
_MONTH_ONLY = re.compile(
    rf"\b(?:{_SHARP})?(?:{_LAST})?(?P<month>{MONTH})\b\.?{_NOT_THAT}(?:,? (?:of )?(?P<year>{YEAR})\b"
    r"|,? (?:of )?(?P<near>last|this|next) year\b)?"
)
_SEASON = re.compile(
    rf"\b(?:{_SHARP})?(?:(?P<last>last|next|this(?: past| coming)?|past|coming|the) )?"
    rf"(?P<season>spring|summer|autumn|fall|winter)\b(?:(?: of)? (?P<year>{YEAR})\b)?"
)
_YEARS = re.compile(
    rf"(?<![\w$€£#/.,:\-–])(?:{_SHARP})?(?P<year>{YEAR})(?:(?P<to>-|–)(?P<second>{YEAR}|\d\d))?(?P<decade>['’]?s)?"
    r"(?![\w%°/]|[,.:]\d|[-–]\d)"
)
_SHARPNESS = {"early": "early", "start": "early", "beginning": "early", "first": "early", "mid": "mid", "middle": "mid",
              "late": "late", "end": "late", "second": "late"}  # fmt: skip
_CENTURY = re.compile(
    r"(?<![\w-])(?:(?P<digits>1\d|2[01])(?:st|th)|(?P<word>twentieth|nineteenth|eighteenth|twenty-first))[ -]century\b"
)
_YEAR_END = re.compile(r"\b(?:the )?(?:year[- ]end|year['’]s end)\b(?!-)")
# A day only after a preposition: "a New Year's Eve programme" and "the Thanksgiving address" name none.
_HOLIDAY = re.compile(
    r"\b(?:on|by|since|until|before|after|around|last|this|next) "
    r"(?P<name>new year['’]s (?:day|eve)|christmas (?:day|eve)|thanksgiving(?: day)?)\b"
    rf"(?:,? (?:of |in )?(?P<year>{YEAR})\b)?(?! (?!(?:and|or|as|at|in|on|to|by|but|with|when|that|after|before)\b)\w)"
)
_HOLIDAYS = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24)}
_YEAR_ENDS = ("year-end", "year end", "year's end", "year\u2019s end")
_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
# Months that are also verbs, names or adjectives stand for a month only after one of these.
_WORDS_TOO = frozenset(str.split("may march mar june april august jan sep dec oct jun jul apr feb aug nov sept"))
_MONTH_BEFORE = re.compile(
    r"\b(?:(?:in|by|since|until|till|from|to|of|for|during|through|before|after|around|between|and|or|the|his|her|"
    rf"their|its|a|late|early|mid|back|as)[ -]|{MONTH}, )$"
)
# A bare month further off than this follows the verb: "bought it in February", written in October.
_NEAR_MONTH = 62
_MORE = re.compile(r" ?(?:percent|per cent|people|soldiers|troops|feet|miles|kilomet|km\b|meters|metres|dollars|euros)")


_GOODS = re.compile(r"(?: [a-z]{2,15}){0,3} (?:futures|contracts?|delivery|options)\b")
# "Three rounds this year, on March 16 and July 2": the days are of that year.
_OF_YEAR = re.compile(
    rf"\b(?P<which>this|last) year,? (?:most recently |first |including )?(?:on )?"
    rf"(?:(?:{MONTH}\.? \d{{1,2}}|\d{{1,2}} {MONTH})(?:, and|,| and) (?:on )?){{0,6}}$"
)
# "Friday, 18 March", "after Friday prayers on 18 March": the weekday tells the year.
_WEEKDAY_AT = re.compile(
    r"\b(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:(?: [a-z]{2,12})? on (?:the )?|,? (?:the )?)$"
)
# Years back in which a day without a year may lie.
_YEARS_BACK = 4


def find_days(scan: Scan) -> Iterator[Time]:
    """Yield the days named by number and month, with or without a year."""
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for match in scan.matches(pattern, "month"):
            if scan.text[match.start("month")].islower():
                continue
            days = _days(scan, match)
            if days:
                yield Time(Span(*_trimmed(scan, match)), "date", *days, "day", bool(match["year"]))
    if not _ANY_NUMERIC.search(scan.folded):
        return
    for match in _NUMERIC.finditer(scan.folded):
        if match["iso"]:
            day = plausible(*(int(part) for part in match["iso"].split("-")))
        else:
            year = full_year(match["last"])
            day = numeric_date(int(match["first"]), int(match["second"]), year, match["mark"], scan.published)
        if day:
            yield Time(Span(*match.span()), "date", day, day, "day", True)


def find_months(scan: Scan) -> Iterator[Time]:
    """Yield months and parts of them: "in June", "mid-May", "March 2024", "last August"."""
    for match in scan.matches(_MONTH_ONLY, "month"):
        start, end = _trimmed(scan, match)
        head = match["month"]
        if scan.text[match.start("month")].islower() or (len(head) < 4 and head != "may" and not match["year"]):
            continue
        if _GOODS.match(scan.folded, end) and not match["last"]:
            continue  # "November wheat futures", "oil for January delivery": what is traded, and not when
        modified = match["sharp"] or match["last"] or match["year"] or match["near"]
        if head in _WORDS_TOO and not modified and not _MONTH_BEFORE.search(scan.folded, max(0, start - 12), start):
            continue
        day = _first_of_month(scan, match, start, end)
        if day:
            yield _sharpened(scan, match, (start, end), month_span(day.year, day.month), "month")


def find_seasons(scan: Scan) -> Iterator[Time]:
    """Yield seasons: "spring 2024", "last summer", "this autumn"."""
    for match in scan.matches(_SEASON, "season"):
        start, end = _trimmed(scan, match)
        if not (match["year"] or match["last"] or match["sharp"]):
            continue
        if match["season"] == "fall" and match["last"] == "the" and not match["year"]:
            continue  # "the fall of the government"
        if match["year"]:
            days: Days | None = season(match["season"], int(match["year"]))
        elif scan.published is None:
            continue
        else:
            days = _season_near(scan, match, start, end)
        if days:
            yield _sharpened(scan, match, (start, end), days, "season")


def find_years(scan: Scan) -> Iterator[Time]:
    """Yield years, spans of years and decades: "since 2019", "late 2024", "2024-25", "the 1990s"."""
    for match in scan.matches(_YEARS, "year"):
        year = int(match["year"])
        if _MORE.match(scan.folded, match.end()):
            continue
        span = (match.start(), match.end())
        if match["decade"]:
            if year % 10 == 0 and not match["second"]:
                yield _sharpened(scan, match, span, month_span(year, 1, 120), "years")
        elif match["second"]:
            last = int(match["second"]) if len(match["second"]) == 4 else year // 100 * 100 + int(match["second"])
            if year < last <= year + 100:
                yield Time(Span(*span), "date", dt.date(year, 1, 1), dt.date(last, 12, 31), "years", True)
        else:
            yield _sharpened(scan, match, span, month_span(year, 1, 12), "year")


def find_holidays(scan: Scan) -> Iterator[Time]:
    """Yield the holidays that have one day for everyone who names them so: "New Year's Eve", "Thanksgiving"."""
    for match in scan.matches(_HOLIDAY, "holiday"):
        years = [int(match["year"])] if match["year"] else []
        if scan.published is not None and not years and 1801 < scan.published.year < 2099:
            years = [scan.published.year + step for step in (-1, 0, 1)]
        days = [_holiday(match["name"].replace("’", "'"), year) for year in years]
        if days and scan.text[match.start("name")].isupper():
            way = scan.direction(*match.span())
            day = nearest(scan.published, days, way) if scan.published and not match["year"] else days[0]
            if day:
                yield Time(Span(match.start("name"), match.end()), "date", day, day, "day", bool(match["year"]))


def _holiday(name: str, year: int) -> dt.date:
    if name in _HOLIDAYS:
        return dt.date(year, *_HOLIDAYS[name])
    first = dt.date(year, 11, 1)
    return first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21)


def find_centuries(scan: Scan) -> Iterator[Time]:
    """Yield "the 19th century", and "year-end", the last month of the year."""
    for match in scan.matches(_CENTURY, "unit") if "century" in scan.folded else ():
        number = int(match["digits"] or _CENTURIES[match["word"]])
        yield Time(Span(*match.span()), "date", *month_span(100 * number - 100, 1, 1200), "years", True)
    if scan.published is not None and scan.published.year > 1801 and any(sign in scan.folded for sign in _YEAR_ENDS):
        for match in scan.matches(_YEAR_END, "unit"):
            ends = [month_span(scan.published.year + step, 12) for step in (-1, 0)]
            past = scan.direction(*match.span()) == "past" and scan.published.month < 7
            yield Time(Span(*match.span()), "date", *ends[0 if past else 1], "month")


def _days(scan: Scan, match: re.Match[str]) -> Days | None:
    month, number = MONTHS[match["month"]], int(match["day"])
    if match["year"]:
        first = plausible(int(match["year"]), month, number)
    elif scan.published and (told := _OF_YEAR.search(scan.folded, max(0, match.start() - 120), match.start())):
        first = plausible(scan.published.year - (told["which"] == "last"), month, number)
    elif scan.published:
        first = day_of_month(scan.published, month, number, scan.direction(*match.span()))
        first = _on_weekday(scan, match, first) if first else None
    else:
        return None
    if first is None:
        return None
    last = plausible(first.year, month, int(match["to"])) if match["to"] else first
    return (first, last) if last is not None and first <= last else None


def _on_weekday(scan: Scan, match: re.Match[str], day: dt.date) -> dt.date:
    """Return a day in the nearest year in which it falls on the weekday told before it; itself where none does."""
    number = match.start("day")
    named = _WEEKDAY_AT.search(scan.folded, max(0, number - 40), number) or _WEEKDAY_AT.search(
        scan.folded, max(0, match.start() - 40), match.start()
    )
    if named is None or day.weekday() == WEEKDAYS[named["day"]]:
        return day
    years = (plausible(day.year - back, day.month, day.day) for back in (-1, *range(1, _YEARS_BACK + 1)))
    fitting = [one for one in years if one is not None and one.weekday() == WEEKDAYS[named["day"]]]
    return min(fitting, key=lambda one: (abs(one.year - day.year), one > day), default=day)


def _first_of_month(scan: Scan, match: re.Match[str], start: int, end: int) -> dt.date | None:
    month, day = MONTHS[match["month"]], scan.published
    if match["year"]:
        return plausible(int(match["year"]), month, 1)
    if day is None:
        return None
    firsts = [dt.date(year, month, 1) for year in (day.year - 1, day.year, day.year + 1)]
    anchor = day.replace(day=1)
    if match["near"]:
        return plausible(day.year + {"last": -1, "this": 0, "next": 1}[match["near"]], month, 1)
    word = (match["last"] or "").split(" ")[0]
    if word in ("last", "past"):
        return nearest(day, [first for first in firsts if first < anchor], None)
    if word in ("next", "coming"):
        return nearest(day, [first for first in firsts if first > anchor], None)
    return nearest(anchor, firsts, scan.direction(start, end), near=_NEAR_MONTH)


def _season_near(scan: Scan, match: re.Match[str], start: int, end: int) -> Days | None:
    assert scan.published is not None
    day = scan.published
    spans = [season(match["season"], day.year + step) for step in (-2, -1, 0, 1)]
    word = (match["last"] or "").split(" ")[0]
    if word in ("last", "past"):
        return max((span for span in spans if span[1] < day), default=None)
    if word in ("next", "coming"):
        return min((span for span in spans if span[0] > day), default=None)
    way = scan.direction(start, end)
    fitting = [span for span in spans if (span[1] >= day if way == "future" else span[0] <= day)]
    if way is None:
        return min(spans, key=lambda span: min(abs((edge - day).days) for edge in span))
    return min(fitting, default=None) if way == "future" else max(fitting, default=None)


def _sharpened(scan: Scan, match: re.Match[str], span: tuple[int, int], days: Days, precision: Precision) -> Time:
    """Narrow "mid-May" to the middle of May; a part of a month is about a week, of a year about a season."""
    explicit = bool(match["year"])
    if match["sharp"]:
        words = match["sharp"].removeprefix("the ").split(" ")
        days = half_of(days, words[0]) if "half" in words else part_of(days, _SHARPNESS[words[0]])
        finer: dict[Precision, Precision] = {"month": "week", "season": "month", "year": "season", "years": "years"}
        precision = finer.get(precision, precision)
    return Time(Span(*span), "date", *days, precision, explicit)


def _trimmed(scan: Scan, match: re.Match[str]) -> tuple[int, int]:
    """Leave out a full stop that ends the sentence rather than an abbreviation."""
    start, end = match.span()
    if (
        scan.text[end - 1] == "."
        and match.lastgroup
        and (len(match["month"]) > 4 or match["month"] in ("may", "june", "july"))
    ):
        end -= 1
    return start, end
