"""Each round of talks has its own exchange, though both are of as many; one that "was completed" is fulfilled."""

import datetime as dt

from crosswire.model import Article, Commitment
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
MAY = "At the first round of talks in Oslo on 16 May, Chile and Peru agreed to exchange 1,000 prisoners each."
JUNE = (
    "The second round of talks ended in Oslo late on Monday without a word on the harbour. Yet Chile and Peru agreed "
    "to exchange 1,000 prisoners each, the wounded and the young before all others."
)


def exchanges(*texts: tuple[str, dt.date]) -> list[Commitment]:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Post {at}", published=day)
        for at, (text, day) in enumerate(texts)
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    return [one for one in found.commitments if one.deed == "release"]


def test_equal_counts_of_two_rounds_are_two_exchanges() -> None:
    found = exchanges((MAY, dt.date(2025, 5, 17)), (JUNE, dt.date(2025, 6, 3)))
    assert [str(one.made) for one in found] == ["2025-05-16", "2025-06-03"]


def test_what_a_later_round_confirms_is_the_old_exchange() -> None:
    again = JUNE.replace("agreed to exchange", "confirmed they had agreed to exchange")
    assert len(exchanges((MAY, dt.date(2025, 5, 17)), (again, dt.date(2025, 6, 3)))) == 1


def test_an_exchange_that_was_completed_is_fulfilled() -> None:
    told = exchanges((f"{MAY} The swap was completed on 25 May.", dt.date(2025, 6, 1)))
    assert [one.status for one in told] == ["fulfilled"]
    assert [one.status for one in exchanges((MAY, dt.date(2025, 6, 1)))] == ["announced"]
