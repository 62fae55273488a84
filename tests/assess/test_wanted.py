"""What each side wants is told by its positions, what mediators proposed by them, and advice is its writer's."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.assess.plan import capitals_in, plan_question
from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 3, 3)
TALKS = (
    "VESK, March 3 (Lake Wire) - Norway and Chad met on Monday for a second round of talks, with mediators from Egypt "
    "and Oman shuttling between the delegations.\n\n"
    "Norway demands that Chad hand over all of its weapons. "
    "Chad demanded the full withdrawal of the Norwegian army within a month.\n\n"
    "Egypt has proposed a withdrawal in three stages over 60 days. Oman has offered to train the police of Chad."
)


def answer(question: str, *texts: str) -> list[tuple[str | None, str]]:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Paper {at}", published=DAY) for at, text in enumerate(texts)
    ]
    dossier = weigh(
        articles, [read_article(one, PACKS) for one in articles], PACKS.outlets, vocabulary=vocabulary_of(PACKS)
    )
    found = {one.name: one for one in assess(dossier, PACKS, question=question).sections}.get("answers")
    return [(line.label, line.text) for line in found.lines] if found else []


def test_what_sides_want_is_their_positions_on_what_is_asked() -> None:
    found = answer("What do Norway and Chad want on weapons and withdrawal?", TALKS)
    assert sorted(text for _, text in found) == [
        "Chad demanded the full withdrawal of the Norwegian army within a month.",
        "Norway demands that Chad hand over all of its weapons.",
    ]


def test_what_mediators_proposed_is_told_before_what_they_offered() -> None:
    [(_, first), *_] = answer("What have the mediators proposed?", TALKS)
    assert first == "Egypt has proposed a withdrawal in three stages over 60 days."


@pytest.mark.parametrize(
    ("question", "issue", "named"),
    [
        ("What does Norway want on withdrawal?", "territory", True),
        ("Will the president of Norway resign?", "leaders_meeting", False),
    ],
    ids=["one-word-of-several-terms", "whom-and-not-what"],
)
def test_one_word_names_the_issue_that_alone_has_it(question: str, issue: str, *, named: bool) -> None:
    assert (issue in plan_question(question, (), PACKS, frozenset()).issues) is named


def test_what_a_writer_would_have_somebody_do_is_no_condition() -> None:
    advice = "In return for a phased withdrawal, Chad should agree to an inventory of its heavy weapons."
    articles = [Article("a", f"News.\n\n{TALKS} {advice}", outlet="Lake Group", published=DAY)]
    dossier = weigh(
        articles, [read_article(one, PACKS) for one in articles], PACKS.outlets, vocabulary=vocabulary_of(PACKS)
    )
    assert all(advice != one.evidence[0].quote for one in dossier.positions)
    assert [one.opinion for one in dossier.statements if one.evidence.quote == advice] == [True]


def test_a_side_asked_about_on_no_matter_is_answered_by_kind_of_stand() -> None:
    found = answer("What does Norway demand and offer?", TALKS)
    assert [text for _, text in found] == ["Norway demands that Chad hand over all of its weapons."]
    assert answer("What do they demand?", TALKS) == []


def test_a_capital_in_the_question_is_its_state() -> None:
    assert [text for _, text in answer("What does Oslo demand?", TALKS)] == [
        "Norway demands that Chad hand over all of its weapons."
    ]
    assert capitals_in(PACKS, "What was said in Oslo?") == frozenset()


def test_what_each_side_wants_is_told_of_the_two_most_told_of() -> None:
    found = answer("What does each side demand before the summit?", TALKS)
    assert sorted(text for _, text in found) == [
        "Chad demanded the full withdrawal of the Norwegian army within a month.",
        "Norway demands that Chad hand over all of its weapons.",
    ]


def test_what_they_want_names_nobody() -> None:
    assert not any("weapons" in text for _, text in answer("What do the delegates want for lunch?", TALKS))
