"""What a figure without a matter is on."""

from typing import Any

import pytest
from bench.quality.positions.evaluate import dossier_of, found_of

SIDES = [
    {"id": "crew", "name": "Ferry Crews Union", "kind": "body", "party": "crew", "nouns": ["union"]},
    {"id": "line", "name": "Harbour Line", "kind": "body", "party": "line", "nouns": ["company"]},
]
MATTERS = [
    {"id": "wages", "name": "wages", "terms": ["wage rise", "wages"]},
    {"id": "shifts", "name": "shifts", "terms": ["night shift*"]},
]


def cells(text: str) -> set[tuple[Any, ...]]:
    report = {"title": "Talks", "outlet": "Wire", "date": "2031-05-06", "text": text}
    row = {"id": "bare", "actors": SIDES, "issues": MATTERS, "reports": [report]}
    return {one[:2] + one[3:] for one in found_of(dossier_of(row))["cells"]}


OPENING = "The Ferry Crews Union and Harbour Line held a first round of talks on Tuesday. "


@pytest.mark.parametrize(
    ("text", "cell", "there"),
    [
        (
            "The union demanded a wage rise of 9 percent. The company offered 3 percent.",
            ("line", "wages", "offer"),
            True,
        ),
        (
            "The union demanded a wage rise of 9 percent. The company demanded fewer night shifts and offered "
            "3 percent.",
            ("line", "shifts", "offer"),
            False,
        ),
    ],
    ids=["only-wages-are-counted-so", "never-the-other-matter"],
)
def test_a_bare_figure(text: str, cell: tuple[str, str, str], there: bool) -> None:
    assert (cell in cells(OPENING + text)) is there


RATED = [{"id": "wages", "name": "wages", "terms": ["wage rise", "wages"], "scale": "%"}, MATTERS[1]]


@pytest.mark.parametrize(
    ("text", "cell", "there"),
    [
        (
            "The union is asking for 8 per cent and fewer night shifts with no loss of wages.",
            ("crew", "wages", "demand"),
            True,
        ),
        (
            "The union is asking for 8 per cent and fewer night shifts with no loss of wages.",
            ("crew", "shifts", "demand"),
            True,
        ),
        ("The union demanded wages and night shifts. The company offered half.", ("line", "wages", "offer"), False),
    ],
    ids=["a-rate-is-on-what-is-counted-in-rates", "and-the-rest-on-its-own", "half-is-no-rate"],
)
def test_a_rate_of_a_matter_with_a_scale(text: str, cell: tuple[str, str, str], *, there: bool) -> None:
    report = {"title": "Talks", "outlet": "Wire", "date": "2031-05-06", "text": OPENING + text}
    row = {"id": "bare", "actors": SIDES, "issues": RATED, "reports": [report]}
    assert (cell in {one[:2] + one[3:] for one in found_of(dossier_of(row))["cells"]}) is there


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The union wants a wage rise of 8 per cent.\n\nThe company proposes 5.1 per cent in two steps.", True),
        ("The union wants a wage rise of 8 per cent.\n\nThe company proposes 5 per cent more night shifts.", False),
    ],
    ids=["a-bid-by-its-rate", "never-where-another-matter-is-named"],
)
def test_a_bid_that_names_its_rate_alone(text: str, *, there: bool) -> None:
    report = {"title": "Talks", "outlet": "Wire", "date": "2031-05-06", "text": OPENING + text}
    row = {"id": "bare", "actors": SIDES, "issues": RATED, "reports": [report]}
    cells = {one[:2] + one[3:] for one in found_of(dossier_of(row))["cells"]}
    assert (("line", "wages", "offer") in cells) is there
