"""Text and Markdown files: pasted pages, with or without a block of metadata on top."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Article, Region, RegionRole, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.build import build_article, find_fault
from crosswire.sources.decode import decode
from crosswire.sources.file_names import outlet_of_file
from crosswire.sources.layout import overlay, shift
from crosswire.sources.markdown import Plain, is_marked, plain
from crosswire.sources.masthead import Masthead, closing_date, find_masthead, stamped_date
from crosswire.sources.outlets import find_outlet
from crosswire.sources.page_lines import cut_lines, is_furniture
from crosswire.sources.tags import cut_tags
from crosswire.text.normalise import normalise
from crosswire.text.times import parse_date

_FIELDS = {
    "title": "title", "headline": "title", "source": "outlet", "outlet": "outlet", "publisher": "outlet",
    "publication": "outlet", "site": "outlet", "date": "published", "published": "published",
    "publication date": "published", "url": "url", "link": "url", "author": "author", "authors": "author",
    "by": "author", "byline": "author",
}  # fmt: skip
_ROLES: dict[str, RegionRole] = {"title": "title", "author": "byline", "published": "date"}
_FIELD = re.compile(
    r"[ \t]{0,4}(?:\*\*)?([A-Za-z][A-Za-z_ ]{1,18}?)(?:\*\*)?[ \t]{0,4}:[ \t]{0,4}(?:\*\*)?[ \t]{0,4}(.{0,600})"
)
# A block of metadata is short; longer runs of "Word: words" are an interview or a transcript.
_MAX_FIELDS = 12
_FENCES = ("---", "+++")
# What pages have around their body, and Markdown seldom: a line that ends as sentences do is one.
_LISTED = frozenset({"navigation", "heading"})
_ENDS = frozenset('.!?)”"’')
_FEWEST_WORDS = 6


class Header(msgspec.Struct, frozen=True):
    """A block of metadata: its values, where they stand, and where the page's own text starts."""

    values: dict[str, str]
    regions: tuple[Region, ...]
    end: int


