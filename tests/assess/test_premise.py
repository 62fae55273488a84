"""What a question takes for granted is held against whose word it is, how near it is, and how new."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
QUESTION = "Chile says it is ready to resume talks with Peru in Lima: what is your most up-to-date assessment?"


def answer(*told: tuple[str, str]) -> list[str]:
    """Return the lines under what the question takes for granted, from reports as days and texts."""
    articles = [
        Article(f"a{at}", f"News of the day\n\n{text}", outlet=f"Paper {at}", published=dt.date.fromisoformat(day))
        for at, (day, text) in enumerate(told)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    sections = assess(dossier, PACKS, question=QUESTION).sections
    section = next((one for one in sections if one.name == "answers"), None)
    return [line.text for line in section.lines] if section else []


def test_the_last_word_of_whom_it_names_comes_first() -> None:
    lines = answer(
        ("2025-07-02", "Chile is ready to resume talks with Peru in Lima, its foreign ministry said."),
        ("2025-07-20", "Peru said it was ready for talks with Chile in Lima on the river."),
        (
            "2025-08-30",
            "The envoys flew home on Friday. A third round is what Chile is ready for, in Lima and soon, and it "
            "hopes that talks resume within a week, Chile said.",
        ),
    )
    assert "third round" in lines[0]
    assert len(lines) == 2


def test_what_only_touches_on_it_is_no_answer() -> None:
    lines = answer(
        ("2025-08-30", "Chile closed a bridge on the river after the flood."),
        ("2025-08-31", "Peru fined a barge of a Chilean firm."),
    )
    assert lines == []
