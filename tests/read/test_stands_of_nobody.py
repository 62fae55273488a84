"""Clauses that look like a stand and are none: of a thing, hoped for, only understood; and some that are one."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def moves(text: str) -> list[tuple[str, str | None]]:
    return [(one.act, one.agent) for one in read_article(Article("a", f"News.\n\n{text}"), PACKS).moves]


@pytest.mark.parametrize(
    "text",
    [
        "The bill, the Safe Peru Act, which proposes tighter sanctions, is with the committee.",
        "It is accepted the talks will deal with sanctions on Norway and Peru.",
        "Ann Berg told of the deal with Peru. It would relax some sanctions for a pause.",
        "Ann Berg, Norway's envoy, came. She said it would include a section on the sanctions.",
        '"Peru must understand the cost of the sanctions," said Ann Berg, Norway\'s envoy.',
        "Norwegian negotiators spoke of steps, hoping that Peru will accept the inspections.",
        "Norway stepped up efforts to reach an agreement on the sanctions.",
        "Norway said that there is a basis for a deal, suggesting a new effort on sanctions.",
    ],
    ids=["act", "impersonal", "it-would", "said-it-would", "understand", "hoping", "efforts", "suggesting"],
)
def test_nobody_takes_that_stand(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was rejected by Peru, which called the sanctions illegal.", None),
        (
            "Ann Berg, Norway's envoy, said Peru could expect relief from the sanctions if it let inspectors in.",
            ("CONDITION", "ann-berg"),
        ),
        ("Hugh Dale, Peru's president, asserted his country's right to inspections.", ("DEMAND", "hugh-dale")),
        ("Ann Berg, Norway's envoy, said she would prefer Peru not impose sanctions.", ("DEMAND", "ann-berg")),
        ("Ann Berg, Norway's envoy, said she would prefer to lift the sanctions.", None),
        (
            "Ann Berg visited Hugh Dale, Peru's president, who has toured the coast, promising to lift the sanctions.",
            ("PROMISE", "hugh-dale"),
        ),
    ],
    ids=["it-was-rejected", "held-out", "right", "prefers-that", "prefers-to", "who-promising"],
)
def test_somebody_takes_that_stand(text: str, found: tuple[str, str] | None) -> None:
    got = moves(text)
    if found is None:
        assert ("DEMAND", "ann-berg") not in got
    else:
        assert found in got


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Peru told the Observer that it would talk of the sanctions.", ("sanctions_economy",)),
        ("Peru wants a text that explicitly guarantees its quota on sanctions.", ("sanctions_economy",)),
        ("Peru wants security guarantees.", ("security_guarantees",)),
        ("Peru wants guarantees that no one will attack.", ("security_guarantees",)),
    ],
    ids=["paper", "verb", "noun", "noun-that"],
)
def test_a_paper_and_a_verb_name_no_matter(text: str, issues: tuple[str, ...]) -> None:
    said = read_article(Article("a", f"News.\n\n{text}"), PACKS).statements
    assert {issue for one in said for issue in one.issues} == set(issues)


def test_what_nobody_with_a_name_says_in_a_column_is_its_writers() -> None:
    text = "Both premiers conceded that the sanctions had failed. Ann Berg said that she was sorry."
    said = read_article(Article("a", f"News.\n\n{text}", genre="opinion"), PACKS).statements
    assert [(one.speaker, one.opinion) for one in said if not one.headline] == [(None, True), ("ann-berg", False)]


def test_who_visits_two_states_to_lobby_asks_for_it_himself() -> None:
    text = "Ann Berg, Norway's president, visited Chile and Brazil to lobby for sanctions on Peru."
    assert moves(text) == [("DEMAND", "ann-berg")]


def test_an_offer_that_a_state_made_along_with_others_is_its_own() -> None:
    text = 'Ann Berg said Norway, along with Chile and Brazil, had made a "fair" offer to Peru on the inspections.'
    assert ("OFFER", "NOR") in moves(text)


@pytest.mark.parametrize("where", ["in southern", "from northern", "across the western half of", "in"])
def test_who_lives_in_a_part_of_a_state_is_not_the_state(where: str) -> None:
    assert ("REJECT", "NOR") not in moves(f"The largest group of dockers {where} Norway rejected the inspections.")
    assert ("REJECT", "NOR") in moves("Norway rejected the inspections.")


def test_who_believes_protestations_accepts_nothing() -> None:
    text = "Ann Berg, Norway's envoy, said she accepted Peruvian protestations that the inspections were a farce."
    assert ("ACCEPT", "ann-berg") not in moves(text)
