"""What readers wrote under a report, and what a page asks of its readers: no part of what is reported."""

import re
from collections.abc import Iterator, Sequence

from crosswire.model import Region
from crosswire.model.article import RegionRole

from .layout import overlay
from .page_words import page_words

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# "28th March 2031 - 15:39", at a comment's head.
_STAMP = re.compile(
    rf"(?:(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? |\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS}),? )(?:19|20)\d\d"
    r"(?: ?[-–—,]+ ?| at | )[0-2]?\d[:.][0-5]\d\b"
)
# One stamp may be the page's own "last updated".
_LEAST = 2
_NOTICE = 160
_YOU = re.compile(r"\b(?:you|your|yourself|us)\b", re.IGNORECASE)
# Paragraphs of questions that lead up to an appeal: "Are you in Valmora? Do you have friends there?"
_LEADING = 3
_QUOTED = frozenset("\"“”'‘")


def cut_readers(text: str, regions: Sequence[Region]) -> tuple[Region, ...]:
    r"""
    Label what readers wrote, and what they are asked to send, as the foot of the page.

    >>> text = "The truce held.\nSend us your pictures of the truce.\nIt began on Monday."
    >>> page = cut_readers(text, [Region(0, len(text), "body")])
    >>> [text[one.start : one.end].strip() for one in page if one.role == "footer"]
    ['Send us your pictures of the truce.']
    """
    lines = [line for region in regions if region.role == "body" for line in _lines(text, region)]
    first = _thread(text, lines, _notice(text, regions))
    role: RegionRole = "footer"
    marks = [Region(start, end, role) for start, end in lines[first:]]
    marks += [Region(*lines[at], role) for at in _appeals([text[start:end] for start, end in lines[:first]])]
    return overlay(regions, marks) if marks else tuple(regions)


def _lines(text: str, region: Region) -> Iterator[tuple[int, int]]:
    start = region.start
    while start < region.end:
        end = text.find("\n", start, region.end)
        end = region.end if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _thread(text: str, lines: Sequence[tuple[int, int]], notice: int) -> int:
    """
    Return the first line of a thread of comments, else their number.

    Below a `notice` that they are not the paper's words, or stamped with day and hour, below the middle.
    """
    stamped = [at for at, (start, end) in enumerate(lines) if _STAMP.match(text, start, end)]
    # A live page is stamped from its top.
    below = len(stamped) >= _LEAST and lines[stamped[0]][0] * 2 > len(text)
    first = stamped[0] if below else len(lines)
    return min(first, next((at for at, (start, _) in enumerate(lines) if start >= notice), first))


def _notice(text: str, regions: Sequence[Region]) -> int:
    """Return where a paper says that what readers write below is not its own, below the middle; else the end."""
    disowned = page_words().disowned
    for region in regions:
        if region.end * 2 < len(text):
            continue
        for line in _lines(text, region):
            if line[0] * 2 > len(text) and line[1] - line[0] <= _NOTICE and disowned.is_in(text[slice(*line)].lower()):
                return line[0]
    return len(text)


def _appeals(told: Sequence[str]) -> Iterator[int]:
    """Yield the lines that ask readers to send something, or tell them how, and the questions right before."""
    appeals = page_words().appeals
    held = 0
    for at, line in enumerate(told):
        low = line.lower()
        if not _YOU.search(low) or not _QUOTED.isdisjoint(line):
            held = 0
        elif appeals.is_in(low):
            yield from range(at - held, at + 1)
            held = 0
        else:
            held = min(held + 1, _LEADING) if line.rstrip().endswith("?") else 0
