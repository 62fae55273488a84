"""Stands that can meet, and those that cannot: another time, a yes before the bid, promises that answer nothing."""

import datetime as dt

import msgspec
import pytest

from crosswire.model import Evidence, Position, Taken
from crosswire.weigh.comparable import has_come_apart, may_meet
from crosswire.weigh.linked import Linked

DAY = dt.date(2031, 3, 3)
ACTS: dict[Taken, str] = {
    "demand": "DEMAND",
    "offer": "OFFER",
    "accept": "ACCEPT",
    "reject": "REJECT",
    "condition": "CONDITION",
    "red_line": "RED_LINE",
}
LINKED, DIRECT = Linked(True, strength=3.0), Linked(True, strength=3.0, direct=True)


def stand(party: str, stance: Taken, after: int = 0, act: str | None = None) -> Position:
    return Position(
        id=f"{party}{stance}{after}",
        party=party,
        issue="dams",
        round=None,
        day=DAY + dt.timedelta(after),
        stance=stance,
        act=act or ACTS[stance],
        firmness="demand",
        stated_by="self",
        lead="s",
        statements=("s",),
        claims=(),
        origins=("o",),
        evidence=(Evidence(f"of {party}", 0, 3, "It."),),
    )


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (stand("a", "offer"), stand("b", "accept", 2), True),
        (stand("a", "offer", 9), stand("b", "accept", 2), False),
        (stand("a", "demand", 3), stand("b", "reject"), True),
        (stand("a", "demand", 30), stand("b", "reject"), False),
        (stand("a", "demand", 30), stand("b", "red_line"), True),
        (stand("a", "demand", 90), stand("b", "red_line"), False),
        (stand("a", "offer", act="PROMISE"), stand("b", "offer", act="PROMISE"), False),
        (stand("a", "offer", act="PROMISE"), stand("b", "accept"), False),
        (stand("a", "offer", act="PROMISE"), stand("b", "demand"), True),
        (stand("a", "accept"), stand("b", "accept", 1), True),
        (stand("a", "accept"), stand("b", "accept", 9), False),
    ],
    ids=[
        "a-yes-after-the-offer",
        "a-yes-before-the-offer",
        "a-no-days-before-the-demand",
        "a-no-weeks-before-the-demand",
        "a-red-line-stands",
        "a-red-line-of-long-ago",
        "two-promises",
        "a-promise-is-not-taken",
        "a-promise-may-meet-a-demand",
        "both-took-one-plan",
        "each-took-something",
    ],
)
def test_only_stands_of_one_time_and_order_meet(one: Position, other: Position, meet: bool) -> None:
    assert may_meet(one, other, LINKED) is meet
    assert may_meet(other, one, LINKED) is meet


def test_an_answer_that_names_whom_it_answers_may_come_late() -> None:
    assert may_meet(stand("a", "demand"), stand("b", "reject", 60), DIRECT)


def test_what_two_did_together_needs_no_check() -> None:
    assert may_meet(stand("a", "accept"), stand("b", "accept", 9), Linked(True, joint=True))


@pytest.mark.parametrize(("later", "apart"), [("demand", True), ("reject", True), ("accept", False), ("offer", False)])
def test_two_that_agreed_agree_no_more_once_one_asks_for_another_thing(later: Taken, apart: bool) -> None:
    one, other = stand("a", "accept"), stand("b", "accept")
    assert has_come_apart(one, other, [one, other, stand("b", later, 5)]) is apart


def test_a_report_that_tells_of_both_need_not_date_the_bid() -> None:
    offer, taken = stand("a", "offer", 9), stand("b", "accept", 2)
    assert not may_meet(offer, taken, LINKED)
    assert may_meet(offer, msgspec.structs.replace(taken, evidence=offer.evidence), LINKED)


def test_a_refusal_stands_through_its_round() -> None:
    bid, refused = stand("a", "demand", 30), stand("b", "reject")
    assert not may_meet(bid, refused, LINKED)
    in_one, of_it = (msgspec.structs.replace(one, round="round:2031-03-03") for one in (bid, refused))
    assert may_meet(in_one, of_it, LINKED)
