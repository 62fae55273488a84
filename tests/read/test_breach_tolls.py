"""The dead and wounded of one incident, in the words of news; and what speaks to a charge."""

import datetime as dt

import pytest

from crosswire.model import Article, Breach, Region
from crosswire.packs import load
from crosswire.read import read_article

ABOUT = "LIMA - Peru accused Chile of shelling the port of Arica on Monday.\n\n"


def read(text: str) -> list[Breach]:
    article = Article("news", text, published=dt.date(2031, 5, 7), regions=(Region(0, len(text), "body"),))
    return list(read_article(article, load("core", "negotiation")).breaches)


def tolls(text: str) -> list[tuple[float | None, float | None]]:
    return [
        (one.killed.low if one.killed else None, one.wounded.low if one.wounded else None)
        for one in read(text)
        if one.accused == "CHL"
    ]


@pytest.mark.parametrize(
    ("told", "toll"),
    [
        (", killing a 17-year-old Peruvian girl and wounding at least nine people.", (1, 9)),
        (", killing three people, two of them children, and injuring 14.", (3, 14)),
        (", killing four people and wounding three others.", (4, 3)),
        (" with mortar fire that wounded one soldier.", (None, 1)),
        (". Not a single soldier was hurt.", (None, None)),
        (" and of killing time.", (None, None)),
    ],
    ids=["a-girl", "of-them", "others", "that-wounded", "not-a-single", "killing-time"],
)
def test_one_victim_is_one(told: str, toll: tuple[float | None, float | None]) -> None:
    assert tolls(f"Peru accused Chile of shelling the port of Oro{told}")[0] == toll


def test_what_befell_those_after_and() -> None:
    text = "A Peruvian farmer was killed and three others wounded on Monday when Chilean troops opened fire in Oro."
    [one] = [one for one in read(text + " Peru said.") if one.killed]
    assert one.killed is not None
    assert one.wounded is not None
    assert (one.killed.low, one.wounded.low) == (1, 3)


def test_a_strike_told_in_a_subordinate_clause_is_laid_at_its_door() -> None:
    text = (
        "Peru's president Ana Roe met with Norway's king on Monday in Oslo to revive the talks, as a Chilean barrage "
        "killed at least 25 people in the city of Arica. Arica's death toll rose to 26, including three children, "
        "and 92 people were hurt, emergency services said."
    )
    laid, after = read(text)
    assert (laid.type, laid.accused, laid.killed and laid.killed.low) == ("shelling", "CHL", 25)
    assert (after.accused, after.killed and after.killed.low, after.wounded and after.wounded.low) == (None, 26, 92)


@pytest.mark.parametrize(
    ("sentence", "kind", "accused"),
    [
        ("Chilean F-16s struck a depot in Oro on Monday, Peru said.", "air", "CHL"),
        ("A rocket fired from Chile landed near the hospital in Oro, Peru said.", "shelling", "CHL"),
        ("Peru accused Chile of planting new mines in Oro.", "attack", "CHL"),
    ],
    ids=["by-make", "from", "mines"],
)
def test_what_was_fired_and_by_whom(sentence: str, kind: str, accused: str) -> None:
    assert (kind, accused) in [(one.type, one.accused) for one in read(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister faced a barrage of questions over the Chilean plan that killed the deal.",
        "Chile has ordered ten F-16s.",
        "Peru accused Chile of breach of the Geneva Convention.",
    ],
    ids=["questions", "idle", "paper"],
)
def test_words_that_name_no_strike_or_place(sentence: str) -> None:
    assert not [one for one in read(sentence) if one.type != "breach" or one.place]


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        ("Chile denied the accusation.", ["denied"]),
        ("Chile denied it.", ["denied"]),
        ("Chile denied that its guns had shelled the port.", ["denied"]),
        ("Chile denied that it had received a new draft of the plan.", []),
    ],
    ids=["accusation", "it", "its-words", "another-matter"],
)
def test_a_denial_answers_the_charge_it_speaks_to(reply: str, answers: list[str]) -> None:
    assert sorted({one.answer for one in read(ABOUT + reply) if one.answer}) == answers


def test_the_government_accuses_the_rebels() -> None:
    text = "ADEN - Yemen's Houthi rebels freed 20 men. The government accused the rebels of shelling Marib on Monday."
    [one] = read(text)
    assert one.type == "shelling"
    assert one.accuser == "YEM"


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Peru accused Chile of shelling a village on Monday, killing one and wounding three.", 1, 3),
        ("One man, Ann Berg's brother, was killed and three people were injured in a Chilean attack on Arica.", 1, 3),
        ("Peru accused Chile of shelling a village on Monday, killing one of its own dogs.", None, None),
    ],
    ids=["bare-numbers", "each-its-own-verb", "one-of"],
)
def test_each_count_goes_with_its_own_verb(text: str, killed: int | None, wounded: int | None) -> None:
    found = [
        one for one in read_article(Article("a", text), load("core", "negotiation")).breaches if one.answer is None
    ]
    counts = {(one.killed and one.killed.low, one.wounded and one.wounded.low) for one in found}
    assert counts == {(killed, wounded)}
