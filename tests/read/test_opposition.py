"""Which party "the opposition" and "the ruling party" are."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article

PACKS = load("core", "negotiation")


def meant(text: str, words: str) -> list[str | None]:
    mentions = read_article(Article("a", text), PACKS, choose_annotator(fast=True)).mentions
    return [one.actor for one in mentions if text[one.start : one.end] == words]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The opposition Lake Reform Movement met. The opposition said no.", "opposition", "lake-reform-movement"),
        (
            "Its opposition party, the Lake Reform Movement, met. The main opposition has refused.",
            "main opposition",
            "lake-reform-movement",
        ),
        ("The ruling Lake Reform Movement met. The ruling party's men left.", "ruling party", "lake-reform-movement"),
        (
            "The opposition leader, Ada Berg, spoke. Berg's Lake Reform Movement met. The opposition wants a vote.",
            "opposition",
            "lake-reform-movement",
        ),
    ],
)
def test_the_party_that_the_report_calls_so(text: str, words: str, actor: str) -> None:
    assert meant(text, words) == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Reform Movement met. The opposition said no.",
        "The opposition Lake Reform Movement met the opposition Hill Front. The opposition said no.",
        "The opposition Lake Reform Movement met opposition parties. The opposition said no.",
        "The opposition Lake Reform Movement met. The opposition lawmakers said no.",
    ],
    ids=["not-called-so", "two-are", "several", "describes-others"],
)
def test_else_it_is_nobody(text: str) -> None:
    assert not [one for one in meant(text, "opposition") if one is not None]
