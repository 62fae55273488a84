"""Actors unified report by report are those unified all at once, and a report more touches few families."""

import random
from collections.abc import Mapping, Set

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Actor, Reading
from crosswire.weigh.abroad import States
from crosswire.weigh.actors import Local, Unified, unify_actors, unify_local
from crosswire.weigh.affiliations import with_parties
from crosswire.weigh.families import Families

GIVEN = ("Ada", "Jon", "John", "Vale", "Roe", "Georgi", "Heorhi")
LAST = ("Roe", "Halvorsen", "Halversen", "Vale", "Jon", "Roe Jr", "Mualim", "Moallem")
BODIES = tuple(
    "Vale|Vale State Media Office|Vale Media Office|VSMO|Nurses Union|Arland Nurses Union|Mediator Ada Roe|Ada Roe|Roe|"
    "Green-Left Labour|GreenLeft Labor|Harbour Council|Harbour Council 2".split("|")
)
STATES = (("ARL", "Arland"), ("VEL", "Velmark"))


def person(name: str, party: str | None, role: str | None) -> Actor:
    return Actor(name.lower().replace(" ", "-"), name, "person", party, role)


def body(name: str) -> Actor:
    return Actor(name.lower().replace(" ", "-"), name, "body")


NAMES = st.one_of(
    st.tuples(st.sampled_from(GIVEN), st.sampled_from(LAST)).map(" ".join), st.sampled_from((*GIVEN, *LAST))
)
ACTORS = st.one_of(
    st.builds(person, NAMES, st.sampled_from((None, None, "ARL", "VEL")), st.sampled_from((None, "envoy"))),
    st.sampled_from(BODIES).map(body),
    st.sampled_from(STATES).map(lambda state: Actor(state[0], state[1], "state", state[0], known=True)),
)


def reading(at: int, actors: list[Actor]) -> Reading:
    return Reading(f"r{at:02}", "k", actors=tuple({one.id: one for one in actors}.values()))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(ACTORS, max_size=5), min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_any_order_of_adding_unifies_alike(told: list[list[Actor]], rng: random.Random) -> None:
    readings = [reading(at, actors) for at, actors in enumerate(told)]
    rng.shuffle(readings)
    families = Families()
    for end in range(len(readings) + 1):
        assert with_parties(readings[:end], families) == with_parties(readings[:end])
    assert with_parties(readings[2:], families) == with_parties(readings[2:])


@pytest.mark.parametrize(
    "names",
    [
        [["Lin Mei"], ["Lin"], ["Lin Bao"]],
        [["Lin"], ["Lin"], ["Lin Mei"], ["Mei Lin"]],
        [["Lin"], ["Lin Maiberger"], ["Lin Maiburger"]],
        [["Lin"], ["Lin Maiberger"], ["Lin Kaiburger"], ["Lin Maiburger"]],
    ],
    ids=["one-then-two-bear-it-first", "borne-last-later", "one-name-in-two-spellings", "two-names"],
)
def test_a_first_name_alone_is_whose_it_is_alone(names: list[list[str]]) -> None:
    families, readings = Families(), []
    for at, some in enumerate(names):
        readings.append(reading(at, [person(name, None, None) for name in some]))
        assert families.unify(readings) == unify_actors(readings)


def test_one_official_in_two_spellings_is_one_whenever_either_comes() -> None:
    families, readings = Families(), []
    for at, name in enumerate(("Georgi Mualim", "Ada Roe", "Heorhi Moallem")):
        readings.append(reading(at, [person(name, None, "envoy")]))
        assert families.unify(readings) == unify_actors(readings)
    assert len(families.unify(readings).actors) == 2


def test_a_report_more_touches_its_own_families(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{first}{last} {last}{first}son" for first in ("Ka", "Lo", "Mi") for last in ("bar", "dun", "vek")]
    readings = [reading(at, [person(name, None, None)]) for at, name in enumerate([*names, names[0]])]
    families = Families()
    families.unify(readings[:-1])
    touched: list[int] = []

    def counted(named: Mapping[Local, Actor], states: States, crowded: Set[str]) -> Unified:
        touched.append(len(named))
        return unify_local(named, states, crowded)

    monkeypatch.setattr("crosswire.weigh.families.unify_local", counted)
    assert families.unify(readings) == unify_actors(readings)
    assert touched == [2]


def test_a_name_that_reports_take_for_a_bodys_crowds_nobody() -> None:
    told = [[body("Ada Roe"), person("Jon Vale", None, None)], [person("Ada Roe", None, None)], [body("Ada Roe")]]
    told += [[person("Ada Jon", None, "envoy")], [person("Ada", None, "envoy")]]
    readings = [reading(at, actors) for at, actors in enumerate(told)]
    families = Families()
    for end in range(len(readings) + 1):
        assert with_parties(readings[:end], families) == with_parties(readings[:end])
