"""Incidents as general news tells them: a state's own forces without its name, and words that name no incident."""

import datetime as dt

import pytest

from crosswire.model import Article, Breach, Region
from crosswire.packs import load
from crosswire.read import read_article

# What a report says before the sentence that is tested: it is about Peru.
ABOUT = "LIMA - Peru's government met on Tuesday. Peruvian troops hold the north of the country.\n\n"


def read(text: str) -> list[Breach]:
    article = Article("news", text, published=dt.date(2031, 5, 7), regions=(Region(0, len(text), "body"),))
    return list(read_article(article, load("core", "negotiation")).breaches)


def laid(text: str) -> list[tuple[str, str | None]]:
    return [(one.type, one.accused) for one in read(text) if one.answer is None and one.accused]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Security forces opened fire on a march in Oro on Monday, killing four, residents said.", "attack"),
        ("Activists say government forces have been shelling the town of Oro.", "shelling"),
        ("Residents said troops had begun shelling Oro.", "shelling"),
        ("The army raided three villages near Oro on Monday, a witness said.", "attack"),
        ("Two miners were killed by security forces in Oro on Monday.", "attack"),
        ("A house in Oro was hit by army shelling on Monday, activists said.", "shelling"),
        ("The monitors accused the government of breaking the truce on Monday.", "breach"),
        ("Witnesses said Peruvian security personnel had beaten four reporters.", "attack"),
        ("Two people died in Oro on Monday after security forces opened fire on a march, residents said.", "attack"),
        (
            "Residents said troops backed by tanks raided villages on Monday, with people arrested in the north.",
            "attack",
        ),
        ("Most of the dead were in Oro, where the army was said to be shelling the town.", "shelling"),
    ],
    ids=[
        "opened-fire",
        "progressive",
        "began",
        "army",
        "by",
        "nominal",
        "accused",
        "adjective",
        "after",
        "backed",
        "said-to",
    ],
)
def test_a_states_own_forces_go_by_no_name(sentence: str, kind: str) -> None:
    assert laid(ABOUT + sentence) == [(kind, "PER")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebel troops shelled the town of Oro on Monday, residents said.",
        "Army deserters attacked a depot near Oro on Monday, residents said.",
        "Troops loyal to a dismissed general shelled Oro on Monday, residents said.",
        "Government supporters attacked an office in Oro on Monday, residents said.",
        "Gunmen attacked an army base near Oro on Monday, residents said.",
        "A tanker was attacked by pirates off Peru's coast on Monday, shippers said.",
        "Peru's armed opposition attacked a depot on Monday, residents said.",
        "Troops had been sent to Oro and the villagers had seized two officials, a priest said.",
    ],
    ids=["rebels", "deserters", "loyal", "supporters", "suffers", "pirates", "opposition", "another-subject"],
)
def test_others_are_not_the_states_forces(sentence: str) -> None:
    assert laid(ABOUT + sentence) == []


def test_whose_the_army_is_stays_open_where_two_states_are_named_alike() -> None:
    about = (
        "LIMA - Peru and Chile met on Tuesday. Peruvian and Chilean troops face each other, Peru and Chile said.\n\n"
    )
    assert laid(about + "Residents said the army had shelled the town of Oro.") == []


def test_the_sentence_says_in_which_country() -> None:
    assert laid(ABOUT + "In Chile, security forces shot dead two students on Monday.")[0][1] == "CHL"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru accused Chile on Monday of sending attack helicopters to the islands.",
        "Peru accused Chile on Monday of arming rebels who attacked a depot.",
        "Peru accused Chile on Monday of misleading it over the fate of a pilot who was shot.",
        "Two sailors accused of shooting into a Chilean consulate were tried on Monday, police said.",
        "Chile struck a deal with the miners on Monday, residents said.",
        "Chile's minister said on Monday that the threat of a Chilean attack on the port was gone.",
        "Officials said a Chilean fighter jet had landed in Peru on Monday.",
        "Peru shot down a Chilean warplane on Monday, officials said.",
        "Residents said Chilean missile defence batteries would stay.",
        "Chile was plotting to bomb the port, Peru said on Monday.",
        "The School for Advanced Studies in Chile said on Monday that its guests had left.",
        "Two Chilean marines killed on Monday in the north were buried at home, residents said.",
    ],
    ids=[
        "sending-arms", "arming-others", "another-charge", "accused-of", "a-deal-struck", "threat", "landed",
        "shot-down", "defence", "plotting", "part-of-a-name", "befallen",
    ],
)  # fmt: skip
def test_words_that_lay_no_incident_at_chiles_door(sentence: str) -> None:
    assert "CHL" not in [accused for _, accused in laid(sentence)]


