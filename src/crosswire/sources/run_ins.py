"""Labels that open a paragraph or a title ("What's next: ...", "Opinion | ..."): they announce, and tell nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosswire.model import Region

from .layout import overlay
from .page_words import page_words

_TITLE_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z]{3,12}) ?\| (?=[\w\"“‘'])")


def cut_labels(text: str, regions: Sequence[Region]) -> tuple[Region, ...]:
    r"""
    Label the words that only announce a paragraph as headings, those that announce a title as navigation.

    >>> text = "Opinion | Enough waiting\nWhy it matters: The port has been shut since May."
    >>> page = cut_labels(text, [Region(0, 24, "title"), Region(25, len(text), "body")])
    >>> [(text[one.start : one.end], one.role) for one in page if one.role in ("heading", "navigation")]
    [('Opinion | ', 'navigation'), ('Why it matters: ', 'heading')]
    """
    found: list[Region] = []
    for region in regions:
        if region.role == "title":
            match = _TITLE_LABEL.match(text, region.start, region.end)
            if match is not None and match["label"].lower() in _sections():
                found.append(Region(match.start(), match.end(), "navigation"))
        elif region.role == "body":
            for start in _line_starts(text, region):
                if match := _run_ins().match(text, start, region.end):
                    found.append(Region(match.start(), match.end(), "heading"))
    return overlay(regions, found) if found else tuple(regions)


def bare_title(title: str) -> str:
    """
    Return a title without the section that stands before it.

    >>> bare_title("Opinion | Enough waiting"), bare_title("Port: enough waiting")
    ('Enough waiting', 'Port: enough waiting')
    """
    match = _TITLE_LABEL.match(title)
    return title[match.end() :] if match and match["label"].lower() in _sections() else title


def _line_starts(text: str, region: Region) -> Iterator[int]:
    """Yield where lines start inside a region."""
    if region.start == 0 or text[region.start - 1] == "\n":
        yield region.start
    at = text.find("\n", region.start, region.end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, region.end)


@cache
def _run_ins() -> re.Pattern[str]:
    labels = sorted(page_words().run_ins, key=lambda label: (-len(label), label))
    words = "|".join(re.escape(label).replace("'", "['’]") for label in labels)
    return re.compile(rf"(?:{words}):\s(?=\S)", re.IGNORECASE)


@cache
def _sections() -> frozenset[str]:
    genres = page_words().genre
    return frozenset(label for name in ("opinion", "analysis", "interview", "statement") for label in genres[name])
