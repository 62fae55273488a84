"""The one contract of every pack that ships: it loads, its entries are sound, its examples are well-formed."""

import pytest

from crosswire.packs import DEFAULT, chosen_for, load, load_pack, names
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


STRIKE = "Crews walked out over pay. The union said pickets would stay until the pay offer rises."
TRADE = "The two sides extended their trade truce and put off new tariffs on steel for ninety days."
WAR = "Shelling went on along the river. Both armies accused each other of breaking the truce."


@pytest.mark.parametrize(
    ("texts", "taken"),
    [
        ([STRIKE, STRIKE, WAR], {"labour"}),
        ([TRADE, TRADE, TRADE], {"trade"}),
        ([WAR, WAR, WAR], set()),
        ([WAR, WAR, STRIKE], set()),
        ([], set()),
    ],
)
def test_a_case_takes_the_pack_of_its_kind_of_talks(texts: list[str], taken: set[str]) -> None:
    assert set(chosen_for(texts)) - set(DEFAULT) == taken


def test_a_topic_names_no_pack_that_is_loaded_anyway() -> None:
    assert not any(load_pack(name).header.topic for name in DEFAULT)
