"""A denial that names nothing answers the deed its report tells just before; a body's shorter name is the body's."""

import datetime as dt

import pytest

from crosswire.model import Actor, Article, Dossier, Reading
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.actors import unify_actors

PACKS = load("core", "negotiation")


def weighed(*texts: str, outlet: str = "Lake Post") -> Dossier:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"{outlet} {at}", published=dt.date(2031, 5, 7))
        for at, text in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


def denied(dossier: Dossier) -> list[tuple[str, str]]:
    return [
        (dispute.sides[0].evidence[0].quote, dispute.sides[1].evidence[0].quote)
        for dispute in dossier.disputes
        if dispute.kind == "denial"
    ]


CHARGE = "Peru said it had struck the harbour after Chile's navy fired on its boats, killing two sailors."


@pytest.mark.parametrize(
    "denial", ["Chile denied any role.", "Chile denied responsibility.", "Chile denied involvement."]
)
def test_a_bare_denial_answers_the_deed_just_before(denial: str) -> None:
    assert denied(weighed(f"{CHARGE} {denial}")) == [(CHARGE, denial)]


@pytest.mark.parametrize(
    "text",
    [
        f"{CHARGE} Chile denied that the talks had failed.",
        f"{CHARGE} Peru denied any role.",
        "Peru said it was ready to talk. Chile denied any role.",
        CHARGE + " The crossing stayed shut." * 30 + " Chile denied any role.",
    ],
    ids=["of-something-named", "by-the-side-that-told-it", "no-deed", "too-far"],
)
def test_another_denial_does_not(text: str) -> None:
    assert (CHARGE, "Chile denied any role.") not in denied(weighed(text))
    assert not [one for one in denied(weighed(text)) if one[0].startswith("Peru said it was")]


def ids(*names: str, kind: str = "body") -> int:
    readings = [
        Reading(f"a{at}", "k", actors=(Actor(name.lower().replace(" ", "-"), name, kind, None, None, (name,)),))  # type: ignore[arg-type]
        for at, name in enumerate(names)
    ]
    return len(set(unify_actors(readings).ids.values()))


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Vale media office", "Vale State Media Office"), 1),
        (("Vale media office", "Vale health office"), 2),
        (("Vale office", "Vale State Media Office"), 2),
        (("Vale media office", "Vale State Media Office", "Vale Free Media Office"), 3),
        (("Orm media office", "Vale State Media Office"), 2),
    ],
)
def test_a_body_goes_by_fewer_of_its_words(names: tuple[str, ...], count: int) -> None:
    assert ids(*names) == count
