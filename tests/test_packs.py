"""The one contract of every pack that ships: it loads, its entries are sound, its examples are well-formed."""

import pytest

from crosswire.packs import load, load_pack, names
from crosswire.packs.check import check_pack, examples


@pytest.mark.parametrize("name", names())
def test_pack_is_sound(name: str) -> None:
    assert check_pack(name) == []


@pytest.mark.parametrize("name", names())
def test_pack_says_what_it_is(name: str) -> None:
    header = load_pack(name).header
    assert header.name == name
    assert header.title
    assert header.description.endswith(".")


def test_ukraine_russia_has_people_of_every_party() -> None:
    people = [actor for actor in load("ukraine_russia").actors if actor.kind == "person"]
    parties = {actor.party for actor in people}
    assert len(people) >= 60
    assert {"UKR", "RUS", "USA", "TUR", "EU"} <= parties
    assert all(actor.roles and actor.pronoun in ("he", "she") for actor in people)


def test_ukraine_russia_has_examples_of_statements_and_of_none() -> None:
    found = examples("ukraine_russia")
    assert len(found) >= 25
    assert any(example.none for example in found)
    assert sum(example.act is not None for example in found) >= 20


def test_every_state_is_its_own_party_and_has_an_adjective_or_capital() -> None:
    states = [actor for actor in load("core").actors if actor.kind == "state"]
    assert len(states) >= 193
    assert all(actor.party == actor.id and actor.pronoun == "it" for actor in states)
