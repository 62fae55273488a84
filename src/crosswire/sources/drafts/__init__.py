"""
A draft: somebody's report that is to be checked, as against the reports it is checked with.

Unlike a source, a draft keeps everything it says: its headings, lists and tables, the marks of its citations, its list
of references. Its text is what a reader sees, without the markup, and every offset points into that.
"""

import re
from pathlib import Path
from typing import BinaryIO

from crosswire.errors import SourceError
from crosswire.model import Article, Skipped
from crosswire.sources.decode import decode
from crosswire.sources.drafts.docx import docx_blocks
from crosswire.sources.drafts.layout import draft_article
from crosswire.sources.drafts.markdown import markdown_blocks
from crosswire.sources.drafts.page import page_blocks
from crosswire.sources.layout import Block
from crosswire.sources.paths import MAX_FILE

__all__ = ["open_draft", "read_draft"]

# The longest draft: a book has two million characters.
_MAX_BYTES = 20_000_000
_TAG = re.compile(r"<(?:!doctype html|html|body|article|div|p|h1)[\s>]", re.IGNORECASE)


def open_draft(path: str, stdin: BinaryIO | None = None) -> Article:
    """Read the draft at `path`, "-" for `stdin`. Raises `SourceError` when nothing there can be checked."""
    if path == "-":
        if stdin is None:
            raise SourceError("path -: expected a report on stdin, found none; pipe one in or name a file")
        return read_draft(stdin.read(MAX_FILE + 1), "stdin")
    try:
        return read_draft(Path(path).read_bytes(), path)
    except OSError as error:
        raise SourceError(f"report {path}: cannot be read ({error.strerror or error}); check its name") from None


def read_draft(data: bytes, location: str) -> Article:
    r"""
    Read a draft: Markdown, HTML, text (a pasted chat answer among them), PDF or DOCX, told apart by its bytes.

    >>> draft = read_draft(b"# Talks\n\nThey *met* in [Geneva](https://news.example/a).", "a.md")
    >>> draft.title, draft.text
    ('Talks', 'Talks\n\nThey met in Geneva.')
    """
    if len(data) > _MAX_BYTES:
        raise SourceError(f"report {location}: expected under {_MAX_BYTES:,} bytes, found {len(data):,}; split it")
    article = draft_article(_blocks(data, location), location)
    if article is None:
        raise SourceError(f"report {location}: expected words to check, found none; check that it was saved as text")
    return article


def _blocks(data: bytes, location: str) -> list[Block]:
    if data.startswith(b"PK\x03\x04"):
        return docx_blocks(data, location)
    if b"%PDF-" in data[:1_024]:
        return markdown_blocks(_printed(data, location))
    if data[:8_192].count(0) > 64 and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(f"report {location}: expected Markdown, HTML, text, PDF or DOCX, found binary data")
    text = decode(data)
    named = Path(location).suffix.lower() in (".html", ".htm", ".xhtml")
    return page_blocks(text) if named or _TAG.match(text.lstrip()[:200]) else markdown_blocks(text)


def _printed(data: bytes, location: str) -> str:
    from crosswire.sources.pdf import read_pdf

    (found,) = read_pdf(data, location, ())
    if isinstance(found, Skipped):
        raise SourceError(f"report {location}: {found.reason}")
    return found.text
