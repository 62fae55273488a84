"""How it is told: whose word is carried, where it is mostly one side's, and terms that some outlets do without."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Line
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 5, 29)
TALKS = "Envoys of Norway and Egypt held a second round of talks in Lima on Wednesday."
DEEDS = (
    "wants a truce",
    "will not sign",
    "rejects the tolls",
    "is ready for talks",
    "offers a ferry",
    "wants the canal",
)


def said(side: str, count: int) -> str:
    deeds = [DEEDS[at % len(DEEDS)] + f" on pier {at}" for at in range(count)]
    return " ".join(f"{side} said on Wednesday that {side} {deed}." for deed in deeds)


def told(**texts: str) -> list[Line]:
    articles = [
        Article(name, f"News of {name}.\n\n{TALKS}\n\n{text}", outlet=name, published=DAY)
        for name, text in texts.items()
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    section = next((one for one in assess(dossier, PACKS).sections if one.name == "framing"), None)
    return list(section.lines) if section else []


def test_an_outlet_that_carries_one_side_is_named() -> None:
    lines = told(Klaxon=said("Norway", 9) + " " + said("Egypt", 1), Whistle=said("Norway", 5) + " " + said("Egypt", 5))
    assert [line.label for line in lines] == ["All reports", "Klaxon"]


def test_a_side_that_hardly_speaks_anywhere_is_set_against_nobody() -> None:
    assert not told(Klaxon=said("Norway", 14) + " " + said("Egypt", 1), Whistle=said("Norway", 9))


def test_a_term_of_some_outlets_is_set_against_those_that_do_without() -> None:
    coloured = (
        "The regime in Egypt closed the lock. The regime of Egypt shut the port. Egypt's regime raised the tolls. "
        + said("Egypt", 6)
    )
    lines = told(Klaxon=coloured, Whistle=said("Egypt", 9))
    assert [line.text for line in lines if line.label == "Own words"] == ["“regime”: Klaxon (3); not Whistle."]


def test_words_of_others_and_words_used_once_are_no_outlet_s_terms() -> None:
    quoted = (
        "“The regime in Egypt closed the lock. The regime shut the port. The regime raised the tolls,” Norway said. "
    )
    assert not any(
        line.label == "Own words" for line in told(Klaxon=quoted + said("Egypt", 6), Whistle=said("Egypt", 9))
    )
    once = "The regime in Egypt closed the lock. " + said("Egypt", 6)
    assert not any(line.label == "Own words" for line in told(Klaxon=once, Whistle=said("Egypt", 9)))
