"""A place opens a line and says nothing, and who is threatened says nothing either."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def _speakers(text: str) -> set[str | None]:
    before = "News\n\nMr Ali Fayad came to Lima.\n\n"
    return {one.speaker for one in read_article(Article("a", before + text), PACKS).statements}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('Leaving Lima, Mr Fayad said: "I am on my way to Oslo after good talks."', {None, "ali-fayad"}),
        ("LIMA: Norway warned of other consequences should Egypt fail to accept a proposal.", {None, "NOR"}),
        ("Mr Fayad was called a traitor and threatened with prison by crowds.", {None}),
    ],
    ids=["who-leaves-it-speaks", "a-dateline-with-a-colon", "threatened-with"],
)
def test_no_place_and_no_victim_speaks(text: str, speakers: set[str | None]) -> None:
    assert _speakers(text) == speakers


def test_an_adjective_of_esteem_is_no_part_of_an_office() -> None:
    text = "Chile's contested president, Bo Tarn, came to Lima."
    roles = {one.name: one.role for one in read_article(Article("a", text), PACKS).actors}
    assert roles["Bo Tarn"] == "president"


def test_a_name_inside_a_quotation_is_no_title() -> None:
    text = 'Ada Roe of Chile left. "We uphold what was agreed in Lima," spokesperson Bo Tarn said.'
    roles = {one.name: one.role for one in read_article(Article("a", text), PACKS).actors}
    assert roles["Bo Tarn"] == "spokesperson"
