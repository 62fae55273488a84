"""Calendar arithmetic: weeks, weekends, seasons and parts of months and years, as inclusive first and last days."""

import datetime as dt

from crosswire.text.times import SEASONS, month_span, plausible

Days = tuple[dt.date, dt.date]
DAY = dt.timedelta(days=1)
# A date this near needs no verb to place it: misread verbs ("a dividend payable Dec. 7") were half of the wrong values
# on TimeBank before.
_NEAR = 125
# How many days a unit lasts; months and years on average, for ordering durations only.
UNIT_DAYS = {"second": 0.0, "minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "weekend": 2.0, "month": 30.0,
             "quarter": 91.0, "year": 365.0, "decade": 3652.0, "century": 36524.0}  # fmt: skip


def shift(day: dt.date, days: int) -> dt.date | None:
    """Return `day` moved by `days`, None outside the years 1 to 9999."""
    number = day.toordinal() + days
    return dt.date.fromordinal(number) if 0 < number <= dt.date.max.toordinal() else None


def shift_months(day: dt.date, months: int) -> dt.date | None:
    """
    Return the same day of another month, the last one when that month is shorter; None outside 1800 to 2100.

    >>> shift_months(dt.date(2025, 3, 31), -1).isoformat()
    '2025-02-28'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1800 <= year <= 2099:
        return None
    return min(dt.date(year, month + 1, 1) + (day.day - 1) * DAY, month_span(year, month + 1)[1])


def ago(day: dt.date, count: float, unit: str) -> dt.date | None:
    """Return the day `count` units before `day` (after it when negative)."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months:
        return shift_months(day, -round(count * months)) if abs(count) < 4000 else None
    return shift(day, -round(count * UNIT_DAYS[unit])) if abs(count) < 1e6 else None


def period(day: dt.date, unit: str, step: int = 0) -> Days | None:
    """
    Return the calendar week, weekend, month, quarter, year, decade or century `step` after the one holding `day`.

    Weeks run from Monday; on a Monday to Friday the weekend at step 0 is the coming one.

    >>> [day.isoformat() for day in period(dt.date(2025, 6, 4), "week", -1)]
    ['2025-05-26', '2025-06-01']
    """
    if unit in ("week", "weekend"):
        monday = shift(day, 7 * step - day.weekday())
        if monday is None or monday.year >= 9999:
            return None
        return (monday, monday + 6 * DAY) if unit == "week" else (monday + 5 * DAY, monday + 6 * DAY)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    index = (day.year * 12 + day.month - 1) // months * months + step * months
    year, month = divmod(index, 12)
    return month_span(year, month + 1, months) if 1700 <= year <= 2200 else None


def season(name: str, year: int) -> Days:
    """
    Return a season of the northern half of the world; winter 2024 ends in February 2025.

    >>> season("winter", 2024)[1].isoformat()
    '2025-02-28'
    """
    return month_span(year, SEASONS[name], 3)


def half_of(days: Days, which: str) -> Days:
    """
    Return the first or the second half of a stretch of days.

    >>> half_of((dt.date(2031, 12, 1), dt.date(2031, 12, 31)), "first")
    (datetime.date(2031, 12, 1), datetime.date(2031, 12, 15))
    """
    middle = days[0] + dt.timedelta(days=((days[1] - days[0]).days + 1) // 2)
    return (days[0], middle - DAY) if which == "first" else (middle, days[1])


def part_of(days: Days, part: str) -> Days:
    """
    Return the early, middle or late third of a stretch of days.

    >>> [day.isoformat() for day in part_of(month_span(2025, 5), "mid")]
    ['2025-05-11', '2025-05-21']
    """
    months = (days[1].year - days[0].year) * 12 + days[1].month - days[0].month + 1
    if months % 3 == 0 and days[0].day == 1:
        index = {"early": 0, "late": 2}.get(part, 1)
        return month_span(days[0].year, days[0].month + index * (months // 3), months // 3)
    length = (days[1] - days[0]).days + 1
    third = length // 3
    if part == "early":
        return days[0], days[0] + (third - 1) * DAY
    if part == "late":
        return days[1] - (length - 2 * third - 2) * DAY, days[1]
    return days[0] + third * DAY, days[0] + (2 * third) * DAY


def nearest(day: dt.date, candidates: list[dt.date], direction: str | None, *, near: int = _NEAR) -> dt.date | None:
    """
    Return the candidate nearest to `day`; when none is near, a direction ("future", "past") rules out the wrong side.

    >>> nearest(dt.date(2025, 6, 1), [dt.date(2024, 12, 1), dt.date(2025, 12, 1)], "future").isoformat()
    '2025-12-01'
    """
    close = min(candidates, key=lambda one: abs((one - day).days), default=None)
    if close is None or direction is None or abs((close - day).days) <= near:
        return close
    fitting = [one for one in candidates if (one >= day if direction == "future" else one <= day)]
    return min(fitting or candidates, key=lambda one: abs((one - day).days))


def day_of_month(day: dt.date, month: int, number: int, direction: str | None) -> dt.date | None:
    """
    Return the day a date without a year means in an article of `day`.

    The nearest one; where that is months away, the nearest on the side the verb points to.

    >>> day_of_month(dt.date(2025, 1, 5), 12, 28, None).isoformat()
    '2024-12-28'
    """
    years = (day.year - 1, day.year, day.year + 1)
    return nearest(day, [one for year in years if (one := plausible(year, month, number))], direction)
