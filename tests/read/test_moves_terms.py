"""Terms of an agreement, subjects without a name, and clauses too short to state anything: whose stand they tell."""

import datetime as dt

import msgspec
import pytest

from crosswire.model import Article, Move
from crosswire.packs import PackActor, Packs, load
from crosswire.read import read_article
from crosswire.read.move_accords import tells_of_accord

PACKS = load("core", "negotiation")


def _with(*actors: PackActor) -> Packs:
    return msgspec.structs.replace(PACKS, actors=(*PACKS.actors, *actors), digest=f"{PACKS.digest}-{actors[0].id}")


MINISTER = _with(PackActor("roe", "Anna Roe", "person", party="PER", roles=("trade minister",)))


def _moves(text: str, packs: Packs = PACKS, **options: str) -> list[Move]:
    article = Article("a", text, published=dt.date(2030, 5, 8), **options)  # type: ignore[arg-type]
    return list(read_article(article, packs).moves)


def _stands(text: str, packs: Packs = PACKS, **options: str) -> list[tuple[str, str | None, str]]:
    return [(one.act, one.agent, one.issues[0] if one.issues else "") for one in _moves(text, packs, **options)]


BOTH = ("AGREE_JOINT", None, "ceasefire")


@pytest.mark.parametrize(
    "words",
    [
        "A deal on a ceasefire was struck.",
        "There was agreement on a ceasefire.",
        "The talks produced an accord on a ceasefire.",
        "The two sides settled the question of a ceasefire.",
        "The question of a ceasefire was settled.",
        "A ceasefire of ten days shall take effect on Friday. The two sides have an agreement.",
        "The ceasefire will last ten days, both governments said.",
    ],
    ids=[
        "deal-struck",
        "there-was",
        "produced",
        "settled",
        "was-settled",
        "takes-effect-under-an-accord",
        "both-say-so",
    ],
)
def test_what_is_agreed_is_told_of_the_matter(words: str) -> None:
    assert BOTH in _stands(f"Peru and Chile met in Lima. {words}")


@pytest.mark.parametrize(
    "words",
    [
        "There was no agreement on a ceasefire.",
        "Nobody knows whether a deal on a ceasefire was struck.",
        "A ceasefire of ten days shall take effect on Friday if Chile agrees to it.",
        "A ceasefire would last ten days, Peru said.",
        "The ceasefire will last ten days, an aide hoped.",
        "Of the 31 ceasefires since 1990, 19 were settled in winter.",
    ],
    ids=["none", "open", "no-accord", "one-side", "nobody", "others-counted"],
)
def test_what_is_not_agreed_is_nobodys(words: str) -> None:
    assert BOTH not in _stands(f"Peru and Chile met in Lima. {words}")


def test_what_one_side_accepted_alone_is_not_both_sides() -> None:
    text = "Peru agreed on Tuesday to a ceasefire. The ceasefire will begin on Friday. The two sides have a deal."
    assert BOTH not in _stands(text)


@pytest.mark.parametrize(
    ("low", "told"),
    [
        ("the round closed with a signed agreement on fishing.", True),
        ("under the interim deal, inspectors return.", True),
        ("pinto and luz shook hands.", True),
        ("they hope to have an agreement by may.", False),
        ("nothing moves until there is a deal.", False),
        ("the agreement of 1990 is dead.", False),
    ],
)
def test_a_report_tells_of_an_accord(low: str, told: bool) -> None:
    assert tells_of_accord(low, []) is told


def test_what_a_side_will_do_under_a_named_deal_is_accepted() -> None:
    told = "Under the interim deal, prices fall. Peru will lift the embargo."
    assert ("ACCEPT", "PER", "sanctions_economy") in _stands(told)
    assert ("ACCEPT", "PER", "sanctions_economy") not in _stands("Prices fall. Peru will lift the embargo.")


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The Peruvians want a ceasefire by May.", ("DEMAND", "PER", "ceasefire")),
        ("The Chinese refused a ceasefire on Monday.", ("REJECT", "CHN", "ceasefire")),
        ("Peru met Chile. The trade minister rejected a ceasefire.", ("REJECT", "PER", "ceasefire")),
    ],
    ids=["people", "people-without-a-plural", "office"],
)
def test_a_subject_without_a_name(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in _stands(text, MINISTER)


def test_an_office_is_nobodys_where_two_sides_have_it() -> None:
    rival = PackActor("lee", "Tom Lee", "person", party="CHL", roles=("trade minister",))
    two = _with(rival, PackActor("roe", "Anna Roe", "person", party="PER", roles=("trade minister",)))
    assert not _stands("Peru met Chile. The trade minister rejected a ceasefire.", two)


def test_an_official_paper_calls_its_own_side_the_republic() -> None:
    text = "Statement\n\nThe Republic is prepared to accept observers, subject to a limit of forty."
    found = [
        (one.act, one.agent)
        for one in _moves(text, title="Statement", outlet="Ministry of Trade of Peru", genre="statement")
    ]
    assert found in ([("CONDITION", "PER")], [("ACCEPT", "PER")])
    assert not _moves(text, title="Statement", outlet="Lake Wire")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Both sides want a ceasefire by May.", "DEMAND"),
        ("The two governments rejected a ceasefire.", "REJECT"),
    ],
)
def test_what_both_want_is_each_ones(text: str, act: str) -> None:
    assert [(one.act, one.agent, one.joint) for one in _moves(f"Peru met Chile. {text}")] == [(act, None, True)]


def test_they_alone_are_not_both() -> None:
    assert not any(one.joint for one in _moves("Peru met Chile. They want a ceasefire by May."))


def test_a_dropped_objection_is_a_yes() -> None:
    assert ("ACCEPT", "PER", "monitoring") in _stands("Peru dropped its objection to inspections.")
    assert ("ACCEPT", "PER", "monitoring") not in _stands("Peru will not drop its objection to inspections.")


def test_a_short_clause_answers_what_stands_before_it() -> None:
    found = _moves("Peru demanded a ceasefire. This was rejected.")
    assert [(one.act, one.agent, one.back) for one in found] == [("DEMAND", "PER", False), ("REJECT", None, True)]


def test_what_had_to_be_done_is_demanded() -> None:
    assert ("DEMAND", "PER", "sanctions_economy") in _stands("Peru said the embargo had to go.")
    assert not _stands("The embargo had to go.")


def test_no_thing_until_another_is_a_condition() -> None:
    found = _moves('Peru said: "No ceasefire unless the port opens."')
    assert [one.act for one in found] == ["CONDITION"]
