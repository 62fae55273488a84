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
