"""Live pages: entries under a clock each, every one a heading and a few sentences of its own."""

import re
from collections.abc import Sequence

from crosswire.model.article import RegionRole

from .page_lines import PageLine, ends_sentence, is_furniture
from .page_roles import is_caption, is_credit

# "14:32 GMT", "2.05pm BST", "09:15", "3h ago 14:32".
_CLOCK = re.compile(
    r"(?:\d{1,2} ?[hm](?:ours?|ins?)? ago\s)?(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?",
    re.IGNORECASE,
)
_LIVE = re.compile(r"live\b|.{0,60}\blive(?: updates| blog|:| [–—|-])", re.IGNORECASE)
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
    named = next(
        (i for i in range(clocks[0]) if _LIVE.match(lines[i].text) and lines[i].text.count(" ") >= _WORDS), None
    )
    if named is None or named == title:
        return title
    if title is not None:
        roles[title] = "heading"
    roles[named] = "title"
    return named


def _is_clock(line: PageLine) -> bool:
    return line.end - line.start <= 24 and _CLOCK.fullmatch(line.text) is not None
