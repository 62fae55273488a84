"""An official statement is its issuer's word, a state's full form the state; a paragraph starts after its number."""

import datetime as dt

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import choose_annotator
from crosswire.sources.build import build_article

PACKS = load("core")
REST = (
    "The redeployment of forces should proceed in phases.\n\nThe allegation that they crossed the line is rejected."
    "\n\nDelegations of both countries will meet in Vienna again, and Norway is to open the talks there.\n\n"
    "Norway says that the talks are of use to everybody who lives on the border between the two."
)


def read(text: str, title: str, outlet: str | None = None) -> tuple[Article, Reading]:
    day = dt.date(2031, 5, 4)
    article = build_article(
        text, location="a.txt", outlets=(), title=title, outlet=outlet, published=day, genre="statement"
    )
    assert isinstance(article, Article)
    return article, choose_annotator(fast=True).annotate(article, PACKS)


def speakers(article: Article, reading: Reading) -> dict[str, str | None]:
    return {one.contents[0].of(article.text): one.speaker for one in reading.attributions}


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("", "Ministry of Foreign Affairs of Iceland"),
        ("", "FEDERAL DEMOCRATIC REPUBLIC OF ICELAND"),
        ("", "Iceland Ministry of Information"),
        ("Ministry of Finance\nRepublic of Iceland\n\n", None),
    ],
)
def test_what_a_ministry_says_in_the_third_person_is_its_word(head: str, outlet: str | None) -> None:
    said = speakers(*read(f"{head}On the border\n\n{REST}", "On the border", outlet))
    assert said["The redeployment of forces should proceed in phases."] == "ISL"
    assert said["The allegation that they crossed the line is rejected."] == "ISL"
    assert not any(words.startswith("Delegations of both") for words in said)


def test_what_two_agree_is_told_and_nobodys_claim() -> None:
    text = f"On the border\n\nThe following was agreed in Vienna by the two sides.\n\n{REST}"
    said = speakers(*read(text, "On the border", "Ministry of Foreign Affairs of Iceland"))
    assert "The redeployment of forces should proceed in phases." not in said


def test_what_an_issuer_tells_of_the_past_stays_narrated() -> None:
    text = f"On the border\n\nThe minister received the envoy in the morning and heard his report.\n\n{REST}"
    said = speakers(*read(text, "On the border", "Ministry of Foreign Affairs of Iceland"))
    assert "The minister received the envoy in the morning and heard his report." not in said


def test_a_title_names_its_issuer() -> None:
    title = "Statement of the Nordic Border Council on the border"
    article, reading = read(f"{title}\n\n{REST}\n\nThe Nordic Border Council will meet again in May.", title)
    said = speakers(article, reading)["The redeployment of forces should proceed in phases."]
    assert said is not None
    assert next(one.name for one in reading.actors if one.id == said).startswith("Nordic Border Council")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("The Government of Iceland said it would wait.", "Government of Iceland"),
        ("The State of Qatar said it would wait.", "State of Qatar"),
        ("The Federal Democratic Republic of Ethiopia said it would wait.", "Federal Democratic Republic of Ethiopia"),
        ("The president of the Republic of Iceland said it would wait.", "Iceland"),
        ("The Bank of Iceland said it would wait.", None),
    ],
)
def test_a_states_full_form_is_the_state(words: str, whole: str | None) -> None:
    article, reading = read(f"On the border\n\n{words}\n\n{REST}", "On the border")
    found = [one.span.of(article.text) for one in reading.mentions if one.actor in ("ISL", "QAT", "ETH")]
    assert (found[:1] == [whole]) if whole else found[:1] != ["Bank of Iceland"]


@pytest.mark.parametrize("mark", ["1. ", "(a) ", "12. ", "iv) "])
def test_a_numbered_paragraph_starts_after_its_number(mark: str) -> None:
    article, reading = read(f"On the border\n\n{mark}The envoys will meet again.\n\n{REST}", "On the border")
    assert "The envoys will meet again." in [one.of(article.text) for one in reading.sentences]


@pytest.mark.parametrize("opening", ["A. Lind will meet them again.", "3 envoys will meet them again."])
def test_an_initial_or_a_figure_numbers_nothing(opening: str) -> None:
    article, reading = read(f"On the border\n\n{opening}\n\n{REST}", "On the border")
    assert opening in [one.of(article.text) for one in reading.sentences]
