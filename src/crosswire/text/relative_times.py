"""Times told from the article's day: "yesterday", "last week", "two days ago"; and durations."""

import datetime as dt
import re
from collections.abc import Iterator

from crosswire.model import Span, Time
from crosswire.model.reading import Precision
from crosswire.text.numbers import words_value
from crosswire.text.periods import DAY, UNIT_DAYS, Days, ago, part_of, period, shift
from crosswire.text.time_scan import Scan

_TODAY = re.compile(
    r"\b(?:the day before (?P<yesterday2>yesterday)|the day after (?P<tomorrow2>tomorrow)|"
    r"(?P<yesterday>yesterday|last night)"
    r"|(?P<tomorrow>tomorrow)|(?P<today>today|tonight|this (?:morning|afternoon|evening)))\b"
    r"(?: (?:morning|afternoon|evening|night)\b)?"
)
_PERIOD = re.compile(
    r"\b(?P<modifier>later this|earlier this|early this|late this|late last|early last|early next|late next|later next|"
    r"earlier last|last|next|this(?: past| coming)?|the (?:past|last|coming|previous)|"
    r"the end of (?:the|this|next|last)|"
    r"(?:over|at|during|for) the|for the rest of the|the (?:same|following|next|entire|whole)) "
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)\b(?! of\b)"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_COUNT = (
    r"(?:\d{1,3}(?:\.5| 1/2|½)?|"
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_ONES}))?|{_ONES}|"
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "a hundred|(?:a )?couple of|several|(?:a )?few|a dozen|an?)"
)
_UNIT = "(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|centur(?:y|ie))"
_WINDOW = re.compile(
    r"\b(?P<modifier>(?:the |these )?(?:last|past|previous|next|coming|recent)) "
    rf"(?:(?P<count>{_COUNT})(?: to (?P<more>{_COUNT}))?[ -])?{_UNIT}s\b(?! of \d)"
)
_COUNTED = re.compile(
    rf"(?<![\w$€£.,:/\-])(?P<count>{_COUNT})(?:(?:-| to | or )(?P<more>{_COUNT}))?(?P<half> and a half)?"
    rf"(?: more)?[ -]{_UNIT}"
    r"(?:s['’]?|['’]s)?\b(?![- ]olds?\b)"
    r"(?P<after> ago\b| from now\b| earlier\b| later\b| (?:before|after|prior to)\b)?"
)
_LENGTH = re.compile(r"\b(?:in|for|within|than|nearly|almost|about|barely|over|lasting|takes?|took|long as) $")
_PRESENT = re.compile(
    r"\b(?:right now|now(?! that\b)|nowadays|currently|at present|at the moment|at this (?:moment|time|point)|"
    r"these days)\b"
)
_COMPARED = re.compile(r"\b(?:from|than|compared (?:with|to)[^.;\n]{1,60})\s$")
_BUSINESS_YEAR = re.compile(r"\bthe (?:fiscal )?year(?= end(?:ed|ing) )")
_SUPERLATIVE = re.compile(
    r"\b(?:first|most|worst|best|largest|biggest|deadliest|highest|lowest|longest|only|least|\w{3,12}est)\b"
)
_FEW = {
    "several": 3.0,
    "a few": 3.0,
    "few": 3.0,
    "a couple of": 2.0,
    "couple of": 2.0,
    "a dozen": 12.0,
    "a": 1.0,
    "an": 1.0,
    "a hundred": 100.0,
}
_WEDNESDAY, _SATURDAY, _SUNDAY = 2, 5, 6
_VAGUE = frozenset({"several", "few", "a few", "couple of", "a couple of"})


def find_todays(scan: Scan) -> Iterator[Time]:
    """Yield "today", "yesterday", "tonight" and their like."""
    if scan.published is None:
        return
    steps = {"yesterday2": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "tomorrow2": 2}
    for match in scan.matches(_TODAY, "today"):
        if scan.text[match.end() : match.end() + 1] in ('"', "”") and scan.text[match.start() - 1] in '"“':
            continue  # a programme's or paper's name: "Today"
        day = shift(scan.published, steps[match.lastgroup or "today"])
        if day:
            yield Time(Span(*match.span()), "date", day, day, "day")


