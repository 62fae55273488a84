"""What has yet to be done is not done; leave that was denied breaks a promise of it; what others agree binds nobody."""

import datetime as dt

import pytest

from crosswire.model import Article, Commitment
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2030, 5, 2)


def ledger(*texts: str) -> tuple[Commitment, ...]:
    articles = [
        Article(f"a{at}", f"Peru and Chile talk.\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(8 * at))
        for at, text in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).commitments


def test_troops_that_have_yet_to_be_withdrawn_break_the_promise() -> None:
    [found] = ledger(
        "Chile has promised to withdraw its forces from the border towns by 9 May, the envoy said.",
        "The envoy said that Chile had yet to withdraw troops and heavy weapons from the border towns.",
    )
    assert found.status in ("breached", "disputed")


def test_what_is_yet_to_be_decided_breaks_nothing() -> None:
    [found] = ledger(
        "Chile has promised to withdraw its forces from the border towns by 29 May, the envoy said.",
        "The envoy said that Chile was yet to decide on a visit to Lima.",
    )
    assert found.status not in ("breached", "disputed")


@pytest.mark.parametrize(
    ("after", "broken"),
    [
        pytest.param(
            "When the convoy reached the town on 9 May, it was denied permission to enter.", True, id="denied"
        ),
        pytest.param("When the convoy reached the town on 9 May, it was met by cheers.", False, id="let-in"),
    ],
)
def test_leave_that_is_denied_breaks_a_promise_to_let_in(after: str, broken: bool) -> None:
    [found] = ledger(f"Chile promised to allow a relief convoy into the town. {after}")
    assert (found.status == "breached") == broken


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        pytest.param("Most rebel groups agreed that Chile will represent them at the talks.", 0, id="others-agree"),
        pytest.param("Peru agreed that it will release 50 prisoners in June.", 1, id="its-own"),
        pytest.param("The envoys agreed that Chile will release 50 prisoners.", 1, id="a-term-of-an-accord"),
        pytest.param("Since Chile agreed to Ms Roe's peace plan last week, attacks had gone on.", 0, id="to-a-plan"),
    ],
)
def test_who_is_bound_by_what_is_agreed(text: str, deeds: int) -> None:
    assert len([one for one in ledger(text) if one.promisors]) == deeds
