"""The bottom line hears each side in turn, and closes with the news, the hardest obstacle and the next date."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Assessment, Line
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 9, 1)


def bottom(*texts: str, question: str | None = None) -> list[Line]:
    articles = [
        Article(f"a{at}", f"News of the day\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(3 * at))
        for at, text in enumerate(texts)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    section = next(one for one in assess(dossier, PACKS, question=question).sections if one.name == "bottom_line")
    return list(section.lines)


def test_a_side_that_speaks_little_is_heard() -> None:
    lines = bottom(
        *(
            f"Chile said that Chile would resume talks with Peru in Lima on {topic}."
            for topic in ("fishing quotas", "border crossings", "copper tariffs", "water rights", "port fees", "visas")
        ),
        "Peru said that Peru had suspended the talks with Chile until the end of the year.",
        question="Will Chile and Peru resume talks?",
    )
    assert any("suspended" in line.text for line in lines)


def test_what_was_told_last_stands_in_it(demo_assessment: Assessment) -> None:
    section = next(one for one in demo_assessment.sections if one.name == "bottom_line")
    published = {row.article: row.published for row in demo_assessment.sources if row.published}
    told = [published[one.article] for line in section.lines[:-1] for one in line.evidence if one.article in published]
    assert max(told) >= max(published.values()) - dt.timedelta(1)
