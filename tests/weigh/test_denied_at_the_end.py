"""A sentence that charges one side and ends in its denial: "..., a charge Arland denied"."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
CHARGE = "Peru accused Chile of shelling the town of Tacna on Monday"


def dossier(end: str) -> Dossier:
    text = f"Border\n\nChile and Peru signed a truce last week.\n\n{CHARGE}{end}"
    article = Article("a", text, outlet="Daily", published=dt.date(2025, 6, 11))
    return weigh([article], [read_article(article, PACKS)], PACKS.outlets)


@pytest.mark.parametrize("end", [", a charge Chile denied.", ", an allegation Chile denies.", ", which Chile denies."])
def test_the_denial_is_a_dispute(end: str) -> None:
    assert [one.kind for one in dossier(end).disputes] == ["denial"]


def test_it_is_the_accuseds_answer() -> None:
    [incident] = dossier(", a charge Chile denied.").incidents
    assert (incident.violator, incident.alleged_by, incident.response) == ("CHL", ("PER",), "denied")


@pytest.mark.parametrize("end", [", a charge Peru repeated.", ", which Chile left in May.", " and denied Chile entry."])
def test_other_ends_deny_nothing(end: str) -> None:
    assert not dossier(end).disputes
