"""One form of text: nothing invisible, offsets stable afterwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.normalise import digest, fold_case, normalise


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line-ends-become-lf"),
        pytest.param("\ufeffTalks", "Talks", id="bom-goes"),
        pytest.param("1\u00a0200\u202fmen\tleft", "1 200 men left", id="exotic-spaces-become-spaces"),
        pytest.param("nego\u00adti\u200bate\u202e", "negotiate", id="invisible-and-bidi-go"),
        pytest.param("Cafe\u0301", "Café", id="composed"),
        pytest.param("e\u200b\u0301", "é", id="invisible-goes-before-composition"),
        pytest.param("a  \nb   ", "a\nb", id="trailing-spaces-go"),
        pytest.param("a\n\n\n\n\n\nb", "a\n\n\nb", id="two-blank-lines-at-most"),
        pytest.param("\n\n a\n\n", " a", id="blank-lines-at-the-ends-go"),
        pytest.param("“It’s… over” — he", "“It’s… over” — he", id="curly-quotes-dashes-ellipses-stay"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone-surrogate-is-replaced"),
        pytest.param("", "", id="empty"),
    ],
)
def test_normalise(given_text: str, expected: str) -> None:
    assert normalise(given_text) == expected


@given(st.text(alphabet=st.characters(), max_size=200))
def test_twice_is_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_digest_is_sixteen_hex_and_depends_on_every_character() -> None:
    assert len(digest("a")) == 16
    assert digest("a b") != digest("a  b")


@given(st.text(max_size=100))
def test_folding_case_moves_no_offset(text: str) -> None:
    assert len(fold_case(text)) == len(text)


def test_folding_the_dotted_capital_keeps_places() -> None:
    assert fold_case("İZMİR May").index("may") == "İZMİR May".index("May")
