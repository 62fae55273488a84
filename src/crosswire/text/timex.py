"""Time expressions of an article, resolved against the day it came out."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from crosswire.model import Span, Time
from crosswire.text.dates import find_centuries, find_days, find_holidays, find_months, find_seasons, find_years
from crosswire.text.entry_days import by_day, entry_days
from crosswire.text.paper_days import put_on_paper_day
from crosswire.text.pointing_times import find_pointing
from crosswire.text.quarters import find_months_of_years, find_quarters
from crosswire.text.recurring import find_recurring
from crosswire.text.relative_times import (
    find_business_years,
    find_counted,
    find_periods,
    find_present,
    find_todays,
    find_windows,
)
from crosswire.text.time_scan import Scan, scan_of
from crosswire.text.weekdays import find_weekdays

# In order of trust: where two expressions overlap the earlier finder's stands, the longer one's within a finder.
_FINDERS: tuple[Callable[[Scan], Iterator[Time]], ...] = (
    find_days,
    find_holidays,
    find_recurring,
    find_quarters,
    find_months_of_years,
    find_windows,
    find_todays,
    find_months,
    find_seasons,
    find_weekdays,
    find_periods,
    find_business_years,
    find_counted,
    find_years,
    find_centuries,
    find_present,
)


def find_times(text: str, sentences: Sequence[Span], published: dt.date | None) -> list[Time]:
    """
    Return the time expressions of the sentences, in text order.

    Without `published` only dates that need no anchor are resolved. A date without a year is the one nearest to
    `published` that the clause's tense allows; a weekday is the last one, or the next where the clause looks ahead.

    >>> text = "The envoys, who met on Monday, will meet again in mid-May for 3 days."
    >>> found = find_times(text, [Span(0, len(text))], dt.date(2025, 4, 30))
    >>> [(time.span.of(text), str(time.start), time.days) for time in found]
    [('Monday', '2025-04-28', None), ('mid-May', '2025-05-11', None), ('3 days', 'None', 3)]
    """
    if not sentences:
        return []
    scan = scan_of(text, sentences, published)
    days = entry_days(scan.folded, published) if published is not None else []
    if published is None or not days:
        return _found(put_on_paper_day(scan))
    # No more days than a week has: a page is never read oftener.
    entries = [_found(scan_of(text, there, day)) for day, there in by_day(sentences, days, published)]
    return sorted((time for one in entries for time in one), key=lambda time: time.span)


def _found(scan: Scan) -> list[Time]:
    taken: list[Span] = []
    found: list[Time] = []
    for finder in _FINDERS:
        _keep(scan, finder(scan), taken, found)
    found.sort(key=lambda time: time.span)
    _keep(scan, find_pointing(scan, found[:]), taken, found)
    return sorted(found, key=lambda time: time.span)


def _keep(scan: Scan, times: Iterable[Time], taken: list[Span], found: list[Time]) -> None:
    for time in times:
        if _is_inside(scan, time.span) and _is_free(taken, time.span):
            taken.insert(bisect_right(taken, time.span), time.span)
            found.append(time)


def _is_inside(scan: Scan, span: Span) -> bool:
    index = bisect_right(scan.starts, span.start) - 1
    return index >= 0 and scan.sentences[index].covers(span)


def _is_free(taken: list[Span], span: Span) -> bool:
    index = bisect_right(taken, span)
    before = index > 0 and taken[index - 1].meets(span)
    return not before and not (index < len(taken) and taken[index].meets(span))
