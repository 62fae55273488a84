"""What an accord provides for is told of one by its name, and not of what is under something else."""

import pytest

from crosswire.assess.accords import begins, goes_on, tells_terms


@pytest.mark.parametrize(
    "words",
    [
        "Under the peace deal, crews and owners alike will waive any claim to the quay.",
        "The new treaty will cut the fleets of both to 40 boats over seven years.",
        "The accord, signed in Vell on Monday, provides for a joint board.",
        "The truce reached last night obliges both to leave the bridge.",
        "Under the terms of the ceasefire both leave the bridge.",
        "The communiqué sets the levy at a tenth.",
    ],
)
def test_terms_are_told(words: str) -> None:
    assert tells_terms(words)


@pytest.mark.parametrize(
    "words",
    [
        "The treaty is a triumph of patience.",
        "Under the bridge they signed a truce.",
        "The accord was welcomed in Vell.",
        "The mayor set the date of the talks.",
        "The deal fell apart within hours.",
        "Bolstered by the deal, the mayor went fishing.",
    ],
)
def test_no_terms_are_told(words: str) -> None:
    assert not tells_terms(words)


@pytest.mark.parametrize(
    ("words", "before", "expected"),
    [
        ("It also bars new boats.", "The treaty, signed in Vell, ends a row.", True),
        ("It calls for calm.", "The ministry of Vell issued a statement.", False),
        ("It rained.", "The treaty was signed in Vell.", False),
    ],
)
def test_it_is_the_accord_that_the_sentence_before_begins_with(words: str, before: str, expected: bool) -> None:
    assert (goes_on(words) and begins(before)) is expected
