"""Paths, folders, patterns, archives and stdin become inputs in a fixed order."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from crosswire.errors import SourceError
from crosswire.model import Article, Skipped
from crosswire.sources import collect, count
from crosswire.sources.formats import find_format

BODY = (
    "The two delegations met in the harbour town of Vale on Monday and agreed on a list of names for the exchange.\n\n"
    '"We will return when the other side has answered," said Ada Vale, who leads the delegation. She added that the '
    "list was not complete and that it would be sent to both of the capitals before the end of the week.\n\n"
    "The next round of the talks is expected to be held in two weeks, if the fighting in the north stops by then."
)
REPORT = f"Title: Talks resume in Vale\nSource: The Courier\nDate: 2031-05-03\n\n{BODY}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", "c.md"):
        (tmp_path / name).write_text(REPORT.replace("Vale", name), encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def places(*paths: object, stdin: bytes | None = None) -> list[str]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return [item.location for item in collect(map(str, paths), stdin=stream)]


def test_folders_are_read_sorted_without_hidden_files(folder: Path) -> None:
    found = [Path(place).relative_to(folder).as_posix() for place in places(folder)]
    assert found == ["a.txt", "b/1.txt", "b/2.txt", "c.md"]
    assert count([str(folder)]) == 4


def test_patterns(folder: Path) -> None:
    assert places(folder / "*.txt") == [str(folder / "a.txt")]
    assert len(places(folder / "**" / "*.txt")) == 3


@pytest.mark.parametrize("path", ["nowhere.txt", "no-*-match.txt", "", "a\0b"])
def test_a_path_that_does_not_exist_raises_with_a_remedy(path: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"path .*;"):
        list(collect([str(tmp_path / path) if path else path]))


def test_stdin_is_sniffed() -> None:
    (article,) = collect(["-"], stdin=io.BytesIO(REPORT.encode()))
    assert isinstance(article, Article)
    assert (article.outlet, article.location) == ("The Courier", "stdin")


def test_stdin_missing_raises() -> None:
    with pytest.raises(SourceError, match="stdin"):
        list(collect(["-"]))


def pack(entries: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_archives_are_read_by_entry(tmp_path: Path) -> None:
    file = tmp_path / "reports.zip"
    entries = {"b.txt": REPORT.encode(), "../a.txt": REPORT.encode(), "inner.zip": pack({}), "__MACOSX/b.txt": b"x"}
    file.write_bytes(pack(entries))
    found = list(collect([str(file)]))
    assert [item.location for item in found] == [f"{file}!../a.txt", f"{file}!b.txt", f"{file}!inner.zip"]
    assert isinstance(found[2], Skipped)
    assert "archives inside archives" in found[2].reason
    assert count([str(file)]) == 3
    assert [type(item) for item in collect(["-"], stdin=io.BytesIO(file.read_bytes()))] == [Article, Article, Skipped]


def test_gzip_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(REPORT.encode()))
    (article,) = collect([str(tmp_path)])
    assert isinstance(article, Article)
    assert article.title == "Talks resume in Vale"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.txt", b"%PDF-1.4", "pdf", id="bytes-before-suffix"),
        pytest.param("a.txt", b"<!DOCTYPE html><html>", "html", id="page-saved-as-text"),
        pytest.param("a.xml", b"<?xml version='1.0'?><rss version='2.0'>", "feed", id="rss"),
        pytest.param("a.xml", b"<!-- <p> --><feed xmlns='x'>", "feed", id="comment-before-the-root"),
        pytest.param("a.xml", b"<?xml version='1.0'?><html><body>", "html", id="xhtml-as-xml"),
        pytest.param("stdin", b'{"text": "a"}\n{"text": "b"}', "jsonl", id="lines"),
        pytest.param("stdin", b'[{"text": "a"}]', "json", id="array"),
        pytest.param("stdin", b"From: a@b.example\nSubject: x\n\nbody", "mail", id="mail"),
        pytest.param("stdin", b"Subject: one line only\n\nbody", "plain", id="one-header-is-no-mail"),
        pytest.param("a.docx", b"PK\x03\x04", None, id="word-file"),
        pytest.param("a.png", b"\x89PNG", None, id="picture"),
        pytest.param("a.csv", b"a,b", None, id="unknown-suffix"),
    ],
)
def test_formats(name: str, data: bytes, expected: str | None) -> None:
    assert find_format(name, data) == expected


def test_unknown_formats_are_skipped_with_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (skipped,) = collect([str(tmp_path)])
    assert isinstance(skipped, Skipped)
    assert ".eml" in skipped.reason


def test_headers_are_metadata_and_not_body(folder: Path) -> None:
    (article,) = collect([str(folder / "a.txt")])
    assert isinstance(article, Article)
    read = " ".join(span.of(article.text) for span in article.spans("body"))
    assert "Source:" not in read
    assert "delegations met" in read
    assert article.spans("title")[0].of(article.text) == "Talks resume in a.txt"


def test_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        f'---\ntitle: "Talks resume"\nauthor: Jon Reed\ndate: 2031-05-03\ntags: [x]\n---\n\n{BODY}', encoding="utf-8"
    )
    (article,) = collect([str(file)])
    assert isinstance(article, Article)
    assert (article.title, article.author, str(article.published)) == ("Talks resume", "Jon Reed", "2031-05-03")


def test_markdown_headings_and_links_are_noted(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    body = BODY.replace("Ada Vale", "[Ada Vale](https://a.example/vale)").replace(
        "\n\nThe next", "\n\n## What next\n\nThe next"
    )
    file.write_text(f"# Talks resume\n\n{body}", encoding="utf-8")
    (article,) = collect([str(file)])
    assert isinstance(article, Article)
    assert article.title == "Talks resume"
    assert [span.of(article.text) for span in article.spans("heading")] == ["What next"]
    assert [(article.text[link.start : link.end], link.url) for link in article.links] == [
        ("Ada Vale", "https://a.example/vale")
    ]


def test_two_runs_agree(folder: Path) -> None:
    assert list(collect([str(folder)])) == list(collect([str(folder)]))
