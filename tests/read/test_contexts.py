"""The words an act needs or bars around it."""

import pytest

from crosswire.read.contexts import Contexts

NEAR = Contexts(["road to", "block*", "isn't", "cease"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(" a road to it", True, id="words-in-a-row"),
        pytest.param(" the road to", True, id="at-the-end"),
        pytest.param(" a road today", False, id="whole-words"),
        pytest.param(" it blocked it", True, id="any-ending"),
        pytest.param(" unblocked", False, id="from-a-words-start"),
        pytest.param("road to it", False, id="a-blank-before"),
        pytest.param(" it is 't so", True, id="a-clitic-apart"),
        pytest.param(" a cease-fire", True, id="half-of-a-hyphened-word"),
        pytest.param(" it ceased", False, id="another-ending"),
        pytest.param(" ", False, id="nothing"),
    ],
)
def test_context_words_stand_where_a_word_begins(text: str, found: bool) -> None:
    assert NEAR.is_in(text) == found
