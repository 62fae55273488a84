"""JSON and JSON lines under the field names in common use."""

import json

import pytest

from crosswire.model import Article, Skipped
from crosswire.sources.records import read_json, read_json_lines

PARAGRAPHS = [
    "The two delegations met in the harbour town of Vale on Monday and agreed on a list of names for the exchange.",
    "“We will return when the other side has answered,” said Ada Vale, who leads the delegation of the north.",
    "She added that the list was not complete and that it would be sent to both of the capitals within the week.",
]
TEXT = "\n\n".join(PARAGRAPHS)


def read(value: object) -> list[Article | Skipped]:
    return list(read_json(json.dumps(value).encode(), "a.json", ()))


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            {
                "title": "Talks resume",
                "text": TEXT,
                "source": "The Courier",
                "date": "2031-05-03",
                "author": "Jon Reed",
            },
            id="short-names",
        ),
        pytest.param(
            {
                "headline": "Talks resume",
                "articleBody": TEXT,
                "publisher": {"name": "The Courier"},
                "datePublished": "2031-05-03T01:00:00Z",
                "author": [{"name": "Jon Reed"}],
            },
            id="schema-org",
        ),
        pytest.param(
            {
                "source": {"id": None, "name": "The Courier"},
                "title": "Talks resume",
                "content": TEXT,
                "publishedAt": "2031-05-03T01:00:00Z",
                "author": "Jon Reed",
            },
            id="news-service",
        ),
        pytest.param(
            {
                "title": "Talks resume",
                "body-paragraphs": [[p] for p in PARAGRAPHS],
                "outlet": "The Courier",
                "date": "2031-05-03",
                "byline": "Jon Reed",
            },
            id="nested-lists",
        ),
        pytest.param(
            {
                "title": "Talks resume",
                "maintext": TEXT,
                "sitename": "The Courier",
                "date_publish": "2031-05-03 10:00:00",
                "authors": ["Jon Reed"],
            },
            id="crawler",
        ),
        pytest.param(
            {
                "title": "Talks resume",
                "content": "".join(f"<p>{p}</p>" for p in PARAGRAPHS),
                "site": "The Courier",
                "pubDate": "2031-05-03",
                "creator": "Jon Reed",
            },
            id="html-content",
        ),
    ],
)
def test_field_names(record: dict[str, object]) -> None:
    (article,) = read(record)
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.author) == ("Talks resume", "The Courier", "Jon Reed")
    assert str(article.published) == "2031-05-03"
    assert article.spans("body")[0].of(article.text) == TEXT
    assert article.spans("title")[0].of(article.text) == "Talks resume"


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: {"articles": r}, lambda r: {"response": {"results": r}}])
def test_lists_of_articles(wrap: object) -> None:
    found = read(wrap([{"text": TEXT}, {"text": TEXT, "title": "Second"}]))  # type: ignore[operator]
    assert [item.location for item in found] == ["a.json item 1", "a.json item 2"]
    assert all(isinstance(item, Article) for item in found)


def test_a_bad_line_is_skipped_by_number_and_the_rest_kept() -> None:
    lines = [
        json.dumps({"text": TEXT}),
        "{bad",
        "",
        "[1]",
        json.dumps({"title": "no text"}),
        json.dumps({"text": TEXT}),
    ]
    found = list(read_json_lines("\n".join(lines).encode(), "a.jsonl", ()))
    assert [type(item) for item in found] == [Article, Skipped, Skipped, Skipped, Article]
    assert [item.location for item in found][1:4] == ["a.jsonl line 2", "a.jsonl line 4", "a.jsonl line 5"]


def test_lines_saved_as_json_are_read_too() -> None:
    lines = "\n".join([json.dumps({"text": TEXT})] * 2)
    assert [type(item) for item in read_json(lines.encode(), "a.json", ())] == [Article, Article]


def test_cut_texts_of_a_service_are_skipped() -> None:
    (skipped,) = read({"content": f"{TEXT} [+1234 chars]"})
    assert isinstance(skipped, Skipped)
    assert "cut" in skipped.reason


@pytest.mark.parametrize(
    "value", [None, 3, "words", [], {}, [[]], {"articles": []}, {"text": None}, {"text": {"a": 1}}]
)
def test_json_without_articles_is_skipped(value: object) -> None:
    assert all(isinstance(item, Skipped) for item in read(value))
    assert read(value)


def test_lone_surrogates_are_replaced() -> None:
    data = json.dumps({"text": TEXT}).replace("harbour", "har\\ud800bour")
    (article,) = read_json(data.encode(), "a.json", ())
    assert isinstance(article, Article)
    article.text.encode("utf-8")
