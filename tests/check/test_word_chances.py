"""A word is borne out where the evidence has it, in whatever form, among the words it is told with."""

import pytest
from bench.quality.check.corpora import desk_of, library_of

from crosswire.check.appraise import appraise
from crosswire.check.library import Library, form
from crosswire.check.score import load_model
from crosswire.check.word_chances import LOOKS, looks
from crosswire.packs import load

PACKS = load("core")
SOURCE = (
    "The directors of the Zürich ferry line met in Corvane on 21 June 2016.",
    "They chose Odalys Brandt as their fifth chairwoman.",
    "The line carries 4,000 passengers a day.",
    "Its oldest boat was launched in September 1911.",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(SOURCE, PACKS)


def looked(claim: str, library: Library) -> dict[str, dict[str, float]]:
    stated, desk = desk_of(claim, library, PACKS)
    found = appraise(stated, desk)
    rows = looks(found.words, claim, found.units, library.units, library)
    return {
        claim[word.start : word.end]: dict(zip(LOOKS, row, strict=True))
        for word, row in zip(found.words, rows, strict=True)
    }


def chance(claim: str, library: Library) -> float:
    stated, desk = desk_of(claim, library, PACKS)
    return appraise(stated, desk).measures["chance"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zürich", "Zurich"), ("fifth", "5th"), ("September", "Sept"), ("directors", "director"), ("boat’s", "boats")],
    ids=["accent", "ordinal", "month", "plural", "genitive"],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert form(one.removesuffix("’s")) == form(other)


def test_a_month_is_said_where_a_day_of_it_is(library: Library) -> None:
    assert looked("The directors met in Corvane in June 2016.", library)["June"]["said"] == 1.0


def test_a_name_without_its_accent_is_said(library: Library) -> None:
    assert looked("The Zurich ferry line met in Corvane.", library)["Zurich"]["named"] == 1.0


def test_what_no_sentence_has_is_not_said(library: Library) -> None:
    found = looked("The directors of the ferry line met in Tarsk.", library)["Tarsk"]
    assert found["said"] == found["named"] == found["beside"] == 0.0


def test_a_word_far_from_the_others_has_less_beside_it(library: Library) -> None:
    found = looked("The directors of the ferry line met in Corvane with passengers.", library)
    assert found["passengers"]["beside"] < found["Corvane"]["beside"]


def test_a_sentence_of_the_source_falls_short_of_nothing(library: Library) -> None:
    assert chance("The line carries 4,000 passengers a day.", library) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    "detail",
    ["on behalf of Prince Harald", "with 900 shareholders", "under the new statute"],
    ids=["name", "number", "thing"],
)
def test_an_added_detail_falls_short(library: Library, detail: str) -> None:
    told = "The directors of the Zürich ferry line met in Corvane"
    assert chance(f"{told} {detail}.", library) < chance(f"{told}.", library)


def test_the_weights_are_of_what_is_looked_at() -> None:
    assert load_model("word").names == LOOKS
