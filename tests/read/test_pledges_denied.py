"""Promises under a condition, in somebody's face or only judged are none; what the next sentence denies is disputed."""

import datetime as dt

import pytest

from crosswire.model import Article, Pledge
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def pledges(text: str, *kinds: str) -> list[Pledge]:
    lead = "Envoys of Peru and Chile met in Lima on Monday."
    article = Article("a", f"News.\n\n{lead}\n\n{text}", published=dt.date(2025, 5, 28))
    return [one for one in read_article(article, PACKS).pledges if one.kind in kinds]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is ready to free the crew, provided Chile agrees to a permanent ceasefire.",
        '"Your cabinet even played a part in it and agreed to allow passage of arms," Peru\'s minister wrote to Chile.',
        "Peru says that such searches go beyond its basic safeguards commitment to the Mining Agency.",
        "Chile's minister said that Peru's commitment to withdraw its troops was the only way to end the siege.",
    ],
)
def test_a_condition_a_charge_and_a_judgement_promise_nothing(text: str) -> None:
    assert pledges(text, "made") == []


def test_a_pledge_ends_where_its_sentence_tells_what_became_of_it() -> None:
    text = "Peru's pledge to secure the release of 30 prisoners puts it on a collision course with Chile."
    (one,) = pledges(text, "made")
    assert one.to == ()
    assert one.quantity is not None
    assert one.quantity.low == 30


def test_a_clause_that_opens_a_sentence_ends_at_its_comma() -> None:
    text = "Ten days after Peru promised to lift the embargo, the mills of Chile are running short of copper."
    (one,) = pledges(text, "made")
    assert one.span.of(f"News.\n\nEnvoys of Peru and Chile met in Lima on Monday.\n\n{text}").endswith("embargo")


def test_the_size_of_a_trade_is_not_what_is_promised() -> None:
    text = (
        "Peru and Chile agreed to roll back most of the duties they have heaped on each other's goods, a deal that "
        "pauses a quarrel over nearly $600 million in trade."
    )
    assert [one.quantity for one in pledges(text, "made")] == [None]


def test_a_second_deed_after_a_reservation_is_promised_too() -> None:
    text = (
        "The two sides agreed to exchange all wounded prisoners of war, without a fixed number but not fewer than 100 "
        "on each side, and to hand over the bodies of 600 soldiers each."
    )
    assert 600.0 in [one.quantity.low for one in pledges(text, "made") if one.quantity and one.quantity.low]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru and Chile on May 25 completed the third and last stage of the 100-for-100 prisoner exchange.", "done"),
        ("Peru has completed the transfer to Chile of the bodies of 606 soldiers.", "done"),
        ("Peru and Chile on May 25 completed the second stage of the 100-for-100 prisoner exchange.", "begun"),
    ],
)
def test_an_exchange_is_done_with_its_last_stage(text: str, kind: str) -> None:
    assert [one.kind for one in pledges(text, "done", "begun")] == [kind]


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("Peruvian officials say that nothing of the kind was agreed.", True),
        ("Peru's minister said no such pledge had been made.", True),
        ("Peru denied that it had promised anything.", True),
        ("Chile's minister said Peru had not kept its promise.", False),
        ("Peru's minister did not attend.", False),
    ],
)
def test_what_the_next_sentence_denies_is_denied(after: str, found: bool) -> None:
    text = f"Chilean officials say Peru undertook in Lima to dismantle the barrier in the strait. {after}"
    assert bool(pledges(text, "denied")) is found


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Under a joint statement issued after two days of talks, Peru will cut the duties on copper, while Chile "
            "will lower its own levies.",
            [("PER",), ("CHL",)],
        ),
        ("Peru, for its part, will lift its limits on the sale of engines.", [("PER",)]),
        ("Under the terms signed in January, Peru is meant to begin pulling its soldiers out of the pass.", [("PER",)]),
        ("Chile sent a letter to Peru pledging to free 30 prisoners.", [("CHL",)]),
        ("Chile was accused of promising to free 30 prisoners.", []),
        ("Peru, for its part, was pleased.", []),
    ],
)
def test_what_a_paper_lays_on_each_side_is_promised(text: str, by: list[tuple[str, ...]]) -> None:
    assert [one.by for one in pledges(text, "made")] == by


def test_a_transfer_of_power_frees_nobody() -> None:
    assert pledges("Peru has completed the transfer of power to an elected cabinet.", "done", "kept") == []
