"""Whose officials are told of: by the paper's own name, by given names, and by a statement's own issuer."""

import pytest

from crosswire.model import Article, Region
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
STORY = (
    "Peru will reopen the port only if Chile apologises, Foreign Minister Ana Somchai said on Thursday. "
    "Peru has asked for that before, Ms Ana said."
)


def reading(text: str, outlet: str | None = None, genre: str = "news"):  # type: ignore[no-untyped-def]
    regions = (Region(0, len(text), "body"),)
    return read_article(Article("a", text, outlet=outlet, genre=genre, regions=regions), PACKS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outlet", "side"), [("Lima Post", "PER"), ("Harbour Post", None), ("Oslo Herald", None)], ids=["own", "any", "far"]
)
def test_a_bare_office_is_of_the_state_that_the_paper_is_called_after(outlet: str, side: str | None) -> None:
    found = {one.name: one.party for one in reading(STORY, outlet).actors if one.kind == "person"}
    assert found["Ana Somchai"] == side


def test_mr_and_a_given_name_is_the_one_person_so_called() -> None:
    assert [one.name for one in reading(STORY).actors if one.kind == "person"] == ["Ana Somchai"]


def test_mr_and_a_name_that_nobody_has_is_somebody_else() -> None:
    text = STORY.replace("Ms Ana", "Ms Rosas")
    assert len([one for one in reading(text).actors if one.kind == "person"]) == 2


def test_the_premier_is_the_prime_minister_just_named() -> None:
    text = "Chile keeps the port, Prime Minister Ana Somchai said. The premier rejected an inspection on Monday."
    assert [one.agent or one.speaker for one in reading(text).statements][-1] in ("ana-somchai", "CHL")


def test_the_chair_in_a_statement_of_its_own_is_its_issuer() -> None:
    text = "ASEAN met on Monday. The Chair urges Chile to free the captives. The envoy urges Peru to wait."
    told = {one.evidence.quote: one.speaker for one in reading(text, "ASEAN", "statement").statements}
    assert told["The Chair urges Chile to free the captives."] == "ASEAN"
    assert told["The envoy urges Peru to wait."] is None
