"""Money of many countries, numbers below zero, and ranges told unit by unit."""

import pytest

from crosswire.packs import load
from crosswire.read.figures import find_figures
from crosswire.text.money import NAMES, SYMBOLS, WHOSE
from crosswire.text.sentences import split_sentences

Found = tuple[float | None, float | None, str | None]


def found(text: str) -> list[Found]:
    return [(one.low, one.high, one.unit) for one in find_figures(text, split_sentences(text), load("core"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rice costs Rs 90 here.", [(90, 90, "INR")], id="rupees-before"),
        pytest.param("It set aside Rs 30 crore.", [(3e8, 3e8, "INR")], id="crore"),
        pytest.param("Some 4 lakh hectares dried out.", [(4e5, 4e5, "hectare")], id="lakh"),
        pytest.param("The fare is Ksh 80 (USD 1).", [(80, 80, "KES"), (1, 1, "USD")], id="codes"),
        pytest.param("The loss was R40 million.", [(4e7, 4e7, "ZAR")], id="one-letter-of-a-large-amount"),
        pytest.param("He drove the R40 to the N1.", [], id="one-letter-is-a-label"),
        pytest.param("It paid S$3m and NT$5m.", [(3e6, 3e6, "SGD"), (5e6, 5e6, "TWD")], id="whose-dollar-mark"),
        pytest.param("She owes 600 Iraqi dinars.", [(600, 600, "IQD")], id="whose-dinars"),
        pytest.param("It lent 5 billion naira.", [(5e9, 5e9, "NGN")], id="a-plural-like-the-singular"),
        pytest.param("They wanted 40 million kroner.", [(4e7, 4e7, None)], id="kroner-of-two-countries"),
        pytest.param("The dinars were gone.", [], id="no-amount"),
    ],
)
def test_money(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It was minus 9 degrees.", [(-9, -9, "degree")], id="minus"),
        pytest.param("It was -9C at dawn.", [(-9, -9, "degree")], id="sign"),
        pytest.param("The water had 11.5°C.", [(11.5, 11.5, "degree")], id="sign-of-degrees"),
        pytest.param("An F-16 took off.", [], id="a-make"),
        pytest.param("Prices rose 2,5 percent.", [(2.5, 2.5, "%")], id="decimal-comma"),
        pytest.param("It took 3½ hours.", [(3.5, 3.5, "hour")], id="half-sign"),
        pytest.param("A 40MW plant and a 3ft wall.", [(40, 40, "megawatt"), (3, 3, "foot")], id="glued"),
        pytest.param("Losses ran from 5% to 9%.", [(5, 5, "%"), (9, 9, "%")], id="a-move-is-no-range"),
        pytest.param("Losses of 5% to 9% are seen.", [(5, 9, "%")], id="range-told-twice"),
        pytest.param("One in 70 adults has it.", [(1.4, 1.4, "%")], id="odds"),
        pytest.param("He has won one in 70 starts.", [(70, 70, "start")], id="no-odds"),
        pytest.param("Output is three times what it was.", [], id="a-multiple"),
        pytest.param("He called three times.", [(3, 3, "time")], id="times"),
        pytest.param("In the first half of the year it rained.", [], id="half-of-a-year"),
        pytest.param("Half the town's wells are dry.", [(50, 50, "%")], id="half-the-wells"),
        pytest.param("Sales fell a third, to nothing.", [(33.3, 33.3, "%")], id="lost-a-share"),
        pytest.param("Two men fell and a third, a guard, ran.", [(2, 2, "man")], id="a-third-man"),
        pytest.param("She was third in the 800 metres.", [], id="a-race"),
        pytest.param("The Group of 77 met.", [], id="a-group-by-name"),
        pytest.param("A group of 77 met.", [(77, 77, None)], id="a-group"),
        pytest.param("Forty may enter.", [], id="a-number-alone"),
        pytest.param("No more than 40 may enter.", [(None, 40, None)], id="may-is-no-month"),
        pytest.param("Dozens remain inside.", [(24, None, None)], id="dozens-do"),
        pytest.param("They came by the dozens.", [], id="by-the-dozens"),
        pytest.param(
            "It said 12 reporters killed in May were named.", [(12, 12, "reporter")], id="what-became-of-them"
        ),
        pytest.param("The number of dead stands at 31.", [(31, 31, "dead")], id="the-dead-stand"),
        pytest.param("The one-day strike began.", [(1, 1, "day")], id="one-day"),
        pytest.param("One bystander was killed.", [(1, 1, "bystander")], id="one-unlisted"),
        pytest.param("One reason was given.", [], id="one-thing"),
    ],
)
def test_forms(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


def test_marks_and_names_are_small_letters_and_owners_know_their_money() -> None:
    assert all(word == word.lower() for word in [*SYMBOLS, *NAMES, *(whose for whose, _ in WHOSE)])
    assert all(len(code) == 3 and code.isupper() for code in [*SYMBOLS.values(), *WHOSE.values()])
