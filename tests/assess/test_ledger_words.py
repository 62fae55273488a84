"""The words that ledger lines quote and the labels they are called by."""

import pytest

from crosswire.assess.ledgers import quotable, short
from crosswire.model import Evidence, Span


def words(text: str) -> Evidence:
    return Evidence.cut("a", text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("promised", "called"),
    [
        ("pull all of its forces out of Chile within a month of the deal", "pull all of its forces out of Chile"),
        ("export the bulk of its grain to have it milled to flour abroad", "export the bulk of its grain"),
        ("lower its own levies on Peruvian goods to 10% from 125%", "lower its own levies on Peruvian goods"),
        ("suspend the embargo on grain", "suspend the embargo on grain"),
    ],
    ids=["a-last-phrase", "to-have-it-done", "to-a-rate", "short-enough"],
)
def test_a_label_ends_with_a_phrase(promised: str, called: str) -> None:
    assert short(words(promised)) == called


def test_a_passage_on_them_is_not_quoted() -> None:
    assert quotable([words("They have called it a crime.")]) is None


def test_the_mark_that_opens_a_longer_quotation_is_left_out() -> None:
    found = quotable([words('"Peru has still not withdrawn its troops.')])
    assert found is not None
    assert found.quote == "Peru has still not withdrawn its troops."
