"""A promise of a round is one, whichever way its reports date it, and what was done since stands under it."""

import datetime as dt

from crosswire.model import Article, Commitment
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
LATE = dt.date(2025, 9, 24)
ROUNDS = "Two rounds of talks between Norway and Egypt were held in Oslo on 3 June 2025 and 17 July 2025."


def commitments(*texts: str) -> tuple[Commitment, ...]:
    articles = [
        Article(f"a{number}", f"News.\n\n{text}", outlet=f"Paper {number}", published=LATE + dt.timedelta(number))
        for number, text in enumerate((ROUNDS, *texts))
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).commitments


def test_a_promise_told_by_its_round_its_day_and_its_month_is_one() -> None:
    [found] = commitments(
        "Norway and Egypt agreed to swap 40 sailors from each side at the last round on 17 July 2025. "
        "Norwegian officials say about 30 have been exchanged since.",
        "Norway and Egypt met again. During the second round, which lasted an hour, the delegations agreed to exchange "
        "40 sailors from each side.",
        "The two sides agreed in Oslo in July 2025 to exchange 40 sailors each, Norway and Egypt say.",
    )
    assert (found.made, found.round, len(found.evidence)) == (dt.date(2025, 7, 17), "round:2025-07-17", 3)
    assert (found.status, found.delivered, found.remaining) == ("partial", 30, 10)


def test_promises_of_two_rounds_are_two() -> None:
    found = commitments(
        "During the first round the delegations of Norway and Egypt agreed to exchange 40 sailors from each side.",
        "During the second round the delegations of Norway and Egypt agreed to exchange 70 sailors from each side.",
    )
    assert [(one.round, one.amounts[0].quantity.low) for one in found] == [
        ("round:2025-06-03", 40),
        ("round:2025-07-17", 70),
    ]


def test_who_are_freed_may_be_counted_by_their_people() -> None:
    [paper, freed] = sorted(
        commitments("Norway and Egypt agreed to revive the Oslo accord and to free 20 Norwegians."),
        key=lambda one: one.deed == "release",
    )
    assert (paper.amounts, freed.deed, freed.amounts[0].quantity.low) == ((), "release", 20)
