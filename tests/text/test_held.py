"""Which words a text holds, in one scan."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.held import Held

WORDS = ("plan", "plane", "an", " mr.", "naïve")
TEXT = st.lists(st.sampled_from((*WORDS, " ", "e", "é", "😀", "pl")), max_size=30).map("".join)


@given(TEXT)
def test_holds_what_is_in_the_text(text: str) -> None:
    asked = Held(WORDS)
    assert asked.inside(text) == {word for word in WORDS if word in text}
    assert asked.places(text) == [at for at in range(len(text)) if text.startswith(WORDS, at)]


def test_no_words_are_held_by_no_text() -> None:
    assert not Held([]).inside("a plan")
    assert not Held(["plan"]).inside("")


@given(TEXT, st.integers(0, 8))
def test_matches_are_those_of_a_search(text: str, start: int) -> None:
    pattern = re.compile(r"(?<!\w)(?:planes?|plan|an)\b(?: plan)?")
    found = Held(["plan", "an"]).matches(pattern, text, start)
    assert [one.span() for one in found] == [one.span() for one in pattern.finditer(text, start)]
