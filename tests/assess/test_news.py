"""What is news at an assessment's date: deeds just done before musings, and nothing that a later day has overtaken."""

import datetime as dt

import pytest

from crosswire.assess import assess, open_desk
from crosswire.assess.judging import judges
from crosswire.assess.news import News
from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DEEDS = ("closed a bridge", "moved a battalion", "freed a patrol", "halted a ferry", "fined a barge", "opened a post")
QUESTION = "Chile and Peru hold talks on the river: what is your most up-to-date assessment?"


def bottom(*told: tuple[str, str]) -> list[str]:
    """Return the bottom line of reports, each a day and its text."""
    articles = [
        Article(f"a{at}", f"News of the day\n\n{text}", outlet=f"Paper {at}", published=dt.date.fromisoformat(day))
        for at, (day, text) in enumerate(told)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    section = next(one for one in assess(dossier, PACKS, question=QUESTION).sections if one.name == "bottom_line")
    return [line.text for line in section.lines]


def test_the_last_deed_leads_and_what_it_overtook_does_not() -> None:
    lines = bottom(
        ("2025-07-02", "Chile and Peru are expected to hold talks on the river today in Lima, officials of both said."),
        ("2025-07-20", "Talks on the river between Chile and Peru were the best hope of peace in years."),
        ("2025-09-10", "Chile and Peru signed an agreement on the river today after talks in Lima."),
    )
    assert "signed an agreement" in lines[0]
    assert not any("expected to hold" in line for line in lines[:2])


def test_what_is_still_to_come_is_news() -> None:
    lines = bottom(
        ("2025-09-01", "Chile closed a bridge on the river today."),
        ("2025-09-02", "Chile and Peru are to hold talks on the river on 9 September, Chile said."),
    )
    assert "9 September" in lines[0]


@pytest.mark.parametrize(("as_of", "worth"), [("2025-09-04", 1.0), ("2025-09-08", 0.25)], ids=["ahead", "past"])
def test_a_day_ahead_of_its_report_is_awaited_whatever_the_words(as_of: str, worth: float) -> None:
    truce = "The truce of Chile and Peru on the river expires on Friday at midnight."
    article = Article("a", f"News\n\n{truce}", outlet="Paper", published=dt.date(2025, 9, 3))
    dossier = weigh([article], [read_article(article, PACKS)], PACKS.outlets)
    (claim,) = dossier.claims
    assert News(open_desk(dossier, PACKS, None, dt.date.fromisoformat(as_of))).standing(claim) == worth


def test_what_the_question_takes_for_granted_stands_in_it_however_old() -> None:
    lines = bottom(
        ("2025-07-02", "Chile and Peru agreed to hold talks on the river, Chile said."),
        *((f"2025-09-1{day}", f"Peru {deed} on the river today.") for day, deed in enumerate(DEEDS)),
    )
    assert any("agreed to hold talks" in line for line in lines)


@pytest.mark.parametrize(
    "sentence",
    [
        "The sight of the two at one table is certainly a marvel.",
        "Despite its flaws, to put it mildly, the outlook for the mission is not wholly dark.",
        "And given all that, hope is in short supply.",
        "If that fails, the governor would be left with nothing.",
        "The truce has been a disaster for the valley.",
        "As hard as it was to win the vote, it will be even harder to keep the seats.",
    ],
)
def test_a_judgement_is_told_from_a_deed(sentence: str) -> None:
    assert judges(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The truce is largely holding in the north.",
        "Talks are to resume on Monday.",
        "Both have been told to leave the valley.",
        "The envoy, who is ill, left the hall.",
        "The truce, agreed on May 8, took effect at midnight.",
        "Three rounds of talks were held in the spring.",
        "Chile wants an end to the fees.",
        "The mission has said it would stay.",
    ],
)
def test_a_deed_is_no_judgement(sentence: str) -> None:
    assert not judges(sentence)