def test_to_own_up_to_anothers_deed_is_no_admission() -> None:
    found = read("The Peruvian ministry acknowledged on Monday that Chile had shelled the port with gunships.")
    assert [(one.answer, one.accused) for one in found if one.answer] == []


def test_the_dead_of_months_are_no_toll_of_one_incident() -> None:
    found = read("Chile shelled the port again on Monday; 900 people have been killed since the war began, aides said.")
    assert [one.killed for one in found if one.accused == "CHL"] == [None]


def test_shelling_from_a_state_is_laid_at_its_door() -> None:
    assert ("shelling", "CHL") in laid("Residents said there was shelling from Chile into the valley on Monday.")


def test_an_activist_speaks_for_no_state() -> None:
    text = (
        "The Peruvian activist Ana Roe said Peruvian troops had shelled the town of Oro on Monday, killing two people."
    )
    assert [one.private for one in read(ABOUT + text) if one.type == "shelling"] == [True]


def test_a_body_against_the_state_is_not_that_state() -> None:
    found = read(ABOUT + "The Free Peruvian Army attacked a depot near Oro on Monday, residents said.")
    assert [(one.accused, one.apart) for one in found if one.accused] == [("free-peruvian-army", True)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Chile blames Peruvian guns on the cape.", [("shelling", "PER")]),
        ("Chile's foreign minister blamed Peruvian rocket artillery on the cape.", [("shelling", "PER")]),
        ("Chile said Peru had moved its guns to the cape.", []),
    ],
)
def test_arms_that_are_blamed_are_not_idle(sentence: str, found: list[tuple[str, str]]) -> None:
    assert laid(ABOUT + sentence) == found


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "Chile's envoys met. The Peruvian regime denied it. The regime shelled the port of Arica, killing two.",
            "PER",
        ),
        ("Chile met Peru. Chile waited. Chile is calm. The regime shelled the port of Arica, killing two.", "CHL"),
    ],
    ids=["called-so-before", "the-country-it-is-about"],
)
def test_the_regime_is_the_side_last_called_one(text: str, accused: str) -> None:
    assert [one.accused for one in read(text) if one.type == "shelling"] == [accused]


@pytest.mark.parametrize(
    ("body", "accused"),
    [("the Harbour Workers' Union", "harbour-workers-union"), ("the Harbour Works Company", None)],
)
def test_pickets_are_the_union_s(body: str, accused: str | None) -> None:
    text = f"The strike by {body} went on. Manager Ana Roe accused pickets of throwing stones and attacking a driver."
    assert [one.accused for one in read(text) if one.answer is None] == [accused]


@pytest.mark.parametrize(
    "text",
    [
        "Chile said Ann Roe was kidnapped by gunmen wearing Peruvian army uniforms.",
        "Chile said that Peru's history of kidnapping and abuse made the charge credible.",
        "The United Nations says 400 people have been killed by security forces since the start of the mission.",
    ],
    ids=["what-gunmen-wear", "a-history-of-deeds", "a-running-count"],
)
def test_what_lays_no_deed_at_a_door_is_no_incident(text: str) -> None:
    assert not laid(text)


def test_who_is_named_by_rank_is_still_accused() -> None:
    assert [kind for kind, _ in laid("Chile said Ann Roe was abducted by Peruvian soldiers.")] == ["seizure"]
