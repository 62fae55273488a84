"""Articles are made in one place, and what is no report is refused with a reason."""

import datetime as dt
from itertools import pairwise

import pytest

from crosswire.model import Article, Link, Region, Skipped
from crosswire.packs import PackOutlet
from crosswire.sources.build import MIN_ENGLISH, build_article, english_share
from crosswire.sources.layout import Block, compose, overlay
from crosswire.sources.outlets import host_of, outlet_name

BODY = (
    "The two delegations met in the harbour town of Vale on Monday and agreed on a list of names for the exchange. "
    '"We will return when the other side has answered," said Ada Vale, who leads the delegation. She added that the '
    "list was not complete and that it would be sent to both of the capitals before the end of the week."
)
OUTLETS = (
    PackOutlet(id="courier", name="The Courier", aliases=("Vale Courier",), domains=("courier.example",)),
    PackOutlet(id="herald", name="Northern Herald", domains=("herald.example",)),
)


def make(**given: object) -> Article | Skipped:
    layout = compose([Block("title", "Talks resume in Vale"), Block("body", BODY)])
    return build_article(layout.text, location="a.txt", outlets=OUTLETS, regions=layout.regions, **given)  # type: ignore[arg-type]


def test_every_region_slices_to_its_words() -> None:
    article = make(title="Talks resume in Vale", published=dt.date(2031, 5, 3))
    assert isinstance(article, Article)
    assert [span.of(article.text) for span in article.spans("title", "body")] == ["Talks resume in Vale", BODY]
    assert article.published == dt.date(2031, 5, 3)


def test_the_id_depends_on_text_and_outlet_only() -> None:
    one, same, other = make(outlet="The Courier"), make(outlet="Vale Courier", author="Jon Reed"), make(outlet="Echo")
    assert isinstance(one, Article)
    assert isinstance(same, Article)
    assert isinstance(other, Article)
    assert one.id == same.id
    assert one.id != other.id


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        pytest.param(None, "https://world.courier.example/a", "The Courier", id="subdomain-of-a-known-domain"),
        pytest.param("vale courier", None, "The Courier", id="alias"),
        pytest.param("THE NORTHERN HERALD", None, "Northern Herald", id="name-in-capitals-with-article"),
        pytest.param("www.herald.example", None, "Northern Herald", id="domain-given-as-name"),
        pytest.param("Northern Herald", "https://courier.example/x", "The Courier", id="address-before-name"),
        pytest.param(None, "https://www.valley-post.example/1", "valley-post.example", id="unknown-host"),
        pytest.param("  Hill   Gazette ", None, "Hill Gazette", id="unknown-name"),
        pytest.param(None, None, None, id="nothing-known"),
        pytest.param(None, "https://notcourier.example/", "notcourier.example", id="only-whole-labels-match"),
    ],
)
def test_outlet_names(name: str | None, url: str | None, expected: str | None) -> None:
    assert outlet_name(name, url, OUTLETS) == expected


@pytest.mark.parametrize("address", ["", "The Herald", "1.5", "U.S.", "http://[broken", "127.0.0.1", "a b.example"])
def test_no_host(address: str) -> None:
    assert host_of(address) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("", "found none", id="empty"),
        pytest.param("Talks resume in Vale.", "40 words", id="too-short"),
        pytest.param("Die Delegationen verließen gestern Abend die Stadt ohne Ergebnis. " * 12, "English", id="german"),
        pytest.param("Делегации покинули город без результата и вернутся через неделю. " * 12, "English", id="russian"),
        pytest.param("x " * 2_600_000, "5,000,000", id="too-long"),
    ],
)
def test_what_is_no_report_is_skipped_with_its_reason(text: str, word: str) -> None:
    result = build_article(text, location="a.txt", outlets=())
    assert isinstance(result, Skipped)
    assert word in result.reason


def test_english_is_told_from_its_neighbours() -> None:
    assert english_share(BODY) > 0.35
    assert (
        english_share("De onderhandelaars hebben gisteren in de hoofdstad een akkoord bereikt over gevangenen.")
        < MIN_ENGLISH
    )
    assert english_share("12 34 --") == 0


def test_links_are_found_at_their_words_after_normalisation() -> None:
    layout = compose([Block("body", "They\u00a0met Ada\u200b Vale.", (("Ada Vale", "https://a.example/"),))])
    assert layout.links == (Link(9, 17, "https://a.example/"),)
    assert layout.text[9:17] == "Ada Vale"


def test_overlay_cuts_what_it_covers() -> None:
    regions = [Region(0, 10, "title"), Region(12, 40, "body")]
    marks = [Region(0, 10, "heading"), Region(20, 25, "heading"), Region(38, 44, "credit")]
    laid = overlay(regions, marks)
    assert all(a.end <= b.start for a, b in pairwise(laid))
    assert [region for region in laid if region.role == "body"] == [Region(12, 20, "body"), Region(25, 38, "body")]
