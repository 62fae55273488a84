"""Turns of speech that are acts in an official's mouth, with the look-alikes that are none."""

import datetime as dt
from pathlib import Path

import pytest

from crosswire.model import Article, Statement
from crosswire.packs import Packs, load
from crosswire.read import read_article

PACK = """
name = "valley"
title = "Valley talks"
description = "Two invented states."
needs = ["core", "negotiation"]
"""
ACTORS = """
[[actors]]
id = "ARL"
name = "Arland"
kind = "state"
party = "ARL"
adjectives = ["Arlandic"]
pronoun = "it"

[[actors]]
id = "VES"
name = "Veskia"
kind = "state"
party = "VES"
adjectives = ["Veskian"]
pronoun = "it"

[[actors]]
id = "olen-marr"
name = "Olen Marr"
kind = "person"
party = "ARL"
roles = ["Foreign Minister"]
pronoun = "he"
"""


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    folder: Path = tmp_path_factory.mktemp("valley")
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    return load("core", "negotiation", str(folder))


def statements_of(text: str, packs: Packs) -> tuple[Statement, ...]:
    article = Article(id="a", title="", text=text, published=dt.date(2031, 3, 12))
    return read_article(article, packs).statements


def said(words: str, packs: Packs) -> Statement:
    """Read words in a minister's mouth, in a report that has named both sides."""
    found = statements_of(f'Arland and Veskia sent their ministers. "{words}," Foreign Minister Olen Marr said.', packs)
    return next(one for one in found if one.mode == "direct")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("If they cross the river again, the dam stays closed", "THREATEN"),
        ("Every raid will be answered", "THREATEN"),
        ("There will be no inspectors in our valley", "REJECT"),
        ("A summit would be premature", "REJECT"),
        ("Our answer is no", "REJECT"),
        ("We will not cede it, and we will not rent it", "RED_LINE"),
        ("The army ordered no such raid", "DENY"),
        ("Nothing of the kind was signed", "DENY"),
        ("The prisoners are treated in accordance with international law", "DENY"),
        ("Arlandic guns did not shell the mill", "DENY"),
        ("The ferry was seized at dawn, in our waters, and its crew was detained by our navy", "CLAIM_RESP"),
        ("They broke their word at dawn", "ACCUSE"),
        ("The list of miners was agreed and was not honoured", "ACCUSE"),
        ("Veskia bombed a school", "ACCUSE"),
        ("Veskian gunners shelled the mill", "ACCUSE"),
        ("Our barge was hit by their artillery", "ACCUSE"),
        ("We will publish the maps on Friday", "PROMISE"),
        ("We will lift sanctions on Veskia", "PROMISE"),
        ("We will impose sanctions on Veskia", "THREATEN"),
        ("If the pass opens in May, the timber moves", "CONDITION"),
        ("On the day it shuts, the tariff returns", "CONDITION"),
        ("A new border is the basis of any treaty", "DEMAND"),
    ],
)
def test_a_turn_of_speech_is_the_speakers_act(words: str, act: str, packs: Packs) -> None:
    assert said(words, packs).act == act


@pytest.mark.parametrize(
    "words",
    [
        "There will be no doubt about the count",
        "Your letters will be answered",
        "If you ask me, the weather helps",
        "If it rains, the talks might move indoors",
        "There is no such thing as a free lunch",
        "Veskia did not bomb the school",
        "Veskia may bomb a school",
        "The miners were not paid",
        "We asked for twenty days of rest",
        "The shop closes at noon",
        "Success is not assured",
        "We want nobody to drown",
        "A photograph hangs in the hall",
    ],
)
def test_look_alikes_only_state(words: str, packs: Packs) -> None:
    assert said(words, packs).act == "STATE"


def test_a_bystanders_words_bind_no_side(packs: Packs) -> None:
    for words in (
        "They broke their word at dawn",
        "If they come again, it is over",
        "A summit would be premature",
    ):
        found = statements_of(f'"{words}," baker Ina Holt said.', packs)
        assert [one.act for one in found if one.mode == "direct"] == ["STATE"]


def test_a_turn_of_speech_is_none_in_the_articles_own_voice(packs: Packs) -> None:
    found = statements_of("A summit of Arland and Veskia would be premature before the thaw.", packs)
    assert [one.act for one in found] == ["STATE"]


def test_who_is_charged_is_the_target(packs: Packs) -> None:
    found = said("Veskian gunners shelled the mill", packs)
    assert (found.agent, found.target, found.event, found.event_agent) == ("olen-marr", "VES", "ATTACK", "VES")


def test_an_adjective_before_an_arm_names_the_side(packs: Packs) -> None:
    found = statements_of("Arland met Veskia. Veskian warplanes bombed the mill. Veskian bakers shot a film.", packs)
    attacks = {one.evidence.quote.split()[1]: one.agent for one in found if one.act == "ATTACK"}
    assert attacks.get("warplanes") == "VES"
    assert attacks.get("bakers") is None


def test_a_demand_in_a_participle_is_its_sides(packs: Packs) -> None:
    found = statements_of("Foreign Minister Olen Marr said Arland had come to the hall demanding a new border.", packs)
    assert [(one.act, one.agent) for one in found] == [("DEMAND", "ARL")]


def test_a_condition_may_follow_the_telling(packs: Packs) -> None:
    text = "Arland is ready to hold a summit, Foreign Minister Olen Marr said, provided that the dam stays open."
    assert [one.act for one in statements_of(text, packs)] == ["CONDITION"]


def test_a_passive_that_hangs_on_an_if_is_a_condition(packs: Packs) -> None:
    text = "Foreign Minister Olen Marr said the captives would be exchanged in May if the pass was open."
    assert [(one.act, one.event) for one in statements_of(text, packs)] == [("CONDITION", "RELEASE")]


def test_what_a_side_will_grant_is_promised_and_what_it_did_is_not(packs: Packs) -> None:
    ahead = statements_of("Arland will release 40 prisoners in April.", packs)
    done = statements_of("Arland released 40 prisoners in February.", packs)
    assert [(one.act, one.event) for one in ahead] == [("PROMISE", "RELEASE")]
    assert [one.act for one in done] == ["RELEASE"]


def test_an_offer_repeated_is_an_offer_and_one_turned_down_is_not(packs: Packs) -> None:
    repeated = statements_of("Arland's offer to meet Veskia was made once more.", packs)
    refused = statements_of("Arland's offer to meet Veskia was rejected by Veskia.", packs)
    assert [(one.act, one.event, one.agent) for one in repeated] == [("OFFER", "MEET", "ARL")]
    assert [one.act for one in refused] == ["REJECT"]


def test_leaving_a_truce_is_no_truce(packs: Packs) -> None:
    assert [one.act for one in statements_of("Arland suspended the ceasefire on Monday.", packs)] == ["WALK_OUT"]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I can assure you that our only aim was to voice the fears of the valley", "STATE"),
        ("I promise you that nobody has been paid", "STATE"),
        ("We assure Veskia that the dam will be opened by Friday", "PROMISE"),
        ("We pledge to open the dam by Friday", "PROMISE"),
    ],
)
def test_vouching_for_what_was_is_no_promise(words: str, act: str, packs: Packs) -> None:
    assert said(words, packs).act == act


def test_a_text_that_breaks_off_at_must_is_read(packs: Packs) -> None:
    article = Article("a", "Olen Marr told reporters that Veskia must")
    assert [one.act for one in read_article(article, packs).statements] == ["DEMAND"]
