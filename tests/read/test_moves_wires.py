"""Stands as wire reports put them: by nouns, relative clauses and turns of phrase; and what only looks like one."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def _stands(text: str) -> list[tuple[str, str | None, str]]:
    moves = read_article(Article("a", text, published=dt.date(2030, 5, 8)), PACKS).moves
    return [(one.act, one.agent, one.issues[0] if one.issues else "") for one in moves]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Peru has so far resisted a truce.", ("REJECT", "PER", "ceasefire")),
        ("Chile's truce offer was put to the council on Monday.", ("OFFER", "CHL", "ceasefire")),
        ("Chile's offer includes an end to the embargo.", ("OFFER", "CHL", "sanctions_economy")),
        ("Peru signalled its willingness to free the hostages.", ("OFFER", "PER", "prisoners")),
        ("Peru voiced readiness to lift the embargo.", ("OFFER", "PER", "sanctions_economy")),
        ("For Peru, a truce is a non-starter.", ("REJECT", "PER", "ceasefire")),
        ("An amnesty is unacceptable to Peru.", ("REJECT", "PER", "accountability")),
        ("Peru is against a tribunal.", ("REJECT", "PER", "accountability")),
        ("Peru does not want a truce.", ("REJECT", "PER", "ceasefire")),
        ("Peru will not settle for less than a ceasefire.", ("DEMAND", "PER", "ceasefire")),
        ("Peru is insisting Chile lift the embargo.", ("DEMAND", "PER", "sanctions_economy")),
        ("Peru is adamant that the embargo must be lifted.", ("DEMAND", "PER", "sanctions_economy")),
        ("Peru said the embargo should be lifted.", ("DEMAND", "PER", "sanctions_economy")),
        ("Peru has made a truce conditional on the end of the embargo.", ("CONDITION", "PER", "ceasefire")),
        ("Peru would lift the embargo only after a ceasefire.", ("CONDITION", "PER", "sanctions_economy")),
        ("Peru would free the hostages under its latest offer.", ("OFFER", "PER", "prisoners")),
        ("Peru said the embargo will remain in place.", ("REJECT", "PER", "sanctions_economy")),
        ("Peru has lifted its objection to a truce.", ("ACCEPT", "PER", "ceasefire")),
        ("Peru had no objection to a longer truce.", ("ACCEPT", "PER", "ceasefire")),
        ("Peru called the truce proposal inadequate.", ("REJECT", "PER", "ceasefire")),
        ("Peru vowed never to lift the embargo.", ("RED_LINE", "PER", "sanctions_economy")),
        ("Peru vowed to resist the inspections.", ("REJECT", "PER", "monitoring")),
        ("Peru caved on the inspections.", ("ACCEPT", "PER", "monitoring")),
        ('Peru answered. "We can live with a truce," a Peruvian official said.', ("ACCEPT", "PER", "ceasefire")),
        ("The envoys met Peru, who have refused inspections.", ("REJECT", "PER", "monitoring")),
        ("Chile agreed with Peru on a truce.", ("AGREE_JOINT", "CHL", "ceasefire")),
        ("Peru's demands include a truce.", ("DEMAND", "PER", "ceasefire")),
        ("Among Peru's demands is a truce.", ("DEMAND", "PER", "ceasefire")),
        ("Peru has no plans to lift the embargo.", ("REJECT", "PER", "sanctions_economy")),
        ("Peru repeated its call for Chile's part in a truce.", ("DEMAND", "PER", "ceasefire")),
        ("Peru's insistence that Chile's guns be silent and a truce begin is known.", ("DEMAND", "PER", "ceasefire")),
        ("Peru put forward a plan to lift the embargo.", ("PROPOSE", "PER", "sanctions_economy")),
    ],
    ids=[
        "words-between-has-and-its-verb",
        "an-offer-named-by-its-matter",
        "what-an-offer-includes",
        "what-is-signalled-is-the-signallers",
        "readiness-is-its-voicers",
        "for-whom-it-is-so",
        "to-whom-it-is-so",
        "being-against-refuses",
        "not-wanting-refuses",
        "no-less-than-demands",
        "insisting-somebody-do",
        "adamant-that-must",
        "what-should-be-done-is-asked",
        "made-conditional",
        "only-after-is-a-condition",
        "own-bid-offers",
        "what-will-remain-is-kept",
        "an-objection-lifted",
        "no-objection",
        "called-inadequate",
        "vowed-never",
        "vowed-to-resist",
        "caved-on",
        "a-national-official-speaks-for-his-side",
        "who-is-what-stands-before-the-comma",
        "agreed-with",
        "what-demands-include",
        "what-is-among-demands",
        "no-plans-to",
        "a-possessive-is-no-verb",
        "a-possessive-is-no-verb-after-that",
        "a-plan-put-forward",
    ],
)
def test_a_stand_is_read(text: str, stand: tuple[str, str | None, str]) -> None:
    assert stand in _stands(text)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("If Peru rejects the truce, the war will go on.", ("REJECT", "PER", "ceasefire")),
        ("It is unclear whether Peru will accept a truce.", ("ACCEPT", "PER", "ceasefire")),
        ("Peru declined to commit to a truce.", ("PROMISE", "PER", "ceasefire")),
        ("Peru's refusal to commit to a truce has angered the envoys.", ("PROMISE", "PER", "ceasefire")),
        ("Peru denied blocking inspections.", ("REJECT", "PER", "monitoring")),
        ("Peru is considering a proposal for a truce.", ("PROPOSE", "PER", "ceasefire")),
        ("Peru backed away from its demand for a truce.", ("DEMAND", "PER", "ceasefire")),
        ("Peru said the bill would not help the truce.", ("REJECT", "PER", "ceasefire")),
        ("Peru rejected suggestions that it had broken the truce.", ("REJECT", "PER", "ceasefire")),
        ("Peru agreed that the truce had been a success.", ("AGREE_JOINT", "PER", "ceasefire")),
        ("Peru's insistence that the truce was over surprised nobody.", ("DEMAND", "PER", "ceasefire")),
        ("Peru insisted Chile has broken the truce.", ("DEMAND", "PER", "ceasefire")),
        ("Peru agreed to read Chile's plan, which calls for a truce.", ("DEMAND", "PER", "ceasefire")),
        ("Peru agreed to a truce under a plan of Chile.", ("AGREE_JOINT", "PER", "ceasefire")),
        ("Peru said Chile might accept a truce.", ("ACCEPT", "CHL", "ceasefire")),
        ("Peru demanded that Chile accept a truce.", ("ACCEPT", "CHL", "ceasefire")),
        ("Peru vowed to continue its embargo.", ("PROMISE", "PER", "sanctions_economy")),
        ("Peru will have to stay in the talks on the truce.", ("ACCEPT", "PER", "ceasefire")),
        ("The envoys want Peru to be in the room, by which time a truce may hold.", ("DEMAND", None, "ceasefire")),
        ('Peru answered. "We can live with a truce," a former Peruvian official said.', ("ACCEPT", "PER", "ceasefire")),
        ("Peru offered talks, Chile was the one that broke the truce.", ("OFFER", "PER", "ceasefire")),
    ],
    ids=[
        "what-if-supposes",
        "what-whether-leaves-open",
        "declining-to-commit-promises-nothing",
        "refusing-to-commit-promises-nothing",
        "denied-blocking",
        "another's-proposal-considered",
        "a-demand-backed-away-from",
        "what-will-not-help",
        "suggestions-rejected",
        "agreed-that-it-was",
        "insistence-that-it-was",
        "insisted-that-another-has",
        "another's-plan-calls-for-it",
        "agreed-to-another's-plan-with-nobody",
        "what-another-might-accept",
        "what-another-is-asked-to-accept",
        "vowed-to-go-on",
        "will-have-to",
        "by-which-time",
        "a-former-official-speaks-for-nobody",
        "another-subject-another-clause",
    ],
)
def test_what_only_looks_like_a_stand_is_none(text: str, stand: tuple[str, str | None, str]) -> None:
    assert stand not in _stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reports of a truce could not be independently verified, and Peru refused to comment.",
        "Peru refused a British-based monitor its visa.",
    ],
    ids=["verified-is-no-monitoring", "who-counts-is-no-monitoring"],
)
def test_turns_of_phrase_name_no_matter(text: str) -> None:
    assert all(issue != "monitoring" for _, _, issue in _stands(text))


def test_who_promises_not_to_undertakes_it() -> None:
    assert ("PROMISE", "PER", "monitoring") in _stands("Peru promised not to hinder the inspections.")


@pytest.mark.parametrize(
    "text",
    [
        "Peru stood by its demands, which include a truce.",
        "Peru repeated its demands, including a truce.",
        "Peru will not drop its demand for a truce.",
        "Peru has shown no sign that it is ready to drop its demands, which include a truce.",
    ],
)
def test_demands_that_are_listed_or_upheld_are_made(text: str) -> None:
    assert ("DEMAND", "PER", "ceasefire") in _stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru dropped its demands, including a truce.",
        "Peru gave little indication that it would accept a truce.",
        "Peru has shown no sign of being ready to accept a truce.",
    ],
)
def test_what_there_is_no_sign_of_is_no_stand(text: str) -> None:
    assert not {act for act, _, _ in _stands(text)} & {"DEMAND", "ACCEPT", "OFFER"}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Peru is not ready to lift the embargo.", ("REJECT", "PER", "sanctions_economy")),
        ("Peru is unwilling to accept a truce.", ("REJECT", "PER", "ceasefire")),
        ("Peru says the format of the talks has run its course.", ("REJECT", "PER", "process_format")),
        ("Peru was ready for talks with Chile.", ("OFFER", "PER", "process_format")),
        ("Peru is ready for a fourth round of talks.", ("OFFER", "PER", "process_format")),
    ],
)
def test_what_a_side_is_ready_for_and_not_ready_for(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in _stands(text)


def test_who_is_ready_for_a_war_offers_nothing() -> None:
    assert not _stands("Peru is ready for a long war over the embargo.")


def test_who_heads_a_delegation_does_not_act_in_its_stead() -> None:
    stands = _stands("Chilean negotiators led by trade minister Anton Veld had turned the truce proposal down.")
    assert [agent for act, agent, _ in stands if act == "REJECT"] == ["chilean-negotiators"]
    alone = _stands("Peru is led by Rosa Lind. Rosa Lind has refused a truce.")
    assert [agent for act, agent, _ in alone if act == "REJECT"] == ["rosa-lind"]
