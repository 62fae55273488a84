"""Who avoids talks is disputed though the reports share no word; nobody else's quarrel is."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
CHARGE = (
    '"The pause arose because of the unwillingness of Peru to go on with the talks," Chile\'s foreign minister said.'
)
DENIAL = "Peru has never refused to negotiate, Peru's foreign minister said."


def denied(*texts: str, days: int = 1) -> list[tuple[str, str]]:
    articles = [
        Article(
            f"a{at}", f"News.\n\n{text}", outlet=f"Post {at}", published=dt.date(2031, 5, 7) + dt.timedelta(days * at)
        )
        for at, text in enumerate(texts)
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    return [
        (dispute.sides[0].evidence[0].quote, dispute.sides[1].evidence[0].quote)
        for dispute in found.disputes
        if dispute.topic == "who avoids talks"
    ]


@pytest.mark.parametrize(
    "denial",
    [
        DENIAL,
        "Peru's foreign minister said that it was not avoiding talks.",
        "Statements by Chilean officials that Peru is dodging the talks are false, Peru's foreign minister said.",
    ],
)
def test_a_charge_of_stalling_is_denied_in_other_words(denial: str) -> None:
    assert denied(CHARGE, denial) == [(CHARGE, denial)]


@pytest.mark.parametrize(
    ("charge", "denial", "days"),
    [
        (CHARGE, "Chile has never refused to negotiate, Chile's foreign minister said.", 1),
        (CHARGE, "Peru refused to negotiate, Peru's foreign minister said.", 1),
        (CHARGE, "Peru has never refused to pay for the harbour, Peru's foreign minister said.", 1),
        (CHARGE, DENIAL, 40),
        ("Peru refused to go on with the talks on Monday.", DENIAL, 1),
    ],
    ids=["by-another", "owned-up-to", "of-another-thing", "long-after", "charged-by-nobody"],
)
def test_what_is_no_answer_is_no_dispute(charge: str, denial: str, days: int) -> None:
    assert not denied(charge, denial, days=days)


@pytest.mark.parametrize(
    "charge",
    [
        "Peru has suspended the talks under a pretext, Chile's foreign minister said.",
        "Peru unilaterally broke off the dialogue, Chile's foreign minister said.",
    ],
)
def test_who_suspended_talks_is_charged(charge: str) -> None:
    denial = "Peru's foreign minister denied that Peru had withdrawn from the process."
    assert denied(charge, denial) == [(charge, denial)]


def test_troops_to_be_withdrawn_are_no_charge() -> None:
    assert not denied("At the June meeting Chile demanded that Peru withdraw its troops from the port.", DENIAL)
