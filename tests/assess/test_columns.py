"""What a columnist says that somebody says is the columnist's reading: it is no claim of that side's."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.model import Article, Genre
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


@pytest.mark.parametrize(("genre", "shown"), [("news", True), ("opinion", False)])
def test_a_columnist_s_account_of_a_side_is_not_its_word(genre: Genre, shown: bool) -> None:
    day = dt.date(2025, 9, 24)
    article = Article(
        "a",
        "News of the day\n\nEvery few weeks Norway announces that Norway is ready to resume talks with Egypt.",
        outlet="Paper",
        published=day,
        genre=genre,
    )
    plain = Article("b", "More news\n\nEgypt's minister said Egypt wanted a truce.", outlet="Post", published=day)
    dossier = weigh([article, plain], [read_article(one, PACKS) for one in (article, plain)], PACKS.outlets)
    listed = ("bottom_line", "single_origin", "watch")
    words = [line.text for one in assess(dossier, PACKS).sections if one.name in listed for line in one.lines]
    assert any("Every few weeks" in text for text in words) is shown
