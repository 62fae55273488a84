"""Web pages become articles with their title, byline, date and links in place."""

import pytest

from crosswire.model import Article, Skipped
from crosswire.sources.decode import decode
from crosswire.sources.html import fragment_text, read_html
from crosswire.sources.nesting import flatten

PARAGRAPHS = (
    "The two delegations met in the harbour town of Vale on Monday and agreed on a list of names for the exchange.",
    '“We will return when the other side has answered,” said <a href="https://a.example/vale">Ada Vale</a>, who leads '
    "the delegation. She added that the list was not complete and that it would be sent to both of the capitals.",
    "The next round of the talks is expected to be held in two weeks, if the fighting in the north stops by then.",
)
LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks resume in Vale", '
    '"datePublished": "2031-05-03T10:00:00Z", "author": {"name": "Jon Reed"}}</script>'
)


def page(body: str = "", head: str = LD) -> str:
    text = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    menu = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
    return (
        f"<html><head><title>Talks resume in Vale</title>{head}</head><body>{menu}<article>"
        "<h1>Talks resume in Vale</h1>"
        f"{text}{body}</article><footer>All rights reserved by the paper.</footer></body></html>"
    )


def read(markup: str | bytes) -> Article:
    data = markup.encode() if isinstance(markup, str) else markup
    article = read_html(data, "a.html", ())[0]
    assert isinstance(article, Article)
    return article


def test_title_byline_date_and_body_are_labelled() -> None:
    article = read(
        page("<h2>What comes next in the talks</h2><p>The host has offered a hall for the week after that.</p>")
    )
    shown = {region.role: article.text[region.start : region.end] for region in article.regions}
    assert shown["title"] == "Talks resume in Vale"
    assert shown["byline"] == "By Jon Reed"
    assert shown["date"] == "3 May 2031"
    assert shown["heading"] == "What comes next in the talks"
    assert article.text.count("Talks resume in Vale") == 1
    assert "Home" not in article.text
    assert "rights reserved" not in article.text


def test_links_stand_at_their_words() -> None:
    article = read(page())
    assert [(article.text[link.start : link.end], link.url) for link in article.links] == [
        ("Ada Vale", "https://a.example/vale")
    ]


def test_a_wire_credit_is_no_statement() -> None:
    article = read(page("<p>(Reporting by Ada Moor in Vale; Editing by Tom Hill)</p>"))
    assert not any("Reporting by" in span.of(article.text) for span in article.spans("body"))


def test_rows_of_figures_are_not_read_as_sentences() -> None:
    rows = "<table><tr><td>Side</td><td>Returned</td></tr><tr><td>North</td><td>340</td></tr></table>"
    article = read(page(rows))
    assert not any("Returned" in span.of(article.text) for span in article.spans("body"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "utf-8-sig", "utf-16-le"])
def test_encodings(encoding: str) -> None:
    declared = f'<meta charset="{encoding}">' if encoding.startswith("win") else ""
    assert "“We will return" in read(page(head=declared + LD).encode(encoding)).text


def test_a_wrong_charset_does_not_break_utf_8() -> None:
    assert "“We will return" in read(page(head='<meta charset="iso-8859-1">' + LD)).text


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"<html></html>", b"no markup at all", b"<" * 1000])
def test_pages_without_an_article_are_skipped(data: bytes) -> None:
    assert isinstance(read_html(data, "a.html", ())[0], Skipped)


def test_articles_only_in_json_ld_are_read() -> None:
    body = " ".join(PARAGRAPHS).replace('<a href="https://a.example/vale">', "").replace("</a>", "").replace('"', "'")
    node = f'{{"@type": "NewsArticle", "headline": "Talks", "articleBody": "{body}"}}'
    head = f'<script type="application/ld+json">{node}</script>'
    article = read(f"<html><head>{head}</head><body><div id='app'></div></body></html>")
    assert "agreed on a list of names" in article.text


def test_opinion_sections_are_recognised() -> None:
    assert read(page(head=LD + '<meta property="article:section" content="Opinion">')).genre == "opinion"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>They met.<br>They left.</p>", "They met.\n\nThey left."),
        ("a &lt; b", "a < b"),
        ("no tags", "no tags"),
        ("<p>kept</p><script>dropped()</script><style>p{}</style>", "kept"),
    ],
)
def test_fragments(markup: str, expected: str) -> None:
    assert fragment_text(markup) == expected


def test_flatten_keeps_ordinary_pages_and_all_words() -> None:
    assert flatten(page()) == page()
    deep = "<b>" * 1_000 + "words" + "</b>" * 1_000
    flat = flatten(deep)
    assert flat.count("<b>") == flat.count("</b>") == 200
    assert "words" in flat
    assert flatten("<p>" * 5_000) == "<p>" * 5_000
    assert flatten("<script>" + "'<div>'" * 1_000 + "</script>").count("<div>") == 1_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"caf\xe9 au lait", "café au lait"), ("naïve".encode(), "naïve"), (b"\xff\xfea\x00b\x00", "ab"), (b"", "")],
)
def test_decode(data: bytes, expected: str) -> None:
    assert decode(data) == expected
