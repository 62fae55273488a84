"""Undertakings and what came of them as general news words them."""

import datetime as dt

import pytest

from crosswire.model import Article, Pledge, Region
from crosswire.packs import load
from crosswire.read import read_article


def read(text: str) -> list[Pledge]:
    article = Article("news", text, published=dt.date(2031, 5, 7), regions=(Region(0, len(text), "body"),))
    return list(read_article(article, load("core", "negotiation")).pledges)


def told(text: str, *kinds: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.deed, one.by) for one in read(text) if one.kind in (kinds or ("made",))]


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Peru pledged to end violence, pull back its tanks and release prisoners.", ["end", "withdraw", "release"]),
        ("Peru agreed to surrender day-to-day control of the port.", ["surrender"]),
        ("Peru's government pledged reforms, including new laws on parties.", ["reform"]),
        ("Peru promised it would lift the embargo by June.", ["lift"]),
        ("Peru said on Monday it would allow a relief convoy into the valley.", ["open"]),
        ("Peru vowed to withdraw its troops by June.", ["withdraw"]),
        ("He sought refuge in Peru, which eventually agreed to extradite him.", ["extradit"]),
        ("Peru promised that by midnight its troops would leave the valley.", ["withdraw"]),
        ("The visit comes months after Peru agreed to roll back its mining in exchange for aid.", ["roll"]),
    ],
    ids=["a-list", "no-article", "a-noun", "no-that", "says-of-itself", "vowed", "relative", "troops-leave", "after"],
)
def test_a_promise_in_the_words_of_news(sentence: str, deeds: list[str]) -> None:
    assert told(sentence) == [(deed, ("PER",)) for deed in deeds]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru vowed revenge on the raiders.",
        "Peru promised serious consequences.",
        "Peru vowed to crush the rebels.",
        "Chile says Peru has committed more than 1,300 truce violations.",
        "Alan Roe of Peru said the conference had agreed to recognise the council.",
        "Peru's main campaign promise to lift the ban was never discussed.",
        "Peru's team was all but guaranteed to crown its season at home.",
        "Peru and Chile have agreed to dinners in private.",
        "Ministers in Peru hope that a ceasefire will begin on Tuesday.",
        "The draft resolution supports a plan under which Peru would release the prisoners.",
        "Alan Roe of Peru has vowed to return to the capital, as officials there had asked.",
    ],
    ids=[
        "revenge", "consequences", "crush", "committed-violations", "the-conference", "a-noun", "guaranteed-to",
        "a-plural", "hopes", "a-proposal", "goes-home",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_promise(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "deed"),
    [
        ("Peru began pulling its troops out of the valley on Monday.", "begun", "withdraw"),
        ("Peru has started to release the prisoners, aides said.", "begun", "release"),
        ("Peru made good on its promise to free the crew on Monday.", "done", "release"),
        ("Peru missed the deadline to hand over the 40 prisoners.", "failed", "release"),
        ("Peru failed to honour the truce.", "failed", "truce"),
        ("Peru has failed to comply with the terms of the agreement.", "failed", "*"),
        ("Chile accused Peru of failing to keep its promise.", "failed", "*"),
        ("Peru is no longer committed to the truce, a minister said.", "ended", "truce"),
    ],
    ids=["began", "started", "made-good", "missed", "failed-truce", "failed-paper", "accused", "no-longer"],
)
def test_what_came_of_it_in_a_turn_of_speech(sentence: str, kind: str, deed: str) -> None:
    assert told(sentence, kind) == [(deed, ("PER",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has not begun to withdraw its troops.",
        "Peru began talks with Chile on Monday.",
        "Peru missed the match on Monday.",
        "Peru made good wine last year.",
        "Peru would no longer be committed to the truce if Chile attacked.",
    ],
    ids=["not-begun", "talks", "a-match", "wine", "would"],
)
def test_what_tells_of_no_keeping(sentence: str) -> None:
    assert told(sentence, "begun", "done", "failed", "ended") == []
