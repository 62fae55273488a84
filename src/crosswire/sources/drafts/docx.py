"""DOCX, read from its XML within limits: paragraphs, headings, tables, links and footnotes; no library needed."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from crosswire.errors import SourceError
from crosswire.model import RegionRole, Skipped
from crosswire.sources.layout import Block
from crosswire.sources.paths import zip_inputs

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DOCUMENT, _FOOTNOTES, _LINKS = "word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"
_HEADED = re.compile(r"(?:heading|title|subtitle|berschrift)", re.IGNORECASE)
# Paragraphs past this are a book; the report of a desk has hundreds.
_MOST = 50_000


def docx_blocks(data: bytes, location: str) -> list[Block]:
    """Return the blocks of a DOCX file. Raises `SourceError` when it is none, or a broken one."""
    parts: dict[str, bytes] = {}
    for entry in zip_inputs(data, location):
        name = entry.location.partition("!")[2]
        if name in (_DOCUMENT, _FOOTNOTES, _LINKS):
            read = entry.read()
            if isinstance(read, Skipped):
                raise SourceError(f"report {location}: {read.reason}")
            parts[name] = read
    if _DOCUMENT not in parts:
        raise SourceError(f"report {location}: expected a DOCX file, found another archive; give the report itself")
    links = _links(parts.get(_LINKS), location)
    blocks = [_block(one, links) for one in _paragraphs(_parsed(parts[_DOCUMENT], location))]
    if _FOOTNOTES in parts:
        blocks += _notes(_parsed(parts[_FOOTNOTES], location), links)
    return blocks


def _parsed(data: bytes, location: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(f"report {location}: its XML is broken ({str(error)[:80]}); save it again") from None


def _links(data: bytes | None, location: str) -> dict[str, str]:
    if data is None:
        return {}
    return {one.get("Id", ""): one.get("Target", "") for one in _parsed(data, location)}


def _paragraphs(tree: "_Element") -> Iterator["_Element"]:
    for at, paragraph in enumerate(tree.iter(f"{_W}p")):
        if at >= _MOST:
            break
        yield paragraph


def _block(paragraph: "_Element", targets: Mapping[str, str]) -> Block:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    headed = style is not None and _HEADED.match(style.get(f"{_W}val", ""))
    role: RegionRole = "heading" if headed else "body"
    links = []
    for link in paragraph.iter(f"{_W}hyperlink"):
        target = targets.get(link.get(f"{_R}id", ""), "")
        if target.startswith(("http://", "https://")):
            links.append((_words(link), target[:2_000]))
    return Block(role, _words(paragraph), tuple(links))


def _words(element: "_Element") -> str:
    pieces: list[str] = []
    raised = False
    for one in element.iter():
        if one.tag == f"{_W}r":
            mark = one.find(f"{_W}rPr/{_W}vertAlign")
            raised = mark is not None and mark.get(f"{_W}val") == "superscript"
        elif one.tag == f"{_W}t":
            words = one.text or ""
            pieces.append(f" [{words.strip()}]" if raised and words.strip().isdigit() else words)
        elif one.tag in (f"{_W}tab", f"{_W}br"):
            pieces.append(" ")
        elif one.tag == f"{_W}footnoteReference":
            pieces.append(f" [^{one.get(f'{_W}id', '')}]")
    return " ".join("".join(pieces).split())


def _notes(tree: "_Element", targets: Mapping[str, str]) -> Iterator[Block]:
    for note in tree.iter(f"{_W}footnote"):
        words = " ".join(_words(one) for one in note.iter(f"{_W}p")).strip()
        if words and note.get(f"{_W}type") is None:
            yield Block("footer", f"[^{note.get(f'{_W}id', '')}]: {words}")
