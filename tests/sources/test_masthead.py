"""An outlet's name on top of a page is found, and a headline is not taken for one."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import PackOutlet
from crosswire.sources.masthead import find_masthead
from crosswire.sources.plain import read_text

OUTLETS = (
    PackOutlet("ledger", "The Northern Ledger", aliases=("Northern Ledger Online",)),
    PackOutlet("orn", "ORN", kind="state"),
    PackOutlet("oria-ministry", "Ministry of Foreign Affairs of Oria", kind="official"),
)
BODY = (
    "The envoys of Oria and Teland met on Monday in the lake town of Vesk, and agreed to meet again before the end of "
    "the month, officials of both countries said after the talks."
)

MORE = "Neither side gave details of the proposals that its delegation had brought to the table on the first day."


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("THE NORTHERN LEDGER", "The Northern Ledger"),
        ("ORN — Orian Radio Network", "ORN"),
        ("Talks resume in Vesk\n\n**Northern Ledger** | 3 June 2025", "The Northern Ledger"),
        (
            "STATEMENT\n\nby the Ministry of Foreign Affairs of Oria on the talks in Vesk",
            "Ministry of Foreign Affairs of Oria",
        ),
        ("Harbour Gazette\n\nTalks resume in Vesk", "Harbour Gazette"),
    ],
    ids=[
        "known-in-capitals",
        "known-before-a-dash",
        "known-beside-a-date",
        "issuer-of-a-statement",
        "unknown-but-a-name",
    ],
)
def test_mastheads_are_found(head: str, outlet: str) -> None:
    found = find_masthead(f"{head}\n\n{BODY}", 0, OUTLETS)
    assert found is not None
    assert found.outlet == outlet


@pytest.mark.parametrize(
    "head",
    [
        "Talks resume in Vesk",
        "Herald of peace: envoys meet by the lake",
        "The Northern Ledger building burns in the night of the talks",
        "Post office workers strike",
    ],
    ids=["headline", "headline-with-a-paper-s-word", "name-inside-a-headline", "lower-case-words"],
)
def test_headlines_are_no_mastheads(head: str) -> None:
    assert find_masthead(f"{head}\n\n{BODY}", 0, OUTLETS) is None


def test_what_stands_below_the_masthead_is_the_title_and_the_date_is_read() -> None:
    article = read_text(
        f"The Northern Ledger\n\nTalks resume in Vesk\n\n3 June 2025\n\n{BODY}\n\n{MORE}", "a.txt", OUTLETS
    )
    assert isinstance(article, Article)
    assert (article.outlet, article.title) == ("The Northern Ledger", "Talks resume in Vesk")
    assert article.published == dt.date(2025, 6, 3)
