"""Lists of words in one scan: what they find is what a pattern of their alternatives finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.sources.page_words import anywhere
from crosswire.sources.word_lists import WordList

WORDS = ("min read", "min", "read", "ad", "ad break", "©", "(c)", "c)", "a b", "b", "b c d", "x.")
TEXT = st.lists(st.sampled_from((*WORDS, " ", "_", "-", "’", "\n", "é", "reader", "admin")), max_size=40).map("".join)


@given(TEXT)
def test_counts_what_the_pattern_finds(text: str) -> None:
    words, pattern = WordList(WORDS), anywhere(WORDS)
    assert words.count(text) == len(pattern.findall(text))
    assert words.is_in(text) == (pattern.search(text) is not None)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("a 4 min read", 1, id="the-longest-counts-once"),
        pytest.param("admin reader", 0, id="no-part-of-a-word"),
        pytest.param("min_read", 0, id="an-underscore-is-of-the-word"),
        pytest.param("by©2", 1, id="a-mark-counts-anywhere"),
        pytest.param("", 0, id="no-text"),
    ],
)
def test_whole_words_alone_count(text: str, count: int) -> None:
    assert WordList(WORDS).count(text) == count
