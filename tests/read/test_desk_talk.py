"""What tells of talks besides plain verbs: leads of quotes, letters, short names, and what follows a charge."""

import datetime as dt

import pytest

from crosswire.model import Article, Reading, Region
from crosswire.packs import PackActor, Packs, load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def read(text: str, packs: Packs = PACKS) -> Reading:
    region = Region(0, len(text), "body")
    return read_article(Article("a", text, published=dt.date(2031, 5, 3), regions=(region,)), packs)


def stands(text: str, packs: Packs = PACKS) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.act, one.agent, one.issues) for one in read(text, packs=packs).moves]


def with_actors(*actors: PackActor) -> Packs:
    import msgspec

    return msgspec.structs.replace(PACKS, actors=(*PACKS.actors, *actors), digest="desk" + str(len(actors)))


LEE = PackActor("lee", "Ana Lee", "person", party="league")
LEAGUE = PackActor("league", "Civic League", "body", party="league", aliases=("the League",), nouns=("union",))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('10:40 Party leader Ana Lee, on the steps: "We want a truce and we want it this year."', "lee"),
        ('Ana Lee beside the poster of Paul Kerr: "We want a truce this year."', None),
        ('A picture of Ana Lee at the door: "Vote for a truce this year."', None),
        ('Ana Lee has one aim: "peace" and nothing else.', None),
    ],
    ids=["name-aside-colon", "two-people", "named-after-a-preposition", "a-verb-stands-before-the-colon"],
)
def test_a_quote_may_follow_a_name_and_a_colon(text: str, speaker: str | None) -> None:
    said = [one.speaker for one in read(text, packs=with_actors(LEE, LEAGUE)).statements if one.mode == "direct"]
    assert said == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    "text",
    ["The League refuses a truce.", "The League, he said, was late. Peru says the League refuses a truce."],
    ids=["opens-the-sentence", "inside"],
)
def test_a_short_name_with_the_article_is_the_body(text: str) -> None:
    found = stands(f"{text}", with_actors(LEE, LEAGUE))
    assert ("REJECT", "league", ("ceasefire",)) in found


def test_the_same_noun_without_a_capital_is_nobody() -> None:
    assert all(agent != "league" for _, agent, _ in stands("The league table refuses a truce.", with_actors(LEAGUE)))


def test_who_signs_a_letter_says_we_in_it() -> None:
    text = "Dear members,\n\nWe reject a truce.\n\nThe talks go on.\n\nAna Lee"
    assert [one.agent for one in read(text, packs=with_actors(LEE, LEAGUE)).moves if one.act == "REJECT"] == ["lee"]


def test_a_report_that_ends_on_a_name_is_no_letter() -> None:
    text = "The talks went on.\n\nWe reject a truce.\n\nThe hall was full.\n\nAna Lee"
    assert not [one for one in read(text, packs=with_actors(LEE, LEAGUE)).moves if one.agent == "lee"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru would attack again unless the truce held, it said.", []),
        ("Peru said it would accept a truce only if Chile withdrew.", ["CONDITION"]),
        ("Peru could agree to a truce of ten days.", ["OFFER"]),
        ("Peru will not accept a truce.", ["REJECT"]),
        ("Peru did not accept a truce.", ["REJECT"]),
        ("Peru will not accept a truce, now or ever.", ["RED_LINE"]),
        ("The two sides confirmed that the truce would hold until May.", ["AGREE_JOINT"]),
        ("Peru confirmed that the truce would hold until May.", []),
        ("They accepted the truce.", []),
    ],
    ids=[
        "threat",
        "condition",
        "could",
        "will-not",
        "did-not",
        "ever",
        "both-confirm",
        "one-confirms",
        "they-are-not-both",
    ],
)
def test_what_stand_a_clause_takes(text: str, found: list[str]) -> None:
    read_as = [act for act, _, issues in stands(f"Peru and Chile met. {text}") if "ceasefire" in issues]
    assert read_as == found


def test_no_x_no_y_hangs_the_second_on_the_first() -> None:
    found = stands('"No amnesty, no ceasefire," Peru said in a statement.')
    assert found == [("CONDITION", "PER", ("ceasefire",))]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Peru accused Chile of firing on a tug off Port Ayre on Monday.", "Port Ayre"),
        ("Peru accused Chile of shelling a market in the village of Tolle on Monday.", "Tolle"),
        ("Peru accused Chile of shelling its posts on Monday.", None),
        ("Peru accused Chile of shelling its posts in May.", None),
    ],
    ids=["off", "village-of", "none", "a-month-is-no-place"],
)
def test_a_place_that_no_list_knows(text: str, site: str | None) -> None:
    assert [one.site or one.place for one in read(text).breaches] in ([site], [site and site.lower()])


def test_the_toll_after_a_charge_is_of_its_incident() -> None:
    found = read("Peru accused Chile of shelling Tolle on Monday. Two crewmen were hurt.").breaches
    assert [one.wounded.low for one in found if one.wounded] == [2]
    assert {one.day.first for one in found if one.day} == {dt.date(2031, 4, 28)}


def test_nobody_hurt_is_no_toll() -> None:
    found = read("Peru accused Chile of shelling Tolle on Monday. Nobody was hurt.").breaches
    assert not [one for one in found if one.wounded or one.killed]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("Chile calls it a lie from start to finish.", "denied"), ("Chile apologised for the raid.", "admitted")],
    ids=["denied", "admitted"],
)
def test_what_the_accused_says_after_a_charge(answer: str, kind: str) -> None:
    found = read(f"Peru accused Chile of shelling the town of Tolle on Monday. {answer}").breaches
    assert kind in [one.answer for one in found if one.accused == "CHL"]


def test_talks_that_break_up_are_no_breach() -> None:
    assert not read("Talks of Peru and Chile broke up on Monday, Peru said.").breaches


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ('"We will publish the list on 20 May," said Ana Lee.', ["publish"]),
        ('"We will strike the port on 20 May," said Ana Lee.', []),
        ('"We will meet again on 20 May," said Ana Lee.', []),
        ('"We will publish the list one day," said Ana Lee.', []),
    ],
    ids=["dated", "threat", "meeting", "no-day"],
)
def test_a_dated_promise_in_the_first_person(text: str, deeds: list[str]) -> None:
    found = read(text, packs=with_actors(LEE, LEAGUE)).pledges
    assert [one.deed for one in found if one.kind == "made"] == deeds