def find_periods(scan: Scan) -> Iterator[Time]:
    """Yield "last week", "later this month", "over the weekend"."""
    if scan.published is None:
        return
    for match in scan.matches(_PERIOD, "unit"):
        if scan.text[match.start("unit")].isupper() and scan.text[match.end() - 1].islower():
            continue  # a programme's or paper's name: "This Week"
        days = _period(scan, scan.published, match)
        if days:
            unit = match["unit"]
            precision: Precision = "day" if unit == "weekend" else "season" if unit == "quarter" else _precision(unit)
            yield Time(Span(*match.span()), "date", *days, precision)


def find_windows(scan: Scan) -> Iterator[Time]:
    """Yield stretches up to or from the article's day: "the past 24 hours", "the next two weeks"."""
    if scan.published is None:
        return
    for match in scan.matches(_WINDOW, "unit"):
        count = _count(match["more"] or match["count"] or "several")
        unit = _unit(match["unit"])
        ahead = match["modifier"].endswith(("next", "coming"))
        other = ago(scan.published, -count if ahead else count, unit)
        if other is None:
            continue
        days = (min(other, scan.published), max(other, scan.published))
        # "The past few days" has no first day that anybody named.
        vague = match["count"] is None or match["count"] in _VAGUE
        yield Time(Span(*match.span()), "date", *days, "years" if vague else _sharpness(unit), days=_whole(count, unit))


def find_business_years(scan: Scan) -> Iterator[Time]:
    """Yield the lengths of "the year ended March 31" and "the fiscal year ending in June"."""
    for match in scan.matches(_BUSINESS_YEAR, "unit") if "year end" in scan.folded else ():
        yield Time(Span(*match.span()), "duration", None, None, "year", days=365)


def find_present(scan: Scan) -> Iterator[Time]:
    """
    Yield "now" and "currently": the article's day, at a sharpness of years, so that it dates no event.

    "Now" tells that something holds, not that it happened.
    """
    if scan.published is not None:
        for match in scan.matches(_PRESENT, "present"):
            yield Time(Span(*match.span()), "date", scan.published, scan.published, "years")


def find_counted(scan: Scan) -> Iterator[Time]:
    """Yield "two days ago", "in three weeks" and durations ("for 30 days", "a 72-hour truce")."""
    for match in scan.matches(_COUNTED, "unit"):
        count, unit = _count(match["more"] or match["count"]) + (0.5 if match["half"] else 0.0), _unit(match["unit"])
        after = (match["after"] or "").strip()
        start, end = match.span()
        if unit == "quarter" and scan.folded.startswith(" of ", match.end()):
            continue  # a share: "three quarters of the votes"
        if match["count"] in ("a", "an") and not after and not _LENGTH.search(scan.folded, max(0, start - 9), start):
            continue  # "a day", "a year": no length anyone reports
        if match["after"] and after not in ("ago", "from now"):
            end = match.end() - len(match["after"]) if after in ("before", "after", "prior to") else end
        day = _anchored(scan, match, count, unit, after)
        if day is None:
            if unit not in ("second",):
                yield Time(Span(start, end), "duration", None, None, _precision(unit), days=_whole(count, unit))
        else:
            days, precision = day
            precision = "day" if precision == "minute" else precision
            yield Time(Span(start, end), "date", *days, precision)


def _period(scan: Scan, published: dt.date, match: re.Match[str]) -> Days | None:
    modifier, unit = match["modifier"], match["unit"]
    words = modifier.split(" ")
    if modifier == "for the":  # "planned for the weekend", and not "fled for the weekend"
        future = unit == "weekend" and scan.direction(*match.span()) == "future"
        return period(published, unit, 1 if published.weekday() >= _SATURDAY else 0) if future else None
    if modifier in ("the same", "the following", "the next", "the previous", "the entire", "the whole", "during the"):
        return None  # told from another event's day, not the article's
    if modifier in ("over the", "at the"):
        return _past_weekend(scan, published, match) if unit == "weekend" else None
    if modifier in ("the past", "the last", "the coming"):
        far = ago(published, 1 if words[1] != "coming" else -1, unit if unit != "weekend" else "week")
        return (min(far, published), max(far, published)) if far else None
    step = -1 if "last" in words or "past" in words else 1 if "next" in words or words[-1] == "coming" else 0
    if unit == "weekend" and (step == 0 or words == ["last"] or words[-1] == "past"):
        return _past_weekend(scan, published, match) if step <= 0 else period(published, unit, step)
    if words == ["last"] and unit == "week" and published.weekday() == _SUNDAY:
        return published - 6 * DAY, published - DAY  # a Sunday paper's is the week that is ending
    if words == ["last"] and unit == "week" and published.weekday() == _SATURDAY:
        return published - 12 * DAY, published - DAY  # which of the two it is depends on the morning it was written for
    days = period(published, unit, step)
    if days is None:
        return None
    if modifier.startswith("the end of"):
        return part_of(days, "late") if unit != "weekend" else days
    if words[0] == "later" and step == 0:
        return min(published, days[1]), days[1]
    if words[0] == "earlier" and step == 0:
        return days[0], max(published, days[0])
    if words[0] in ("early", "late") and unit != "weekend":
        return part_of(days, words[0])
    return (days[0], days[1])


