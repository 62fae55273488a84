"""Who wants which post, and verbs that only seem to take a stand."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article

PACKS = load("core", "negotiation", "power_sharing")


def moves(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    found = read_article(Article("a", text), PACKS, choose_annotator(fast=True)).moves
    return [(one.act, one.agent, one.issues) for one in found]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Norway would prefer to remain as executive president while Peru becomes prime minister.", "NOR"),
        ("Norway wants to keep control of the police.", "NOR"),
        ("Norway has pressed hard for control of the police.", "NOR"),
    ],
)
def test_what_somebody_wants_to_be_or_to_keep_is_a_demand(text: str, agent: str) -> None:
    assert [(act, who) for act, who, issues in moves(text) if issues] == [("DEMAND", agent)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway claims to have won control of the police.", "DEMAND"),
        ("Norway lobbied Peru to block a unity government.", "REJECT"),
        ("Ada Berg has accused the opposition of being puppets when it has demanded a unity government.", "DEMAND"),
        ("Norway wants to be sure of control of the police.", "DEMAND"),
    ],
    ids=["a-claim-of-fact", "what-is-asked-of-another", "it-is-the-accused", "sure-of"],
)
def test_these_words_take_no_such_stand(text: str, act: str) -> None:
    assert act not in {one for one, _, _ in moves(text)}


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Lanu-PX leaders met. Negotiators from Lanu-PX refused a unity government.", "lanu-px"),
        ("Lanu-PX officials rejected a unity government.", "lanu-px"),
        ("Lanu-PX leaders met. Sources close to Lanu-PX leaders rejected a unity government.", None),
    ],
)
def test_whose_people_refuse(text: str, agent: str | None) -> None:
    said = read_article(Article("a", text), PACKS, choose_annotator(fast=True)).statements
    assert [one.agent for one in said if one.act == "REJECT"] == [agent]


def test_who_told_an_outlet_is_not_the_outlet() -> None:
    text = 'A union official told Reuters: "We signed the deal with Norway and can not say more."'
    (said,) = read_article(Article("a", text), PACKS, choose_annotator(fast=True)).statements
    assert (said.speaker, said.unnamed) == (None, "A union official")
