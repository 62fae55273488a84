"""What leaves Crosswire for other programs keeps its words, its places and its order, and starts no formula."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import crosswire
from crosswire.cli import cli
from crosswire.cli.export import _FORMS
from crosswire.errors import WriteError
from crosswire.export import (
    FORMATS,
    Table,
    events,
    export,
    tables,
    to_arrow,
    to_bibtex,
    to_claim_review,
    to_csv,
    to_pandas,
    to_polars,
    to_ris,
)
from crosswire.model import Article, Assessment, Corpus, Dossier
from crosswire.packs import Packs
from crosswire.write.documents import DOCUMENTS, write_document

REPORT = """Title: Envoys agree on truce
Source: Harbour Post
Date: 2025-06-03

The envoys of Oria and Teland agreed on a truce of 30 days on Monday. They will exchange 340 prisoners each.

"This is a beginning," Defence Minister Ilse Varga of Oria said after the meeting in the lake town of Vesk.
"""


def test_every_place_in_every_table_holds_its_words(demo_dossier: Dossier) -> None:
    texts = {one.id: one.text for one in demo_dossier.articles}
    rows = 0
    for table in tables(demo_dossier).values():
        if "quote" in table.columns:
            for row in table.records():
                start, end = row["start"], row["end"]
                assert isinstance(start, int)
                assert isinstance(end, int)
                assert texts[str(row["article"])][start:end] == row["quote"]
                rows += 1
    assert rows > len(demo_dossier.statements) + len(demo_dossier.claims)


def test_ids_join_the_tables(demo_dossier: Dossier) -> None:
    built = tables(demo_dossier)
    claims = {row["id"] for row in built["claims"].records()}
    assert {row["claim"] for row in built["timeline"].records()} <= claims
    assert {row["article"] for row in built["statements"].records()} <= {r["id"] for r in built["articles"].records()}
    assert len(claims) == len(demo_dossier.claims)


def test_csv_survives_a_round_trip_and_starts_no_formula(demo_dossier: Dossier) -> None:
    table = tables(demo_dossier)["claims"]
    read = list(csv.reader(io.StringIO(to_csv(table), newline="")))
    assert tuple(read[0]) == table.columns
    assert len(read) == len(table.rows) + 1
    hostile = Table("t", ("a",), (("=HYPERLINK(1)",), ("@SUM(1)",), ("-1+2",), (-1,)))
    assert [row[0] for row in csv.reader(io.StringIO(to_csv(hostile)))][1:] == [
        "'=HYPERLINK(1)",
        "'@SUM(1)",
        "'-1+2",
        "-1",
    ]


@pytest.mark.parametrize(("library", "convert"), [("pyarrow", to_arrow), ("pandas", to_pandas), ("polars", to_polars)])
def test_frames_have_the_tables_shape(demo_dossier: Dossier, library: str, convert: object) -> None:
    pytest.importorskip(library, reason=f"{library} is not installed")
    assert callable(convert)
    for table in tables(demo_dossier).values():
        assert convert(table).shape == (len(table.rows), len(table.columns)), table.name


def test_a_missing_library_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(WriteError, match="pip install polars"):
        to_polars(Table("t", ("a",), ((1,),)))


def test_source_lists_name_every_report_and_stay_in_their_fields() -> None:
    article = Article(
        "a1b2c3", "Words.", title="50% up & {down}\nER  - ", outlet="Harbour_Post", url="https://x.test/a_b"
    )
    ris, bibtex = to_ris([article]), to_bibtex([article])
    assert ris.count("ER  - ") == 1
    assert [line[:2] for line in ris.splitlines()] == ["TY", "ID", "TI", "JO", "LA", "UR", "ER"]
    assert r"50\% up \& \{down\}" in bibtex
    assert bibtex.startswith("@article{harbourpostnd-a1b2c3,")


def test_claim_review_gives_a_standing_and_no_verdict(demo_dossier: Dossier) -> None:
    graph = json.loads(to_claim_review(demo_dossier))["@graph"]
    standings = {one["reviewRating"]["alternateName"] for one in graph}
    assert "Denied" in standings
    assert not any("true" in one.casefold() or "false" in one.casefold() for one in standings)
    assert all(one["itemReviewed"]["appearance"] for one in graph)


def test_events_are_coded_by_root_and_quadrant(demo_dossier: Dossier, demo_packs: Packs) -> None:
    rows = events(demo_dossier, demo_packs.acts).records()
    quads = {(row["event_type"], row["quad_class"]) for row in rows}
    assert {("REQUEST", 3), ("REJECT", 3), ("ASSAULT", 4), ("AGREE", 1)} <= quads
    assert all(row["source"] for row in rows)
    assert len({row["event_id"] for row in rows}) == len(rows)


def test_the_command_offers_every_format_there_is() -> None:
    assert sorted((*FORMATS, *DOCUMENTS)) == list(_FORMS)


def test_a_case_is_exported_from_the_command_line_and_from_python(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    case, out = tmp_path / "talks.crosswire", tmp_path / "out"
    runner = CliRunner()
    assert runner.invoke(cli, ["add", str(case), str(report)], standalone_mode=False).exception is None
    asked = ["export", str(case), "--to", "csv", "--to", "ris", "--to", "markdown", "-o", str(out), "--json"]
    listed = json.loads(runner.invoke(cli, asked, standalone_mode=False).output)
    assert {Path(one).name for one in listed} >= {"claims.csv", "sources.ris", "report.md"}
    assert all(Path(one).stat().st_size for one in listed)
    with crosswire.open(case) as opened:
        assert [row["outlet"] for row in opened.tables()["articles"].records()]


def test_an_unknown_format_and_a_place_that_is_a_file_are_refused(tmp_path: Path, demo_dossier: Dossier) -> None:
    with pytest.raises(WriteError, match="claimreview"):
        export(demo_dossier, (), "xls", tmp_path)
    (tmp_path / "taken").write_text("x")
    with pytest.raises(WriteError, match="taken"):
        export(demo_dossier, (), "ris", tmp_path / "taken")


def test_a_word_document_is_the_same_twice_and_holds_every_line(demo_assessment: Assessment, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    one = write_document(demo_assessment, "docx", tmp_path / "one")
    two = write_document(demo_assessment, "docx", tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert "word/document.xml" in archive.namelist()
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(one)).paragraphs)
    assert all(line.text in words for section in demo_assessment.sections for line in section.lines)


def test_a_pdf_is_written_and_fetches_nothing(tmp_path: Path) -> None:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint, or a system library it draws with, is not installed")
    empty = Assessment(None, None, corpus=Corpus(0, 0, 0, 0, 0, None, None), sections=(), sources=(), origins=())
    assert write_document(empty, "pdf", tmp_path).read_bytes().startswith(b"%PDF-")
