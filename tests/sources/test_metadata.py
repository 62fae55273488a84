"""What pages say about themselves, well written and badly."""

import pytest

from crosswire.sources.bylines import clean_authors
from crosswire.sources.html import parse
from crosswire.sources.jsonld import find_article_node, parse_loosely
from crosswire.sources.metadata import Metadata, read_date, read_metadata, trim_site


def read(head: str, body: str = "") -> Metadata:
    tree = parse(f"<html><head>{head}</head><body>{body}<p>Words of the page.</p></body></html>")
    assert tree is not None
    return read_metadata(tree, html_date=False)


def script(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            '{"@type": "NewsArticle", "headline": "Talks resume", "author": {"name": "Ada Vale"}}', id="plain"
        ),
        pytest.param(
            '{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["Article", "NewsArticle"], '
            '"headline": "Talks resume", "author": [{"@type": "Person", "name": "Ada Vale"}]}]}',
            id="graph-and-type-list",
        ),
        pytest.param(
            '[{"@type": "Organization"}, {"@type": "NewsArticle", "headline": "Talks resume", "author": "Ada Vale"}]',
            id="list",
        ),
        pytest.param(
            '{"@type": "NewsArticle", "headline": "Talks resume", "author": ["Ada Vale",],}', id="trailing-commas"
        ),
        pytest.param(
            '<!-- {"@type": "NewsArticle", "headline": "Talks\n resume", "author": "Ada Vale"} -->',
            id="comment-and-line-break",
        ),
        pytest.param(
            '{"@type": "http://schema.org/NewsArticle", "headline": "Talks resume", "author": "Ada Vale"};',
            id="address-and-semicolon",
        ),
        pytest.param(
            '{"mainEntity": {"@type": "NewsArticle", "headline": "Talks resume", "author": {"name": ["Ada Vale"]}}}',
            id="nested",
        ),
    ],
)
def test_json_ld_in_all_its_shapes(content: str) -> None:
    page = read(script(content))
    assert (page.title, page.authors) == ("Talks resume", ("Ada Vale",))


@pytest.mark.parametrize(
    "content", ["", "{", "null", '{"@type": 3}', "[" * 100_000, '{"@type": "Person", "name": "x"}']
)
def test_hopeless_json_ld_says_nothing(content: str) -> None:
    assert find_article_node([content]) == {}


def test_deep_json_is_refused() -> None:
    assert parse_loosely("[" * 200_000 + "]" * 200_000) is None


def test_meta_tags_serve_where_json_ld_is_silent() -> None:
    page = read(
        '<meta property="og:title" content="Talks resume | The Courier">'
        '<meta property="og:site_name" content="The Courier">'
        '<meta name="author" content="By Ada Vale and Jon Reed">'
        '<meta property="article:published_time" content="2031-05-03T22:00:00Z">'
        '<link rel="canonical" href="https://courier.example/a"><meta property="article:section" content="Opinion">'
    )
    assert page.title == "Talks resume"
    assert page.authors == ("Ada Vale", "Jon Reed")
    assert str(page.published) == "2031-05-03"
    assert (page.outlet, page.url, page.genre) == ("The Courier", "https://courier.example/a", "opinion")


def test_byline_and_time_elements_serve_last() -> None:
    page = read(
        "<title>Talks resume</title>", '<span class="byline">By Ada Vale</span><time datetime="2031-05-03">today</time>'
    )
    assert (page.title, page.authors, str(page.published)) == ("Talks resume", ("Ada Vale",), "2031-05-03")


def test_a_silent_page_stays_silent() -> None:
    assert read("") == Metadata()


def test_two_of_three_titles_win() -> None:
    head = (
        script('{"@type": "NewsArticle", "headline": "Talks: live"}')
        + '<meta property="og:title" content="Talks resume">'
    )
    assert read(head, "<h1>Talks resume</h1>").title == "Talks resume"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["By Ada Vale, Jon Reed"], ("Ada Vale", "Jon Reed")),
        (["Ada Vale in Vale"], ("Ada Vale",)),
        (["https://courier.example/team/vale"], ()),
        (["Staff Reporter"], ()),
        (["ada-vale"], ()),
        (["vale@courier.example"], ()),
        (["Ada Vale", "ada vale"], ("Ada Vale",)),
        (["Andy Sandwith"], ("Andy Sandwith",)),
    ],
)
def test_names_in_bylines(value: list[str], expected: tuple[str, ...]) -> None:
    assert clean_authors(value) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Talks resume in Vale | The Courier", "Talks resume in Vale"),
        ("Talks resume - The Courier", "Talks resume"),
        ("Vale - a town waits", "Vale - a town waits"),
        ("Talks | what we know", "Talks | what we know"),
    ],
)
def test_site_names_leave_titles(title: str, expected: str) -> None:
    assert trim_site(title, ("The Courier",)) == expected


@pytest.mark.parametrize("value", ["", None, "2031-13-40", "x" * 200, "yesterday-ish"])
def test_no_date(value: str | None) -> None:
    assert read_date(value) is None
