"""A question is read for what it is about, not for the words it is put in."""

import pytest

from crosswire.assess.plan import plan_question
from crosswire.model import Actor
from crosswire.packs import load
from crosswire.text.tokens import terms

ACTORS = (
    Actor("ORI", "Oria", "state", party="ORI", names=("Oria",)),
    Actor("jon-petrov", "Jon Petrov", "person", party="TEL", names=("Jon Petrov", "Petrov")),
)
CORPUS = frozenset(terms("Oria Teland prisoners truce envoys talks"))


def test_no_question_asks_for_the_state_of_play() -> None:
    assert plan_question(None, ACTORS, load(), CORPUS).asks == ("state",)
    assert plan_question("  ", ACTORS, load(), CORPUS).question is None


def test_actors_and_issues_are_found_by_name() -> None:
    plan = plan_question("Will Petrov free the prisoners that Oria wants back?", ACTORS, load(), CORPUS)
    assert plan.actors == ("ORI", "jon-petrov")
    assert "prisoners" in plan.issues


def test_the_words_of_the_request_are_not_what_it_is_about() -> None:
    plan = plan_question("What is your most up-to-date, in-depth assessment of the truce?", ACTORS, load(), CORPUS)
    assert plan.terms == terms("truce")


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("Why did the talks fail?", "why"),
        ("How many prisoners were freed?", "count"),
        ("When do the envoys meet?", "when"),
        ("Who broke the truce?", "who"),
        ("What should Oria do?", "advice"),
        ("Will the truce hold?", "prospects"),
    ],
    ids=["why", "count", "when", "who", "advice", "prospects"],
)
def test_the_kind_of_answer_is_recognised(question: str, ask: str) -> None:
    assert ask in plan_question(question, ACTORS, load(), CORPUS).asks


def test_a_name_no_report_mentions_is_noticed() -> None:
    plan = plan_question("What does Jon Petrov say about Atlantis?", ACTORS, load(), CORPUS)
    assert plan.unknown == ("Atlantis",)
