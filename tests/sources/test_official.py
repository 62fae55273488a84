"""Official papers: who issues them, and that their lists are no machine's summary."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.sources.build import build_article
from crosswire.sources.official import official_on_top

LIST = """{title}
{line}
3 May 2031

This week the two governments reached a deal on grain and on the ports of the lake, which both will sign in June.
- Vale will suspend its levy on grain until the harvest is in, and will tell the mills of it in good time.
- Vale will buy 2 million tonnes of maize from the farms across the lake in each of the next three years.
- Ostland will open its two northern ports to the barges of the other side from the first day of June.
- Ostland will return the deposits that the barge yards have paid since the levy was brought in last year.
"""


def read(title: str, line: str) -> Article:
    article = build_article(LIST.format(title=title, line=line), location="reports/07.txt", outlets=())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("title", "line", "outlet"),
    [
        ("Fact Sheet: A Deal on Grain", "The Ministry of Trade of Vale", "The Ministry of Trade of Vale"),
        ("Readout of the Talks on Grain", "Government of Ostland", "Government of Ostland"),
        ("Trade Ministry Spokesperson Answers Questions on Grain", "3 May", "Trade Ministry"),
    ],
)
def test_the_body_below_the_title_issues_an_official_paper(title: str, line: str, outlet: str) -> None:
    article = read(title, line)
    assert (article.outlet, article.genre, article.author) == (outlet, "statement", None)
    assert article.published == dt.date(2031, 5, 3)
    body = " ".join(article.text[one.start : one.end] for one in article.regions if one.role == "body")
    assert "Ministry of Trade" not in body


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Grain deal reached after night of talks", "Ministry of Trade"),
        ("Fact Sheet: A Deal on Grain", "The ministry of trade said so."),
        ("Spokesperson for the mills resigns", "Port Vell"),
    ],
    ids=["no-document", "a-sentence", "a-report-of-one"],
)
def test_other_pages_have_no_official_issuer(title: str, line: str) -> None:
    assert official_on_top(LIST.format(title=title, line=line), title) is None


def test_a_site_says_whose_it_is() -> None:
    page = "Official website of the President of Vale\nHome > News\n\nThe lock must stay open\n\nDear friends!"
    assert official_on_top(page, None) == ("President of Vale", "The lock must stay open")
    assert official_on_top("The official website of the club was down.\nFans waited", None) is None
