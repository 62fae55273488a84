"""What a report sets for a day to come is to be watched, in whatever plain words it does so."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
# A Thursday.
DAY = dt.date(2025, 5, 29)
TALKS = "Envoys of Norway and Egypt held a second round of talks in Lima on Wednesday."


def watched(text: str) -> list[str | None]:
    article = Article("a", f"News.\n\n{TALKS}\n\n{text}", outlet="Lake Wire", published=DAY)
    dossier = weigh([article], [read_article(article, PACKS)], PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    section = next((one for one in assess(dossier, PACKS).sections if one.title == "What to watch"), None)
    return [line.label for line in section.lines] if section else []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Talks between Norway and Egypt are due to resume on 12 June.", "12 June 2025"),
        ("The deadline for an answer expires on Friday.", "30 May 2025"),
        ("The Norwegian parliament votes on the bill next week.", "2–8 June 2025"),
        ("The envoys meet again on Tuesday.", "3 June 2025"),
        ("The truce runs out on Sunday.", "1 June 2025"),
        ("The court is to rule on the appeal on 5 June.", "5 June 2025"),
        ("Voting takes place on 8 June.", "8 June 2025"),
        ("The sanctions take effect on 1 July.", "1 July 2025"),
        ("The agreement enters into force on 1 July.", "1 July 2025"),
        ("The next exchange of prisoners is planned for the weekend.", "31 May – 1 June 2025"),
        ("The mandate of the mission ends on 30 June.", "30 June 2025"),
        ("Delegations are to reconvene in Lima in ten days.", "8 June 2025"),
        ("The strike begins at dawn on Tuesday, the union said.", "3 June 2025"),
        ("The pilots' ballot closes on 10 June.", "10 June 2025"),
        ("Norway's foreign minister will travel to Lima on Monday.", "2 June 2025"),
        ("Parliament convenes for an emergency session on Wednesday.", "4 June 2025"),
    ],
)
def test_what_is_set_for_a_day_to_come_is_watched_on_that_day(text: str, label: str) -> None:
    assert label in watched(text)


@pytest.mark.parametrize(
    "text",
    [
        "The truce ran out on Sunday.",
        "The talks ended on Sunday, the ministry said.",
        "They lost two votes on Monday.",
        "Egypt's vote on Tuesday was close.",
        "Hospitals run out of fuel every Sunday.",
        "The road ends at the port.",
        "The museum, which opened on 1 May, ends its run with record crowds.",
    ],
)
def test_what_is_past_or_has_no_day_is_not(text: str) -> None:
    assert watched(text) == []
