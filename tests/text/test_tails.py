"""Where a sentence may end early, and where it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Span
from crosswire.text.tails import before_colour, tails


def heads(text: str) -> list[str]:
    return [text[:at] for at in tails(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("The lock was closed at dawn in response to a strike.", "The lock was closed at dawn"),
        ("The lock was closed at dawn because the crews had left.", "The lock was closed at dawn"),
        ("The mayor signed the lease, which runs for nine years.", "The mayor signed the lease"),
        ("The mayor signed the lease, a concession to the dockers.", "The mayor signed the lease"),
        ("The mayor signed the lease, but kept the keys.", "The mayor signed the lease"),
        ("Orla Finn resigned on Friday, following claims of fraud, waste and neglect.", "Orla Finn resigned on Friday"),
        ("The council rejects the plan, which was drawn up in March.", "The council rejects the plan"),
        ("The crews freed 1,200 crabs, following a storm.", "The crews freed 1,200 crabs"),
    ],
    ids=["response", "because", "relative", "apposition", "but", "listed", "present-tense", "comma-in-a-number"],
)
def test_asides_and_reasons_end_a_sentence_early(sentence: str, head: str) -> None:
    assert head in heads(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The lock will open, if the dues are paid.", id="condition"),
        pytest.param("The lock will open unless the dues are unpaid.", id="exception"),
        pytest.param("The crews did not leave because of the storm.", id="denied-reason"),
        pytest.param("The crews will leave only because of the storm.", id="only"),
        pytest.param("The lock was closed, the mayor said.", id="source"),
        pytest.param(
            "The lock was closed in response to a strike, the mayor told reporters.", id="source-after-a-reason"
        ),
        pytest.param("Orla Finn, the mayor, resigned.", id="apposition-inside"),
        pytest.param("After the storm, the crews left.", id="opening"),
        pytest.param("“They came, but they were late.", id="unclosed-quote"),
        pytest.param("The mayor called it “a lease, which runs for ever”.", id="inside-quotes"),
        pytest.param("Finn, Orlo, Haas and the others left.", id="a-list"),
    ],
)
def test_what_carries_the_sentence_stays(sentence: str) -> None:
    assert heads(sentence) == []


@given(st.text(alphabet=st.sampled_from('aB ,;."“”()but which because the is'), max_size=150))
def test_cuts_lie_inside_and_fall(text: str) -> None:
    found = tails(text, Span(0, len(text)))
    assert found == sorted(set(found), reverse=True)
    assert all(0 < at < len(text) for at in found)


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        (
            "They signed at noon, in talks that the mayor led but, in the words of one envoy, “never fed”.",
            "They signed at noon",
        ),
        ("The truce of May is over, in the words of one envoy, “a dead duck”.", "The truce of May is over"),
        ("The mayor called the truce “a dead duck”.", "The mayor called the truce “a dead duck”."),
        (
            "The truce is, in the words of Mayor Ida Lund, “a dead duck”.",
            "The truce is, in the words of Mayor Ida Lund, “a dead duck”.",
        ),
    ],
    ids=["with-its-aside", "alone", "a-named-speaker-s-word", "whose-words-is-said"],
)
def test_a_witticism_of_nobody_s_ends_no_sentence(sentence: str, head: str) -> None:
    assert sentence[: before_colour(sentence, Span(0, len(sentence)))] == head
