"""The case for other programs: tables, source lists and the report as a document, to download."""

import datetime as dt
import importlib.util
import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import quote

import msgspec
from fastapi import APIRouter, Query, Response
from starlette.exceptions import HTTPException

from crosswire.export import FORMATS, export, tables
from crosswire.web.page import Current, TheShelf, Words, date_or_none, page
from crosswire.web.shelf import Snapshot
from crosswire.write.documents import DOCUMENTS, write_document

router = APIRouter(tags=["export"])
# What each form is, and the library it needs beside the core.
_TOLD = {
    "csv": ("Tables, a .csv file each", None),
    "parquet": ("Tables, a .parquet file each", "pyarrow"),
    "ris": ("List of the reports for reference managers (RIS)", None),
    "bibtex": ("List of the reports for BibTeX", None),
    "claimreview": ("Contested and corroborated claims as schema.org ClaimReview", None),
    "plover": ("Event rows in the categories of PLOVER", None),
    "html": ("The report as one HTML file", None),
    "docx": ("The report for word processors (DOCX)", "docx"),
    "pdf": ("The report as PDF", "weasyprint"),
    "markdown": ("The report as Markdown", None),
    "json": ("The report as JSON", None),
}
_MEDIA = {
    ".bib": "application/x-bibtex",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".ris": "application/x-research-info-systems",
    ".zip": "application/zip",
}
# Archives hold no time of their making: the same case gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Form(msgspec.Struct, frozen=True):
    """One form of export; `installed` is false where a library it needs is missing. A report answers a question."""

    name: str
    told: str
    report: bool
    installed: bool


class TableRow(msgspec.Struct, frozen=True):
    """One table to download by itself."""

    name: str
    rows: int
    columns: tuple[str, ...]


class ExportPage(msgspec.Struct, frozen=True):
    """What the case can be downloaded as, for a question and at a date where they are given."""

    question: str
    as_of: str
    forms: tuple[Form, ...]
    tables: tuple[TableRow, ...]


@page(router, "/export", "export.html.j2", ExportPage)
def exports(snapshot: Current, q: Words = "", as_of: Words = "") -> ExportPage:
    """The case for other programs: tables, source lists and the report as a document."""
    made = tables(snapshot.at(date_or_none(as_of, "as_of")))
    return ExportPage(
        question=" ".join(q.split()),
        as_of=as_of,
        forms=tuple(
            Form(name, told, name in DOCUMENTS, needs is None or importlib.util.find_spec(needs) is not None)
            for name, (told, needs) in _TOLD.items()
        ),
        tables=tuple(TableRow(one.name, len(one.rows), one.columns) for one in made.values()),
    )


@router.get("/export/{form}", response_class=Response)
def download(
    snapshot: Current,
    shelf: TheShelf,
    form: str,
    q: Words = "",
    as_of: Words = "",
    table: Annotated[Words, Query(description="One table, for csv and parquet; all of them in a .zip without.")] = "",
) -> Response:
    """Download the case in one form; several files come as a .zip."""
    if form not in _TOLD:
        raise HTTPException(404, f"There is no form of export called {form!r}; there are {', '.join(_TOLD)}.")
    asked = (form, " ".join(q.split()), as_of, table)
    # A PDF takes seconds to set: two who ask for the same wait for one, and it is kept with the snapshot.
    named, _, body = snapshot.bodies.get(("export", *asked), lambda: _made(snapshot, *asked)).partition(b"\0")
    name = named.decode()
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(f'{shelf.name}-{name}')}"}
    return Response(body, media_type=_MEDIA.get(Path(name).suffix, "application/octet-stream"), headers=headers)


def _made(snapshot: Snapshot, form: str, question: str, as_of: str, table: str) -> bytes:
    """Return the name of the file to download, a zero and its bytes."""
    files = _files(snapshot, form, question, date_or_none(as_of, "as_of"))
    if table:
        files = {name: body for name, body in files.items() if Path(name).stem == table}
    if not files:
        raise HTTPException(404, f"There is no table called {table!r}.")
    name, body = next(iter(files.items())) if len(files) == 1 else (f"{form}.zip", _zipped(files))
    return name.encode() + b"\0" + body


def _files(snapshot: Snapshot, form: str, question: str, date: dt.date | None) -> dict[str, bytes]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        if form in DOCUMENTS:
            paths = [write_document(snapshot.assessment(question or None, date), form, folder)]
        else:
            assert form in FORMATS
            paths = export(snapshot.at(date), snapshot.packs.acts, form, folder)
        return {path.name: path.read_bytes() for path in paths}


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), body)
    return packed.getvalue()
