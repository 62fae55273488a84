"""Web pages: the body by trafilatura in its precision mode, what the page says about itself by `metadata`."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crosswire.model import Article, RegionRole, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.build import MAX_BYTES, MIN_WORDS, build_article
from crosswire.sources.decode import decode
from crosswire.sources.layout import Block, compose
from crosswire.sources.metadata import Metadata, read_metadata
from crosswire.sources.nesting import flatten
from crosswire.sources.page_lines import cut_lines
from crosswire.sources.page_roles import is_date_line

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_MONTHS = "January February March April May June July August September October November December".split()
# What a link stands in: its paragraph on the page.
_PARAGRAPHS = ("p", "li", "blockquote", "h1", "h2", "h3", "h4", "td", "dd")
# Elements of trafilatura's own tree that are one paragraph each.
_LEAVES = frozenset(("p", "head", "item", "row", "fw", "ab", "code"))
# (linked words, address) of a paragraph, in reading order.
Anchors = tuple[tuple[str, str], ...]
_PROLOGUE = re.compile(r"^\s{0,1000}<\?xml[^>]{0,200}\?>")
# A wire's or a desk's mark, set as a paragraph of its own.
_CREDIT = re.compile(
    r"^[(\[—–-]{0,2}\s?(?:(?:additional |with )?"
    r"(?:reporting|writing|editing|compiled|translated|contributed|produced|additional contributions?)"
    r"(?: and (?:writing|editing))? by\b|with (?:agencies|inputs? from|files from|material from)\b|"
    r"(?:AP|AFP|Reuters|dpa|UPI|PA)[)\]]?$)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:(?:written|posted|published) )?by\s", re.IGNORECASE)
# Blocks on top of a body that may be its byline or its date, and characters of one.
_TOP, _SHORT = 6, 160


def read_html(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> list[Article | Skipped]:
    """Read a saved web page as one report."""
    if len(data) > MAX_BYTES:
        return [
            Skipped(location, f"expected a page under {MAX_BYTES:,} bytes, found {len(data):,}; save the article alone")
        ]
    return [read_page_source(decode(data, declared=True), location, outlets)]


def read_page_source(
    markup: str, location: str, outlets: Sequence[PackOutlet], known: Metadata | None = None
) -> Article | Skipped:
    """Read decoded markup as one report; `known` fills in what the page does not say about itself."""
    tree = parse(markup)
    if tree is None:
        return Skipped(location, "expected an HTML page, found no element in it; save the page again as HTML")
    known = known or Metadata()
    page = read_metadata(tree, html_date=known.published is None)
    title, authors = page.title or known.title, page.authors or known.authors
    published, url = page.published or known.published, page.url or known.url
    body = body_blocks(tree, page)
    if not body:
        return Skipped(location, "expected an article, found no paragraph of running text; paste the article as text")
    layout = compose([*_head(title, authors, long_date(published)), *_trim(body, title, authors)])
    return build_article(
        layout.text,
        location=location,
        outlets=outlets,
        title=title,
        outlet=page.outlet or known.outlet,
        author=", ".join(authors) or None,
        url=url,
        published=published,
        regions=layout.regions,
        links=layout.links,
        genre=page.genre,
    )


def parse(markup: str) -> "HtmlElement | None":
    """Parse a page after flattening hostile nesting; None when there is nothing to parse."""
    from lxml import etree, html

    markup = _PROLOGUE.sub("", flatten(markup.replace("\0", "")))
    if "<" not in markup:
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False)
    try:
        return html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def body_blocks(tree: "HtmlElement", page: Metadata) -> list[Block]:
    """Return the paragraphs and headings of a page's article, in order."""
    import trafilatura
    from trafilatura.settings import Document

    # Asked for links, trafilatura keeps paragraphs made of links (F1 .911 for .964 on zyte181): they are found apart.
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, url=page.url)
    links = _links(tree)
    blocks = _blocks(found.body, links) if isinstance(found, Document) else []
    words = sum(len(block.text.split()) for block in blocks)
    # Pages whose article a script sets carry it in their JSON-LD, and only there.
    if page.body and words < MIN_WORDS < len(page.body.split()):
        text = fragment_text(page.body)
        return [Block("body", part) for part in re.split(r"\n{2,}", text) if part.strip()]
    return blocks


def fragment_text(markup: str) -> str:
    r"""
    Return the words of a fragment of HTML, a blank line between its paragraphs; plain text comes back as it is.

    >>> fragment_text("<p>They <b>met</b>.</p><p>They left &amp; spoke.</p>")
    'They met.\n\nThey left & spoke.'
    """
    if "<" not in markup and "&" not in markup:
        return markup
    tree = parse(f"<html><body><div>{markup}</div></body></html>")
    if tree is None:
        return markup
    return "\n\n".join(paragraphs(tree))


