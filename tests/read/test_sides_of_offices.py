"""Whose a minister of two departments, a party, an envoy and a parliament are."""

import pytest

from tests.read.test_actors import read


@pytest.mark.parametrize(
    ("text", "key", "party"),
    [
        ("Norwegian Industry and Trade Minister Ingrid Dahl left.", "ingrid-dahl", "NOR"),
        ("Norway’s Industry and Trade Minister, Dr Ingrid Dahl, left.", "ingrid-dahl", "NOR"),
        ("Norway's finance, energy and climate minister, Ingrid Dahl, left.", "ingrid-dahl", None),
        ("Norwegian officials and Foreign Minister Ingrid Dahl met.", "ingrid-dahl", None),
        ("Norway’s Movement for Lake Change met.", "movement-for-lake-change", None),
        ("Norway’s Defence Ministry met.", "defence-ministry", "NOR"),
        ("Ingrid Dahl, vice-president of Norway’s Movement for Lake Change, left.", "ingrid-dahl", None),
        ("The Norwegian Association of Millers met.", "norwegian-association-of-millers", None),
        ("Norway’s UN envoy Ingrid Dahl left.", "ingrid-dahl", "NOR"),
        ("UN envoy Ingrid Dahl left.", "ingrid-dahl", "UN"),
        ("Norway’s supreme leader, Ayatollah Ali Dahl, left.", "ali-dahl", "NOR"),
        ("Ingrid Dahl, secretary of Norway’s supreme national security council, left.", "ingrid-dahl", "NOR"),
        ("Ingrid Dahl, speaker of the Norwegian parliament, left.", "ingrid-dahl", "NOR"),
        ("Ingrid Dahl, head of Norway’s federation of travel agents, left.", "ingrid-dahl", None),
        ("Ingrid Dahl of the Norwegian energy ministry left.", "ingrid-dahl", "NOR"),
        ("Ingrid Dahl met the Norwegian energy ministry.", "ingrid-dahl", None),
    ],
)
def test_side(text: str, key: str, party: str | None) -> None:
    assert read(text)[0][key].party == party


def test_what_somebody_told_is_no_office() -> None:
    assert read("Ingrid Dahl, told reporters on Monday, left.")[0]["ingrid-dahl"].role is None


@pytest.mark.parametrize("name", ["Mullah Noor Dahl", "Mawlawi Noor Dahl", "Ayatollah Noor Dahl"])
def test_a_cleric_is_called_by_his_name(name: str) -> None:
    assert "noor-dahl" in read(f"{name} left.")[0]


def test_a_senate_is_of_the_state_a_report_is_about() -> None:
    actors, mentions, _ = read("Brazil votes. The Senate of Brazil met. Brazil's president left Brazil for the Senate.")
    assert "USSEN" not in actors
    assert {one.party for one in actors.values() if one.kind == "body"} == {"BRA"}
    assert all(one.actor in actors for one in mentions if one.actor)


def test_a_senate_stays_where_its_state_is_named() -> None:
    actors, _, _ = read("Brazil votes, US officials said. The Senate met. Brazil and the US talk; Brazil waits.")
    assert actors["USSEN"].party == "USA"
