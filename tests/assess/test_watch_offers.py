"""What to watch: an offer to host, an aim with its day; never what is past. And a part played in two events is two."""

import datetime as dt

import msgspec
import pytest

from crosswire.assess import assess
from crosswire.model import Article, Dossier, Realis
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
LATE = dt.date(2025, 9, 24)
ROUNDS = "Peru hosted two rounds of talks between Norway and Egypt in Lima on 3 June 2025 and 17 July 2025."


def weighed(*texts: str) -> Dossier:
    articles = [
        Article(f"a{number}", f"News.\n\n{text}", outlet=f"Paper {number}", published=LATE + dt.timedelta(number))
        for number, text in enumerate((ROUNDS, *texts))
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


def watched(*texts: str) -> list[tuple[str, str]]:
    assessment = assess(weighed(*texts), PACKS)
    section = next((one for one in assessment.sections if one.title == "What to watch"), None)
    return [(line.label or "", line.text) for line in section.lines] if section else []


def test_an_offer_to_host_and_an_aim_with_its_day_are_watched() -> None:
    found = watched(
        "Peru is ready to host a third round of talks between Norway and Egypt, Peru said.",
        "Egypt said Egypt hoped to restart exchanges of prisoners by the end of the year.",
    )
    assert any(label == "Offer" and "Peru is ready to host" in text for label, text in found)
    assert any(label == "Aim, by 31 December 2025" and "hoped to restart" in text for label, text in found)


def test_an_aim_whose_day_is_past_is_not_watched() -> None:
    found = watched("Egypt said Egypt had hoped to restart exchanges of prisoners with Norway by 31 August 2025.")
    assert not [label for label, _ in found if label.startswith("Aim")]


def test_rounds_that_were_held_are_not_watched() -> None:
    assert not [text for _, text in watched() if "hosted two rounds" in text]


def test_mediating_one_thing_and_hosting_another_is_no_dispute() -> None:
    found = weighed("An Egyptian minister, Omar Said, said he had held consultations mediated by Peru in September.")
    assert not [one for one in found.disputes if one.kind == "characterisation"]


@pytest.mark.parametrize(("realis", "shown"), [("future", True), ("actual", False)])
def test_a_threat_is_of_what_may_come(realis: Realis, shown: bool) -> None:
    found = weighed("Egypt's president said the canal was closed to ships of Norway.")
    threats = tuple(
        msgspec.structs.replace(one, act="THREATEN", realis=realis) if "canal" in one.evidence.quote else one
        for one in found.statements
    )
    assessment = assess(msgspec.structs.replace(found, statements=threats), PACKS)
    labels = [line.label for one in assessment.sections if one.name == "watch" for line in one.lines]
    assert ("Threat" in labels) is shown
