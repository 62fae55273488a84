"""Numbers in digits and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.numbers import find_numbers, words_value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("1,200 and 12,000,000", [1200, 12_000_000], id="comma-groups"),
        pytest.param("1 200 men", [1200], id="space-groups"),
        pytest.param("3.5bn and $5m and 2 million", [3.5e9, 5e6, 2e6], id="scales"),
        pytest.param("a hundred, two dozen, half a million", [100, 24, 500_000], id="scale-words"),
        pytest.param("Two hundred and five thousand", [205_000], id="compound"),
        pytest.param("two and a half million", [2_500_000], id="and-a-half"),
        pytest.param("tens of thousands of men", [20_000], id="vague"),
        pytest.param("two-thirds and a quarter of the men", [66.7, 25], id="fractions-in-per-cent"),
        pytest.param("F-16, G7, 9/11, 10:15, 5th, 12,5, www3", [], id="labels-are-not-numbers"),
        pytest.param("everyone, someone, tent, often", [], id="words-inside-words-are-not-numbers"),
        pytest.param("2.06.2025", [], id="numeric-date-is-no-number"),
    ],
)
def test_values(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


def test_currencies_and_glued_units() -> None:
    found = list(find_numbers("€3bn, US$5, 250km, 10m"))
    assert [(number.currency, number.unit) for number in found] == [
        ("EUR", None), ("USD", None), (None, "km"), (None, "m"),
    ]  # fmt: skip


def test_words_value_of_no_number_is_zero() -> None:
    assert words_value("envoys") == 0


@given(st.text(alphabet=st.sampled_from("0123456789,. -–$€%abmonethundretyillo"), max_size=80))
def test_any_text_gives_ordered_places(text: str) -> None:
    position = 0
    for number in find_numbers(text):
        assert position <= number.start < number.end <= len(text)
        position = number.end
