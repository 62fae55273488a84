"""A number without its noun has the issue of the same number before it."""

import pytest

from crosswire.model import Article, Statement
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def last(text: str) -> Statement:
    return read_article(Article("a", text), PACKS).statements[-1]


QUIET = "The room was quiet. Nobody spoke. Nobody went out."


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (
            f"Chile brought a list of 400 captives. {QUIET} Its troops were tired. It accepted 400 from each side.",
            "prisoners",
        ),
        (f"Envoys spoke of a 12-day truce in the gulf. {QUIET} Peru had offered 12 days.", "ceasefire"),
    ],
    ids=["number-without-a-noun", "number-of-days"],
)
def test_the_same_number_before_tells_the_matter(text: str, issue: str) -> None:
    assert last(text).issues[:1] == (issue,)


@pytest.mark.parametrize(
    "text",
    [
        f"Chile brought a list of 400 captives. {QUIET} It accepted 350 from each side.",
        f"Chile freed 3 captives. {QUIET} It accepted 3 from each side.",
        f"Chile sent 400 letters to the city. {QUIET} It accepted 400 from each side.",
        f"Envoys spoke of a 12-day truce in the gulf. {QUIET} Peru had offered 12 seats.",
    ],
    ids=["another-number", "too-small-to-tell", "no-matter-beside-it", "another-unit"],
)
def test_other_numbers_tell_nothing(text: str) -> None:
    assert last(text).issues == ()


def test_the_matter_right_before_goes_first_for_days() -> None:
    text = "The lane opens for 30 days for grain ships. There is no ceasefire. Peru asked for 30 days."
    assert last(text).issues[:1] == ("ceasefire",)
