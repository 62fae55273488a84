"""Figures that stand beside another one: measured against it, dealt out over places, spread between two ends."""

import pytest

from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.figures import find_figures

PACKS = load("core")


def figures(text: str) -> list[tuple[float | None, float | None, str | None, str]]:
    found = find_figures(text, [Span(0, len(text))], PACKS)
    return [(one.low, one.high, one.unit, one.qualifier) for one in found]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She has 520 delegates compared with 39 who back him.", 39),
        ("The toll was 19, against an early estimate of three.", 3),
        ("Her lead is bigger: 1,630 to Sandor's 870.", 870),
        ("Ardia has 568 billionaires to Colmar's 535.", 535),
        ("They want to increase the monitors from a handful to 300.", 300),
        ("The news brings the overall tally of cases in the port to 27.", 27),
        ("There are now 23 cases in Ardia and four in Colmar, the ministry said.", 4),
        ("Four adults fell ill abroad - three in Ardia, one in Colmar.", 3),
        ("They traded 115 men for 90.", 90),
        ("It freed 52 of them on Monday and the rest, 31, on Tuesday.", 31),
        ("Raids fell from 60 a week to 30.", 30),
        ("The party, with 44 seats, is nine short of a majority.", 9),
        ("It has the second-highest number of delegates, 247, after Ardia.", 247),
    ],
    ids=[
        "compared-with",
        "against-an-estimate",
        "to-somebody-s",
        "noun-before",
        "from-a-handful",
        "tally-of-something",
        "here-and-there",
        "dealt-out",
        "traded-for",
        "the-rest",
        "a-rate-to-a-rate",
        "short-of",
        "apposed",
    ],
)
def test_a_number_beside_another_counts_without_a_noun(text: str, last: float) -> None:
    assert figures(text)[-1] == (last, last, None, "exactly")


@pytest.mark.parametrize(
    "text",
    [
        "Three officers, 31, 40 and 52, were hurt.",
        "He returned 20 men to Ardia's 12 Brigade.",
        "Two men fought against 10 Downing Street.",
        "The dead range in age from 4 to 71.",
        "They were at home in Ardia and four in Colmar stayed.",
        "They exchanged gifts for 20 years.",
        "She ran the 100 a year ago.",
    ],
    ids=["ages", "brigade", "address", "ages-in-a-range", "no-figure-before", "for-years", "a-year-ago"],
)
def test_ages_and_labels_beside_a_figure_count_nothing(text: str) -> None:
    assert len(figures(text)) <= 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Estimates range from 22 to 33 percent.", [(22, 33, "%", "range")]),
        ("Unemployment rose from 22 to 33 percent.", [(22, 22, "%", "exactly"), (33, 33, "%", "exactly")]),
        ("The margin is plus or minus two percent.", [(2, 2, "%", "exactly")]),
        ("It was minus 12 degrees.", [(-12, -12, "degree", "exactly")]),
        ("The port (around $240,000) was sold.", [(240_000, 240_000, "USD", "about")]),
        ("The count is closing in on 600 overall.", [(600, 600, None, "about")]),
        ("All but seven of the drones fell.", []),
        ("He won 58 of 61 Ardian debates.", [(58, 58, "debate", "exactly"), (61, 61, "debate", "exactly")]),
        ("They sent 40 medical personnel.", [(40, 40, "personnel", "exactly")]),
    ],
    ids=[
        "spread-is-a-range",
        "a-move-is-two-figures",
        "plus-or-minus-is-no-loss",
        "below-zero",
        "qualifier-in-brackets",
        "closing-in-on",
        "all-but-is-the-rest",
        "a-part-of-a-named-whole",
        "a-plural-without-s",
    ],
)
def test_how_two_numbers_go_together(
    text: str, found: list[tuple[float | None, float | None, str | None, str]]
) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The truce would last 60 days.", [(60, 60, "day", "exactly")]),
        ("It was tense in the last 60 days.", []),
        ("The ministry put the dead at 61.", [(61, 61, None, "exactly")]),
        ("He frees a man for every ten the others free.", []),
        (
            "The quota rises by 2,500 to 10,000 visas.",
            [(2500, 2500, None, "exactly"), (10_000, 10_000, "visa", "exactly")],
        ),
    ],
    ids=["lasts-is-a-verb", "the-last-days-are-a-date", "put-the-dead-at", "no-noun-after-an-article", "by-so-much-to"],
)
def test_what_stands_around_a_number_tells_what_it_is(
    text: str, found: list[tuple[float | None, float | None, str | None, str]]
) -> None:
    assert figures(text) == found
