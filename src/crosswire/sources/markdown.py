"""Markdown as its reader sees it: the words without their marks; headings, labels and links by their new places."""

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from crosswire.model import Link, Span

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+([^\n]{1,300}?)[ \t]{0,40}#{0,6}[ \t]{0,40}$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((https?://[^\s()<>]{1,1000})\)")
_BULLET = re.compile(r"^[ \t]{0,12}(?:[-*+•]|\d{1,2}[.)])[ \t]+(?=\S)|^[ \t]{0,3}>[ \t]?(?=\S)", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")
STRONG = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])|(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])"
)
_CODE = re.compile(r"`(?=\S)|(?<=\S)`")
# "**Prisoners:** 40 came home": the words in bold that open a paragraph and announce it.
_LABEL = re.compile(
    r"^(?:[ \t]{0,12}(?:[-*+•]|\d{1,2}[.)])[ \t]+)?"
    r"\*\*([^*\n]{1,80}?)(?:[.:]\*\*|\*\*[ \t]?:|\*\*[ \t]?[–—-])[ \t]+(?=\S)",
    re.MULTILINE,
)
_BOLD = re.compile(r"\*\*\w[^*\n]{0,80}\*\*")
# A pasted text with so many words in bold is a chat's answer, whatever its file is called.
_FEWEST = 3


class Plain(msgspec.Struct, frozen=True):
    """The words of a Markdown text; `headings`, `labels` that open paragraphs, and `links` stand in `text`."""

    text: str
    headings: tuple[Span, ...]
    labels: tuple[Span, ...]
    links: tuple[Link, ...]


def is_marked(text: str) -> bool:
    """Tell whether a text without a name for its format is Markdown, by its words in bold."""
    return sum(1 for _, _ in zip(range(_FEWEST), _BOLD.finditer(text), strict=False)) == _FEWEST


def plain(text: str) -> Plain:
    r"""
    Return the words of a Markdown text without its marks.

    >>> found = plain("# Truce\n- **Who signed:** both, [Lund](https://l.example/1) *says*.")
    >>> found.text, found.links[0].url
    ('Truce\nWho signed: both, Lund says.', 'https://l.example/1')
    >>> [span.of(found.text) for span in (*found.headings, *found.labels)]
    ['Truce', 'Who signed: ']
    """
    links = list(_LINK.finditer(text))
    gone = sorted(_gone(text, links))
    starts, kept, at, before = [0], [], 0, 0
    shifts = [0]
    for span in gone:
        if span.start < at:
            continue
        kept.append(text[at : span.start])
        at, before = span.end, before + span.end - span.start
        starts.append(span.end)
        shifts.append(before)
    kept.append(text[at:])

    def place(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        return offset - shifts[number]

    def moved(start: int, end: int) -> Span:
        return Span(place(start), place(end))

    return Plain(
        "".join(kept),
        tuple(moved(*match.span(1)) for match in _HEADING.finditer(text)),
        tuple(moved(match.start(1), match.end()) for match in _LABEL.finditer(text)),
        tuple(Link(place(match.start(1)), place(match.end(1)), match[2]) for match in links),
    )


def _gone(text: str, links: list[re.Match[str]]) -> Iterator[Span]:
    """Yield the marks, which may touch and overlap."""
    for match in _HEADING.finditer(text):
        yield Span(match.start(), match.start(1))
        yield Span(match.end(1), match.end())
    addresses = []
    for match in links:
        yield Span(match.start(), match.start(1))
        yield Span(match.end(1), match.end())
        addresses.append(match.span(2))
    for pattern in (_BULLET, IMAGE, _CODE):
        for match in pattern.finditer(text):
            yield Span(*match.span())
    number = 0
    for match in STRONG.finditer(text):
        while number < len(addresses) and addresses[number][1] <= match.start():
            number += 1
        if number == len(addresses) or match.end() <= addresses[number][0]:
            yield Span(*match.span())
