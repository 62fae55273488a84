"""A word put in another's place, a deed laid at another noun's door, a whole told for its part."""

import pytest

from crosswire.check.doers import noun_doings
from crosswire.model import Span
from tests.check.test_turns import check_against

SOURCES = {
    "Harbour Times": """\
About 900 of the line's 1,400 employees are on strike. The union, Seafarers United, wants 7 per cent more pay this \
year; the company, Osten Lines, has offered 4 per cent.
The regional government has appointed a mediator, Eva Stray, who met both sides separately on Saturday.
Osten Lines cancelled 46 of 60 daily sailings. Hospitals on three islands have been supplied by helicopter since \
Thursday, the health authority said.
In 2019, a strike on the same line ended after 16 days when the company agreed to hire 40 more deckhands.
The line must publish its timetable within a week; it has done so on two of five routes, an officer of the harbour said.
The transport minister, Siv Dahl, said on Tuesday that the government would not end the ferry strike by law.
"""
}


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("About 1,400 employees are on strike.", "wrong-figure"),
        ("All daily sailings were cancelled.", "wrong-figure"),
        ("The company wants 7 per cent more pay.", "wrong-name"),
        ("The union has offered 4 per cent.", "wrong-name"),
        ("The national government appointed the mediator.", "partly"),
        ("Eva Stray met both sides together on Saturday.", "partly"),
        ("Hospitals on three islands have been supplied by boat since Thursday.", "partly"),
        ("The 2019 strike ended when the company agreed to fire 40 deckhands.", "partly"),
        ("The line must publish its timetable within a month.", "wrong-figure"),
        ("It has published its timetable on all five routes, a harbour officer said.", "wrong-figure"),
        ("The prime minister said the government would not end the ferry strike by law.", "wrong-name"),
    ],
)
def test_one_word_makes_another_matter_of_it(line: str, verdict: str) -> None:
    found = check_against(SOURCES, line)
    assert found.verdict == verdict, found.reason


@pytest.mark.parametrize(
    "line",
    [
        "About 900 employees are on strike.",
        "The union wants 7 per cent more pay this year.",
        "The company has offered 4 per cent.",
        "The regional government appointed a mediator.",
        "46 of 60 daily sailings were cancelled.",
        "The 2019 strike ended when the company agreed to hire 40 deckhands.",
        "Siv Dahl said the government would not end the ferry strike by law.",
    ],
)
def test_what_is_right_stays_supported(line: str) -> None:
    found = check_against(SOURCES, line)
    assert found.verdict == "supported", found.reason


def test_who_does_what_is_read_over_asides_and_not_behind_prepositions() -> None:
    text = "The mill, near Orm, has raised its price. A halt of strikes began. The price rose."
    assert [(one.who, one.verb) for one in noun_doings(text, Span(0, len(text)))] == [
        ("mill", "rais"),
        ("price", "rise"),
    ]
