"""PDF: the text of its pages, joined into paragraphs, without the lines every page repeats."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from crosswire.model import Article, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.plain import read_text

_MAX_BYTES = 50_000_000
_MAX_PAGES = 300
_MAX_CHARS = 2_000_000
# Where it finds a word cut at a line's end, pdfium leaves a mark and runs the lines together.
_CUT = re.compile("[\x02\ufffe](?:\r?\n)?")
_BYLINE = re.compile(r"by [A-Z]", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_ENDS = re.compile(r"[.!?:\u2026][\"'\u201d\u2019)\]]{0,3}$")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_DIGITS = re.compile(r"\d{1,9}")
# A short line ends a paragraph: the last line of a block is rarely as wide as the column.
_FULL = 0.75


def read_pdf(data: bytes, location: str, outlets: Sequence[PackOutlet]) -> list[Article | Skipped]:
    """Read a PDF as one report."""
    import pypdfium2

    if len(data) > _MAX_BYTES:
        return [
            Skipped(location, f"expected a PDF under {_MAX_BYTES:,} bytes, found {len(data):,}; cut it to the report")
        ]
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return [Skipped(location, "the PDF is locked with a password; save an unlocked copy")]
        return [Skipped(location, f"expected a PDF, found a broken one ({str(error)[:80]}); save it again")]
    try:
        pages = _pages(document)
        title, created = _hints(document)
    finally:
        document.close()
    text = "\n\n".join(join_lines(pages))
    if not text.strip():
        return [Skipped(location, "the PDF holds pictures of pages and no text; run it through OCR first")]
    return [read_text(text, location, outlets, title=title, published=created)]


def join_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """
    Join printed lines into paragraphs: words cut at line ends are mended, repeated page headers left out.

    >>> join_lines([["The delegations met for the second time and agr-", "eed on a list of names."]])
    ['The delegations met for the second time and agreed on a list of names.']
    """
    repeated = _repeated(pages)
    lines = [line for page in pages for line in page if _shape(line) not in repeated]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    paragraphs: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            # A column or page break leaves a gap too; only the end of a sentence closes the paragraph there.
            open_ = open_ and not _ENDS.search(paragraphs[-1])
            continue
        if open_ and _HYPHEN.search(paragraphs[-1]) and line[0].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + line
        elif open_ and not (len(paragraphs) == 1 and _BYLINE.match(line)):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        open_ = len(line) >= width * _FULL or (not _ENDS.search(line) and len(line) > width * 0.5)
    return paragraphs


def _pages(document: object) -> list[list[str]]:
    import pypdfium2

    pages: list[list[str]] = []
    size = 0
    for number in range(min(len(document), _MAX_PAGES)):  # type: ignore[arg-type]
        try:
            page = document[number]  # type: ignore[index]
            words = page.get_textpage()
            text: str = words.get_text_bounded()
            words.close()
            page.close()
        except pypdfium2.PdfiumError:
            continue
        size += len(text)
        if size > _MAX_CHARS:
            break
        pages.append([" ".join(line.split()) for line in _CUT.sub("-\n", text).split("\n")])
    return pages


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the shapes of lines at the head or foot of most pages: running titles and page numbers."""
    if len(pages) < 2:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        seen.update({_shape(line) for line in (*lines[:3], *lines[-3:])})
    least = max(2, (len(pages) + 1) // 2)
    return frozenset(shape for shape, count in seen.items() if count >= least and shape)


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)


def _hints(document: object) -> tuple[str | None, dt.date | None]:
    values: dict[str, str] = document.get_metadata_dict()  # type: ignore[attr-defined]
    title = " ".join(values.get("Title", "").split())
    match = _DATE.match(values.get("CreationDate", ""))
    try:
        created = dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        created = None
    is_title = len(title.split()) > 2 and not title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".qxd"))
    return (title if is_title else None), created
