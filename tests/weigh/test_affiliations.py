"""A party that no pack lists is known by its leader, its chief and its spokesman."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from crosswire.model import Actor, Reading
from crosswire.weigh.affiliations import led_parties, own_rulers, with_parties


def reading(article: str, *actors: tuple[str, str, str | None]) -> Reading:
    listed = tuple(
        Actor(name.lower().replace(" ", "-"), name, kind, None, role, (name,))  # type: ignore[arg-type]
        for name, kind, role in actors
    )
    return Reading(article, "key", (), (), (), listed, ())


def parties(readings: Sequence[Reading]) -> dict[str, str | None]:
    unified = with_parties(readings)
    return {one.name: one.party for one in unified.actors if one.kind == "person"}


def test_a_leader_speaks_for_her_party() -> None:
    told = [reading("a", ("PX20", "body", None), ("Ada Orlin", "person", "leader of the centrist PX20"))]
    assert parties(told) == {"Ada Orlin": "px20"}


def test_the_party_may_be_named_in_another_report() -> None:
    told = [reading("a", ("Ada Orlin", "person", "NRU spokeswoman")), reading("b", ("NRU", "body", None))]
    assert parties(told) == {"Ada Orlin": "nru"}


def test_the_party_most_reports_give_counts() -> None:
    told = [
        reading("a", ("NRU", "body", None), ("PX20", "body", None), ("Ada Orlin", "person", "NRU leader")),
        reading("b", ("Ada Orlin", "person", "PX20 leader")),
        reading("c", ("Ada Orlin", "person", "leader of PX20")),
    ]
    assert parties(told) == {"Ada Orlin": "px20"}


def test_who_once_led_it_or_sits_in_a_chamber_speaks_for_neither() -> None:
    told = [
        reading("a", ("NRU", "body", None), ("Ada Orlin", "person", "former NRU leader")),
        reading("b", ("State Senate", "body", None), ("Bo Vessk", "person", "State Senate leader")),
        reading("c", ("NRU", "body", None), ("Cy Tarn", "person", "NRU voter")),
    ]
    assert set(parties(told).values()) == {None}


def test_led_parties_are_those_that_somebody_speaks_for() -> None:
    told = [reading("a", ("NRU", "body", None), ("PX20", "body", None), ("Ada Orlin", "person", "NRU leader"))]
    assert led_parties(with_parties(told).actors) == {"nru"}


def test_whose_she_is_may_be_told_by_a_noun() -> None:
    plain = reading("a", ("Vale Dockers Union", "body", None), ("Ada Orlin", "person", "general secretary"))
    owned = tuple(
        msgspec.structs.replace(one, party="vale-dockers-union") if one.kind == "person" else one
        for one in plain.actors
    )
    told = [msgspec.structs.replace(plain, actors=owned)]
    assert parties(told) == {"Ada Orlin": "vale-dockers-union"}


def test_a_member_of_a_body_does_not_speak_for_it() -> None:
    plain = reading("a", ("Vale Dockers Union", "body", None), ("Ada Orlin", "person", "longest-serving member"))
    owned = tuple(
        msgspec.structs.replace(one, party="vale-dockers-union") if one.kind == "person" else one
        for one in plain.actors
    )
    told = [msgspec.structs.replace(plain, actors=owned)]
    assert parties(told) == {"Ada Orlin": None}


def rulers(*shared: str, own: str | None = "lanu") -> dict[str, str]:
    ruler = Actor("roe", "Ada Roe", "person", "ORI", "president")
    state = Actor("ORI", "Oria", "state", "ORI", known=True)
    parties_ = [Actor(one, one.upper(), "body") for one in ("lanu", "ldc")]
    named = [frozenset({"roe", *shared})] * 2 + [frozenset({"roe"})] * 2
    return own_rulers(
        [ruler, state, *parties_], lambda: named, {"roe": Counter({own: 2})} if own else {}, {"vesk": "ldc"}
    )


def test_a_ruler_is_her_partys_where_the_reports_are_on_its_quarrel_with_another() -> None:
    assert rulers("lanu", "ldc") == {"roe": "lanu"}


def test_elsewhere_a_president_speaks_for_the_state() -> None:
    assert rulers("lanu") == {}
    assert rulers("ldc") == {}
    assert rulers("lanu", "ldc", own=None) == {}


def test_two_heads_of_parties_in_one_state_are_rivals_though_both_are_called_the_states() -> None:
    state = Actor("ORI", "Oria", "state", "ORI", known=True)
    people = [Actor(one, one.title(), "person", "ORI") for one in ("roe", "tarn")]
    bodies = [Actor(one, one.upper(), "body") for one in ("lanu", "ldc")]
    named = [frozenset({"roe", "tarn", "lanu", "ldc"})] * 3

    def of(reports: int) -> dict[str, str]:
        owners = {"roe": Counter({"lanu": 2}), "tarn": Counter({"ldc": reports})}
        return own_rulers([state, *people, *bodies], lambda: named, owners, {})

    assert of(2) == {"roe": "lanu", "tarn": "ldc"}
    assert of(1) == {}  # one report's possessive is no rival party


def test_a_party_is_one_with_and_without_the_word_for_it() -> None:
    told = [reading("a", ("Lanu party", "body", None)), reading("b", ("Lanu", "body", None))]
    (one,) = with_parties(told).actors
    assert one.name == "Lanu"


def test_an_official_speaks_for_a_party_that_somebody_leads() -> None:
    told = [
        reading(
            "a", ("NRU", "body", None), ("Ada Orlin", "person", "NRU leader"), ("Bo Vesk", "person", "NRU official")
        ),
        reading("b", ("Lake Bank", "body", None), ("Cy Tarn", "person", "Lake Bank official")),
    ]
    assert parties(told) == {"Ada Orlin": "nru", "Bo Vesk": "nru", "Cy Tarn": None}


def test_whose_party_a_possessive_tells_needs_no_office() -> None:
    told = [reading("a", ("NRU", "body", None), ("Ada Orlin", "person", None))]
    owned = tuple(msgspec.structs.replace(one, party="nru") if one.kind == "person" else one for one in told[0].actors)
    assert parties([msgspec.structs.replace(told[0], actors=owned)]) == {"Ada Orlin": "nru"}


def test_a_body_is_one_with_and_without_its_place() -> None:
    told = [
        reading("a", ("Front for Docks in Vale", "body", None)),
        reading("b", ("Front for Docks", "body", None)),
    ]
    assert [one.name for one in with_parties(told).actors] == ["Front for Docks in Vale"]
    told.append(reading("c", ("Front for Docks in Orm", "body", None)))
    assert len(with_parties(told).actors) == 3
