"""Promises under an exchange, deliveries that only would come of it, and what no one could look for."""

import datetime as dt

from crosswire.model import Article, Pledge
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
SWAP = "Norway has brokered a new {} under which Peru and Chile will each free 120 captives before the end of June."


def pledges(text: str) -> list[Pledge]:
    article = Article("a", f"News.\n\n{text}", published=dt.date(2031, 5, 8))
    return list(read_article(article, PACKS).pledges)


def test_what_an_exchange_provides_is_promised_by_both() -> None:
    (found,) = pledges(SWAP.format("exchange"))
    assert (found.kind, found.by, found.due is not None) == ("made", ("PER", "CHL"), True)


def test_a_law_under_which_something_is_done_promises_nothing() -> None:
    assert not [one for one in pledges(SWAP.format("law")) if one.accord]


def test_what_would_bring_a_number_up_is_no_delivery() -> None:
    text = "It would be the third exchange and would bring the number of captives freed since March to 580."
    assert not [one for one in pledges(text) if one.kind == "kept"]


def test_what_was_freed_before_something_would_be_done_is_one() -> None:
    text = "Peru said it would keep the port open, a day after 40 captives were freed."
    assert [one.kind for one in pledges(text) if one.deed == "release"] == ["kept"]


def test_to_head_it_is_no_promise() -> None:
    assert not pledges("Peru said it would send a delegation. Peru's envoy promised to head it.")
    assert [one.deed for one in pledges("Peru's envoy promised to release 40 captives.")] == ["release"]
