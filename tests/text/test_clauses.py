"""Cuts that leave whole sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Span
from crosswire.text.clauses import balanced, clauses, trim


def parts(text: str) -> list[str]:
    return [span.of(text) for span in clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        pytest.param("But the talks failed.", "the talks failed.", id="but"),
        pytest.param("However, the talks failed.", "the talks failed.", id="however"),
        pytest.param("And, in addition, they left.", "they left.", id="two-in-a-row"),
        pytest.param("Yet the envoys stayed.", "the envoys stayed.", id="yet-before-a-subject"),
    ],
)
def test_leading_connectives_go(sentence: str, kept: str) -> None:
    assert trim(sentence, Span(0, len(sentence))).of(sentence) == kept


@pytest.mark.parametrize(
    "sentence",
    ["But for the envoys, nobody came.", "Yet another round failed.", "So far nobody came.", "Andrea left early.",
     "Still waters run deep.", "“But they left,” he said.", "However hard they tried, they failed.", "But, no."],
)  # fmt: skip
def test_what_carries_meaning_stays(sentence: str) -> None:
    assert trim(sentence, Span(0, len(sentence))).of(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The envoys met in Geneva, but they did not agree.", ["The envoys met in Geneva", "they did not agree."]),
        ("Talks were held in May; the sides have not met since.",
         ["Talks were held in May", "the sides have not met since."]),
        ("Norden has freed 40 men, while Sudia has freed none.",
         ["Norden has freed 40 men", "Sudia has freed none."]),
        ("Haas said he would sign, but Orlov said he would not.",
         ["Haas said he would sign", "Orlov said he would not."]),
        ("They agreed to a swap, but their first talks since 2019 ended without a truce.",
         ["They agreed to a swap", "their first talks since 2019 ended without a truce."]),
    ],
    ids=["but", "semicolon", "while", "each-with-its-own-voice", "past-form-as-the-one-verb"],
)  # fmt: skip
def test_whole_clauses_part(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The deal was signed, but never carried out.", id="no-subject"),
        pytest.param("Haas said the deal was dead, but it was not.", id="second-part-may-be-his-words"),
        pytest.param("The deal is dead, and it will stay dead, Haas said.", id="voice-comes-last"),
        pytest.param("If the talks fail, and they will fail, nobody wins.", id="subordinate-opening"),
        pytest.param("“We came, but they did not come,” he said.", id="inside-quotes"),
        pytest.param("The envoys (who met, but they left) are home.", id="inside-brackets"),
        pytest.param("Haas, Orlov, and the others left.", id="a-list"),
        pytest.param("They praised the plan, but the draft backed by Haas.", id="participle-with-by"),
        pytest.param("They praised the guards, and the men wounded in the war.", id="participle-after-and"),
        pytest.param("They praised the plan, but the wounded in Orm.", id="participle-as-noun"),
        pytest.param("“They came, but they were late.", id="unclosed-quote"),
    ],
)
def test_unsure_sentences_stay_whole(sentence: str) -> None:
    assert parts(sentence) == [sentence]


@pytest.mark.parametrize("text", ['"Yes" (no)', "«a “b” c»", "it's [sic]", ""])
def test_balanced(text: str) -> None:
    assert balanced(text)


@pytest.mark.parametrize("text", ['"Yes', "“a (b” c)", ")", "a]"])
def test_unbalanced(text: str) -> None:
    assert not balanced(text)


@given(st.text(alphabet=st.sampled_from('aB ,;."“”()and but he is'), max_size=150))
def test_any_text_gives_ordered_parts_inside(text: str) -> None:
    span = Span(0, len(text))
    assert 0 <= trim(text, span).start <= len(text)
    position = 0
    for part in clauses(text, span):
        assert position <= part.start <= part.end <= len(text)
        position = part.end
