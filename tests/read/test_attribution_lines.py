"""What a reader saw over a line's end is cut there: the source of a sentence, and what a headline says."""

from crosswire.model import Span
from crosswire.read.attribution_lines import own_lines
from crosswire.read.attribution_seen import Seen

TEXT = "Ferries stay in port, union says\n\nTwo days on\nThe union said it would wait."
TITLE, SECOND = Span(0, 32), Span(46, 76)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_a_source_is_cut_to_the_line_of_its_cue() -> None:
    seen = Seen(Span(34, 55), Span(56, 60), (span("it would wait"),))
    (found,) = own_lines(TEXT, [seen], [TITLE, SECOND], [0, 1])
    assert found.source is not None
    assert found.source.of(TEXT) == "The union"
    assert found.contents == seen.contents


def test_a_headline_says_no_more_than_the_headline() -> None:
    seen = Seen(span("union"), span("says"), (span("Ferries stay in port"), span("Two days on")))
    (found,) = own_lines(TEXT, [seen], [TITLE, SECOND], [0, 1])
    assert [one.of(TEXT) for one in found.contents] == ["Ferries stay in port"]


def test_what_the_body_says_does_not_begin_in_the_headline() -> None:
    seen = Seen(span("The union"), Span(56, 60), (Span(0, 32), Span(7, 76)))
    (found,) = own_lines(TEXT, [seen], [TITLE, SECOND], [0, 1])
    assert [one.of(TEXT) for one in found.contents] == ["The union said it would wait."]


def test_what_lies_in_its_lines_stays() -> None:
    seen = Seen(span("The union"), Span(56, 60), (span("it would wait"),))
    assert list(own_lines(TEXT, [seen], [TITLE, SECOND], [0, 1])) == [seen]


def test_words_of_the_next_paragraph_are_not_said_by_the_last() -> None:
    text = "It would wait, the union said.\n\nThe port gave no date."
    one = Seen(Span(15, 24), Span(25, 29), (Span(0, 13), Span(32, 54)))
    (found,) = own_lines(text, [one], [Span(0, 30), Span(32, 54)], [1, 2])
    assert [span.of(text) for span in found.contents] == ["It would wait"]
