"""A wiki's source text as a draft: its references are numbered and listed, its marks are gone."""

import time

import pytest

from crosswire.sources.drafts import read_draft
from crosswire.sources.drafts.wikitext import plain_wikitext

PAGE = (
    "The '''truce''' broke.<ref name=\"a\">{{cite news|title=Truce breaks|work=The Wire|date=4 May}}</ref> "
    "It had [[Pause|held]] a week.<ref name=a /><ref>[https://wire.example/b The Wire]</ref>"
)


def test_references_are_numbered_and_listed() -> None:
    draft = read_draft(PAGE.encode(), "page.txt")
    body, listed = draft.spans("body"), draft.spans("footer")
    assert [one.of(draft.text) for one in body] == ["The truce broke.[1] It had held a week.[1][2]"]
    assert [one.of(draft.text) for one in listed] == ["[1] Truce breaks, The Wire, 4 May", "[2] The Wire"]
    assert [one.url for one in draft.links] == ["https://wire.example/b"]


def test_other_texts_are_left_as_they_are() -> None:
    words = "It's ''his'' [[note]] to the {{reader}}."
    assert plain_wikitext(words) == words


@pytest.mark.parametrize("piece", ["<ref>", "<ref ", "<ref>a<b", "{{", "[[", "'"])
def test_a_hostile_page_takes_no_long_time(piece: str) -> None:
    started = time.perf_counter()
    plain_wikitext("<ref>" + piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - started < 2
