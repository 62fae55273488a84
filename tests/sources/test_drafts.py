"""Drafts: what a reader of a Markdown, HTML, text or DOCX report sees, with its references told from its statements."""

import io
import zipfile

import pytest

from crosswire.errors import SourceError
from crosswire.model import Article
from crosswire.sources.drafts import open_draft, read_draft

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def roles(article: Article) -> list[tuple[str, str]]:
    return [(one.role, one.span.of(article.text)) for one in article.regions]


def docx(body: str, **parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>")
        for name, words in parts.items():
            archive.writestr({"footnotes": "word/footnotes.xml", "links": "word/_rels/document.xml.rels"}[name], words)
    return held.getvalue()


def test_markdown_is_read_without_its_marks() -> None:
    draft = read_draft(
        b"# Truce\n\nIt **holds**, [Reuters](https://r.example/a) said.[^1]\n\n[^1]: Reuters, 3 May", "a.md"
    )
    assert roles(draft) == [
        ("title", "Truce"),
        ("body", "It holds, Reuters said.[^1]"),
        ("footer", "[^1]: Reuters, 3 May"),
    ]
    (link,) = draft.links
    assert (draft.text[link.start : link.end], link.url) == ("Reuters", "https://r.example/a")


def test_raw_html_in_markdown_leaves_what_a_reader_sees() -> None:
    hidden = "<script>alert('Two men died.')</script> They <b>met</b> on Monday.\n\n<style>\np {}\n</style>It lasted."
    assert read_draft(hidden.encode(), "a.md").text == "They met on Monday.\n\nIt lasted."


def test_a_quoted_line_loses_its_mark_and_no_other() -> None:
    draft = read_draft(b"> They met on Monday.\n\nMore than 3 > 2 envoys came.", "a.md")
    assert draft.text == "They met on Monday.\n\nMore than 3 > 2 envoys came."


@pytest.mark.parametrize("heading", ["References", "## Sources", "**Works cited**", "Notes:"])
def test_what_stands_under_a_heading_of_references_is_no_statement(heading: str) -> None:
    draft = read_draft(f"They met in Geneva on Monday.\n\n{heading}\n\n1. The Herald, 3 May 2025".encode(), "a.md")
    assert [one.role for one in draft.regions] == ["body", "heading", "footer"]


def test_lines_of_a_chat_answer_are_paragraphs() -> None:
    draft = read_draft(b"Key points\n\nThe truce began on 10 May. Herald+2\nThe exchange is over. Courier+1\n", "a.txt")
    assert draft.text.endswith("The truce began on 10 May. Herald+2\n\nThe exchange is over. Courier+1")


def test_lines_cut_at_a_width_are_one_paragraph() -> None:
    words = (
        "The two delegations met for three hours in a lakeside villa\n"
        "and agreed to exchange a thousand prisoners from each\n"
    )
    draft = read_draft((words + "side, but their first talks ended without a ceasefire.").encode(), "a.md")
    assert "\n" not in draft.text


def test_a_page_keeps_its_notes_and_drops_its_menu() -> None:
    draft = read_draft(
        b"<!doctype html><html><body><nav>Home</nav><h1>Truce</h1><p>It holds.<sup><a href='#f2'>2</a></sup></p>"
        b"<h2>Sources</h2><ol><li><a href='https://r.example/a'>Herald</a></li></ol></body></html>",
        "a.html",
    )
    assert roles(draft) == [
        ("title", "Truce"),
        ("body", "It holds. [2]"),
        ("heading", "Sources"),
        ("footer", "1. Herald"),
    ]


def test_docx_gives_headings_links_and_footnotes() -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Truce</w:t></w:r></w:p>'
        '<w:p><w:r><w:t xml:space="preserve">It holds, </w:t></w:r>'
        '<w:hyperlink r:id="r1"><w:r><w:t>Reuters</w:t></w:r></w:hyperlink>'
        '<w:r><w:t xml:space="preserve"> said.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Herald, 3 May</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {_W}>{note}</w:footnotes>"
    links = '<Relationships><Relationship Id="r1" Target="https://r.example/a"/></Relationships>'
    draft = read_draft(docx(body, footnotes=notes, links=links), "a.docx")
    assert roles(draft) == [
        ("title", "Truce"),
        ("body", "It holds, Reuters said. [^2]"),
        ("footer", "[^2]: Herald, 3 May"),
    ]
    assert draft.links[0].url == "https://r.example/a"


def test_an_entity_in_a_docx_is_not_expanded() -> None:
    held = io.BytesIO()
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"{bomb}<w:document {_W}><w:body><w:p><w:r><w:t>They met. &b;</w:t></w:r></w:p></w:body></w:document>",
        )
    assert "aaaa" not in read_draft(held.getvalue(), "a.docx").text


@pytest.mark.parametrize(
    "data",
    [b"", b"   \n", b"PK\x03\x04broken", b"\0" * 500, docx("")[:-30]],
    ids=["empty", "blank", "broken-archive", "binary", "cut-archive"],
)
def test_what_cannot_be_checked_says_why(data: bytes) -> None:
    with pytest.raises(SourceError, match="report a"):
        read_draft(data, "a")


def test_a_file_that_is_not_there_says_so() -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        open_draft("/nowhere/report.md")


@pytest.mark.parametrize("unit", ["[", "*", "<a", "<script>", "(", "[1](", '"', "1. ", "# ", "|", "_"])
def test_odd_input_takes_linear_time(unit: str) -> None:
    read_draft((unit * (300_000 // len(unit)) + " They met.").encode(), "a.md")