def read_plain(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> list[Article | Skipped]:
    """Read a text file as one pasted report."""
    return [read_text(decode(data), location, outlets)]


def read_markdown(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> list[Article | Skipped]:
    """Read a Markdown file as its reader sees it: without marks, its headings, labels and links noted."""
    return [read_text(decode(data), location, outlets, marked=True)]


def read_text(
    text: str, location: str, outlets: Sequence[PackOutlet], *, marked: bool = False, **known: str | dt.date | None
) -> Article | Skipped:
    """
    Read a decoded text as one report. `known` fills title, outlet, author, url and published where the text is silent.

    `marked` texts are Markdown.
    """
    from crosswire.sources.pasted import read_page

    text = normalise(text)
    marked = marked or is_marked(text)
    source = plain(text) if marked else Plain(text, (), (), ())
    text = source.text
    fault = find_fault(text)
    if fault is not None:
        return Skipped(location, fault)
    header = find_header(text)
    head = find_masthead(text, header.end, outlets)
    if head and head.leads:
        header = Header(header.values, (*header.regions, head.line), head.line.end)
    # The reader of pages looks for the body below a title: the header's title is put where pages have it.
    above = f"{header.values['title']}\n\n" if "title" in header.values else ""
    words = text
    if head and not head.leads:
        # A masthead below the byline is no title, however short the real one is.
        words = words[: head.line.start] + " " * (head.line.end - head.line.start) + words[head.line.end :]
    page = read_page(above + words[header.end :], outlets)
    regions = tuple(region for region in shift(page.regions, header.end - len(above)) if region.start >= header.end)
    if marked:
        regions = _marked_lines(source, header.end, regions)
    if head and not head.leads:
        regions = tuple(
            overlay(regions, [Region(head.line.start, head.line.end, "date" if head.published else "navigation")])
        )
    has_title = any(region.role == "title" for region in regions)
    kept = [region for region in header.regions if not (has_title and region.role == "title")]
    values = header.values
    url = values.get("url") or _text(known.get("url"))
    return build_article(
        text,
        location=location,
        outlets=outlets,
        title=values.get("title")
        or _text(known.get("title"))
        or _title(text, regions)
        or page.title
        or _issued(text, head),
        outlet=values.get("outlet")
        or (_publisher(head.outlet, location, outlets) if head else None)
        or _text(known.get("outlet"))
        or (None if url else _publisher(page.outlet, location, outlets)),
        author=values.get("author") or _text(known.get("author")) or page.author,
        url=url,
        published=parse_date(values.get("published", ""))
        or _date(known.get("published"))
        or (head.published if head else None)
        or page.published
        or stamped_date(text, 0)
        or closing_date(text),
        regions=tuple(sorted((*kept, *regions))) or (Region(0, len(text), "body"),),
        links=[link for link in source.links if link.start >= header.end],
    )


def find_header(text: str) -> Header:
    r"""
    Find "Title: ...", "Source: ...", "Date: ..." lines (or front matter between fences) at the top of a text.

    >>> find_header("Title: Talks resume\nDate: 3 May 2031\n\nThey met.").values
    {'title': 'Talks resume', 'published': '3 May 2031'}
    >>> find_header("Question: will they meet?\nAnswer: yes.").end
    0
    """
    at = len(text) - len(text.lstrip())
    fence = next((mark for mark in _FENCES if text.startswith(f"{mark}\n", at)), None)
    at += 4 if fence else 0
    values: dict[str, str] = {}
    regions: list[Region] = []
    for _ in range(_MAX_FIELDS * 3):
        stop = text.find("\n", at)
        line_end = len(text) if stop < 0 else stop
        line = text[at : min(line_end, at + 800)]
        if fence and line.strip() == fence:
            return Header(values, tuple(regions), min(line_end + 1, len(text)))
        match = _FIELD.fullmatch(line)
        name = _FIELDS.get(match[1].strip().lower()) if match else None
        if match and name and match[2].strip():
            start = match.start(2)
            value = match[2].strip().strip("\"'*").strip()
            values.setdefault(name, value)
            if name in _ROLES and value:
                start += match[2].find(value)
                regions.append(Region(at + start, at + start + len(value), _ROLES[name]))
        elif not fence:
            break
        at = line_end + 1
        if at > len(text):
            break
    # One such line alone may be a sentence ("Source: two people at the talks"); two are a header.
    return Header(values, tuple(regions), min(at, len(text))) if len(values) > 1 and not fence else Header({}, (), 0)


def _marked_lines(source: Plain, start: int, regions: Sequence[Region]) -> tuple[Region, ...]:
    """
    Label the lines of a Markdown text by its marks.

    The first heading is the title unless one stands above; sentences are the body, in lists too, where pages have
    their navigation, unless they are links.
    """
    found = [Region(span.start, span.end, "heading") for span in source.headings if span.start >= start]
    labels = [Region(span.start, span.end, "heading") for span in source.labels if span.start >= start]
    rest = [region for region in overlay(regions, found) if region not in found]
    titles = [region for region in rest if region.role == "title"]
    if found and not any(region.start < found[0].start for region in titles):
        found[0] = Region(found[0].start, found[0].end, "title")
        rest = [Region(region.start, region.end, "heading") if region in titles else region for region in rest]
    rest = [_told(source, region) if region.role in _LISTED else region for region in rest]
    return cut_tags(source.text, overlay(sorted((*found, *rest)), labels))


def _told(source: Plain, region: Region) -> Region:
    """Return a line of a Markdown text as body if it tells something."""
    words = source.text[region.start : region.end].rstrip()
    linked = sum(link.end - link.start for link in source.links if region.start <= link.start < region.end)
    told = words[-1:] in _ENDS and len(words.split()) >= _FEWEST_WORDS and 2 * linked < len(words)
    told = told and not any(map(is_furniture, cut_lines(words)))
    return Region(region.start, region.end, "body") if told else region


def _publisher(signed: str | None, location: str, outlets: Sequence[PackOutlet]) -> str | None:
    """Return who published a page that `signed` signs: wires sign in others' papers, and a file's name tells whose."""
    found = find_outlet(signed, None, outlets) if signed else None
    return (outlet_of_file(location, outlets) or signed) if found and found.kind == "wire" else signed


def _issued(text: str, head: Masthead | None) -> str | None:
    """Return the line that says whose statement it is, where it is all the title there is."""
    return None if head is None or head.leads or head.published else text[head.line.start : head.line.end]


def _title(text: str, regions: Sequence[Region]) -> str | None:
    return next((text[region.start : region.end] for region in regions if region.role == "title"), None)


def _text(value: str | dt.date | None) -> str | None:
    return value if isinstance(value, str) else None


def _date(value: str | dt.date | None) -> dt.date | None:
    return parse_date(value) if isinstance(value, str) else value
