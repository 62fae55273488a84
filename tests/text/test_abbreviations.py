"""A name in capitals is no function word."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.words import find_words
from crosswire.text.abbreviations import keep_names


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The US and China met.", "the US and china met."),
        ("It told us so.", "it told us so."),
        ("Officials of the WHO, who came by boat, agreed.", "officials of the WHO, who came by boat, agreed."),
        ("LET US PRAY\nThe bells rang.", "let us pray\nthe bells rang."),
        ("A US-led force, the U.S. and US$5.", "a US-led force, the u.s. and us$5."),
    ],
)
def test_capitals_are_kept_where_they_name(text: str, kept: str) -> None:
    assert keep_names(text, text.lower()) == kept


def test_a_long_row_of_them_takes_no_long_time() -> None:
    text = "The US met " * 60_000
    assert keep_names(text, text.lower()).count("US") == 60_000


def test_what_is_told_to_us_officials_is_told_to_nobody_else() -> None:
    text = "Jane Doe told US officials that the dam was safe."
    said = read_article(Article("a", text), load("core")).statements
    assert [[span.of(text) for span in one.contents] for one in said] == [["that the dam was safe"]]
    assert "US" in find_words(text).low
