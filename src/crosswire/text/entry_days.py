"""The days of a live page's entries: under "MON 09:15" this morning is Monday's, whatever day the page bears."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence

from crosswire.model import Span
from crosswire.text.periods import shift
from crosswire.text.times import WEEKDAYS

_DAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_CLOCK = r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?"
# "MON 20:55", "Tuesday, 22.15 BST", "Sun 4 May 09:10", "01.47 BST, Wednesday" at the head of a line.
_STAMP = re.compile(
    rf"^[ \t(\[]{{0,4}}(?:{_DAY},?(?: (?:\d{{1,2}} [a-z]{{3,9}}|[a-z]{{3,9}} \d{{1,2}}),?)? {_CLOCK}"
    rf"|{_CLOCK}(?: [a-z]{{2,4}})?,? {_DAY}[ \t]{{0,3}}$)",
    re.MULTILINE,
)
# One stamp may be a page's own.
_LEAST = 2
_WEEK, _HALF = 7, 3


def entry_days(folded: str, published: dt.date) -> list[tuple[int, dt.date]]:
    r"""
    Return where the entries of each day begin on a live page, and which day that is: the nearest of its name.

    >>> text = "mon 09:15\nthe toll rose.\n\nsun 21:20 - hotline\nit rang this morning.\n"
    >>> [(place, str(day)) for place, day in entry_days(text, dt.date(2031, 5, 5))]
    [(0, '2031-05-05'), (26, '2031-05-04')]
    """
    found = list(_STAMP.finditer(folded))
    if len(found) < _LEAST:
        return []
    days = [(one.start(), _nearest(published, one[1] or one[2])) for one in found]
    return [(place, day) for place, day in days if day is not None]


def by_day(
    sentences: Sequence[Span], days: Sequence[tuple[int, dt.date]], published: dt.date
) -> list[tuple[dt.date, list[Span]]]:
    """Return the sentences under each day of a live page; what stands above its entries is of the page's own day."""
    starts = [place for place, _ in days]
    found: dict[dt.date, list[Span]] = {}
    for sentence in sentences:
        at = bisect_right(starts, sentence.start) - 1
        found.setdefault(days[at][1] if at >= 0 else published, []).append(sentence)
    return sorted(found.items())


def _nearest(published: dt.date, name: str) -> dt.date | None:
    number = next(value for day, value in WEEKDAYS.items() if day.startswith(name[:3]))
    ahead = (number - published.weekday()) % _WEEK
    return shift(published, ahead if ahead <= _HALF else ahead - _WEEK)
