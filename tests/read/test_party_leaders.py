"""Whose party is whose where a possessive tells."""

import pytest

from crosswire.model import Article, Reading, Span
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article
from crosswire.read.gazetteer import gazetteer
from crosswire.read.name_kinds import SeenName, join_names

PACKS = load("core", "negotiation")


def read(text: str) -> Reading:
    return read_article(Article("a", text), PACKS, choose_annotator(fast=True))


def party(text: str) -> str | None:
    actors = read(text).actors
    side = next(one.party for one in actors if one.name == "Anna Roe")
    return next((one.name for one in actors if one.id == side), side)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Roe's Lake Reform Movement refused to sign.", "Lake Reform Movement"),
        ("Anna Roe's opposition party, the Lake Reform Movement, refused to sign.", "Lake Reform Movement"),
        ("Officials of the ruling LRM met Anna Roe. Roe and her LRM party lost.", "LRM"),
        ("The LRM politburo met. Anna Roe's LRM won the vote.", "LRM"),
        ("Anna Roe's LRM faction met LRM leaders.", None),
        ("Anna Roe's aides denied the Lake Reform Movement's claim.", None),
        ("Anna Roe's former party, the Lake Reform Movement, refused.", None),
        ("Anna Roe's Lake Water Company refused to pay.", None),
        ("The Lake Reform Movement (LRM) met. Premier Anna Roe (LRM) won the vote.", "Lake Reform Movement"),
        ("The Lake Reform Movement (LRM) met. The LRM's Anna Roe would not sign.", "Lake Reform Movement"),
        ("The Lake Reform Movement (LRM) met. Anna Roe (54) would not sign.", None),
        ("The Lake Reform Movement (LRM) met. The LRM's critics, Anna Roe said, are right.", None),
    ],
)
def test_the_party_she_is_said_to_have(text: str, name: str | None) -> None:
    assert party(text) == name


@pytest.mark.parametrize(
    ("text", "seen", "kind", "left"),
    [
        ("Then Roe's Lake Movement met, and Roe left.", "Roe's Lake Movement", "organisation", "Lake Movement"),
        ("Then the Women's Lake Movement met women.", "Women's Lake Movement", "organisation", "Women's Lake Movement"),
        ("It gives the Movement for Lake Reform 13 seats.", "Movement for Lake Reform 13", "organisation", "Reform"),
        ("The Anna Roe LRM met.", "Anna Roe LRM", "person", "Anna Roe"),
    ],
)
def test_a_partys_name_has_neither_its_leader_nor_its_seats(text: str, seen: str, kind: str, left: str) -> None:
    at = text.index(seen)
    mark = SeenName(Span(at, at + len(seen)), kind, 0.9)
    (name,) = join_names(text, [Span(0, len(text))], [], [mark], gazetteer(PACKS))
    assert name.written.endswith(left)
    assert left == "Reform" or name.written == left
