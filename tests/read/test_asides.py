# ruff: noqa: E501  (tables of sentences read better unwrapped)
"""What a relative clause tells of a speaker beside his words."""

import datetime as dt

import pytest

from crosswire.model import Article, Statement
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def told(text: str) -> list[Statement]:
    found = read_article(Article("a", text), PACKS).statements
    return [one for one in found if text[one.contents[0].start :].startswith(("who", "which"))]


@pytest.mark.parametrize(
    ("text", "act", "agent", "target"),
    [
        ("Peru, which had demanded 40 boats for its coast, rejected the plan of the mayors.", "DEMAND", "PER", None),
        ("Peru, which has been accused by nobody of fraud, rejected the plan of the mayors.", "ACCUSE", None, "PER"),
    ],
    ids=["its-own-act", "done-to-it"],
)
def test_an_act_told_beside_the_words(text: str, act: str, agent: str | None, target: str | None) -> None:
    assert [(one.act, one.agent, one.target) for one in told(text)] == [(act, agent, target)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru, which has lived off fishing for a century, rejected the plan of the mayors.",
        "The mayors said Peru, which had demanded 40 boats for its coast, was wrong.",
        "A boat of Peru's navy, which had demanded silence, rejected the plan.",
    ],
    ids=["no-act", "part-of-what-is-said", "not-the-one-named"],
)
def test_an_aside_that_tells_of_no_act_of_the_named(text: str) -> None:
    assert told(text) == []


def narrated(text: str) -> list[Statement]:
    article = Article("a", text, published=dt.date(2031, 5, 7))
    return [one for one in read_article(article, PACKS).statements if one.mode == "narrated"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru shelled the port of Arica on Tuesday after Chile accused it of smuggling.", "Peru shelled the port of Arica on Tuesday"),
        ("Peru released eleven sailors of Chile hours after Chile said it would pay.", "Peru released eleven sailors of Chile"),
        ("Peru was calm on Tuesday after Chile accused it of smuggling.", None),
        ("Arica was, like the coast, shelled by Peru after Chile accused it of smuggling.", None),
    ],
)  # fmt: skip
def test_the_event_before_the_words_that_came_with_it_is_told(text: str, told: str | None) -> None:
    assert [one.contents[0].of(text) for one in narrated(text)] == ([told] if told else [])


def test_overnight_is_the_night_of_the_report() -> None:
    (attack,) = narrated("Peru shelled the port of Arica overnight, killing two people.")
    assert attack.event_date is not None
    assert (attack.event_date.first, attack.event_date.last) == (dt.date(2031, 5, 7), dt.date(2031, 5, 7))


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The Security Council voted 13-0 to endorse the plan of Peru.", "actual"),
        ("The dockers of Peru voted to reject the offer of Chile.", "actual"),
        ("The council of Peru plans to endorse the plan of Chile.", "future"),
    ],
)
def test_what_is_adopted_by_a_vote_has_been_adopted(text: str, realis: str) -> None:
    assert [one.realis for one in narrated(text)] == [realis]
