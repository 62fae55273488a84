"""What was agreed is answered by agreements, those of all that the question names first."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Line
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article
from crosswire.weigh import Vocabulary, weigh

PACKS = load("core", "negotiation")
TEXT = """Talks went on.

Chile agreed on Monday to reopen the port. Chile and Peru agreed on Tuesday to a truce of ten days at the port.

If the port opens, the grain moves, Peru said. Peru had agreed to nothing on the port, its ministry said on Wednesday.
"""


def answer(question: str) -> list[Line]:
    article = Article("a", TEXT, outlet="Lake Post", published=dt.date(2031, 5, 8))
    reading = read_article(article, PACKS, choose_annotator(fast=True))
    vocabulary = Vocabulary(PACKS.issues, PACKS.lexicon, PACKS.ranks)
    told = assess(weigh([article], [reading], PACKS.outlets, vocabulary=vocabulary), PACKS, question=question)
    return [line for one in told.sections if one.name == "answers" for line in one.lines]


def test_what_binds_both_comes_first_and_a_condition_is_no_agreement() -> None:
    lines = answer("What have Chile and Peru agreed on the port?")
    assert lines[0].text.startswith("Chile and Peru agreed on Tuesday")
    assert not any("If the port opens" in line.text or "nothing" in line.text for line in lines)
