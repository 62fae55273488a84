"""Outlets that words went through: carried, asked, written to, told; and those that only employ or own somebody."""

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import read_article


def reading(text: str) -> Reading:
    return read_article(Article("a", text), load("core"))


def links(text: str) -> set[str]:
    return {link.name for one in reading(text).attributions for link in one.via if link.outlet}


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        pytest.param(
            "In a letter to the Coast Herald, Ida Brandt said the pier was rotten.", {"Coast Herald"}, id="to"
        ),
        pytest.param("Ida Brandt wrote in the Coast Herald that the pier was rotten.", {"Coast Herald"}, id="wrote-in"),
        pytest.param("In the Coast Herald, Ida Brandt said the pier was rotten.", {"Coast Herald"}, id="fronted"),
        pytest.param("Ida Brandt told Radio Coast's morning show the pier was rotten.", {"Radio Coast"}, id="its-show"),
        pytest.param(
            "A diver who spoke to the Coast Herald said the pier was rotten.", {"Coast Herald"}, id="spoke-to"
        ),
        pytest.param(
            "The pier is rotten, a diver was quoted as saying by Radio Coast.",
            {"Radio Coast"},
            id="quoted-as-saying-by",
        ),
        pytest.param(
            "The Coast Herald and Radio Coast reported that the pier was rotten.",
            {"Coast Herald", "Radio Coast"},
            id="two-outlets",
        ),
        pytest.param("The private broadcaster Zed said the pier was rotten.", {"private broadcaster Zed"}, id="what"),
        pytest.param("Ida Brandt said the Coast Herald had lied.", set(), id="said-of-it"),
        pytest.param("Ida Brandt, who once sold the Coast Herald, said the pier was rotten.", set(), id="owned"),
    ],
)
def test_outlets_that_pass_words_on(text: str, outlets: set[str]) -> None:
    assert links(text) == outlets


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("A diver was quoted by Radio Coast as saying that it leaks.", "A diver", id="quoted-by"),
        pytest.param("The pier leaks, a diver was quoted as saying by Radio Coast.", "a diver", id="quoted-as-saying"),
        pytest.param("Relatives of the missing say the pier was shut.", "Relatives of the missing", id="plural-head"),
        pytest.param("The pier may fall, engineers warn.", "engineers", id="people-last"),
        pytest.param("A diver had earlier told reporters that it leaks.", "A diver", id="had-earlier"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    assert [one.source.of(text) for one in reading(text).attributions if one.source] == [speaker]


def test_who_asks_not_to_be_named_says_nothing_by_that() -> None:
    text = "Two divers, who asked not to be named, said the pier leaks."
    assert [one.source.of(text) for one in reading(text).attributions if one.source] == ["Two divers"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        pytest.param("The Coast Herald has obtained a memo about the pier.", ["Coast Herald"], id="obtained"),
        pytest.param("The story first appeared in the Coast Herald.", ["Coast Herald"], id="appeared-in"),
        pytest.param("Ada Roe, a former editor at Reuters, said it leaks.", [], id="worked-there"),
        pytest.param("The Coast Herald was founded in 1870.", [], id="founded"),
    ],
)
def test_outlets_cited(text: str, cited: list[str]) -> None:
    assert [one.span.of(text) for one in reading(text).credits if one.how == "cites"] == cited


@pytest.mark.parametrize(
    ("text", "wires"),
    [
        pytest.param("(Reuters) - The pier fell at noon.", ["Reuters"], id="no-place"),
        pytest.param("LISBON, 3 March, Lusa. The pier fell at noon.", ["Lusa"], id="no-brackets"),
        pytest.param("The pier fell at noon. (AFP)", ["AFP"], id="signed"),
        pytest.param("The pier fell at noon (AFP was not there).", [], id="an-aside"),
    ],
)
def test_datelines_and_signatures(text: str, wires: list[str]) -> None:
    assert [one.span.of(text) for one in reading(text).credits if one.how == "wire"] == wires
