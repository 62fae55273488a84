"""Counts whose noun stands elsewhere, parts of a whole, and numbers that look counted."""

import pytest

from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.figures import find_figures

Count = tuple[float | None, float | None, str | None, str]


def counts_of(text: str) -> list[Count]:
    found = find_figures(text, [Span(0, len(text))], load("core"))
    return [(one.low, one.high, one.unit, one.qualifier) for one in found]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("Up to three million could go.", [(None, 3e6, None, "at-most")], id="up-to-alone"),
        pytest.param("A million and a half children left.", [(1.5e6, 1.5e6, "child", "exactly")], id="and-a-half"),
        pytest.param("Three to four hundred fighters left.", [(300, 400, "fighter", "range")], id="scale-of-both"),
        pytest.param("Half the seats went to women.", [(50, 50, "%", "exactly")], id="half-the"),
        pytest.param("Output fell by a half.", [(50, 50, "%", "exactly")], id="by-a-half"),
        pytest.param("Four out of every five wells dried.", [(80, 80, "%", "exactly")], id="out-of-every"),
        pytest.param(
            "It won 9 of its last 10 strikes.",
            [(9, 9, "strike", "exactly"), (10, 10, "strike", "exactly")],
            id="of-last",
        ),
        pytest.param(
            "Eleven of the crew's nineteen members sailed.",
            [(11, 11, "member", "exactly"), (19, 19, "member", "exactly")],
            id="possessive-between",
        ),
        pytest.param(
            "They freed 12 Kenyan and 7 Ugandan sailors.",
            [(12, 12, "sailor", "exactly"), (7, 7, "sailor", "exactly")],
            id="noun-after-both",
        ),
        pytest.param(
            "The tariff goes from 10 to 25 percent.", [(10, 10, "%", "exactly"), (25, 25, "%", "exactly")], id="from-to"
        ),
        pytest.param(
            "Gold fell $12 to $2,310.", [(12, 12, "USD", "exactly"), (2310, 2310, "USD", "exactly")], id="fell-to"
        ),
        pytest.param("It took 20 minutes or so.", [(20, 20, "minute", "about")], id="or-so"),
        pytest.param(
            "Nineteen were hurt, four seriously.",
            [(19, 19, None, "exactly"), (4, 4, None, "exactly")],
            id="adverb-alone",
        ),
        pytest.param("It needs €3-4m.", [(3e6, 4e6, "EUR", "range")], id="millions-at-both-ends"),
        pytest.param("A pair of drones crossed.", [(2, 2, "drone", "exactly")], id="a-pair"),
        pytest.param("The remaining 14 will follow.", [(14, 14, None, "exactly")], id="the-remaining"),
        pytest.param("It has 2.4 doctors per 1,000 people.", [(2.4, 2.4, "doctor", "exactly")], id="per-so-many"),
        pytest.param("One was killed.", [(1, 1, None, "exactly")], id="one-was"),
        pytest.param("The captives, 45 in all, sat.", [(45, 45, None, "exactly")], id="in-all"),
    ],
)
def test_counts(text: str, counts: list[Count]) -> None:
    assert counts_of(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Lines 12 and 40 were closed.",
        "Most of them are under five.",
        "They used 7.62 mm rounds.",
        "Three quarters of an hour later it was over.",
        "No one was killed.",
    ],
    ids=["labels-in-a-row", "an-age", "a-calibre", "part-of-an-hour", "no-one"],
)
def test_what_counts_nothing(text: str) -> None:
    assert counts_of(text) == []