def _past_weekend(scan: Scan, published: dt.date, match: re.Match[str]) -> Days | None:
    looks, this = scan.direction(*match.span()), match["modifier"] == "this"
    # From Wednesday on "this weekend" is to come, whatever was said of it: "wanted to use the summit this weekend".
    ahead = looks == "future" or (this and (looks != "past" or published.weekday() >= _WEDNESDAY))
    step = 0 if ahead or published.weekday() >= _SATURDAY else -1
    if match["modifier"] == "last" and published.weekday() >= _SATURDAY:
        step = -1
    return period(published, "weekend", step)


def _anchored(scan: Scan, match: re.Match[str], count: float, unit: str, after: str) -> tuple[Days, Precision] | None:
    """Return the days when the words count from the article's own day, None for a mere length."""
    published = scan.published
    if published is None or unit in ("second", "minute"):
        return None
    before = scan.folded[max(0, match.start() - 90) : match.start()]
    precision = _precision(unit)
    if after in ("ago", "from now"):
        day = ago(published, count if after == "ago" else -count, unit)
        return (_spread(day, unit), precision) if day else None
    if after == "earlier" and match["count"] == "a" and unit == "year" and _COMPARED.search(before):
        day = ago(published, count, unit)  # "up from a year earlier"
        return (_spread(day, unit), precision) if day else None
    if after or not before.endswith((" in ", "\nin ")) or match["more"]:
        return None
    sentence_start = before.rfind(". ") + 1
    if _SUPERLATIVE.search(before, sentence_start):
        day = ago(published, count, unit)  # "the first in three years": the last one was then
        return (_spread(day, unit), precision) if day else None
    if unit in ("hour",) or scan.direction(match.start() - 3, match.end()) != "future":
        return None
    day = ago(published, -count, unit)
    return (_spread(day, unit), precision) if day else None


def _spread(day: dt.date, unit: str) -> Days:
    """Widen a day to what its unit can tell: "three years ago" is a year, "two months ago" a month."""
    if unit in ("hour", "day"):
        return day, day
    if unit == "week":
        return day - 3 * DAY, day + 3 * DAY
    return period(day, {"month": "month", "quarter": "month"}.get(unit, "year")) or (day, day)


def _precision(unit: str) -> Precision:
    table: dict[str, Precision] = {
        "second": "minute",
        "minute": "minute",
        "hour": "minute",
        "day": "day",
        "week": "week",
    }
    return table.get(unit, "month" if unit in ("month", "quarter") else "year" if unit == "year" else "years")


def _sharpness(unit: str) -> Precision:
    """Return how sharp a resolved day is: hours reach into a day, no finer."""
    return "day" if unit in ("second", "minute", "hour") else _precision(unit)


def _count(words: str) -> float:
    if words in _FEW:
        return _FEW[words]
    if words[0].isdigit():
        return float(words.rstrip("½").removesuffix(" 1/2")) + (0.5 if words.endswith(("½", "1/2")) else 0.0)
    return words_value(words.replace("-", " "))


def _unit(words: str) -> str:
    return "century" if words.startswith("centur") else words


def _whole(count: float, unit: str) -> int | None:
    """Return the length in whole days, None for less than one."""
    days = count * UNIT_DAYS[unit]
    return round(days) if days >= 1 else None
