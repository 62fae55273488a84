"""Undertakings without a verb that binds, two in one clause, and what counts of a whole war are worth."""

import datetime as dt

import pytest

from crosswire.model import Article, Pledge, Region
from crosswire.packs import load
from crosswire.read import read_article

PUBLISHED = dt.date(2031, 5, 7)


def read(text: str) -> list[Pledge]:
    article = Article("news", text, published=PUBLISHED, regions=(Region(0, len(text), "body"),))
    return list(read_article(article, load("core", "negotiation")).pledges)


def made(text: str) -> list[tuple[str, tuple[str, ...], float | None]]:
    return [(one.deed, one.by, one.quantity.low if one.quantity else None) for one in read(text) if one.kind == "made"]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("A pledge by Peru to release 50 hostages was welcomed in Oslo.", ("release", ("PER",), 50)),
        ("Peru's repeated promise to withdraw its troops by 3 June was welcomed.", ("withdraw", ("PER",), None)),
        ("Chile welcomed a Peruvian commitment to reopen the port.", ("open", ("PER",), None)),
        ("Peru is due to hand over the 18 soldiers at noon tomorrow.", ("release", ("PER",), 18)),
        ("The $45 million pledged by Peru has yet to arrive.", ("pay", ("PER",), 45_000_000)),
        ("About 40 trucks of flour promised by Chile reached Oro on Monday.", ("supply", ("CHL",), 40)),
        ("Peru promised $5 million to pay the wages of teachers.", ("pay", ("PER",), 5_000_000)),
        ("The United States promised $45 million in aid.", ("pay", ("USA",), 45_000_000)),
        ("Peru and Chile agreed on Monday to halt weeks of fierce clashes.", ("truce", ("PER", "CHL"), None)),
        (
            "Peru and Chile agreed to a deal that would see the release of 50 hostages by 3 June.",
            ("release", ("PER", "CHL"), 50),
        ),
    ],
    ids=[
        "noun-by",
        "owner",
        "adjective",
        "due-to",
        "sum-by",
        "goods-by",
        "sum-to-pay",
        "united",
        "clashes",
        "would-see",
    ],
)
def test_a_promise_without_a_binding_verb(sentence: str, row: tuple[str, tuple[str, ...], float | None]) -> None:
    assert row in made(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile sought a pledge by Peru to release 50 hostages.",
        "Chile demanded Peru's promise to free them.",
        "Without a guarantee by Peru to release 50 hostages there was no deal.",
        "Peru was due to play Chile on Friday.",
        "The minister made a promise to his wife.",
        "Peru has presented a plan that would see the release of 50 hostages.",
        "Peruvian troops returned fire after the attack.",
    ],
    ids=["sought", "demanded", "without", "match", "wife", "plan", "returned-fire"],
)
def test_none_is_given(sentence: str) -> None:
    assert made(sentence) == []


def test_two_deeds_of_one_agreement_are_two_promises() -> None:
    [living, dead] = [
        one
        for one in read(
            "Peru and Chile agreed to swap all sick prisoners on an all-for-all basis and to hand over the bodies of "
            "6,000 fallen soldiers each."
        )
        if one.kind == "made"
    ]
    assert living.quantity is None
    assert dead.quantity is not None
    assert (dead.quantity.low, dead.quantity.unit, dead.quantity.each) == (6000, "body", True)


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("The two sides have swapped more than 1,000 prisoners this year.", dt.date(2031, 1, 1)),
        ("Peru has freed 900 prisoners since the war began.", dt.date.min),
        ("Peru has freed 900 prisoners since March.", dt.date(2031, 3, 31)),
        ("Peru freed 900 prisoners on Monday.", None),
    ],
    ids=["year", "war", "month", "day"],
)
def test_a_count_says_from_when_it_runs(sentence: str, since: dt.date | None) -> None:
    [kept] = [one for one in read(sentence) if one.kind == "kept"]
    assert kept.since == since


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The promise by Peru has not been kept.", "failed"),
        ("Chile said the promise by Peru remained largely unfulfilled.", "failed"),
        ("Chile said the promise by Peru was kept.", "done"),
        ("The promise will be kept, Peru said.", None),
        ("The minister was kept waiting.", None),
    ],
    ids=["not-kept", "unfulfilled", "kept", "will-be", "no-promise"],
)
def test_what_came_of_a_promise_in_the_passive(sentence: str, kind: str | None) -> None:
    assert {one.kind for one in read(sentence) if one.kind != "made"} == ({kind} if kind else set())


def test_the_government_is_the_state_a_report_is_about() -> None:
    text = "Peru's government and the Houthi movement agreed on Monday to exchange 900 detainees."
    [told] = [one for one in read(text) if one.kind == "made"]
    assert set(told.by) >= {"PER"}
