"""What came of promises, and what one side does not bear out, as answers."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Line
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation", "trade")
EARLY = """Talks end.

Peru agreed on Monday to lift its embargo on Chilean copper. Chile agreed to buy 2 million tonnes of Peruvian maize.

The minister of Peru told reporters that the sum was settled. Chile has not confirmed the amount of maize.
"""
LATE = """Embargo ends.

Peru lifted its embargo on Chilean copper on Friday, customs officers said.

Traders said that Chile had so far bought less than a tenth of the maize it promised, and that prices had fallen.
"""


def answers(question: str) -> list[Line]:
    dated = ((EARLY, dt.date(2031, 3, 4)), (LATE, dt.date(2031, 5, 5)))
    found = [Article(f"a{n}", text, outlet=f"Paper {n}", published=day) for n, (text, day) in enumerate(dated)]
    dossier = weigh(found, [read_article(one, PACKS) for one in found], PACKS.outlets, (), (), vocabulary_of(PACKS))
    written = assess(dossier, PACKS, question=question, as_of=None, version="0")
    section = next((one for one in written.sections if one.name == "answers"), None)
    return list(section.lines) if section else []


def test_what_was_delivered_is_answered_by_the_ledger() -> None:
    lines = answers("What has Peru promised and what has it delivered?")
    (head,) = [one for one in lines if one.label and one.label.startswith("What has it delivered?")]
    assert "fulfilled" in (head.label or "")
    assert head.text.startswith("Peru lifted its embargo")
    assert not any("maize" in one.text for one in lines[lines.index(head) :])  # that is Chile's promise


def test_a_part_of_what_was_promised_is_an_answer() -> None:
    assert any("tenth of the maize" in one.text for one in answers("Has Chile kept its promises on maize?"))


def test_what_a_side_has_not_confirmed_is_where_they_differ() -> None:
    texts = [one.text for one in answers("Where do Peru and Chile still disagree over maize?")]
    assert texts == ["Chile has not confirmed the amount of maize."]
