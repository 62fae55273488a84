"""Whose officer somebody is whom a report introduces right behind the name of a state or a group."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Egypt's Foreign Minister Ada Roe says that the gate was never shut.", "EGY"),
        ("Hamas political bureau member Ada Roe said the paper was a trap.", "HAMAS"),
        ("Norway's former Foreign Minister Ada Roe said the paper was a trap.", None),
        ("Norway's Ada Roe said the paper was a trap.", None),
        ("Hamas attacked. A board member Ada Roe said the paper was a trap.", None),
    ],
    ids=["a-states-minister", "a-groups-member", "a-former-minister", "a-national", "another-sentence"],
)
def test_an_officer_is_of_whom_he_is_said_to_be(text: str, party: str | None) -> None:
    actors = read_article(Article("a", f"News.\n\n{text}"), PACKS).actors
    assert [one.party for one in actors if one.name == "Ada Roe"] == [party]
