"""One official in two transliterations of his name is one person, and one origin."""

import datetime as dt

import pytest

from crosswire.model import Actor, Article, Reading
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.actors import unify_actors


def people(*told: tuple[str, str | None]) -> int:
    readings = [
        Reading(f"a{at}", "k", actors=(Actor(name, name, "person", None, role, (name,)),))
        for at, (name, role) in enumerate(told)
    ]
    return len(set(unify_actors(readings).ids.values()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alexei Marov", "Alexey Marov"),
        ("Sergei Golub", "Sergey Golub"),
        ("Yurii Tarhan", "Yuri Tarhan"),
        ("Heorhii Tykhyi", "Georgy Tikhy"),
        ("Gennady Marov", "Hennadiy Marov"),
        ("Fyodor Marov", "Fedor Marov"),
        ("Pyotr Marov", "Petro Marov"),
        ("Mohammed Darwish", "Muhammad Darwish"),
        ("Yusuf Darwish", "Youssef Darwish"),
        ("Andriy Yermak", "Andrii Ermak"),
        ("Serhiy Kyslytsya", "Sergei Kislitsa"),
    ],
)
def test_one_office_and_the_same_consonants_are_one_person(one: str, other: str) -> None:
    assert people((one, "Foreign Minister"), (other, "foreign minister")) == 1
    assert people((one, "Orian Defence Secretary"), (other, "Defense Secretary")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Fyodor Marov", "spokesman"), ("Fedor Marov", "general")),
        (("Fyodor Marov", "spokesman"), ("Fedor Marov", None)),
        (("Ivan Petrov", "minister"), ("Ivana Petrova", "minister")),
        (("Pyotr Marov", "minister"), ("Pavel Marov", "minister")),
        (("Mohammed Lee", "minister"), ("Muhammad Li", "minister")),
        (("Olena Marov", "minister"), ("Olha Marov", "minister")),
    ],
    ids=["other-office", "no-office", "he-and-she", "other-consonants", "too-short", "other-name"],
)
def test_what_may_be_two_people_stays_two(one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    assert people(one, other) == 2


def test_two_in_one_report_are_two() -> None:
    actors = tuple(Actor(name, name, "person", None, "envoy", (name,)) for name in ("Fyodor Marov", "Fedor Marov"))
    assert len(set(unify_actors([Reading("a", "k", actors=actors)]).ids.values())) == 2


def test_one_official_in_two_spellings_is_one_origin() -> None:
    packs = load("core", "negotiation")
    texts = (
        "Foreign Minister Pyotr Marov said the border post at Halden would stay closed until June.",
        "The border post at Halden would stay closed until June, said Foreign Minister Petro Marov.",
    )
    articles = [
        Article(f"a{at}", text, outlet=f"Paper {at}", published=dt.date(2025, 5, 1)) for at, text in enumerate(texts)
    ]
    found = weigh(articles, [read_article(one, packs) for one in articles])
    assert {len(one.origins) for one in found.claims} == {1}
    assert len([one for one in found.actors if one.kind == "person"]) == 1
