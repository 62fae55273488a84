"""Reports that follow one up: surnames alone, hours of a live blog, tolls that rise, totals of a promise."""

import datetime as dt

import msgspec

from crosswire.model import Article, Reading
from crosswire.packs import PackActor, Packs, load
from crosswire.read import read_article

_SIDES = (
    PackActor(id="union", name="Ferry Guild", kind="group", party="union"),
    PackActor(id="roe", name="Ada Roe", kind="person", party="union", roles=("president",)),
)


def _packs() -> Packs:
    packs = load("core", "negotiation")
    return msgspec.structs.replace(packs, actors=(*packs.actors, *_SIDES), digest=packs.digest + "-followups")


def _read(text: str, packs: Packs | None = None) -> Reading:
    return read_article(Article("a", text, published=dt.date(2029, 4, 11)), packs or load("core", "negotiation"))


def test_a_surname_alone_is_the_packs_person_where_the_side_is_named() -> None:
    speakers = {
        one.speaker for one in _read("The Ferry Guild met on Monday. Roe said it wanted a vote.", _packs()).statements
    }
    assert "roe" in speakers


def test_a_surname_alone_is_nobody_where_nothing_else_of_the_pack_is_named() -> None:
    speakers = {one.speaker for one in _read("The river rose on Monday. Roe said it was cold.", _packs()).statements}
    assert "roe" not in speakers


def test_the_hour_of_a_live_blog_is_no_part_of_a_name() -> None:
    found = _read("17:10 Peru says it accepts a truce.").statements
    assert {one.speaker for one in found} == {"PER"}


def test_a_town_called_one_is_the_place_of_an_incident() -> None:
    assert [one.place for one in _read("Peru accused Chile of shelling the village of Ollo on Monday.").breaches] == [
        "ollo"
    ]


def test_a_toll_that_has_risen_is_counted_and_laid_at_nobodys_door() -> None:
    found = _read(
        "Peru said the death toll from the shelling of the town of Ollo on April 9 had risen to four."
    ).breaches
    assert [(one.accused, one.killed.low if one.killed else None) for one in found] == [(None, 4)]


def test_a_part_of_the_whole_is_what_was_delivered_so_far() -> None:
    found = _read("Chile has so far freed 60 of the 90 prisoners.").pledges
    assert [(one.kind, one.quantity.low if one.quantity else None, one.total) for one in found] == [("kept", 60, True)]


def test_a_day_without_a_year_that_a_promise_names_lies_ahead() -> None:
    found = _read("Chile pledged to release 90 prisoners by 31 December.").pledges
    assert [one.due.last for one in found if one.due] == [dt.date(2029, 12, 31)]


def test_who_remains_committed_promises_nothing() -> None:
    assert all(
        not one.act.startswith("PROMISE") for one in _read("Peru remained committed to ending the war.").statements
    )
