"""Alternatives by their first letter find what a flat list of them finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.by_letter import by_letter

WORDS = ("talks?", "talk show", "round", "truce", r"\(t\)", "rounds of")
FLAT = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS)})(?!\w)")
TEXT = st.lists(
    st.sampled_from(("talk", "s", " show", "round", " of", "truce", "(t)", " ", "-", "\n", "é")), max_size=30
)


@given(TEXT.map("".join))
def test_finds_what_the_flat_list_finds(text: str) -> None:
    found = re.compile(rf"(?:{by_letter(WORDS)})(?!\w)").finditer(text)
    assert [one.span() for one in found] == [one.span() for one in FLAT.finditer(text)]


def test_other_characters_may_not_stand_before() -> None:
    assert re.search(by_letter(["round"]), "ground-round") is not None
    assert re.search(by_letter(["round"], before=r"[\w-]"), "ground-round") is None
