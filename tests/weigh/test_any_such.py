"""Denials of a thing by its kind alone."""

import pytest

from crosswire.weigh.any_such import denied_kind

from .test_answered import disputes

DEAL = "Two people close to the talks said the Dockers Union and Vale Port had agreed on a pay deal."
OFFER = "Union officials said Vale Port had offered the crews 5 percent."


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("that any such offer had been made", {"OFFER", "PROPOSE", "PROMISE", "CONDITION"}),
        ("any deal", {"AGREE_JOINT", "ACCEPT"}),
        ("that there were any secret talks", {"MEET"}),
        ("that any deal on the harbour had been struck", set()),
        ("any role in the blast", set()),
        ("that the offer had been made", set()),
    ],
)
def test_words_that_name_no_more_than_a_kind_of_thing(words: str, acts: set[str]) -> None:
    assert denied_kind(words) == acts


def test_a_denial_of_any_deal_answers_the_deal_just_told() -> None:
    denial = "Mayor Ada Lind denied that any deal had been struck."
    assert disputes("denial", f"{DEAL} {denial}") == [(DEAL, denial)]


def test_a_denial_of_any_such_offer_answers_the_offer_just_told() -> None:
    denial = "Vale Port denied that any such offer had been made."
    assert disputes("denial", f"{OFFER} {denial}") == [(OFFER, denial)]


@pytest.mark.parametrize(
    "text",
    [
        f"{OFFER} Mayor Ada Lind denied that any deal had been struck.",
        f"{DEAL} " + "The quays stayed shut all day. " * 20 + "Mayor Ada Lind denied that any deal had been struck.",
    ],
)
def test_another_kind_of_thing_or_one_told_long_before_is_not_denied(text: str) -> None:
    assert disputes("denial", text) == []
