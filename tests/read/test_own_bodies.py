"""A body named after a country is a body; "the union" is the one that is called so; a case joins its spellings."""

import datetime as dt

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh.actors import unify_actors

PACKS = load("core", "negotiation")


def read(text: str, name: str = "a") -> Reading:
    return read_article(Article(name, f"News.\n\n{text}", published=dt.date(2031, 5, 7)), PACKS)


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read(text).statements if one.speaker]


@pytest.mark.parametrize("field", ["Health", "Transport", "Sport"])
def test_a_field_before_a_country_is_its_agency(field: str) -> None:
    text = f"{field} Portugal said on Monday that it would pay the nurses."
    assert speakers(text) == [f"{field.lower()}-portugal"]


@pytest.mark.parametrize("text", ["Portugal said it would pay.", "Yesterday Portugal said it would pay."])
def test_a_country_alone_is_the_state(text: str) -> None:
    assert speakers(text) == ["PRT"]


def party(name: str) -> str | None:
    actors = read(f"The {name} said that it would pay.").actors
    return next(one.party for one in actors if one.name.endswith(name.rpartition(" ")[2]))


def test_people_s_own_body_does_not_speak_for_its_state() -> None:
    assert party("Portugal Nurses Union") is None
    assert party("Portugal Defence Ministry") == "PRT"


def test_the_union_is_the_body_called_a_federation() -> None:
    text = "The Dockers Federation voted on Monday. Lake Ferries was told.\n\nThe union said it would strike."
    assert speakers(text) == ["dockers-federation"]


@pytest.mark.parametrize(
    "first",
    [
        "The Dockers Federation and the Pilots Association voted on Monday.",
        "The Harbour Commission met on Monday.",
    ],
    ids=["two-of-them", "no-union"],
)
def test_the_union_is_nobody_where_none_or_two_may_be_meant(first: str) -> None:
    assert speakers(f"{first}\n\nThe union said it would strike.") == []


def test_a_body_is_told_by_words_of_its_name() -> None:
    text = "The Lake Employers Association met on Monday.\n\nThe employers' association said it would pay."
    assert speakers(text) == ["lake-employers-association"]


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Employers Association met.\n\nThe teachers' association said it would pay.",
        "The Lake Employers Association met. So did the Hill Employers Association.\n\n"
        "The employers' association said it would pay.",
    ],
    ids=["another", "two"],
)
def test_another_s_words_tell_of_no_body(text: str) -> None:
    assert speakers(text) == []


def names(*texts: str) -> set[str]:
    readings = [read(text, f"a{at}") for at, text in enumerate(texts)]
    return {one.id for one in unify_actors(readings).actors if one.kind == "body"}


def test_a_country_spelt_out_in_initials_or_left_out_is_one_body() -> None:
    full = "The South Africa Nurses Organisation said that South Africa would pay."
    assert names(full, "The Nurses Organisation said no.") == {"south-africa-nurses-organisation"}
    assert names("Health South Africa said no. South Africa agreed.", "Health SA said no.") == {"health-south-africa"}


def test_two_countries_bodies_stay_two() -> None:
    texts = (
        "The South Africa Nurses Organisation said that South Africa would pay.",
        "The New Zealand Nurses Organisation said that New Zealand would pay.",
        "The Nurses Organisation said no.",
    )
    assert len(names(*texts)) == 3
