"""Sentences whose act is no side's stand."""

import pytest

from crosswire.model import Evidence, Statement
from crosswire.weigh.no_stands import asks_nobody, takes_none
from crosswire.weigh.same_breath import looks_back


def said(act: str, words: str, mode: str = "indirect", speaker: str | None = "NOR", **rest: str) -> Statement:
    return Statement("s", "a", act, mode, Evidence("a", 0, len(words), words), (), speaker=speaker, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("CONDITION", "If that is approved, we will then carry out the framework."),
        ("CONDITION", "We might have a chance of a truce only if they ask for it."),
        ("PROMISE", "Ms Roe will be in Lima from June 8 to 13."),
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
