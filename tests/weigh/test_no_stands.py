"""Sentences whose act is no side's stand."""

import pytest

from crosswire.model import Actor, Evidence, Span, Statement
from crosswire.weigh.no_stands import asks_nobody, has_no_voice, is_noun, is_warning, only_tells, takes_none
from crosswire.weigh.same_breath import looks_back


def said(act: str, words: str, mode: str = "indirect", speaker: str | None = "NOR", **rest: str) -> Statement:
    return Statement("s", "a", act, mode, Evidence("a", 0, len(words), words), (), speaker=speaker, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("CONDITION", "If that is approved, we will then carry out the framework."),
        ("CONDITION", "We might have a chance of a truce only if they ask for it."),
        ("PROMISE", "She will carry out her duties with respect."),
        ("PROMISE", "He vows that all the goals of the war will be achieved."),
    ],
)
def test_no_stand(act: str, words: str) -> None:
    assert takes_none(said(act, words))


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("CONDITION", "If the levy is lifted, we will open the port."),
        ("PROMISE", "Arland will release the prisoners on Friday."),
        ("DEMAND", "Arland demanded that the port be opened."),
    ],
)
def test_a_stand(act: str, words: str) -> None:
    assert not takes_none(said(act, words))


def test_what_would_have_been_agreed_was_not() -> None:
    words = "Under that draft Arland would have agreed to a cap."
    assert takes_none(said("STATE", words, mode="narrated", speaker=None, event="ACCEPT"))


def test_what_was_refused_until_it_was_granted_is_refused_no_more() -> None:
    assert looks_back(said("REJECT", "The union had refused to share power until he agreed to a vote."))
    assert looks_back(said("ACCEPT", "The rebels had until now suggested they would accept it."))
    assert not looks_back(said("REJECT", "The union refuses to share power until he agrees to a vote."))


def test_a_deals_terms_are_no_promise_where_a_report_tells_them() -> None:
    words = "Ms Roe will stay in the chair under the terms of the deal."
    assert takes_none(said("PROMISE", words, mode="narrated", speaker=None))


def test_a_bodys_own_finding_is_no_agreement_of_two() -> None:
    words = "It was agreed that the changes touch the core of the mission."
    assert takes_none(said("STATE", words, mode="direct", event="AGREE_JOINT"))
    assert not takes_none(said("STATE", words, mode="narrated", speaker=None, event="AGREE_JOINT"))


def test_what_is_asked_of_ones_own_side_asks_nobody() -> None:
    words = "Roe called for Arland to rely less on oil."
    assert asks_nobody(said("DEMAND", words), "DEMAND", "ARL", "ARL", str)
    assert not asks_nobody(said("DEMAND", words), "DEMAND", "BOR", "ARL", str)
    admitted = "Roe called for Arland to be admitted to the bloc."
    assert not asks_nobody(said("DEMAND", admitted), "DEMAND", "ARL", "ARL", str)
    assert asks_nobody(said("DEMAND", "Arland no longer demanding the port."), "DEMAND", "ARL", None, str)
    assert asks_nobody(said("DEMAND", "I want nobody to sail in that belief."), "DEMAND", "ARL", None, str)


@pytest.mark.parametrize(
    ("act", "words", "told"),
    [
        ("PROMISE", "Ms Roe will be in Lima from June 8 to 13.", True),
        ("PROMISE", "the government would nevertheless send its delegation to Lima", True),
        ("PROMISE", "Arland will send its prisoners home", False),
        ("PROMISE", "Six prisoners are due to be released on Saturday", True),
        ("REJECT", "dismissed concerns that Arland would not return the ore", True),
        ("REJECT", "rejected the claims of the guild that wages had fallen", True),
        ("REJECT", "rejected the claims to the valley", False),
        ("REJECT", "dismissed the offer as too little", False),
    ],
)
def test_what_only_tells_how_things_are(act: str, words: str, *, told: bool) -> None:
    assert only_tells(act, words) is told


@pytest.mark.parametrize(
    ("unnamed", "silent"),
    [
        ("Observers", True),
        ("some western analysts", True),
        ("Reports in Arland", True),
        ("two diplomats", False),
        ("a senior official", False),
    ],
)
def test_who_only_looks_on_tells_no_stand(unnamed: str, *, silent: bool) -> None:
    words = "Arland may be ready to give up the port."
    assert has_no_voice(said("OFFER", words, speaker=None, unnamed=unnamed)) is silent


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        ("If it does this, Borland will further isolate itself.", True),
        ("If Borland closes the strait, it will pay for it.", False),
        ("If it stops, they will lose.", True),
        ("If Borland opens the port, Norland will lift the levy.", False),
    ],
)
def test_what_another_brings_upon_himself_is_no_price(words: str, *, warned: bool) -> None:
    actors = {one: Actor(one, name, "state") for one, name in (("NOR", "Norland"), ("BOR", "Borland"))}
    told = Statement("s", "a", "CONDITION", "direct", Evidence("a", 0, len(words), words), (), actors=("BOR", "NOR"))
    assert is_warning(told, "NOR", actors, str) is warned


def test_what_both_sides_will_do_is_no_promise_of_who_says_so() -> None:
    words = "Roe said the two sides would now work on a list."
    told = Statement("s", "a", "PROMISE", "indirect", Evidence("a", 0, len(words), words), (Span(9, len(words)),))
    assert takes_none(told)


def test_a_promise_whose_keeping_is_told_was_made_before() -> None:
    words = "The day by which Norland had promised to start came and went."
    at = words.index("promised")
    told = Statement(
        "s",
        "a",
        "PROMISE",
        "indirect",
        Evidence("a", 0, len(words), words),
        (Span(at + 9, len(words)),),
        lemma="promise",
        cue=Span(at, at + 8),
    )
    assert takes_none(told)


def test_what_others_ought_to_do_then_is_no_price() -> None:
    told = said("CONDITION", "If the envoy fails, the talks on the valley should end.")
    assert is_warning(told, "NOR", {}, str)


@pytest.mark.parametrize(
    ("act", "words", "told"),
    [
        ("OFFER", "We are ready to take any decision, up to halting relations altogether", True),
        ("OFFER", "is prepared to resume fighting at any moment", True),
        ("PROMISE", "promises to respond to the missiles", True),
        ("OFFER", "is ready to resume talks", False),
        ("REJECT", "is ready to take any decision", False),
    ],
)
def test_a_threat_is_no_offer(act: str, words: str, *, told: bool) -> None:
    assert only_tells(act, words) is told


def test_nobody_asks_for_measures_against_himself() -> None:
    words = "The bloc should still consider sanctions against Norland, he said."
    told = said("APPEAL", words, event="SANCTION", event_target="NOR")
    assert asks_nobody(told, "APPEAL", "NOR", None, str)
    assert not asks_nobody(told, "APPEAL", "BOR", None, str)


def test_an_agreement_is_told_with_a_word_of_agreeing() -> None:
    words = "Norland, Borland and Arland have also recalled their envoys."
    assert takes_none(said("STATE", words, event="AGREE_JOINT"))


def test_a_promise_named_by_a_noun() -> None:
    assert is_noun("Norland's commitment to leave was the only way")
    assert not is_noun("had promised to leave the valley by June")
