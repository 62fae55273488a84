"""Times that point back to a date told before: "that year", "the next day", "the following month"."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crosswire.model import Span, Time
from crosswire.model.reading import Precision
from crosswire.text.periods import DAY, Days, period
from crosswire.text.time_scan import Scan
from crosswire.text.times import MONTHS, month_span, plausible

_POINTING = re.compile(
    r"\b(?:(?P<part>later|earlier) )?(?P<way>that(?: same)?|the same|the (?:following|next|previous)) "
    r"(?P<unit>day|week|month|year)\b(?!['’-]| (?:of|that|when|after|before|one|few)\b)"
)
_MONTH = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(name for name in MONTHS if len(name) > 3 or name == 'may')})"
    r"(?: (?P<after>\d{1,2}),?)? $"
)
_STEPS = {"following": 1, "next": 1, "previous": -1}
_PRECISION: dict[str, Precision] = {"week": "week", "month": "month", "year": "year"}
# What a date must be known to before a day, a week, a month or a year can be counted from it.
_SHARP_ENOUGH = {
    "day": frozenset({"day", "minute"}),
    "week": frozenset({"day", "minute", "week"}),
    "month": frozenset({"day", "minute", "week", "month"}),
    "year": frozenset({"day", "minute", "week", "month", "season", "year"}),
}
# A date further back is another event's: about two sentences.
_NEAR = 250


def find_pointing(scan: Scan, told: Sequence[Time]) -> Iterator[Time]:
    """
    Yield times that count from the date last told before them in their paragraph; none there, none found.

    `told` are the times found so far, in text order.
    """
    starts = [time.span.start for time in told]
    for match in scan.matches(_POINTING, "unit"):
        unit = match["unit"]
        anchor = _anchor(scan, told, bisect_left(starts, match.start()), match.start(), unit)
        days = _counted(anchor, unit, _STEPS.get(match["way"].split(" ")[-1], 0)) if anchor else None
        if days is None:
            continue
        named = _MONTH.search(scan.folded, max(0, match.start() - 20), match.start()) if unit == "year" else None
        yield _in_month(named, days[0].year, match.end()) or Time(
            Span(*match.span()), "date", *days, _PRECISION.get(unit, "day")
        )


def _in_month(match: re.Match[str] | None, year: int, end: int) -> Time | None:
    """Return the time of "22 July that year"."""
    if match is None:
        return None
    month, number = MONTHS[match["month"]], match["day"] or match["after"]
    if number is None:
        return Time(Span(match.start("month"), end), "date", *month_span(year, month), "month")
    day = plausible(year, month, int(number))
    return Time(Span(match.start(), end), "date", day, day, "day") if day else None


def _anchor(scan: Scan, told: Sequence[Time], count: int, start: int, unit: str) -> dt.date | None:
    """Return the first day of the nearest date among the first `count`, if it is near and sharp enough."""
    for index in range(count - 1, -1, -1):
        time = told[index]
        if start - time.span.end > _NEAR or "\n" in scan.text[time.span.end : start]:
            return None
        if time.kind == "date" and time.days is None and time.start is not None and time.precision != "years":
            sharp = time.precision in _SHARP_ENOUGH[unit] and (unit != "day" or time.start == time.end)
            return time.start if sharp else None
    return None


def _counted(anchor: dt.date, unit: str, step: int) -> Days | None:
    if unit == "day":
        return (anchor + step * DAY, anchor + step * DAY) if 1800 < anchor.year < 2100 else None
    return period(anchor, unit, step)
