"""The tag that ends a digest's sentence before its stop is a credit, and no part of the line."""

import datetime as dt

import pytest

from crosswire.assess.desk import Desk
from crosswire.assess.plan import Plan
from crosswire.assess.wording import word
from crosswire.model import Article, Span
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.text.closing_tags import closing_tag
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 5, 2)


def shown(sentence: str, genre: str = "news") -> str | None:
    article = Article("a", sentence, outlet="Harbour Post", published=DAY, genre=genre)  # type: ignore[arg-type]
    reading = read_article(article, PACKS)
    desk = Desk(weigh([article], [reading], PACKS.outlets), Plan(None), PACKS, DAY)
    worded = word(desk, desk.dossier.statements[0])
    return worded.text if worded else None


@pytest.mark.parametrize(
    ("tag", "genre"),
    [
        (" (Reuters+3)", "news"),
        (" [Reuters]", "news"),
        (" (AFP, dpa)", "news"),
        (" (via TASS)", "news"),
        (" (Reuters +2; AFP)", "news"),
        (" (Harbour Post)", "news"),
        (" (Northwire+3)", "summary"),
    ],
)
def test_a_tag_before_the_stop_is_taken_off(tag: str, genre: str) -> None:
    told = "Norway has reopened the port of Halden to Egyptian ships"
    assert shown(f"{told}{tag}.", genre) == f"{told}."


@pytest.mark.parametrize(
    "aside",
    [
        " (and close its border)",
        " (2024)",
        " (Halden)",
        " (Northwire)",
        " (OPEC+1)",
        " (Reuters photographs show it)",
    ],
)
def test_another_aside_stays(aside: str) -> None:
    told = f"Norway has reopened the port of Halden to Egyptian ships{aside}."
    assert shown(told) == told


def test_a_tag_names_whom_the_digest_read() -> None:
    text = "Norway will reopen the port of Halden in June (Reuters+3)."
    found = read_article(Article("a", text, outlet="Morning Digest"), PACKS).credits
    assert [(one.outlet, one.how) for one in found] == [("reuters", "cites")]


def test_a_tag_closes_its_sentence() -> None:
    text = "Norway (Reuters+3) will reopen the port."
    assert closing_tag(text, Span(0, len(text))) is None
