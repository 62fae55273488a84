"""Whether a truce holds is answered by the last word of each voice on its keeping, and not by the word "hold"."""

import datetime as dt

from crosswire.assess import assess
from crosswire.assess.parts import question_parts
from crosswire.model import Article, Line
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
REPORTS = (
    ("2025-07-02", "Chile said on Wednesday that Peru had violated the truce twice since Monday."),
    ("2025-07-20", "Chile's president will hold a meeting on the truce with ministers next week."),
    ("2025-07-21", "Peru said on Monday that its army was respecting the truce on the whole river."),
    ("2025-07-22", "Observers said on Tuesday that the truce had largely held, despite two shots at a ferry."),
)


def answers(question: str) -> list[Line]:
    articles = [
        Article(f"a{at}", f"News of the day\n\n{text}", outlet=f"Paper {at}", published=dt.date.fromisoformat(day))
        for at, (day, text) in enumerate(REPORTS)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    sections = assess(dossier, PACKS, question=question).sections
    return [line for section in sections if section.name == "answers" for line in section.lines]


def test_the_last_word_of_each_voice_comes_first() -> None:
    lines = [line.text for line in answers("Is the truce between Chile and Peru holding?")]
    assert "largely held" in lines[0]
    assert any("respecting the truce" in line for line in lines)
    assert not any("hold a meeting" in line for line in lines)


def test_it_is_what_was_concluded_that_holds() -> None:
    def asks(question: str) -> list[str]:
        return [part.ask for part in question_parts(question)]

    assert asks("Is the ceasefire still holding?") == ["holding"]
    assert asks("Chile and Peru have a deal: is it being respected?")[-1] == "holding"
    assert asks("Is Arica held by the rebels?") == ["whether"]
    assert asks("Are they holding talks?") == ["whether"]
