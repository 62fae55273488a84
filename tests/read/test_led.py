"""Bodies a text makes known by who speaks for them."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article
from crosswire.read.gazetteer import gazetteer
from crosswire.read.led import find_led

PACKS = load("core", "negotiation")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NoA leader Ada Roe said no.", {"NoA"}),
        ("Ada Roe, the new leader of GreenLine-PvX, said no.", {"GreenLine-PvX"}),
        ("A PX20 lawmaker said the party would not accept it.", {"PX20"}),
        ("The PX20 parliamentary leader said no.", {"PX20"}),
        ("Senior Lanu-PX officials met. NoA rebels left.", {"Lanu-PX", "NoA"}),
        ("The ruling Lanu-PX lost, and the opposition LDC won.", {"Lanu-PX", "LDC"}),
        ("US-backed officials and TV supporters met.", set()),
        ("The US leader and the EU spokesman met.", set()),
        ("The Opposition leader met Fairview members.", set()),
        ("LEADERS MEET IN ORLIN", set()),
    ],
)
def test_names_of_unmistakable_shape(text: str, found: set[str]) -> None:
    assert find_led(text, gazetteer(PACKS)) == found


def test_the_body_is_found_wherever_it_stands_and_its_leader_is_no_part_of_it() -> None:
    text = "GreenLine-PvX leader Ada Roe wants talks. Nobody will govern with GreenLine-PvX. GreenLine-PvX refused."
    reading = read_article(Article("a", text), PACKS, choose_annotator(fast=True))
    body = next(one for one in reading.actors if one.name == "GreenLine-PvX")
    places = [one.start for one in reading.mentions if one.actor == body.id]
    assert body.kind == "body"
    assert len(places) == 2
    assert next(one for one in reading.actors if one.kind == "person").role == "GreenLine-PvX leader"


def test_what_has_a_digit_and_acts_is_a_body() -> None:
    text = "The vote was close. PX20 wants a recount, officials said."
    reading = read_article(Article("a", text), PACKS, choose_annotator(fast=True))
    assert [(one.name, one.kind) for one in reading.actors if one.name == "PX20"] in ([], [("PX20", "body")])


def test_a_former_leader_is_called_one() -> None:
    text = "They named former NoA leader Ada Roe as mediator. Roe accepted."
    reading = read_article(Article("a", text), PACKS, choose_annotator(fast=True))
    assert next(one.role for one in reading.actors if one.kind == "person") == "former NoA leader"
