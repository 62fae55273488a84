"""Feeds give one article an entry, and say which entries hold only a teaser."""

import pytest

from crosswire.model import Article, Skipped
from crosswire.sources.feeds import read_feed

TEXT = (
    "<p>The two delegations met in the harbour town of Vale on Monday and agreed on a list of names for "
    "the exchange.</p>"
    "<p>&#8220;We will return when the other side has answered,&#8221; said Ada Vale, who leads the delegation. "
    "She added "
    "that the list was not complete and that it would be sent to both of the capitals before the end of the week.</p>"
    "<p>The next round is expected in two weeks.</p>"
)
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title>
<item><title>Talks resume &amp; stall</title><link>https://courier.example/1</link><dc:creator>Jon Reed</dc:creator>
<pubDate>Sat, 03 May 2031 10:00:00 GMT</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[{TEXT}]]></content:encoded></item>
<item><title>Second</title><link>https://courier.example/2</link><description>They met in Vale.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry><title>Talks resume</title>
<link href="https://courier.example/1"/><updated>2031-05-03T10:00:00Z</updated><author><name>Jon Reed</name></author>
<content type="html">{TEXT.replace("&", "&amp;").replace("<", "&lt;")}</content></entry></feed>"""


def read(text: str) -> list[Article | Skipped]:
    return list(read_feed(text.encode(), "feed.xml", ()))


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
def test_entries_become_articles(feed: str) -> None:
    article = read(feed)[0]
    assert isinstance(article, Article)
    assert (article.outlet, article.author, article.url) == ("The Courier", "Jon Reed", "https://courier.example/1")
    assert str(article.published) == "2031-05-03"
    assert article.location == "feed.xml entry 1"
    assert "“We will return" in article.spans("body")[0].of(article.text)
    assert "<p>" not in article.text


def test_the_longest_text_of_an_entry_is_read_and_its_title_decoded() -> None:
    article = read(RSS)[0]
    assert isinstance(article, Article)
    assert article.title == "Talks resume & stall"
    assert "A teaser." not in article.text


def test_teasers_are_skipped_by_number_and_title() -> None:
    skipped = read(RSS)[1]
    assert skipped == Skipped(
        "feed.xml entry 2 (Second)", "only a teaser of 4 words; fetch its page, https://courier.example/2"
    )


def test_a_broken_feed_still_gives_its_first_entry() -> None:
    assert isinstance(read(RSS[: RSS.index("</item>") + 7])[0], Article)


@pytest.mark.parametrize("text", ["", "<rss/>", "not xml", "<rss><channel></channel></rss>", "http://a.example/feed"])
def test_no_feed_is_skipped(text: str) -> None:
    (skipped,) = read(text)
    assert isinstance(skipped, Skipped)


def test_expanding_entities_are_refused() -> None:
    lol = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    (skipped,) = read(RSS.replace("<rss", f"{lol}<rss", 1))
    assert isinstance(skipped, Skipped)
    assert "entities" in skipped.reason
