"""One person under the spellings of several papers is one actor of the case."""

import pytest

from crosswire.model import Actor, Reading
from crosswire.weigh.actors import merge_actors, unify_actors


def _reading(article: str, name: str, party: str | None) -> Reading:
    actor = Actor(name.lower().replace(" ", "-"), name, "person", party, None, (name,))
    return Reading(article=article, key="k", actors=(actor,))


def _ids(*names: tuple[str, str | None]) -> set[str]:
    readings = [_reading(f"a{number}", name, party) for number, (name, party) in enumerate(names)]
    return set(unify_actors(readings).ids.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexey Polishchuk", "Alexei Polishchuk"),
        ("Aleksei Polishchuk", "Alexey Polishchuk"),
        ("Sergiy Kyslytsya", "Serhii Kyslytsia"),
        ("Volodymyr Marchenko", "Vladimir Marchenko"),
        ("Oleksandr Hrytsenko", "Alexander Hrytsenko"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert len(_ids((one, "UKR"), (other, None))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Igor Marchenko", "Ivan Marchenko"), ("Olena Marchenko", "Olha Marchenko"), ("Pavlo Lisenko", "Petro Lisenko")],
)
def test_other_given_names_are_other_people(one: str, other: str) -> None:
    assert len(_ids((one, "UKR"), (other, None))) == 2


def test_a_place_known_from_datelines_alone_is_written_as_a_name() -> None:
    place = Actor("stadt", "STADT", "place", names=("STADT",))
    short = Actor("uae", "UAE", "place", names=("UAE",))
    body = Actor("opec", "OPEC", "body", names=("OPEC",))
    assert [merge_actors([one]).name for one in (place, short, body)] == ["Stadt", "UAE", "OPEC"]
    assert merge_actors([place, place]).name == "Stadt"


def test_the_longest_country_a_name_begins_with_is_its_country() -> None:
    """ "Guinea-Bissau Nurses Union" is no union of Guinea's called "Bissau Nurses Union"."""
    bodies = ("Guinea-Bissau Nurses Union", "Bissau Nurses Union", "Nurses Union")
    actors = [Actor(name.lower(), name, "state", None, None, (name,)) for name in ("Guinea", "Guinea-Bissau")]
    actors += [Actor(name.lower().replace(" ", "-"), name, "body", None, None, (name,)) for name in bodies]
    ids = unify_actors([Reading(article=f"a{at}", key="k", actors=(one,)) for at, one in enumerate(actors)]).ids
    of = {article: id_ for (article, _), id_ in ids.items()}
    assert of["a2"] == of["a4"] != of["a3"]
