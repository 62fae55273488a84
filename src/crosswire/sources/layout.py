"""A page set as text: blocks of words with their roles become one text with labelled regions and links."""

from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Link, Region, RegionRole
from crosswire.text.normalise import normalise


class Block(msgspec.Struct, frozen=True):
    """A paragraph of a page. `links` are (linked words, address) in reading order."""

    role: RegionRole
    text: str
    links: tuple[tuple[str, str], ...] = ()


class Layout(msgspec.Struct, frozen=True):
    """Normalised text with its regions and links: what `build_article` takes."""

    text: str
    regions: tuple[Region, ...]
    links: tuple[Link, ...] = ()


def compose(blocks: Iterable[Block]) -> Layout:
    r"""
    Set blocks one below the other, a blank line between; neighbours of the body are one region.

    >>> layout = compose([Block("title", "Talks resume"), Block("body", "They met."), Block("body", "They left.")])
    >>> [layout.text[region.start : region.end] for region in layout.regions]
    ['Talks resume', 'They met.\n\nThey left.']
    """
    parts: list[str] = []
    regions: list[Region] = []
    links: list[Link] = []
    at = 0
    for block in blocks:
        words = normalise(block.text).strip()
        if not words:
            continue
        at += 2 if parts else 0
        parts.append(words)
        links += _find_links(block.links, words, at)
        last = regions[-1] if regions else None
        if last is not None and last.role == block.role == "body":
            regions[-1] = Region(last.start, at + len(words), "body")
        else:
            regions.append(Region(at, at + len(words), block.role))
        at += len(words)
    return Layout("\n\n".join(parts), tuple(regions), tuple(links))


def overlay(regions: Sequence[Region], marks: Sequence[Region]) -> tuple[Region, ...]:
    """
    Lay `marks` over `regions`: where they meet the mark wins, and what is left of a cut region keeps its role.

    >>> overlay([Region(0, 20, "body")], [Region(5, 9, "heading")])
    (Region(start=0, end=5, role='body'), Region(start=5, end=9, role='heading'), Region(start=9, end=20, role='body'))
    """
    marks = sorted(marks)
    result = list(marks)
    first = 0
    for region in sorted(regions):
        start = region.start
        while first < len(marks) and marks[first].end <= start:
            first += 1
        for mark in marks[first:]:
            if mark.start >= region.end:
                break
            if mark.start > start:
                result.append(Region(start, mark.start, region.role))
            start = max(start, mark.end)
        if start < region.end:
            result.append(Region(start, region.end, region.role))
    return tuple(sorted(result))


def shift(regions: Iterable[Region], by: int) -> tuple[Region, ...]:
    """Move regions by `by` code points."""
    return tuple(Region(region.start + by, region.end + by, region.role) for region in regions)


def _find_links(links: Sequence[tuple[str, str]], words: str, at: int) -> list[Link]:
    found: list[Link] = []
    start = 0
    for anchor, url in links:
        anchor = normalise(anchor).strip()
        place = words.find(anchor, start) if anchor else -1
        if place >= 0:
            start = place + len(anchor)
            found.append(Link(at + place, at + start, url))
    return found
