"""A stand on a matter that no pack names is told, and compared with nothing."""

import pytest

from crosswire.model import OTHER_MATTERS
from tests.weigh.test_stands_told import weighed


@pytest.mark.parametrize(
    ("words", "party", "stance"),
    [
        ("Norway demanded that Egypt return the six paintings before the spring fair.", "NOR", "demand"),
        ("Norway refused to hang the six paintings beside those of Egypt.", "NOR", "reject"),
        ("Norway said the colour of the paintings was not negotiable for Egypt or its museums.", "NOR", "red_line"),
        ("Norway urged Egypt to return the six paintings before the spring fair.", "NOR", "demand"),
    ],
)
def test_a_stand_on_no_issue(words: str, party: str, stance: str) -> None:
    found = [(one.party, one.stance) for one in weighed(words).positions if one.issue == OTHER_MATTERS]
    assert found == [(party, stance)]


@pytest.mark.parametrize(
    "words",
    [
        "Norway gave up its insistence that Egypt return the six paintings first.",
        "Norway promised to hang the six paintings beside those of Egypt.",
        "Egypt said that Norway demanded the return of six paintings.",
        "Norway said that Egypt should think of the paintings as a loan to its museums.",
        "Norway demanded more.",
        "Norway refused to hand them over to the museums of Egypt for years.",
        "Norway demanded a ceasefire from Egypt before the spring fair.",
    ],
    ids=["given-up", "promised", "told-by-another", "only-thinks", "says-nothing", "of-what", "on-an-issue"],
)
def test_no_stand_on_no_issue(words: str) -> None:
    assert not [one for one in weighed(words).positions if one.issue == OTHER_MATTERS]


def test_no_gap_on_no_issue() -> None:
    found = weighed(
        "Norway demanded that Egypt return the six paintings. Egypt refused to return the six paintings to Norway."
    )
    assert not [one for one in found.gaps if one.issue == OTHER_MATTERS]
