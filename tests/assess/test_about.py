"""Passages near to what the reports are about, and to what is asked."""

import msgspec
import pytest

from crosswire.assess.about import Passages
from crosswire.assess.onlookers import Onlookers, onlookers_of, only_judges
from crosswire.model import Actor, Evidence, Statement
from crosswire.packs import load
from crosswire.text.tokens import terms


def told(article: str, at: int, words: str, event: str | None = None) -> Statement:
    evidence = Evidence(article, at, at + len(words), words)
    one = Statement(f"{article}{at}", article, "STATE", "narrated", evidence, (), terms=tuple(terms(words)))
    return msgspec.structs.replace(one, event=event)


CAPTIVES = "The captured sailors were released after talks between the two ministries on the captives."
CRUISES = "Cruise bookings fell and hotels on the coast laid off staff, said an agent of holiday firms."


def test_a_report_of_something_else_is_less_about_it_though_it_names_the_sailors() -> None:
    statements = [told(one, 0, CAPTIVES) for one in ("a", "b", "c")]
    statements += [told("d", at * 600, CRUISES) for at in range(3)]
    aside = told("d", 1900, "The trade also suffers from the capture of the sailors.")
    passages = Passages([*statements, aside], {"sailor", "captur"})
    assert passages.about(statements[0]) == 1.0
    assert passages.about(aside) < 0.7
    assert passages.about(statements[4]) < passages.about(aside)


def test_passages_without_a_question_are_measured_by_what_most_reports_tell() -> None:
    statements = [told(one, 0, CAPTIVES) for one in ("a", "b")] + [told("c", 0, CRUISES)]
    passages = Passages(statements)
    assert passages.about(statements[0]) > passages.about(statements[2])


def test_one_statement_alone_is_wholly_about_it() -> None:
    (one,) = statements = [told("a", 0, CAPTIVES)]
    assert Passages(statements).about(one) == pytest.approx(1.0)


def person(role: str | None) -> Actor:
    return Actor("roe", "Ada Roe", "person", role=role)


@pytest.mark.parametrize(
    "role", ["analyst", "senior analyst at a bank", "professor of law", "economists", "editor of a weekly"]
)
def test_an_office_tells_who_looks_on(role: str) -> None:
    assert onlookers_of(load().lexicon).is_one(person(role), None)


@pytest.mark.parametrize("role", ["minister", "chief negotiator and former professor", None, "head of the institute"])
def test_others_take_part(role: str | None) -> None:
    assert not onlookers_of(load().lexicon).is_one(person(role), None)


def test_a_body_looks_on_by_its_name_unless_a_pack_lists_it() -> None:
    onlookers = Onlookers(frozenset(), ("institute",))
    body = Actor("oi", "Orlin Institute", "body")
    assert onlookers.is_one(body, None)
    assert not onlookers.is_one(msgspec.structs.replace(body, known=True), None)
    assert not onlookers.is_one(Actor("oc", "Orlin Council", "body"), None)


def test_who_saw_a_deed_is_a_witness() -> None:
    assert only_judges(told("a", 0, "The plan is dead."))
    assert not only_judges(told("a", 0, "Shells hit the port.", event="ATTACK"))
