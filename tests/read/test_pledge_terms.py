"""What an accord says that its sides will do, told of the paper, under it, or line by line."""

import datetime as dt

import pytest

from crosswire.model import Article, Pledge
from crosswire.packs import Packs, load
from crosswire.read import read_article

HEAD = "Peru and Chile signed an arms treaty in Lima on Monday after two years of talks.\n\n"


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load("core", "negotiation")


def made(packs: Packs, text: str, head: str = HEAD) -> list[Pledge]:
    reading = read_article(Article("a", head + text, published=dt.date(2025, 3, 4)), packs)
    return [one for one in reading.pledges if one.kind == "made" and one.sentence.start >= len(head)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The treaty limits each side to 1,550 warheads.", "limits each side to 1,550 warheads"),
        (
            "The treaty, which both will ratify on 8 April, lowers the ceiling on guns from 220 to 155.",
            "lowers the ceiling on guns from 220 to 155",
        ),
        ("It calls for the creation of a two-year council.", "calls for the creation of a two-year council"),
        ("The pact requires both navies to stay 12 miles apart.", "requires both navies to stay 12 miles apart"),
        (
            "Under the peace deal, rebels and officials alike will waive any claim to top posts.",
            "waive any claim to top posts",
        ),
    ],
    ids=["limits", "past-an-aside", "it", "requires", "whoever-is-named"],
)
def test_what_a_paper_says_binds_both_who_made_it(packs: Packs, text: str, words: str) -> None:
    (found,) = made(packs, text)
    assert found.span.of(HEAD + text) == words
    assert found.joint


@pytest.mark.parametrize(
    "text",
    [
        "The expired treaty permits each side 1,600 launchers.",
        "The treaty would cut warheads to 1,550.",
        "Peru wants the treaty to ban such systems.",
        "The deal creates new tensions in the region.",
        "The agreement ends a war that has left thousands dead.",
        "The agreement sets no date.",
        "It calls for help.",
    ],
    ids=["expired", "would", "wanted", "creates-tensions", "ends-a-war", "sets-no-date", "for-help"],
)
def test_what_else_is_told_of_a_paper_is_no_term_of_it(packs: Packs, text: str) -> None:
    assert not made(packs, text)


def test_the_items_of_a_list_under_an_accord_are_its_terms(packs: Packs) -> None:
    head = "Peru and Chile signed an accord in Lima on Friday.\n\nThe mediator reads out the communiqué. In short:\n"
    items = "• Peru cuts sampling to 20% from Tuesday 9 March\n• Chile's levy falls from 25% to 10% on 15 March\n"
    found = made(packs, items, head)
    assert [(one.by, one.span.of(head + items)) for one in found] == [
        (("PER",), "cuts sampling to 20% from Tuesday 9 March"),
        (("CHL",), "Chile's levy falls from 25% to 10% on 15 March"),
    ]


def test_a_list_under_no_paper_promises_nothing(packs: Packs) -> None:
    head = "Peru and Chile signed an accord in Lima on Friday.\n\n" + "They met at noon. " * 30 + "\n\nExports:\n"
    assert not made(packs, "• Peru cuts timber by 20% from Tuesday 9 March\n", head)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("It was agreed that the four guards who are held in Arica would be returned within seven days.", ()),
        ("Peru undertook to run the Arica crossing 12 hours a day from March 10.", ("PER",)),
        ("Peru agreed to let foreign experts measure the flow of the river.", ("PER",)),
        ("The Arica session had agreed to open a green channel at all four border posts from Monday.", ()),
    ],
    ids=["it-was-agreed", "run", "let", "a-session"],
)
def test_who_binds_himself(packs: Packs, text: str, by: tuple[str, ...]) -> None:
    (found,) = made(packs, text)
    assert found.by == by
    assert found.joint == (not by)


@pytest.mark.parametrize(
    "text",
    [
        "Peru agreed to run for the presidency of the council.",
        "As for reports that Peru had undertaken to halt the returns, the minister dismissed them.",
        "Bolivia remains mistrustful of Peru's commitment to sharing power and is still withholding support.",
        "Both sides agreed to solve the problems through understanding.",
        "Peru was to open the port in May.",
    ],
    ids=["run-for-office", "only-rumoured", "doubted", "understanding", "was-once-to"],
)
def test_what_binds_nobody(packs: Packs, text: str) -> None:
    assert not made(packs, text)
