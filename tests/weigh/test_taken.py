"""Towns taken and held, and the dead of one place."""

import pytest

from crosswire.model import Actor, Article
from crosswire.packs import load
from crosswire.pipeline import Inputs, vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.places import PlaceNames, one_place
from crosswire.weigh.scopes import place_key

PACKS = load()


def disputes(*texts: str) -> list[tuple[str, str]]:
    import datetime as dt

    articles = tuple(
        Article(f"a{n}", text, title=f"Report {n}", outlet=f"Paper {n}", published=dt.date(2031, 3, 3), language="en")
        for n, text in enumerate(texts)
    )
    readings = tuple(read_article(one, PACKS) for one in articles)
    inputs = Inputs(articles, ())
    found = weigh(inputs.articles, readings, PACKS.outlets, (), (), vocabulary_of(PACKS))
    return [(one.kind, one.topic) for one in found.disputes]


CLAIM = "The Lake Guard Front said on Monday that its fighters had captured the town of Vellmar after a long siege."


@pytest.mark.parametrize(
    "answer",
    [
        "Peru's premier met the press in Peru. The army denied that the town of Vellmar had fallen, and sent more men.",
        "Peru's Armed Forces said on Monday that the garrison had repelled an attack on the town of Vellmar by gunmen.",
    ],
    ids=["denied", "beaten-off"],
)
def test_a_towns_fall_claimed_and_denied_is_a_dispute(answer: str) -> None:
    assert ("denial", "control") in disputes(CLAIM, answer)


@pytest.mark.parametrize(
    "other",
    [
        "Peru's Armed Forces said on Monday that the garrison had repelled an attack on the town of Ortega by gunmen.",
        "Peru's Armed Forces said on Monday that two graves lay near the town of Vellmar, days after it was overrun.",
    ],
    ids=["another-town", "in-passing"],
)
def test_no_dispute_where_nobody_holds_the_town(other: str) -> None:
    assert ("denial", "control") not in disputes(CLAIM, other)


def test_names_that_open_alike_are_two_places() -> None:
    assert place_key("Abu Dell") != place_key("Abu Orm")
    assert place_key("Orm market") == place_key("Orm")


def test_a_towns_hospital_lies_in_it_and_another_town_does_not() -> None:
    assert one_place("vellmar", "vellmars-hospital")
    assert not one_place("vellmar", "vellmarin")


def test_places_of_the_case_are_found_by_their_names_as_whole_words() -> None:
    names = {"vellmar": "Vellmar", "vellmar-east": "Vellmar East", "orm": "Orm", "fenn": "Fenn"}
    places = [Actor(id=id_, name=name, kind="place", known=id_ == "fenn") for id_, name in names.items()]
    written = PlaceNames([*places, Actor(id="hall", name="Hall", kind="person")])
    assert written.among("They came to Vellmar East, and left.") == {"vellmar", "vellmar-east"}
    assert written.among("Vellmar's mayor") == {"vellmar"}
    for words in ("Vellmarin fell", "in vellmar", "at Orm", "Fenn was named by a pack", "Hall spoke", ""):
        assert not written.among(words), words
