"""First-person sentences of an official statement are its issuer's own words, and nobody else's."""

from pathlib import Path

import pytest

from crosswire.model import Article
from crosswire.packs import Packs, load
from crosswire.read import read_many

PACK = str(Path(__file__).resolve().parents[2] / "src/crosswire/examples/strike/pack")


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load("core", "negotiation", PACK)


def speakers(packs: Packs, text: str, outlet: str, genre: str) -> list[tuple[str | None, str]]:
    article = Article("a", text, outlet=outlet, genre=genre)  # type: ignore[arg-type]
    (reading,) = read_many([article], packs)
    return [(said.speaker, said.act) for said in reading.statements]


def test_we_in_a_unions_bulletin_is_the_union(packs: Packs) -> None:
    said = speakers(packs, "A title\n\nWe reject the offer of 2 per cent in any form.", "The Lineman", "statement")
    assert ("tfwu", "REJECT") in said


def test_we_in_a_report_is_not(packs: Packs) -> None:
    said = speakers(packs, "A title\n\nWe reject the offer of 2 per cent in any form.", "Radio Ostmere", "news")
    assert all(speaker is None for speaker, _ in said)


def test_what_a_statement_quotes_stays_its_speakers(packs: Packs) -> None:
    text = "A title\n\n“We will be on the line,” said Ines Marchbank."
    assert speakers(packs, text, "The Lineman", "statement")[0][0] == "ines-marchbank"


@pytest.mark.parametrize(
    "text",
    [
        "A title\n\nOstmere Transit met the mayor. The company rejected the plan of the council.",
        "A title\n\nThe company rejected the plan of the council.",
    ],
    ids=["after-its-name", "without-its-name"],
)
def test_a_packs_noun_means_its_body(packs: Packs, text: str) -> None:
    (reading,) = read_many([Article("a", text, outlet="Radio Ostmere")], packs)
    assert ("ostmere-transit", "REJECT") in [(said.agent, said.act) for said in reading.statements]


def test_a_noun_no_pack_gives_means_nobody_by_itself(packs: Packs) -> None:
    text = "A title\n\nThe foundation rejected the plan of the council."
    (reading,) = read_many([Article("a", text, outlet="Radio Ostmere")], packs)
    assert all(said.agent is None for said in reading.statements)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_plurals_apostrophe_stands_inside_a_bodys_name(packs: Packs, mark: str) -> None:
    text = f"A title\n\nThe Drivers{mark} Guild rejected the plan of the council."
    (reading,) = read_many([Article("a", text, outlet="Radio Ostmere")], packs)
    assert "drivers-guild" in {mention.actor for mention in reading.mentions}


def test_a_ministry_named_in_a_states_own_paper_is_that_states() -> None:
    demo = load("core", "negotiation", str(Path(PACK).parents[1] / "demo" / "pack"))
    text = "A title\n\nThe Ministry of Defence said that three drones had attacked a depot in Ostrel."
    sides = {
        outlet: [one.party for one in reading.actors if one.name == "Ministry of Defence"]
        for outlet in ("KRT", "Harbour Post")
        for reading in read_many([Article("a", text, outlet=outlet)], demo)
    }
    assert sides == {"KRT": ["KES"], "Harbour Post": [None]}


@pytest.mark.parametrize(
    ("outlet", "head"),
    [
        ("Ministry of Works", "REPUBLIC OF NORWAY\nMinistry of Works\n\n"),
        ("Norway Ministry of Works", "A title\n\n"),
        ("Norwegian Ministry of Works", "The Kingdom of Norway\n\n"),
    ],
)
def test_a_letterhead_says_whose_a_ministry_is(packs: Packs, outlet: str, head: str) -> None:
    assert ("NOR", "REJECT") in speakers(
        packs, f"{head}We reject the offer of 2 per cent in any form.", outlet, "statement"
    )


def test_no_letterhead_no_state(packs: Packs) -> None:
    text = "The Republic of Norway met.\n\nWe reject the offer of 2 per cent in any form."
    assert all(speaker is None for speaker, _ in speakers(packs, text, "Ministry of Works", "statement"))
