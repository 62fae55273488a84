"""Incidents of a civil war: attacks beaten off, a side's own men, towns taken, an army's drone."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

ABOUT = "Fighting went on in Peru on Monday. Peru's premier left for the coast. "


def laid(sentence: str) -> list[tuple[str, str | None]]:
    reading = read_article(Article("a", ABOUT + sentence), load("core", "negotiation"))
    return [(one.type, one.accused) for one in reading.breaches if one.answer is None]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lake Garrison said that the Third Brigade in Arica had repelled a large attack by gunmen, killing 18.",
        "The Lake Guard replied that it had arrested four of its members.",
        "The Lake Guard released 81 captured soldiers on Sunday, the mayor said.",
        "The Lake Guard captured Arica on Friday.",
    ],
    ids=["beaten-off", "own-men", "captured-before", "a-town"],
)
def test_no_incident_is_laid_at_the_side_named_first(sentence: str) -> None:
    assert laid(sentence) == []


def test_taking_a_boat_is_a_seizure() -> None:
    assert ("seizure", "CHL") in laid("Peru said that Chile had seized a Peruvian boat on Friday.")


def test_an_armys_drone_is_its_states() -> None:
    found = laid("The Lake Lawyers, a rights group, said an army drone fired two bombs at the market.")
    assert ("drone", "PER") in found


def test_where_and_when_end_no_charge() -> None:
    found = laid(
        "The Lake Council accused the Lake Guard of razing a hamlet, in Arica, on Saturday and killing 26 people."
    )
    assert [kind for kind, accused in found if accused == "lake-guard"] == ["attack"]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("The Lake Guard said it had decided to release 220 prisoners of war within seven days.", [220.0]),
        ("Peru decided to close the school.", []),
        ("The Lake Guard decided to leave.", []),
    ],
    ids=["release", "a-school", "itself"],
)
def test_only_a_counted_release_that_is_decided_is_promised(sentence: str, promised: list[float]) -> None:
    pledges = read_article(Article("a", sentence), load("core", "negotiation")).pledges
    assert [one.quantity.low for one in pledges if one.kind == "made" and one.quantity] == promised
