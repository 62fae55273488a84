"""Writers add nothing, escape everything, and write the same bytes twice."""

import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crosswire.errors import WriteError
from crosswire.model import Assessment, Corpus, Evidence, Line, OriginRow, Part, Passage, Section, Skipped, SourceRow
from crosswire.write import WRITERS, schema, to_html, to_json, to_markdown, to_text, write, writer_for

HOSTILE = 'Talks <script>alert(1)</script> & "quotes" </style><img src=x onerror=alert(2)> [a](javascript:x) go on.'


def assessment(words: str = HOSTILE) -> Assessment:
    evidence = Evidence("a1", 0, len(words), words)
    line = Line(
        "l1", "reported", words, (Part("verbatim", words, evidence),), (evidence,), ("c1",), ("o1",), "low", words
    )
    return Assessment(
        question=words,
        as_of=dt.date(2025, 6, 2),
        corpus=Corpus(1, 1, 1, 1, 1, dt.date(2025, 6, 2), dt.date(2025, 6, 2), (Skipped(words, words),)),
        sections=(Section("what_we_know", "What we know", (line,), "An intro."),),
        sources=(SourceRow("a1", words, words, words, words, dt.date(2025, 6, 2), "news", "o1", words, words),),
        origins=(OriginRow("o1", words, "outlet", ("a1",), (words,), 1),),
        unanswered=(words,),
        passages=(Passage("a1", words, words, dt.date(2025, 6, 2), words),),
        version="test",
    )


class Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    collector = Collector()
    collector.feed(page)
    return collector.tags


def test_article_text_cannot_inject_markup_or_script() -> None:
    found = tags(to_html(assessment()))
    assert [tag for tag, _ in found].count("script") == 1
    assert "img" not in [tag for tag, _ in found]
    assert not any(name.startswith("on") for _, attributes in found for name in attributes)


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    page = to_html(assessment("The talks go on."))
    assert "default-src 'none'" in page
    for _, attributes in tags(page):
        assert not {"src", "srcset", "data", "action"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_every_evidence_link_lands_on_a_marked_passage() -> None:
    page = to_html(assessment("The talks go on."))
    ids = {attributes["id"] for _, attributes in tags(page) if "id" in attributes}
    links = {
        (attributes.get("href") or "")[1:] for tag, attributes in tags(page) if tag == "a" and "href" in attributes
    }
    assert links <= ids
    assert "<mark>The talks go on.</mark>" in page


def test_markdown_escapes_markup_from_articles() -> None:
    text = to_markdown(assessment())
    assert "<script>" not in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS.keys())
def test_the_same_assessment_gives_the_same_text(writer: object) -> None:
    assert callable(writer)
    assert writer(assessment()) == writer(assessment())


def test_json_follows_the_published_schema() -> None:
    document = json.loads(to_json(assessment()))
    described = schema()
    properties = described["$defs"]["Assessment"]["properties"]
    assert set(document) == set(properties)
    assert document["schema"] == properties["schema"]["const"]
    assert document["sections"][0]["lines"][0]["evidence"][0] == {
        "article": "a1",
        "start": 0,
        "end": len(HOSTILE),
        "quote": HOSTILE,
    }


def test_terminal_text_keeps_to_its_width() -> None:
    plain = to_text(assessment("The talks between the two delegations go on in the port city. " * 3), width=60)
    assert max(len(row) for row in plain.splitlines()) <= 60


def test_an_unknown_suffix_names_the_known_ones() -> None:
    with pytest.raises(WriteError, match=re.escape(".html")):
        writer_for(Path("report.docx"))


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="nowhere"):
        write(assessment(), tmp_path / "nowhere" / "report.html")
