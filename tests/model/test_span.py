"""Evidence points into text that never changes, and says so when it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.errors import EvidenceError
from crosswire.model import Evidence, Span


def test_evidence_without_words_cannot_be_built() -> None:
    with pytest.raises(EvidenceError):
        Evidence("a", 3, 3, "")


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (0, 4), (2, 8)], ids=["before-the-text", "too-short", "too-long"])
def test_evidence_whose_offsets_cannot_hold_its_words_is_refused(start: int, end: int) -> None:
    with pytest.raises(EvidenceError, match="article a, span"):
        Evidence("a", start, end, "words")


def test_evidence_notices_that_the_text_changed() -> None:
    evidence = Evidence.cut("a", "The truce holds.", Span(4, 9))
    evidence.check("The truce holds.")
    with pytest.raises(EvidenceError, match="expected 'truce', found 'fight'"):
        evidence.check("The fight holds.")


@given(st.text(min_size=1), st.data())
def test_any_cut_of_any_text_checks_against_that_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    Evidence.cut("a", text, Span(start, end)).check(text)


def test_spans_meet_only_when_they_share_a_character() -> None:
    assert Span(0, 5).meets(Span(4, 6))
    assert not Span(0, 5).meets(Span(5, 6))
    assert Span(0, 5).covers(Span(1, 5))
    assert not Span(1, 5).covers(Span(0, 5))
