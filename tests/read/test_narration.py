"""Which clauses an article asserts in its own voice."""

import pytest

from crosswire.model import Article, Quote, Span
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.narration import is_finite, is_statement, may_tell, narrated_clauses
from crosswire.read.words import find_words


def whole(text: str) -> Span:
    return Span(0, len(text))


def clauses_of(text: str, said: str = "", quote: str = "", kind: str = "speech") -> list[str]:
    at = text.find(said)
    stretches = [Span(at, at + len(said))] if said else []
    start = text.find(quote)
    quotes = [Quote(start, start + len(quote), Span(start + 1, start + len(quote) - 1), kind)] if quote else []  # type: ignore[arg-type]
    return [clause.of(text) for clause in narrated_clauses(text, whole(text), stretches, quotes)]


def test_a_connective_at_the_head_is_left_off() -> None:
    assert clauses_of("However, the talks failed on Monday.") == ["the talks failed on Monday."]


def test_a_clause_that_was_attributed_is_not_narrated() -> None:
    text = "The envoys met in Geneva, but the mood was bad, she said."
    assert clauses_of(text, said="the mood was bad, she said") == []


def test_a_clause_beside_attributed_speech_is_narrated() -> None:
    text = "The envoy left the hall, but his deputy said the talks would go on."
    assert clauses_of(text, said="his deputy said the talks would go on") == ["The envoy left the hall"]


def test_a_term_in_quotation_marks_stays_in_the_narration() -> None:
    text = "The army called the raid an “operation” in its daily report."
    assert clauses_of(text, quote="“operation”", kind="scare") == [text]


def test_an_invented_dialogue_is_nobodys_statement() -> None:
    text = "The envoy went home and had his tea."
    assert clauses_of(text, quote="had his tea", kind="dialogue") == []


@pytest.mark.parametrize(
    "text",
    [
        "Who will sign the accord?",
        "Here is what the envoys want:",
        "Read more about the talks in Geneva.",
        "Reporting by Ann Lee; editing by Tom Fox.",
        "Update: the talks have ended in Geneva.",
        "The views expressed in this column are those of its author alone.",
        "Ann Lee, Tom Fox, Mia Reed, Paul Stone, Ian Brook and the reporters Eva Hill and Max Dale in Geneva "
        "contributed to this report.",
    ],
)
def test_text_about_the_text_and_questions_assert_nothing(text: str) -> None:
    assert clauses_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met in Geneva.", True),
        ("Exports of grain from the northern ports fund schools abroad.", True),
        ("A long road to peace.", False),
        ("You met the envoys in Geneva.", False),
        ("We met the envoys in Geneva.", False),
    ],
)
def test_what_reads_as_a_statement(text: str, expected: bool) -> None:
    words = find_words(text)
    assert is_statement(words, whole(text), headline=False, eventful=True, opinion=False) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another 450 of our sailors are still held in Marn.", True),
        ("Our towns were shelled again on Monday.", True),
        ("Our correspondent counted nine ships on Monday.", False),
        ("Some 450 of our readers were asked on Monday.", False),
        ("We saw our towns shelled again on Monday.", False),
        ("An attack on our towns would be grave.”", False),
    ],
    ids=["our-people", "our-towns", "our-staff", "our-readers", "we", "the-end-of-a-quotation"],
)
def test_a_paper_that_says_our_tells_unless_it_speaks_of_itself(text: str, expected: bool) -> None:
    assert is_statement(find_words(text), whole(text), headline=False, eventful=True, opinion=False) is expected


def test_an_author_may_say_i_in_an_opinion_piece() -> None:
    text = "I watched the envoys fail again."
    words = find_words(text)
    assert is_statement(words, whole(text), headline=False, eventful=True, opinion=True)


def test_a_headline_needs_no_verb_and_nothing_eventful_is_no_statement() -> None:
    text = "Envoys in truce talks"
    words = find_words(text)
    assert is_statement(words, whole(text), headline=True, eventful=True, opinion=False)
    assert not is_statement(words, whole(text), headline=True, eventful=False, opinion=False)


def test_the_first_word_is_no_finite_verb() -> None:
    assert not is_finite(["united", "nations"], 0)


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("The harbour ministry halted the ferries at dawn.", True),
        ("The harbour ministry did not respond to a request for comment.", False),
        ("The harbour ministry could not be reached on Monday.", False),
        ("The ferries", False),
    ],
)
def test_a_clause_that_tells_of_no_answer_tells_of_no_act(sentence: str, tells: bool) -> None:
    assert may_tell(find_words(sentence), whole(sentence), headline=False) is tells


def test_the_us_in_a_name_is_no_first_person() -> None:
    for text, told in (
        ("The US Treasury has put sanctions on seven firms.", True),
        ("The mayor told us about seven firms in the port.", False),
    ):
        reading = read_article(Article("a", text), load("core", "negotiation"))
        assert bool(reading.statements) == told, text
