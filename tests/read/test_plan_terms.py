"""A plan's terms are its author's proposal: no side undertakes or demands them."""

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def read(text: str) -> Reading:
    return read_article(Article("a", f"News of the day\n\n{text}"), PACKS)


@pytest.mark.parametrize(
    "text",
    [
        "Under the plan, Peru would withdraw from the border zone. It would release 50 prisoners by 3 June.",
        "The draft would require Peru to withdraw its troops, according to a copy seen by two papers.",
        "The 12-point proposal calls for Peru to release 50 prisoners. In return, Peru would receive guarantees.",
    ],
    ids=["under-it", "it-would-require", "it-calls-for"],
)
def test_nobody_undertakes_or_demands_what_a_plan_would_have_done(text: str) -> None:
    found = read(text)
    assert found.pledges == ()
    assert found.moves == ()
    assert {one.agent for one in found.statements} == {None}
    assert {one.act for one in found.statements} <= {"STATE"}


def test_it_is_its_author_s_proposal() -> None:
    found = read(
        "Chile's peace plan was shown to reporters. Under it, or under any plan, Peru would withdraw its troops."
    )
    assert ("PROPOSE", "CHL") in [(one.act, one.agent) for one in found.statements]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Under the accord signed on Monday, Peru will release 50 prisoners by 3 June.", None),
        ("Peru's president said the plan would fail and demanded a truce.", "DEMAND"),
        ("The plan was ready. Peru said that it would withdraw its troops from the border.", "PROMISE"),
    ],
    ids=["an-accord", "what-somebody-wants", "what-somebody-says"],
)
def test_an_accord_and_a_side_s_own_word_stay(text: str, act: str | None) -> None:
    found = read(text)
    acts = {one.act for one in found.statements} | {one.act for one in found.moves}
    assert found.pledges if act is None else act in acts
