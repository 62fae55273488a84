"""A condition after the telling is part of what was said."""

import pytest

from crosswire.model import Article, Statement
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def first(text: str) -> tuple[Statement, list[str]]:
    whole = f"{text} Ann Berg, 45, leads the dockers."
    found = read_article(Article("a", whole), PACKS).statements[0]
    return found, [span.of(whole) for span in found.contents]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "The union would end its strike, Ann Berg said, if the port paid the overtime.",
            "if the port paid the overtime",
        ),
        (
            '"We will sign," Ann Berg said, as long as the owners drop the fines.',
            "as long as the owners drop the fines",
        ),
        ("The strike is over, Ann Berg said, but only if the owners pay.", "but only if the owners pay"),
        ("The deal was near, Ann Berg told reporters in Lima, unless the port balked.", "unless the port balked"),
    ],
    ids=["if", "as-long-as", "but-only-if", "unless-after-the-hearers"],
)
def test_the_condition_is_said_too(text: str, condition: str) -> None:
    found, contents = first(text)
    assert (found.speaker, found.realis, contents[-1]) == ("ann-berg", "conditional", condition)


@pytest.mark.parametrize(
    "text",
    [
        "The strike is over, Ann Berg said, if only for a week.",
        "The talks were good, Ann Berg said, providing a list of topics.",
        "The strike was long, Ann Berg said, as the rain began to fall on the port.",
        "The talks were good, Ann Berg said, but the owners were silent.",
    ],
    ids=["if-only", "providing-a-thing", "as-of-time", "but"],
)
def test_what_else_follows_the_telling_is_no_condition(text: str) -> None:
    found, contents = first(text)
    assert (found.realis, len(contents)) == ("actual", 1)
