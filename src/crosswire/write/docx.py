"""Assessment to a Word document (DOCX); needs python-docx, the `export` extra."""

import importlib
import io
import zipfile
from typing import Any

from crosswire.errors import WriteError
from crosswire.model import Assessment, Evidence, Grid, Line, Section
from crosswire.write.layout import corpus_line, dated, day, heading, small_print, written_for

# Zip archives know no earlier date; a fixed one keeps two runs alike.
_DATE = (1980, 1, 1, 0, 0, 0)


def to_docx(assessment: Assessment) -> bytes:
    """
    Return the assessment as a DOCX file; every line ends in the numbers of its evidence, given in full at the end.

    Raises `WriteError` when python-docx is not installed. The same assessment gives the same bytes.
    """
    try:
        document = importlib.import_module("docx").Document()
    except ImportError:
        raise WriteError("python-docx is not installed; install it with: pip install 'crosswire[export]'") from None
    numbers: dict[Evidence, int] = {}
    document.add_heading(heading(assessment), 0)
    about = f"As of {day(assessment.as_of)}. {corpus_line(assessment.corpus)}.{written_for(assessment)}"
    document.add_paragraph(about)
    for gap in assessment.unanswered:
        document.add_paragraph(gap, style="Intense Quote")
    for section in assessment.sections:
        _section(document, section, numbers)
    _sources(document, assessment)
    _evidence(document, assessment, numbers)
    return _alike(document)


def _section(document: Any, section: Section, numbers: dict[Evidence, int]) -> None:
    document.add_heading(section.title, 1)
    if section.intro:
        document.add_paragraph().add_run(section.intro).italic = True
    if section.grid:
        _grid(document, section.grid)
    for line in section.lines:
        _line(document, line, numbers)


def _grid(document: Any, grid: Grid) -> None:
    heads = [*grid.heads, *grid.columns]
    table = document.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for row in grid.rows:
        told = [*row.heads, *(", ".join(entry.text for entry in cell) for cell in row.cells)]
        for cell, words in zip(table.add_row().cells, told, strict=True):
            cell.text = _plain(words)
    document.add_paragraph()


def _line(document: Any, line: Line, numbers: dict[Evidence, int]) -> None:
    paragraph = document.add_paragraph(style="List Bullet 2" if line.level else "List Bullet")
    if line.label:
        paragraph.add_run(f"{_plain(line.label)}: ").bold = True
    paragraph.add_run(_plain(line.text))
    cited = sorted({numbers.setdefault(one, len(numbers) + 1) for one in line.evidence})
    paragraph.add_run(f" [{', '.join(map(str, cited))}]").font.superscript = True
    paragraph.add_run(f" ({_plain(small_print(line))})").italic = True


def _sources(document: Any, assessment: Assessment) -> None:
    document.add_heading("Sources", 1)
    for row in assessment.sources:
        parts = [row.outlet, row.title, row.author, dated(row), row.url, row.folded]
        document.add_paragraph(_plain("; ".join(part for part in parts if part)), style="List Bullet")
    for one in assessment.corpus.skipped:
        document.add_paragraph(_plain(f"Not read: {one.location}: {one.reason}"), style="List Bullet")


def _evidence(document: Any, assessment: Assessment, numbers: dict[Evidence, int]) -> None:
    document.add_heading("Evidence", 1)
    outlets = {passage.article: f"{passage.outlet}, {day(passage.published)}" for passage in assessment.passages}
    for evidence, number in numbers.items():
        place = f"[{number}] {outlets[evidence.article]}, {evidence.start}–{evidence.end}: “{evidence.quote}”"
        document.add_paragraph(_plain(place))


def _plain(text: str) -> str:
    """Leave out characters that XML 1.0 does not allow."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff"))


def _alike(document: Any) -> bytes:
    """Return the document's bytes with every member of its archive dated alike."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for item in given.infolist():
            info = zipfile.ZipInfo(item.filename, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, given.read(item.filename))
    return out.getvalue()
