"""Names as reports of a civil war give them: acronyms, rebels, "the army", bodies with a plural owner."""

import pytest

from crosswire.model import Actor, Article, Reading, Region
from crosswire.packs import load
from crosswire.read import read_article


def read(text: str, **more: str) -> Reading:
    return read_article(Article("a", text, **more), load("core", "negotiation"))  # type: ignore[arg-type]


def headed(body: str) -> Reading:
    title = "Peru: Ward killings must be looked into"
    regions = (Region(0, len(title), "title"), Region(len(title) + 2, len(title) + 2 + len(body), "body"))
    return read_article(Article("a", f"{title}\n\n{body}", regions=regions), load("core", "negotiation"))


def actors(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in read(text).actors}


def test_letters_in_brackets_are_the_body_before_them() -> None:
    found = actors("The Lake Guard Front (LGF) took the pier. The LGF said it would stay.")
    assert "LGF" in found["Lake Guard Front"].names
    assert "LGF" not in found


def test_initials_beside_the_name_are_its_own() -> None:
    assert "LGF" not in actors("Fighters of the Lake Guard Front left. The LGF said on Monday that it would stay.")


def test_letters_of_two_bodies_are_neithers() -> None:
    found = actors("The Lake Guard Front met the Lake Glass Fund. The LGF said on Monday that it would stay.")
    assert all("LGF" not in actor.names for name, actor in found.items() if name.startswith("Lake"))


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Peru's paramilitary Lake Guard Council said it would stay.", None),
        ("The Lake Guard Council, a rebel group of Peru, said it would stay.", None),
        ("Peru's Lake Support Forces said they would stay.", None),
        ("Peru's Lake Front said it would stay.", None),
        ("Peru's Armed Forces said they would stay.", "PER"),
        ("Peru's Works Ministry said it would stay.", "PER"),
    ],
    ids=["paramilitary", "rebel", "forces-of-any-kind", "front", "armed-forces", "ministry"],
)
def test_a_state_owns_its_organs_and_no_rebels(sentence: str, party: str | None) -> None:
    bodies = [one for one in read(sentence).actors if one.kind == "body" and one.name.split()[-1][0] in "CFM"]
    assert [one.party for one in bodies] == [party]


def test_the_army_is_that_of_the_state_a_report_is_about() -> None:
    text = "Fighting went on in Peru on Monday. Peru's premier left. The army denied that the port had been hit."
    said = next(one for one in read(text).statements if one.act == "DENY")
    assert said.speaker is not None
    assert next(one.party for one in read(text).actors if one.id == said.speaker) == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile fought on Monday. Peru's premier left, and so did Chile's. The army denied it.",
        "Peru's premier left Peru on Monday. The army base was shut, officials said.",
        "Peru's premier left Peru on Monday. The army of the lake people was there, officials said.",
    ],
    ids=["two-states", "a-base", "another-army"],
)
def test_an_army_that_may_be_anothers_is_nobody(text: str) -> None:
    assert not any(actor.name.endswith("army") for actor in read(text).actors)


def test_a_plural_owner_is_part_of_a_bodys_name() -> None:
    text = "The Peru Doctors' Network, a medical union, said that nine people had died."
    said = read(text).statements[0]
    assert said.speaker == "peru-doctors-network"


def test_a_states_own_plural_owns_its_department() -> None:
    names = actors("The United States' Department of Trade said nothing on Monday.")
    assert not any("States' " in name for name in names)


def test_words_of_a_name_are_no_act() -> None:
    text = "The council accused the Rapid Support Guard of burning nine huts."
    said = read(text).statements[0]
    assert (said.act, said.event) != ("ACCUSE", "ENDORSE")


def test_the_same_word_outside_a_name_is_an_act() -> None:
    assert read("Peru said on Monday that it supports the plan.").statements[0].act == "ENDORSE"


def test_a_rebel_groups_name_with_what_it_is_speaks() -> None:
    text = "The Lake Guard Front (LGF) met on Monday. The LGF rebel group said that it would stay."
    assert read(text).statements[-1].speaker == "lake-guard-front"


def test_a_country_before_a_colon_is_a_topic_where_nobody_of_it_speaks() -> None:
    assert all(one.speaker != "PER" for one in headed("Nine died on Monday, Lake Rights Watch said.").statements)


def test_a_country_that_speaks_in_the_report_says_its_headline() -> None:
    found = headed("Peru said on Monday that it would not sign the plan.").statements
    assert any(one.headline and one.speaker == "PER" for one in found)


def test_his_of_a_driver_is_the_drivers() -> None:
    text = "Ana Roe said so on Monday. Gunmen stopped a lorry on Tuesday and shot dead the driver and his mate."
    said = next(one for one in read(text).statements if "lorry" in one.evidence.quote)
    assert all(one.kind != "actor" for one in said.resolved)
