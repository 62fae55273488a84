"""Listed names that end in lower-case words."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import RuleAnnotator


def actors(text: str) -> list[tuple[str | None, str]]:
    reading = RuleAnnotator().annotate(Article("a", text), load("core"))
    return [(one.actor, one.span.of(text)) for one in reading.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday the Israeli military closed the road.", ("IDF", "Israeli military")),
        ("The UN human rights office opened a branch.", ("OHCHR", "UN human rights office")),
        ("The UN refugee agency's staff left.", ("UNHCR", "UN refugee agency")),
    ],
)
def test_the_whole_name_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in actors(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Israeli military-industrial fair opened.",
        "The Israeli militaryman left.",
        "The Norwegian military closed the road.",
        "Israeli military spokesman Dan Roe closed the road.",
    ],
    ids=["hyphen", "longer-word", "other-head", "a-persons-title"],
)
def test_no_other_words_make_it(text: str) -> None:
    assert "IDF" not in [actor for actor, _ in actors(text)]
