"""Hostile input is skipped or read, within seconds, and never raises."""

import gzip
import io
import json
import tarfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.model import Article, Skipped
from crosswire.sources import collect
from crosswire.sources.formats import read_input
from crosswire.sources.nesting import flatten

CONFORMANCE = Path(__file__).resolve().parents[2].parent / "shared/data/ingest-conformance"
WORDS = "The two delegations met in the town of Vale and agreed that they would return to it for the next round. " * 6


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def check(items: list[Article | Skipped]) -> list[Article | Skipped]:
    """Hold every result to the contract of articles."""
    for item in items:
        if isinstance(item, Skipped):
            assert item.reason
            continue
        item.text.encode("utf-8")
        assert all(0 <= region.start < region.end <= len(item.text) for region in item.regions)
        assert all(a.end <= b.start for a, b in pairwise(item.regions))
        assert all(0 <= link.start < link.end <= len(item.text) for link in item.links)
    return items


def read(name: str, data: bytes) -> list[Article | Skipped]:
    return check(list(read_input(data, name, ())))


DEEP = "<div>" * 100_000 + f"<p>{WORDS}</p>" + "</div>" * 100_000
LAUGHS = b"".join(b'<!ENTITY l%d "&l%d;&l%d;">' % (n + 1, n, n) for n in range(30))
CASES = {
    "deep-divs": ("a.html", DEEP.encode()),
    "deep-unclosed": ("a.html", b"<b><i>" * 200_000),
    "unclosed-scripts": ("a.html", b"<script>" * 200_000),
    "open-comments": ("a.html", b"<!--" * 300_000),
    "page-of-10-mb": ("a.html", f"<p>{WORDS}</p>".encode() * 16_000),
    "long-attribute": ("a.html", b"<p class='" + b"x" * 2_000_000 + b"'>" + WORDS.encode()),
    "deep-json": ("a.json", b"[" * 500_000),
    "deep-json-line": ("a.jsonl", b'{"a":' * 300_000),
    "deep-paragraphs": ("a.json", b'{"text":' + b'[' * 500 + b'"x"' + b"]" * 500 + b"}"),
    "surrogates": ("a.json", b'{"text": "\\ud800' + WORDS.encode() + b'"}'),
    "nul-bytes": ("a.txt", WORDS.encode().replace(b" ", b"\0", 20)),
    "one-line-of-3-mb": ("a.txt", WORDS.encode() * 5_000),
    "brackets": ("a.txt", b"(" * 1_000_000),
    "markdown-brackets": ("a.md", b"[" * 1_000_000),
    "markdown-hashes": ("a.md", b"# " * 500_000),
    "markdown-hash-lines": ("a.md", b"# a ###" * 200_000),
    "header-lines": ("a.txt", b"title: a\n" * 200_000),
    "colons": ("a.txt", b"title:" * 200_000),
    "utf-16": ("a.txt", WORDS.encode("utf-16-be")),
    "laughs": ("a.xml", b"<!DOCTYPE r [" + LAUGHS + b"]><rss>&l30;</rss>"),
    "deep-feed": ("a.xml", b"<rss>" + b"<channel>" * 100_000),
    "entities": ("a.xml", b"<rss>" + b"&amp;" * 300_000),
    "entity-declarations": ("a.xml", b"<!ENTITY a '" * 100_000),
    "mail-headers": ("a.eml", b"Subject: x\n" * 100_000),
    "mail-folds": ("a.eml", b"Subject: x\n" + b" y\n" * 100_000 + b"\nbody"),
    "mail-encoded-words": ("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nbody"),
    "mail-address": ("a.eml", b"From: " + b"(" * 20_000 + b"\nTo: a\n\nbody"),
    "json-ld-spaces": ("a.html", b"<script type='application/ld+json'>{" + b", " * 300_000 + b"</script><p>x</p>"),
    "json-ld-deep": ("a.html", b"<script type='application/ld+json'>" + b"[" * 300_000 + b"</script><p>x</p>"),
    "author-commas": ("a.html", b"<meta name='author' content='" + b"and ," * 100_000 + b"'><p>x</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), CASES.values(), ids=CASES.keys())
def test_time_is_bounded(name: str, data: bytes) -> None:
    with limit(12):
        assert read(name, data)


def test_words_in_deep_markup_are_still_read() -> None:
    (article,) = read("a.html", DEEP.encode())
    assert isinstance(article, Article)
    assert "agreed that they would return" in article.text


def test_a_zip_bomb_is_not_inflated(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"\0" * 100_000_000)
        archive.writestr("b.txt", WORDS)
    with limit(10):
        bomb, article = check(list(collect([str(file)])))
    assert isinstance(bomb, Skipped)
    assert "inflates past" in bomb.reason
    assert isinstance(article, Article)


def test_gzip_bombs_and_stumps_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"\0" * 100_000_000))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(WORDS.encode())[:40])
    with limit(10):
        assert [type(item) for item in collect([str(tmp_path)])] == [Skipped, Skipped]


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_broken_archives_are_skipped(cut: int, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", WORDS)
    (tmp_path / "a.zip").write_bytes(stream.getvalue()[:cut])
    assert [type(item) for item in collect([str(tmp_path)])] == [Skipped]


def test_flatten_is_linear() -> None:
    with limit(8):
        for piece in ("<", "<a", "<a>", "</a>", "<!--", "<script>", "<title>"):
            flatten(piece * 200_000)


NAMES = st.sampled_from(
    ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.eml", "a.pdf", "a.xml", "a.rss", "stdin", "a.bin"]
)
PIECES = st.sampled_from(
    [
        "<div>", "</p>", "<p>", "<script type='application/ld+json'>", "</script>",
        '{"@type":"NewsArticle","headline":', "[", "]", "{",
        "}", '"', "“", "”", "title: x\n", "---\n", "# ", "[a](https://b.example)", "\n\n", "&amp;",
        "&#x0;", "\ud83d", "\0",
        "<rss><channel><item><title>", "<description>", "</item>",
        "From: a\n", "Subject: b\n", "Content-Type: text/html\n",
        WORDS, "By Ada Vale\n",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=NAMES, data=st.binary(max_size=400))
def test_any_bytes(name: str, data: bytes) -> None:
    read(name, data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=NAMES, pieces=st.lists(PIECES | st.text(max_size=12), max_size=40))
def test_any_mixture_of_markup(name: str, pieces: list[str]) -> None:
    read(name, "".join(pieces).encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_json_text(text: str) -> None:
    read(
        "a.json", json.dumps({"text": WORDS + text, "title": text, "author": text, "date": text, "url": text}).encode()
    )


@pytest.mark.data
@pytest.mark.parametrize("name", ["feedparser_tests", "pdf_samples", "html5lib_tests"])
def test_conformance_files_never_raise(name: str) -> None:
    file = CONFORMANCE / f"{name}.tar.xz"
    if not file.exists():
        pytest.skip(f"{file.name} is not beside the checkout")
    seen = 0
    with tarfile.open(file) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is None:
                continue
            data = stream.read()
            seen += 1
            read(member.name, data)
            if name == "html5lib_tests":
                read("a.html", data)
    assert seen > 20
