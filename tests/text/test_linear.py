"""Every public finder stays linear: a megabyte of the worst input takes under two seconds."""

import datetime as dt
from collections.abc import Callable
from time import process_time

import pytest

from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.figures import find_figures
from crosswire.text.clauses import balanced, clauses, trim
from crosswire.text.normalise import digest, normalise
from crosswire.text.numbers import find_numbers
from crosswire.text.sentences import paragraphs, split_sentences
from crosswire.text.shingles import shingle_spans
from crosswire.text.times import parse_date
from crosswire.text.timex import find_times
from crosswire.text.tokens import terms, tokens, words

_SIZE = 1_000_000
_HOSTILE = ["(", '"', "1", "a a a ", " ", "\n"]
# Finders find something in every few characters of these, which costs more a character, linear as it is.
_DENSE = ["“”", "1,", "1.", ".", " \n", "...x", "A. ", "-", "one ", "hundred and ", "May 2 ", "2025-", "last ", "in 3 ",
          "$", "a'", ", but he is ", "that year. 1998. ", "the quarter. Q2. ", "now. "]  # fmt: skip
_CORE = load("core")

_FINDERS: dict[str, Callable[[str], object]] = {
    "normalise": normalise,
    "digest": digest,
    "paragraphs": paragraphs,
    "split_sentences": split_sentences,
    "tokens": tokens,
    "words": words,
    "terms": terms,
    "shingle_spans": shingle_spans,
    "balanced": balanced,
    "trim": lambda text: trim(text, Span(0, len(text))),
    "clauses": lambda text: clauses(text, Span(0, len(text))),
    "find_numbers": lambda text: list(find_numbers(text)),
    "parse_date": parse_date,
    "find_figures": lambda text: find_figures(text, [Span(0, len(text))], _CORE),
    "find_times": lambda text: find_times(text, [Span(0, len(text))], dt.date(2025, 6, 4)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_FINDERS))
@pytest.mark.parametrize("piece", _HOSTILE, ids=repr)
def test_a_megabyte_takes_less_than_two_seconds(name: str, piece: str) -> None:
    assert _seconds(name, piece, _SIZE) < 2


@pytest.mark.parametrize("name", sorted(_FINDERS))
@pytest.mark.parametrize("piece", _DENSE, ids=repr)
def test_a_tenth_of_a_megabyte_full_of_finds_takes_less_than_two_seconds(name: str, piece: str) -> None:
    assert _seconds(name, piece, _SIZE // 10) < 2


def _seconds(name: str, piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    started = process_time()
    _FINDERS[name](text)
    return process_time() - started
