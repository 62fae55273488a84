"""Whose page it is by the views that it disowns, and its day by the end of its title or byline."""

import datetime as dt

import pytest

from crosswire.sources.pasted import read_page

BODY = "The two sides met on Monday in Port Vell, officials of both said, and parted without a word to reporters."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The views expressed by contributors are their own and not the view of The Vell Post", "The Vell Post"),
        ("The views expressed here do not necessarily reflect Vell Today's editorial stance.", "Vell Today"),
        ("The views expressed in this article are the author's own.", None),
    ],
)
def test_who_disowns_views_publishes_them(line: str, outlet: str | None) -> None:
    page = read_page(f"Talks are a trap\nby Ada Lind\n{line}\n{BODY}\n{BODY}\nCopyright 2031 Vell Media Inc.")
    assert page.outlet == (outlet or "Vell Media")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Talks are a trap\nby Ada Lind, opinion contributor - 11/14/31 9:00 AM ET", dt.date(2031, 11, 14)),
        ("The Vell Strait Campaign Assessment, November 12, 2031\nVell Institute", dt.date(2031, 11, 12)),
        ("Talks: a summary (generated 20 November 2031)\nSummary", dt.date(2031, 11, 20)),
        ("Talks of 20 November 2031 in danger\nSummary", None),
    ],
)
def test_the_day_ends_byline_or_title(head: str, day: dt.date | None) -> None:
    assert read_page(f"{head}\n{BODY}\n{BODY}").published == day
