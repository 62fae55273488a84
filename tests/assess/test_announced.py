"""A threat is of harm that its speaker can do, a promise of a deed of his own, a condition somebody's word."""

import datetime as dt

import msgspec
import pytest

from crosswire.assess import assess
from crosswire.assess.announced import is_condition, is_promise, is_threat
from crosswire.model import Article, Realis, Statement
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def said(text: str, act: str, realis: Realis = "future") -> Statement:
    """Read one sentence; what act it is and whether it lies ahead are given."""
    read = read_article(Article("a", f"Talks in Lima.\n\nEnvoys met.\n\n{text}"), PACKS).statements
    found = next(one for one in read if one.evidence.quote.strip() in text and "Envoys" not in one.evidence.quote)
    return msgspec.structs.replace(found, act=act, realis=realis, negated=False, opinion=False)


@pytest.mark.parametrize(
    "text",
    [
        "Norway threatened to close the strait to tankers.",
        "Norway said it would retaliate if its ships were searched.",
        'Norway told Egypt it will "regret" the new duties.',
        "Norway's president warned that intruders would be met with an iron fist.",
        '"If they come back, the lists will stay in my desk," Norway\'s minister said.',
        "Egypt's minister warned that he would not wait past June for the ships.",
        "Egypt's minister warned that he would suspend the ferry unless the fees were paid.",
    ],
)
def test_harm_that_its_speaker_can_do_is_a_threat(text: str) -> None:
    assert is_threat(said(text, "THREATEN"))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister warned that Egypt may slide into civil war.",
        "Norway warned of the danger of a wider war.",
        "Norway's minister was called a coward and threatened with being thrown off the pier.",
        "Norway's minister said the election would go ahead.",
        "Norway's envoy warned that Egypt could finish the dam within three years.",
        "Norway warned against the grave consequences of a return to war.",
        "A slump is threatening to leave the museums empty.",
        "The deal will make the position of Egypt more difficult.",
        "Norway's minister, who has threatened to bring down the cabinet, met the families of the crew.",
        '"If Norway wanted to close the strait, we would be brave enough to say so," Norway\'s minister said.',
    ],
)
def test_a_forecast_a_figure_of_speech_and_an_aside_are_no_threat(text: str) -> None:
    assert not is_threat(said(text, "THREATEN"))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister promised to pay the crews in hard currency.",
        "Egypt said it would host a conference of donors in Cairo.",
        "Norway's president pledged that the wages would be paid in June.",
    ],
)
def test_a_deed_of_ones_own_is_a_promise(text: str) -> None:
    assert is_promise(said(text, "PROMISE"))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister said that the president of Egypt will remain in the palace.",
        "The rector will take office on Thursday under the terms of the deal.",
        '"We will urge them to see this as a chance," Norway\'s minister said.',
        "Norway's minister wants it written down, as it was in the deal under which Egypt promised to buy ships.",
        "None of the candidates promise to be a better choice for Egypt.",
        'Norway\'s president promised that the navy would "respond strongly to any threat".',
        'Norway\'s president promised that "not one inch" of the island would be given up.',
        "Despite repeated pledges from Norway's minister that the guards would leave, they stay at the lock.",
    ],
)
def test_what_others_do_what_is_asked_and_what_is_told_beside_the_matter_are_no_promise(text: str) -> None:
    assert not is_promise(said(text, "PROMISE"))


def test_a_vow_to_fight_is_no_promise_to_wait_for() -> None:
    vow = said("Norway's president vowed to fight the charges until the end.", "PROMISE")
    assert is_promise(vow)
    assert not is_promise(vow, PACKS.words("pledge-threats"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway says it will return to the table if the blockade ends.", True),
        ("Norway's minister said talks could resume only after the blockade had ended.", True),
        ("Norway had to let the editor go free, even if it held him for a day.", False),
        ("The minister will attend the talks, which are seen as crucial if a decline is to be averted.", False),
        ("Norway's minister recalled that Norway had offered to send ships if both agreed.", False),
        ('"If that is approved, we will carry it out," Norway\'s minister said.', False),
        ("The resolution calls for searches if a link to the programme is suspected.", False),
    ],
)
def test_a_condition_is_somebodys_word_and_says_on_what(text: str, found: bool) -> None:
    assert is_condition(said(text, "CONDITION", "conditional"), dated=False) is found


def watched(*texts: tuple[dt.date | None, str]) -> list[str]:
    """Return the words of what is to be watched in reports of some days."""
    articles = [
        Article(f"a{at}", f"News of the day {at}.\n\n{text}", outlet=f"Wire {at}", published=day)
        for at, (day, text) in enumerate(texts)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    found = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    section = next((one for one in assess(found, PACKS).sections if one.name == "watch"), None)
    return [line.text for line in section.lines] if section else []


THREAT = "Norway threatened to close the strait to tankers of Egypt."
LATER = (
    (dt.date(2025, 5, 20), "Envoys of Norway and Egypt met in Lima on Monday."),
    (dt.date(2025, 5, 24), "Egypt's minister flew home from Lima on Friday."),
)


def test_a_threat_before_much_else_stands_open_no_more_unless_it_is_repeated() -> None:
    assert THREAT not in watched((dt.date(2025, 5, 2), THREAT), *LATER)
    assert THREAT in watched((dt.date(2025, 5, 2), THREAT), *LATER, (dt.date(2025, 5, 25), THREAT))
    assert THREAT in watched((dt.date(2025, 5, 20), THREAT), *LATER)


def test_a_threat_without_a_date_stands_open_only_where_nothing_has_one() -> None:
    assert THREAT not in watched((None, THREAT), *LATER)
    assert THREAT in watched((None, THREAT))


def test_the_day_of_a_next_step_named_by_the_way_is_watched() -> None:
    text = "The council would not make any decision about Norway until after the board meets again on June 6."
    assert any("June 6" in one for one in watched((dt.date(2025, 5, 20), f"Norway wrote to the council. {text}")))


def test_what_was_to_come_within_a_term_that_ran_out_is_not_watched() -> None:
    text = "Norway said it would return to Lima by 31 May if the blockade ended."
    later = (dt.date(2025, 6, 2), "Envoys of Norway and Egypt met in Lima on Monday.")
    assert text in watched((dt.date(2025, 5, 28), text))
    assert text not in watched((dt.date(2025, 5, 28), text), later)
