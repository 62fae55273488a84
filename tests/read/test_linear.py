"""Every finder of the read part stays linear: a megabyte of the worst input takes under two seconds."""

import datetime as dt
from collections.abc import Callable
from time import process_time

import pytest

from crosswire.model import Article, Region, Span
from crosswire.packs import load
from crosswire.read.attribution import find_attributions
from crosswire.read.credits import find_credits
from crosswire.read.figures import find_figures
from crosswire.read.quotes import find_quotes
from crosswire.read.reader import read_article
from crosswire.read.segment import segment
from crosswire.read.words import find_words
from crosswire.text.timex import find_times

_CORE = load("core")
_DAY = dt.date(2025, 6, 4)
_SIZE = 1_000_000
_HOSTILE = ["(", '"', "“", "7", "1 ", "a a a ", "said said ", "He He ", "Mr. A ", "\n", " ", "in 3 in 3 "]  # fmt: skip
# Something is found in every few characters of these, which costs more a character, linear as it is.
_DENSE = ["“a ", "'a ", "1,000 for 1,000 ", "On 3 May ", "He said. ", '"No," he said. ', "A\n"]


def _whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def _attributions(text: str) -> object:
    sentences, paragraphs = segment(Article("a", text))
    return find_attributions(text, sentences, paragraphs, find_quotes(text, sentences, paragraphs), [], [], _CORE)


_FINDERS: dict[str, Callable[[str], object]] = {
    "segment": lambda text: segment(Article("a", text)),
    "find_quotes": lambda text: find_quotes(text, _whole(text), [1]),
    "find_attributions": _attributions,
    "find_credits": lambda text: find_credits(
        Article("a", text, regions=(Region(0, len(text), "body"),)), _whole(text), [], _CORE
    ),
    "find_figures": lambda text: find_figures(text, _whole(text), _CORE),
    "find_times": lambda text: find_times(text, _whole(text), _DAY),
    "find_words": find_words,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_FINDERS))
@pytest.mark.parametrize("piece", _HOSTILE, ids=repr)
def test_a_megabyte_takes_less_than_two_seconds(name: str, piece: str) -> None:
    assert _seconds(_FINDERS[name], piece, _SIZE) < 2


@pytest.mark.parametrize("name", sorted(_FINDERS))
@pytest.mark.parametrize("piece", _DENSE, ids=repr)
def test_a_tenth_of_a_megabyte_full_of_finds_takes_less_than_two_seconds(name: str, piece: str) -> None:
    assert _seconds(_FINDERS[name], piece, _SIZE // 10) < 2


@pytest.mark.slow
@pytest.mark.parametrize("piece", [*_HOSTILE, *_DENSE], ids=repr)
def test_reading_twice_the_text_takes_no_more_than_thrice_the_time(piece: str) -> None:
    def read(text: str) -> object:
        return read_article(Article("a", text, published=_DAY), _CORE)

    short, long = _seconds(read, piece, 60_000), _seconds(read, piece, 120_000)
    assert long < 3 * short + 0.3


def _seconds(finder: Callable[[str], object], piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size]
    start = process_time()
    finder(text)
    return process_time() - start
