"""What is not done yet on a day before its deadline is still due; after it, it is broken."""

import datetime as dt

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def status(day: int) -> str:
    """Return where a promise of ten days from 9 June stands by a report of a day that says it is not kept yet."""
    texts = {
        9: "Chile undertook to withdraw its troops from the valley within ten days.",
        day: "Chile has not yet withdrawn its troops from the valley.",
    }
    lead = "News\n\nChile and Peru signed an agreement in Lima last week.\n\n"
    articles = [
        Article(f"a{at}", lead + text, outlet=f"Paper {at}", published=dt.date(2025, 6, at))
        for at, text in texts.items()
    ]
    [one] = weigh(articles, [read_article(article, PACKS) for article in articles], PACKS.outlets).commitments
    return one.status


def test_before_its_deadline_a_promise_is_still_due() -> None:
    assert status(13) in ("due", "announced")


def test_after_its_deadline_it_is_broken() -> None:
    assert status(24) == "breached"
