"""One agreement, and what each side does by it."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

DAY = dt.date(2031, 11, 16)


def pledges(text: str) -> list[tuple[str, tuple[str, ...]]]:
    article = Article("a", text, published=DAY)
    return [(one.deed, one.by) for one in read_article(article, load("core", "negotiation")).pledges]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Peru and Chile met. The two parties have agreed that Peru will withdraw its forces from Arica within "
            "seven days and that Chile will release 300 detainees by 25 November.",
            [("withdraw", ("PER",)), ("release", ("CHL",))],
        ),
        (
            "Peru and Chile agreed that Chile would release 300 detainees by 25 November.",
            [("release", ("CHL",))],
        ),
        (
            "Peru and Chile have agreed to withdraw their forces from Arica within seven days.",
            [("withdraw", ("PER", "CHL"))],
        ),
        ("Peru agreed that the weather would be bad on Monday.", []),
    ],
    ids=["each-its-own", "one-sides", "both-the-same", "nobodys-deed"],
)
def test_each_side_is_bound_by_its_own_clause(text: str, made: list[tuple[str, tuple[str, ...]]]) -> None:
    assert pledges(text) == made


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Under the accord signed in Lima in June 2030, Peru undertook to release 50 prisoners within 90 days.", None),
        ("Peru has not freed the 50 prisoners that it agreed to release within 30 days.", None),
        ("Peru agreed on Monday to release 50 prisoners within 30 days.", dt.date(2031, 12, 16)),
    ],
    ids=["an-old-accord", "not-done", "of-today"],
)
def test_within_some_days_runs_from_when_it_was_agreed(text: str, due: dt.date | None) -> None:
    article = Article("a", text, published=DAY)
    made = [one for one in read_article(article, load("core", "negotiation")).pledges if one.kind == "made"]
    assert [one.due.last if one.due else None for one in made] == [due]
