"""Stands as they are meant: what is only expected, said by the way or new, and matters that share a word."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def stands(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.act, one.agent, one.issues) for one in read_article(Article("a", text), PACKS).moves]


@pytest.mark.parametrize(
    ("text", "act", "agent"),
    [
        ("Peru wants a truce, and it expected Chile to refuse it.", "REJECT", "CHL"),
        ("Peru wants a truce, and Chile is likely to reject it.", "REJECT", "CHL"),
        ("A plan that Oslo drew up would oblige Peru to free all hostages.", "ACCEPT", "PER"),
        ("Peru rejected a truce, arguing that it would allow Chile to rearm.", "PROMISE", "PER"),
        ("The minister said it should be recalled that Peru shelled the hostages.", "DEMAND", None),
        ("Peru said its gunners had shot down 40 drones during the truce.", "REJECT", "PER"),
    ],
    ids=["expected", "likely", "would-oblige", "refused-for-what-it-does", "recalled", "drones-shot-down"],
)
def test_takes_no_such_stand(text: str, act: str, agent: str | None) -> None:
    assert (act, agent) not in {(told, who) for told, who, _ in stands(text)}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Chile has refused since then to lift the embargo.", ("REJECT", "CHL", ("sanctions_economy",))),
        ("A truce in winter is absolutely unacceptable to Peru.", ("REJECT", "PER", ("ceasefire",))),
        ("Peru shot down the truce offer.", ("REJECT", "PER", ("ceasefire",))),
    ],
    ids=["since-then", "absolutely", "shot-down-an-offer"],
)
def test_takes_the_stand(text: str, stand: tuple[str, str, tuple[str, ...]]) -> None:
    assert stand in stands(text)


def test_the_war_is_no_matter_of_prisoners_of_war() -> None:
    text = "The two sides exchanged prisoners of war. Peru wanted the war to end as soon as possible."
    assert all("prisoners" not in issues for act, _, issues in stands(text) if act == "DEMAND")


def test_the_levy_is_still_the_carbon_levy() -> None:
    found = stands("Peru and Chile talked about the oil embargo. Chile wants the embargo to end.")
    assert ("DEMAND", "CHL", ("sanctions_economy",)) in found


def test_a_deal_by_a_day_points_back_to_no_offer() -> None:
    text = "Chile rules out an amnesty. Peru wants a deal by March."
    moves = read_article(Article("a", text), PACKS).moves
    assert not any(one.back for one in moves if one.agent == "PER")
