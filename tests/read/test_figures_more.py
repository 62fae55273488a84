"""Counts that stand oddly: scales, ends of a rise, collective nouns, and marks that look like counts."""

import pytest

from crosswire.model import Figure, Span
from crosswire.packs import load
from crosswire.read.figures import find_figures

Count = tuple[float | None, float | None, str | None, str]


def figures(text: str) -> list[Figure]:
    return find_figures(text, [Span(0, len(text))], load("core"))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("Tens of thousands fled.", [(20_000, None, None, "at-least")], id="tens-of-thousands-alone"),
        pytest.param("Hundreds marched home.", [(200, None, None, "at-least")], id="hundreds-and-any-deed"),
        pytest.param("It runs for five-and-a-half years.", [(5.5, 5.5, "year", "exactly")], id="and-a-half-hyphens"),
        pytest.param(
            "A quarter of a million tonnes sank.", [(250_000, 250_000, "ton", "exactly")], id="quarter-of-a-million"
        ),
        pytest.param("Some 3m people left.", [(3e6, 3e6, "person", "about")], id="m-before-people-is-millions"),
        pytest.param("The trench is 3m deep.", [(3, 3, "m", "exactly")], id="m-alone-is-metres"),
        pytest.param("Fares go up 4pc.", [(4, 4, "%", "exactly")], id="pc"),
        pytest.param("The toll climbed past 900.", [(900, 900, None, "exactly")], id="climbed-past"),
        pytest.param("Numbers doubled to 8,000.", [(8000, 8000, None, "exactly")], id="doubled-to"),
        pytest.param(
            "The toll rose from 41 to 57.", [(41, 41, None, "exactly"), (57, 57, None, "exactly")], id="both-ends"
        ),
        pytest.param(
            "It costs anywhere from 30 to 45 million euros.", [(30e6, 45e6, "EUR", "range")], id="anywhere-from-to"
        ),
        pytest.param("The ferry sank with 29 aboard.", [(29, 29, None, "exactly")], id="aboard"),
        pytest.param("It lost 31 crew.", [(31, 31, "crew", "exactly")], id="crew-has-no-s"),
        pytest.param("The cabinet of 21 sat late.", [(21, 21, None, "exactly")], id="a-body-of-so-many"),
        pytest.param("Two more were found.", [(2, 2, None, "exactly")], id="two-more-were"),
        pytest.param("A 500-pound bomb fell.", [(500, 500, "pound", "exactly")], id="pounds-of-weight"),
        pytest.param("A 40-pound fine was paid.", [(40, 40, "GBP", "exactly")], id="pounds-of-money"),
        pytest.param("As few as 40 men came.", [(40, None, "man", "at-least")], id="as-few-as"),
    ],
)
def test_counts(text: str, counts: list[Count]) -> None:
    assert [(one.low, one.high, one.unit, one.qualifier) for one in figures(text)] == counts


@pytest.mark.parametrize(
    "text",
    ["The size 9 boots were his.", "A quarter to nine struck.", "The index fell from 1990 on.", "Two can play."],
    ids=["size", "clock", "from-a-year", "two-alone"],
)
def test_what_counts_nothing(text: str) -> None:
    assert figures(text) == []


def test_hours_on_a_day_are_counted_and_hours_on_are_not() -> None:
    from crosswire.model import Article
    from crosswire.packs import load
    from crosswire.read import read_article

    def units(words: str) -> list[str | None]:
        return [one.unit for one in read_article(Article("a", words), load("core")).figures]

    assert units("They met for three hours on Monday in the city.") == ["hour"]
    assert units("Three hours on, nobody had left the hall.") == []


def test_a_count_put_again_counts_what_was_counted_before() -> None:
    text = "It handed over 6,060 bodies. The agency put the number at 6,057."
    found = find_figures(text, [Span(0, 28), Span(29, len(text))], load("core", "negotiation"))
    assert [(one.low, one.unit) for one in found] == [(6060, "body"), (6057, "body")]


def test_a_count_of_another_size_counts_something_else() -> None:
    text = "It handed over 60 bodies. The agency put the number at 6,057."
    found = find_figures(text, [Span(0, 25), Span(26, len(text))], load("core", "negotiation"))
    assert [(one.low, one.unit) for one in found] == [(60, "body"), (6057, None)]
