"""Two reports of one quarrel, each in its own words: the deed and its denial, the deal and its denial, rival dates."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
SHELLING = "Chile's army shelled the Peruvian town of Tacna on Monday, Peru's defence ministry said."
BORDER = "Chile's foreign minister, Juan Roe, said on Monday that Chile had agreed with Peru to reopen the border."
MEETING = "The two sides will meet again in Lima on 20 June, Chile's foreign ministry said."
BESIDE = (
    "Fishing crews in the bay have waited for weeks. The harvest of grapes began in the valley. Two museums lent each "
    "other paintings. The president of Bolivia flew to Quito for a summit.",
    "Rain is expected over the coast. Copper prices rose by 2 per cent, traders said. Schools in the north reopened "
    "after the holidays. A court in Cusco heard the case of a mine.",
)


def disputes(one: str, other: str) -> set[str]:
    """Return the kinds of the disputes between two reports a day apart; a denial by itself is none."""
    heads = ("Chile and Peru met last week.", "Peru and Chile met last week in Lima.")
    articles = [
        Article(f"a{at}", f"News\n\n{heads[at]}\n\n{text}\n\n{BESIDE[at]}", outlet=f"Paper {at}",
                published=dt.date(2025, 6, 10 + at))
        for at, text in enumerate((one, other))
    ]  # fmt: skip
    found = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).disputes
    return {one.kind for one in found if one.sides[0].claims != one.sides[1].claims}


@pytest.mark.parametrize(
    "denial",
    [
        "Chile's defence ministry denied shelling Tacna.",
        "Chile on Tuesday rejected Peru's accusation that it had shelled Tacna.",
        '"We did not shell Tacna," Chile\'s defence minister, Ana Lund, said.',
        "No Chilean unit fired on Tacna, Chile's defence ministry said.",
        "Chile dismissed as false Peru's claim that its army had shelled Tacna.",
        "Chile said its forces had nothing to do with the shelling of Tacna.",
        "Chile has denied responsibility for the shelling of Tacna.",
        "Chile's army said it had not opened fire on Tacna.",
    ],
)
def test_a_deed_is_denied_in_other_words(denial: str) -> None:
    assert "denial" in disputes(SHELLING, denial)


@pytest.mark.parametrize(
    "other",
    [
        "Chile's defence ministry denied shelling Arica.",
        "Peru's defence ministry denied shelling Tacna.",
        "Chile's defence ministry said its army was ready to leave Tacna.",
    ],
)
def test_another_deed_is_not_what_was_told(other: str) -> None:
    assert "denial" not in disputes(SHELLING, other)


@pytest.mark.parametrize(
    "denial",
    [
        "Peru denied that it had agreed to reopen the border.",
        "There is no agreement with Chile to reopen the border, Peru's president said.",
        "Peru's foreign ministry said no such agreement had been reached with Chile.",
    ],
)
def test_a_deal_is_denied_by_the_side_it_was_made_with(denial: str) -> None:
    assert "denial" in disputes(BORDER, denial)


@pytest.mark.parametrize(
    "other",
    [
        "There is no agreement with Bolivia on fishing, Peru's president said.",
        "Chile's foreign ministry said no such agreement had been needed with Bolivia.",
        "Peru's president said an agreement with Chile on fishing was near.",
    ],
)
def test_another_deal_is_not_the_one_that_was_told(other: str) -> None:
    assert "denial" not in disputes(BORDER, other)


def test_two_sides_name_two_days_for_the_next_meeting() -> None:
    assert "date" in disputes(MEETING, "The next meeting in Lima will be on 27 June, Peru's foreign ministry said.")


@pytest.mark.parametrize(
    "other",
    [
        "The next meeting in Lima will be on 27 June, Chile's foreign ministry said.",
        "The next meeting in Quito will be on 27 June, Peru's foreign ministry said.",
        "Peru's next round of talks with Bolivia will be on 27 June, Peru's foreign ministry said.",
        "The next meeting in Lima will be on 20 June, Peru's foreign ministry said.",
    ],
)
def test_other_meetings_and_new_days_are_no_dispute(other: str) -> None:
    assert "date" not in disputes(MEETING, other)


def test_officials_without_a_name_blame_for_their_states() -> None:
    broke = "Chile broke off the talks in Lima on Monday, Peru's envoy said."
    left = "Peru's delegation walked out of the talks in Lima on Monday, Chile's envoy said."
    assert "attribution" in disputes(broke, left)
    assert "attribution" not in disputes(broke, left.replace("Peru's delegation", "Chile's delegation"))
