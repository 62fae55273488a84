"""Who tells of another's act: the teller speaks, the act is what he tells of."""

import pytest

from crosswire.model import Article, Span, Statement
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.term_index import index_terms
from crosswire.text.tokens import terms

PACKS = load("core", "negotiation")


def first(text: str) -> Statement:
    return read_article(Article("a", text), PACKS).statements[0]


@pytest.mark.parametrize(
    ("text", "unnamed", "event", "agent"),
    [
        ("Peru rejected the plan, a diplomat said.", "a diplomat", "REJECT", "PER"),
        ("Peru had agreed to nothing, the negotiator told reporters.", "the negotiator", "REJECT", "PER"),
        ("Peru accused Chile of breaking the truce, the ministry said on Monday.", "the ministry", "ACCUSE", "PER"),
    ],
)
def test_a_teller_speaks_of_anothers_act(text: str, unnamed: str, event: str, agent: str) -> None:
    found = first(text)
    assert (found.act, found.speaker, found.unnamed) == ("STATE", None, unnamed)
    assert (found.event, found.event_agent) == (event, agent)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru rejected the plan, her rival Ann Berg told reporters.", "ann-berg"),
        ("Peru rejected the plan, the union's chairwoman Ann Berg said.", "ann-berg"),
        ("Peru rejected the plan, an aide to Ann Berg said.", None),
    ],
    ids=["rival", "office", "somebody-near-her"],
)
def test_a_teller_renamed_by_a_full_name_is_that_person(text: str, speaker: str | None) -> None:
    found = read_article(Article("a", f"{text} Ann Berg, 45, left."), PACKS).statements[0]
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the plan.",
        "Peru rejected the plan, which the mayor said was good for everybody in the valley and its towns.",
        "Peru rejected the plan, and the mayor said it was sorry about the delay of the boats in the harbour.",
    ],
    ids=["nobody-tells", "relative-clause", "joined-clause"],
)
def test_no_teller(text: str) -> None:
    found = first(text)
    assert (found.act, found.agent) == ("REJECT", "PER")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru opposed the ban on fishing.", "REJECT"),
        ("Peru wants Chile to withdraw its guards.", "DEMAND"),
        ("Peru fears that the truce will collapse soon.", "STATE"),
    ],
)
def test_what_somebody_thinks_or_wants_is_the_articles_own_claim(text: str, act: str) -> None:
    found = first(text)
    assert (found.mode, found.speaker, found.act, found.agent) == ("narrated", None, act, "PER")


def test_terms_are_those_of_the_words() -> None:
    text = "The envoys’ 1,200 prisoners haven't met; “anti-war” talks, U.S. and Doe's, end."
    assert index_terms(text).inside([]) == ()
    for end in (0, 12, 30, len(text)):
        cut = text.rfind(" ", 0, end) + 1 if end < len(text) else end
        assert index_terms(text).inside([Span(0, cut)]) == terms(text[:cut])
