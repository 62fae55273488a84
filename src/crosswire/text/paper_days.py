"""The day a report was written for: a morning paper's pages come out on the web on the evening before."""

import re

import msgspec

from crosswire.text.periods import DAY
from crosswire.text.time_scan import Scan
from crosswire.text.times import WEEKDAYS

_YESTERDAY = re.compile(r"(?<!day before )\b(?:yesterday|last night)\b")
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b")
_ON = re.compile(r"\bon (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?! (?:last|next|this) week)")
_MARKS = '"“”'
_COUNTED = re.compile(rf"(?:yesterday|last night|tomorrow|overnight|{_TODAY.pattern[2:-2]})\b", re.IGNORECASE)


def put_on_paper_day(scan: Scan) -> Scan:
    """
    Return the scan with the day after the article's, where the article was written for the morning's paper.

    It says both "yesterday" and "on Sunday", and neither "today", though it came out on a Monday: its "yesterday" is
    that Monday, since nobody calls one day both in one report. So it is where it says "yesterday" and that something
    will be "on Monday": the day itself would be "today".
    """
    if scan.published is None or not any(word in scan.folded for word in ("yesterday", "last night")):
        return scan
    if not _own(scan, _YESTERDAY) or _own(scan, _TODAY):
        return scan
    before, named = (scan.published - DAY).weekday(), _own(scan, _ON)
    both = any(WEEKDAYS[one[1]] == before and scan.direction(*one.span(1)) != "future" for one in named)
    itself = [one for one in named if WEEKDAYS[one[1]] == scan.published.weekday()]
    ahead = any(scan.direction(*one.span(1)) == "future" for one in itself)
    # A wire calls its own day by its name: what stands beside "yesterday" is another piece of the page.
    both = both and all(scan.direction(*one.span(1)) == "future" for one in itself)
    return msgspec.structs.replace(scan, published=scan.published + DAY) if both or ahead else scan


def is_counted(words: str) -> bool:
    """
    Tell whether a time counts from the day that its report was written for.

    >>> is_counted("last night"), is_counted("Monday night")
    (True, False)
    """
    return _COUNTED.match(words) is not None


def _own(scan: Scan, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the matches outside quotation marks."""
    return [one for one in pattern.finditer(scan.folded) if not _is_quoted(scan.text, one.start())]


def _is_quoted(text: str, place: int) -> bool:
    """Tell whether an odd number of quotation marks stands before a place in its paragraph."""
    start = text.rfind("\n", 0, place) + 1
    return sum(text.count(mark, start, place) for mark in _MARKS) % 2 == 1