_BREAKING = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article table tr figure figcaption "
    "pre hr header footer dd dt".split()
)
_SILENT = frozenset("script style noscript template head title svg iframe object form button select textarea".split())


def paragraphs(tree: "HtmlElement") -> list[str]:
    """Return the text of every block element: for mails and feeds, which hold nothing but the message."""
    from lxml import etree

    parts: list[list[str]] = [[]]
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            if tag in _BREAKING and parts[-1]:
                parts.append([])
            if not silent and element.text:
                parts[-1].append(element.text)
            continue
        silent -= tag in _SILENT
        if tag in _BREAKING and parts[-1]:
            parts.append([])
        if not silent and element.tail:
            parts[-1].append(element.tail)
    joined = (" ".join("".join(part).split()) for part in parts)
    return [words for words in joined if words]


def _links(tree: "HtmlElement") -> dict[str, Anchors]:
    """Return the links of every paragraph of the page, by the paragraph's words."""
    found: dict[str, list[tuple[str, str]]] = {}
    paragraph, words = None, ""
    for anchor in tree.iter("a"):
        url = anchor.get("href") or ""
        if not url.startswith(("http://", "https://")) or len(url) > 2_000:
            continue
        around = next((parent for parent in anchor.iterancestors(*_PARAGRAPHS)), None)
        if around is None:
            continue
        if around is not paragraph:
            paragraph, words = around, _words(around)
        linked = _words(anchor)
        if linked and len(words) > len(linked):
            found.setdefault(words, []).append((linked, url))
    return {words: tuple(links) for words, links in found.items()}


def _blocks(body: "_Element", links: Mapping[str, Anchors]) -> list[Block]:
    blocks: list[Block] = []
    loose: list[str] = []
    for element in body.iter():
        tag = element.tag
        if tag in _LEAVES and not any(child.tag in _LEAVES for child in element.iterdescendants()):
            _flush(loose, blocks)
            blocks += [Block(_role(tag, part), part, links.get(part, ())) for part in _lines(element)]
        elif tag in ("quote", "list", "div") or (tag in _LEAVES and element.text):
            _flush(loose, blocks)
            if element.text and element.text.strip():
                loose.append(element.text)
        if tag in _LEAVES | {"quote", "list"} and element.tail and element.tail.strip():
            _flush(loose, blocks)
            loose.append(element.tail)
    _flush(loose, blocks)
    return blocks


def _flush(loose: list[str], blocks: list[Block]) -> None:
    words = " ".join(" ".join(loose).split())
    loose.clear()
    if words:
        blocks.append(Block(_role("p", words), words))


def _lines(element: "_Element") -> list[str]:
    """Return an element's text, cut at its line breaks, a mark between the cells of a table's row."""
    parts: list[str] = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "lb":
            parts.append("\0")
        elif child.tag == "cell" and child.getprevious() is not None:
            parts.append(" | ")
        if child.text:
            parts.append(child.text)
        if child.tail:
            parts.append(child.tail)
    lines = ("".join(parts)).split("\0")
    return [words for words in (" ".join(line.split()) for line in lines) if words]


def _role(tag: str, words: str) -> RegionRole:
    if tag == "head":
        return "heading"
    # A row of figures or names is no sentence; a layout table's row of prose is.
    if tag == "row" and max(len(cell.split()) for cell in words.split(" | ")) < 12:
        return "caption"
    return "credit" if len(words) < 300 and _CREDIT.match(words) else "body"


def _head(title: str | None, authors: Sequence[str], date: str | None) -> list[Block]:
    byline = (
        f"By {' and '.join([', '.join(authors[:-1]), authors[-1]] if len(authors) > 1 else authors)}" if authors else ""
    )
    return [Block("title", title or ""), Block("byline", byline), Block("date", date or "")]


def long_date(day: dt.date | None) -> str:
    """
    Write a date as English papers do, whatever the machine's language; empty when there is none.

    >>> long_date(dt.date(2031, 5, 3))
    '3 May 2031'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def _trim(blocks: list[Block], title: str | None, authors: Sequence[str]) -> list[Block]:
    """Label what the head already says: the title repeated above the body, and the byline below it."""
    names = {_key(name) for name in authors}
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if place < _TOP and title and _key(block.text) == _key(title):
            continue
        is_byline = len(block.text) < _SHORT and (
            _key(block.text) in names or (_BYLINE.match(block.text) and place < _TOP)
        )
        role = "byline" if is_byline else block.role
        if place < _TOP and role == "body" and len(block.text) < _SHORT and is_date_line(cut_lines(block.text)[0]):
            role = "date"
        kept.append(Block(role, block.text, block.links))
    return kept


def _words(element: "_Element") -> str:
    return " ".join("".join(element.itertext()).split())


def _key(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
