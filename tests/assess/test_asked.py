"""A question's words and the reports': who won is told by who was declared the winner, and by nothing else."""

import datetime as dt

from crosswire.assess import assess
from crosswire.assess.asked import alike
from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load()
REPORT = """Peru's electoral commission declared Ana Roe the winner of the presidential election on Monday.

Police in Lima opened fire on a crowd before the presidential election, the mayor said, and nine people were wounded.
"""


def answers(question: str) -> list[str]:
    article = Article("a", REPORT, outlet="Paper", published=dt.date(2031, 3, 3), language="en")
    dossier = weigh((article,), (read_article(article, PACKS),), PACKS.outlets, (), (), vocabulary_of(PACKS))
    written = assess(dossier, PACKS, question=question, as_of=None, version="0")
    section = next((one for one in written.sections if one.name == "answers"), None)
    return [line.text for line in section.lines] if section else []


def test_the_winner_answers_who_won() -> None:
    found = answers("Who won the presidential election?")
    assert len(found) == 1
    assert "winner" in found[0]


def test_words_without_kin_stand_for_themselves() -> None:
    assert alike("harbour") == frozenset({"harbour"})
