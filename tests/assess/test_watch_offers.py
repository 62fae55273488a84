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
    found = weighed("Egypt's president said Egypt would close the canal to ships of Norway.")
    threats = tuple(
        msgspec.structs.replace(one, act="THREATEN", realis=realis) if "canal" in one.evidence.quote else one
        for one in found.statements
    )
    assessment = assess(msgspec.structs.replace(found, statements=threats), PACKS)
    labels = [line.label for one in assessment.sections if one.name == "watch" for line in one.lines]
    assert ("Threat" in labels) is shown


def test_what_is_expected_on_a_day_to_come_is_watched() -> None:
    found = watched("Peru expects monitors of the lake force to deploy in Norway in mid-January, two diplomats said.")
    assert any(label.startswith("Expected, 11") and "expects monitors" in text for label, text in found)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("because of the shelling of the quay", False),
        ("if the shelling of the quay stopped", True),
    ],
)
def test_a_condition_has_words_that_make_one(words: str, shown: bool) -> None:
    found = weighed(f"Egypt's president said Egypt would open the canal to ships of Norway {words}.")
    hanging = tuple(
        msgspec.structs.replace(one, act="ACCESS", realis="conditional") if "canal" in one.evidence.quote else one
        for one in found.statements
    )
    assessment = assess(msgspec.structs.replace(found, statements=hanging), PACKS)
    labels = [line.label for one in assessment.sections if one.name == "watch" for line in one.lines]
    assert ("Condition" in labels) is shown


def test_a_figure_of_one_report_does_not_quarrel_with_its_own() -> None:
    text = (
        "Egypt's president met Peru's on Wednesday, hours after a missile attack killed at least 26 people in the "
        "western town of Aswan.\n\n"
        "Nineteen people died in the fire when two blocks of flats were hit, Interior Minister Omar Said said."
    )
    assert not [one for one in weighed(text).disputes if one.kind == "figure"]


def test_what_was_counted_since_a_day_did_not_happen_on_it() -> None:
    day = dt.date(2025, 9, 10)
    found = weighed("Egypt said Norway had committed 97 violations of the ceasefire since 10 September 2025.")
    assert not [one for one in found.timeline if one.when.first == day]


@pytest.mark.parametrize(("who", "shown"), [("Egypt", True), ("Bolivia", False)])
def test_on_what_another_would_act_is_an_onlookers_reading(who: str, shown: bool) -> None:
    told = f"Norway wants the canal opened. Norway will return prisoners only if the canal is opened, {who} said."
    found = watched("Egypt demands the return of all prisoners held in Norway.", told)
    assert any(label == "Condition" for label, _ in found) == shown
