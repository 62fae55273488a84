"""The table of positions stands without rounds too, and a question on obstacles has an answer without a clash."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Assessment, Section
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article
from crosswire.weigh import Vocabulary, weigh

PACKS = load("core", "negotiation", "coalition")
TEXT = """Talks on a government went on.

NRU leader Anna Roe rejected a minority cabinet. The NRU demands a wealth tax.

PX20 leader Carl Moss said his party would never accept a wealth tax. PX20 wants a minority cabinet.
"""


def assessed(question: str) -> Assessment:
    article = Article("a", TEXT, outlet="Lake Post", published=dt.date(2031, 5, 7))
    reading = read_article(article, PACKS, choose_annotator(fast=True))
    vocabulary = Vocabulary(PACKS.issues, PACKS.lexicon, PACKS.ranks)
    return assess(weigh([article], [reading], PACKS.outlets, vocabulary=vocabulary), PACKS, question=question)


def section(name: str, question: str) -> Section:
    return next(one for one in assessed(question).sections if one.name == name)


def test_without_rounds_the_table_has_one_column() -> None:
    grid = section("positions", "Who wants what?").grid
    assert grid is not None
    assert grid.columns == ("So far",)
    told = {row.heads: [entry.text for entry in row.cells[0]] for row in grid.rows}
    assert told["taxes and the budget", "NRU"] == ["demand"]
    assert told["taxes and the budget", "PX20"] == ["red line"]
    assert told["taxes and the budget", "between NRU and PX20"] == ["opposed"]


def test_what_keeps_them_apart_is_answered_by_the_clash() -> None:
    lines = section("answers", "What keeps the parties apart?").lines
    assert lines[0].label is not None
    assert lines[0].label.startswith("What keeps the parties apart? ")
