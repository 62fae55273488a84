"""What a relative clause tells of a speaker beside his words."""

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
