from itertools import pairwise

import pytest

from crosswire.model import Article, Span
from crosswire.read.encoder.windows import CLOSES, INSIDE, OPENS, OUTSIDE, PARAGRAPH, SENTENCE, TITLE, find_windows
from crosswire.read.encoder.wordpieces import Cutter
from crosswire.read.segment import segment

CUTTER = Cutter(["[UNK]", "[CLS]", "[SEP]"])


def _sentences(text: str) -> tuple[Span, ...]:
    return segment(Article("a", text))[0]


def test_whole_paragraphs_share_a_window_while_they_fit() -> None:
    text = "One two three.\n\nFour five six.\n\nSeven eight nine."
    windows = find_windows(text, _sentences(text), CUTTER, [], limit=10)
    assert [window.words[0].start for window in windows] == [0, text.index("Seven")]


@pytest.mark.parametrize("limit", [3, 5, 8, 13, 40])
def test_every_word_is_read_once_and_no_window_is_too_long(limit: int) -> None:
    text = "One two three. Four five six seven eight nine ten.\n\nEleven twelve. " + "word " * 50 + "end."
    sentences = _sentences(text)
    windows = find_windows(text, sentences, CUTTER, [], limit=limit)
    words = [word for window in windows for word in window.words]
    assert words == [word for s in sentences for word in CUTTER.cut(text, s.start, s.end)]
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(len(window.inputs[0]) <= limit for window in windows)


def test_rows_are_alike_in_length_and_heads_point_at_first_pieces() -> None:
    text = "One two, three."
    (window,) = find_windows(text, _sentences(text), CUTTER, [])
    assert {len(row) for row in window.inputs} == {len(window.words) + 2}
    assert window.heads == tuple(range(1, len(window.words) + 1))


def test_quotation_states() -> None:
    text = "He said “we go now” today."
    quote = Span(text.index("“"), text.index("”") + 1)
    (window,) = find_windows(text, _sentences(text), CUTTER, [quote])
    states = window.inputs[2][1:-1]
    assert states == [OUTSIDE, OUTSIDE, OPENS, INSIDE, INSIDE, INSIDE, CLOSES, OUTSIDE, OUTSIDE]


def test_a_quote_that_began_in_an_earlier_window_is_still_open() -> None:
    text = "“One two three four. Five six seven eight.”"
    windows = find_windows(text, _sentences(text), CUTTER, [Span(0, len(text))], limit=8)
    assert len(windows) > 1
    assert windows[-1].inputs[2][1] == INSIDE


def test_breaks() -> None:
    text = "Talks stall\n\nOne two. Three four."
    sentences = _sentences(text)
    (window,) = find_windows(text, sentences, CUTTER, [], title_end=sentences[0].end)
    marks = {window.words[place].start: kind for place, kind in enumerate(window.inputs[3][1:-1]) if kind}
    assert marks == {0: TITLE, text.index("One"): PARAGRAPH, text.index("Three"): SENTENCE}


def test_no_sentences_no_windows() -> None:
    assert find_windows("", [], CUTTER, []) == []
