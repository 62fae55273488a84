"""Bodies named by whose and what they are, movements' organs, offices, and what a nation strikes with."""

import pytest

from .test_whose_words import read, said


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Eleven people were hurt on the quay, the Geneva health ministry said on Monday.", "geneva-health-ministry"),
        ("Geneva's health authorities said eleven people were hurt on the quay.", "geneva-health-ministry"),
        (
            "Eleven people were hurt on the quay, according to Geneva-based health authorities.",
            "geneva-health-ministry",
        ),
        ("Eleven people were hurt in Geneva overnight, the city's health department said.", "geneva-health-ministry"),
        ("The Geneva-run media office said eleven boats were burned.", "geneva-media-office"),
        ("Peru's health ministry said eleven people were hurt.", "PER"),
        (
            "The Hezbollah delegation's demands were met, Hezbollah's armed wing, the Night Guard, said on Monday.",
            "HEZBOLLAH",
        ),
        ("Prime Minister Rosa Lind's office said on Monday that the crossing would stay shut.", "rosa-lind"),
        ("The State of Palestine said on Monday that the crossing would stay shut.", "PSE"),
    ],
)
def test_a_body_speaks_by_whose_and_what_it_is(sentence: str, speaker: str) -> None:
    assert [one[0] for one in said("The envoys met in Arica.", sentence)][-1:] == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "He told police in Arica that the ministry was shut.",
        "The mayor said in Arica police were everywhere.",
        "A resolution on Peru, which regrets the raid, was put to the vote in Arica.",
        "The office of the ferry said on Monday that it would stay shut.",
    ],
)
def test_no_body_is_made_of_words_that_only_stand_together(sentence: str) -> None:
    _, reading = read("The envoys met in Arica.", sentence)
    assert not [one for one in reading.actors if one.name.endswith(("police", "office", "ministry"))]
    assert not [one for one in reading.statements if one.speaker in ("PER", "arica")]


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("Peruvian jets bombed two villages on Sunday.", "PER"),
        ("Peruvian air strikes killed eleven people in Arica on Sunday.", "PER"),
        ("On Sunday Peruvian drone strikes hit a depot in Arica.", "PER"),
        ("Peruvian rebels bombed two villages on Sunday.", "peruvian-rebels"),
    ],
)
def test_a_strike_has_the_nation_that_struck(sentence: str, agent: str) -> None:
    _, reading = read(sentence)
    (attack,) = [one for one in reading.statements if "ATTACK" in (one.act, one.event) and not one.headline]
    assert attack.agent == agent


def test_rebels_of_a_nation_are_not_its_state() -> None:
    _, reading = read("Peruvian rebels bombed two villages on Sunday.", "Peruvian soldiers fired back.")
    assert {one.id: one.party for one in reading.actors if one.kind == "group"} == {
        "peruvian-rebels": None,
        "peruvian-soldiers": "PER",
    }


def test_what_is_said_after_a_denial_is_no_denial() -> None:
    _, reading = read('Peru denied that it had carried out the raid and called the strikes of Chile "a crime".')
    assert [one.act for one in reading.statements if one.speaker == "PER"] == ["DENY", "STATE"]


def test_wrongs_are_committed_and_not_promised() -> None:
    _, reading = read("Chile said Peru had committed 97 violations of the ceasefire since 10 April 2031.")
    assert [one for one in reading.pledges if one.kind == "made"] == []


def test_what_is_done_at_once_hangs_on_nothing() -> None:
    article, reading = read("Chile agreed to release 20 sailors at once in exchange for 2,000 crates of fish.")
    (made,) = [one for one in reading.pledges if one.kind == "made"]
    assert made.condition is not None
    assert made.condition.of(article.text).startswith("in exchange for 2,000 crates of fish")
