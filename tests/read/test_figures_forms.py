"""Counts in less usual forms: makes between number and noun, qualifiers behind the noun, parts of words and lists."""

import pytest

from crosswire.packs import load
from crosswire.read.figures import find_figures
from crosswire.text.sentences import split_sentences

Found = tuple[float | None, float | None, str | None]


def found(text: str) -> list[Found]:
    return [(one.low, one.high, one.unit) for one in find_figures(text, split_sentences(text), load("core"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Six S-200 launchers were shipped.", [(6, 6, "launcher")], id="make-with-hyphen"),
        pytest.param("Four Puma 3 vehicles burned.", [(4, 4, "vehicle")], id="make-with-number"),
        pytest.param("The farm kept 80 sheep.", [(80, 80, "sheep")], id="plural-like-singular"),
        pytest.param("Six stranded schoolchildren slept.", [(6, 6, "schoolchild")], id="compound-plural"),
        pytest.param("Nine missing divers were named.", [(9, 9, "diver")], id="state-before-noun"),
        pytest.param("A ten-storey block fell.", [(10, 10, "storey")], id="joined-noun"),
        pytest.param("A six-figure sum was paid.", [], id="figures-of-a-number"),
        pytest.param("The three-legged dog barked.", [], id="joined-adjective"),
        pytest.param("Sixty MPs signed.", [(60, 60, "mp")], id="letters"),
        pytest.param("It paid 9 million Canadian dollars.", [(9e6, 9e6, "CAD")], id="whose-dollars"),
        pytest.param("It paid 9 million US dollars.", [(9e6, 9e6, "USD")], id="us-dollars"),
        pytest.param("The pond froze 12 cm deep.", [(12, 12, "cm")], id="short-measure"),
        pytest.param("By 6.40 four rowers sank.", [(4, 4, "rower")], id="a-clock-before-a-count"),
        pytest.param("Junction 12 of the M8 was shut.", [], id="a-road-is-no-measure"),
    ],
)
def test_what_is_counted(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ninety cooks at least came.", [(90, None, "cook")], id="at-least-behind"),
        pytest.param("Ninety cooks or more came.", [(90, None, "cook")], id="or-more"),
        pytest.param("Ninety cooks at most.", [(None, 90, "cook")], id="at-most-behind"),
        pytest.param("Ninety cooks, at least one old.", [(90, 90, "cook")], id="of-the-next"),
        pytest.param("She waited over 20 weeks.", [(20, None, "week")], id="waited-over"),
        pytest.param("It grew over 20 weeks.", [(20, 20, "week")], id="during"),
        pytest.param("The toll was raised from 40 to 52.", [(40, 40, None), (52, 52, None)], id="raised"),
        pytest.param("Sales fell by 1,300 to 8,000.", [(1300, 1300, None), (8000, 8000, None)], id="by-and-to"),
        pytest.param("Sales fell by 10 to 15 per cent.", [(10, 15, "%")], id="by-a-range"),
        pytest.param("Three-quarters of a million voted.", [(750000, 750000, None)], id="quarters-of-a-million"),
        pytest.param("A choir of 40 sang.", [(40, 40, None)], id="choir-of"),
        pytest.param("One in a million, they say.", [], id="idiom"),
        pytest.param("Lines 5 to 9 were cut.", [], id="labels"),
        pytest.param("At twenty she left.", [], id="age"),
        pytest.param("Forty signed.", [(40, 40, None)], id="forty-signed"),
        pytest.param("In three years' time it ends.", [], id="date"),
        pytest.param("Three years' work was lost.", [(3, 3, "year")], id="duration"),
    ],
)
def test_how_much_is_counted(text: str, expected: list[Found]) -> None:
    assert found(text) == expected
