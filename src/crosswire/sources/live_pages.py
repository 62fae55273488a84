"""Live pages: entries under a clock each, every one a heading and a few sentences of its own."""

import datetime as dt
import re
from collections.abc import Sequence

from crosswire.model.article import RegionRole
from crosswire.text.times import parse_date

from .page_lines import PageLine, ends_sentence, is_furniture
from .page_roles import is_caption, is_credit

# "14:32 GMT", "2.05pm BST", "09:15", "3h ago 14:32".
_CLOCK = re.compile(
    r"(?:(?:today|yesterday),? )?"
    r"(?:\d{1,2} ?[hm](?:ours?|ins?)? ago\s)?(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?",
    re.IGNORECASE,
)
_LIVE = re.compile(r"live(?:blog)?\b|.{0,60}\blive(?: updates| blog|:| [–—|-])", re.IGNORECASE)
_DAY = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]{2,8} |[A-Z][a-z]{2,8}\.? \d{1,2}, )(?:19|20)\d\d\b")
# Fewer clocks than these are a programme's or a timetable's.
_LEAST = 3
_WORDS = 4


def is_live(lines: Sequence[PageLine]) -> bool:
    r"""
    Tell whether a page is made of entries under clocks.

    >>> from .page_lines import cut_lines
    >>> is_live(cut_lines("14:32 GMT\nPort shut\n13:05 GMT\nPort open\n11:40 GMT\nFog at the port"))
    True
    """
    return sum(_is_clock(line) for line in lines) >= _LEAST


def label_entries(lines: Sequence[PageLine], roles: list[RegionRole], title: int | None) -> int | None:
    """Relabel a live page's entries as headings and body, in place, and return where its title stands."""
    clocks = [i for i, line in enumerate(lines) if _is_clock(line)]
    for first, last in zip(clocks, [*clocks[1:], len(lines)], strict=True):
        roles[first] = "date"
        for i in range(first + 1, last):
            line = lines[i]
            if is_furniture(line) or is_caption(line) or is_credit(line) or roles[i] in ("byline", "footer"):
                continue
            if ends_sentence(line.text) and line.text.count(" ") >= _WORDS:
                roles[i] = "body"
            elif i == first + 1:
                roles[i] = "heading"
    above = (i for i in range(clocks[0]) if _LIVE.match(lines[i].text) and lines[i].text.count(" ") >= _WORDS)
    # "Update from the liveblog of Sunday, 4 May 2031" says when, the line below what is told.
    named = min(above, key=lambda i: (_DAY.search(lines[i].text) is not None, i), default=None)
    if named is None or named == title:
        return title
    if title is not None:
        roles[title] = "heading"
    roles[named] = "title"
    return named


def live_date(lines: Sequence[PageLine]) -> dt.date | None:
    r"""
    Return the day that a live page says it covers, in a line above its first entry.

    >>> from .page_lines import cut_lines
    >>> live_date(cut_lines("From the liveblog of Sunday, May 4, 2031\nFog\n14:32\n13:05\n11:40"))
    datetime.date(2031, 5, 4)
    """
    first = next((i for i, line in enumerate(lines) if _is_clock(line)), 0)
    days = (_DAY.search(line.text) for line in lines[:first] if _LIVE.match(line.text) or "live" in line.low)
    return next((parse_date(day[0]) for day in days if day), None)


def _is_clock(line: PageLine) -> bool:
    return line.end - line.start <= 24 and _CLOCK.fullmatch(line.text) is not None
