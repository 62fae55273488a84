"""A headline's last words may say whose words it is."""

import datetime as dt

import pytest

from crosswire.model import Article, Region, Statement
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
BODY = (
    "LIMA, June 2 - Norwegian Foreign Minister Kari Lund and the Egyptian Defence Ministry spoke on Monday in Lima, "
    "where Peru held its first fair."
)


def headline(words: str) -> list[Statement]:
    text = f"{words}\n\n{BODY}"
    regions = (Region(0, len(words), "title"), Region(len(words) + 2, len(text), "body"))
    article = Article("a", text, title=words, outlet="Lake Wire", published=dt.date(2025, 6, 2), regions=regions)
    return [one for one in read_article(article, PACKS).statements if one.evidence.start < len(words)]


@pytest.mark.parametrize(
    ("words", "speaker", "unnamed"),
    [
        ("Norway downs 12 drones overnight — MFA", None, "MFA"),
        ("Norway lost 40 tanks near Halden - ministry", None, "ministry"),
        ("Norway has no plans to attack Egypt: FM", "kari-lund", None),
        ("Norway ready to resume talks in Lima - Norwegian FM", "kari-lund", None),
        ("Norwegian troops to stay in Halden: General Staff", None, "General Staff"),
        ("Norway downs 12 drones overnight — Ministry of the Interior", None, "Ministry of the Interior"),
        ("Talks are dead — PM", None, "PM"),
        ("Two killed in Halden shelling: governor", None, "governor"),
        ("Talks to resume in June – Kari Lund", "kari-lund", None),
    ],
)
def test_a_tail_names_who_says_it(words: str, speaker: str | None, unnamed: str | None) -> None:
    assert [(one.mode, one.speaker, one.unnamed) for one in headline(words)] == [("indirect", speaker, unnamed)]


@pytest.mark.parametrize(
    "words",
    [
        "Norway's path to peace — and war",
        "Norway and Egypt: a timeline",
        "Halden truce holds — for now",
        "Life under fire: Halden",
        "War in Norway - day 1,200",
        "Norway talks peace — live",
        "What Norway wants - ministry",
        "Norway wins fair - pm edition",
    ],
)
def test_a_tail_that_names_nobody_says_nothing(words: str) -> None:
    assert all(one.speaker is None and one.unnamed is None for one in headline(words))


def test_a_label_speaks_where_what_follows_the_colon_is_its_words() -> None:
    assert [one.speaker for one in headline("Kari Lund: Egypt wants no truce")] == ["kari-lund"]


def test_a_department_of_the_ministry_is_not_the_ministry() -> None:
    words, body = (
        "Norway ready to talk in Lima — MFA",
        BODY.replace(
            "Norwegian Foreign Minister Kari Lund",
            "Kari Lund, head of the Third Desk of the Norwegian Foreign Ministry,",
        ),
    )
    article = Article("a", f"{words}\n\n{body}", title=words, outlet="Lake Wire", published=dt.date(2025, 6, 2))
    told = [one for one in read_article(article, PACKS).statements if one.evidence.start < len(words)]
    assert all(one.speaker in (None, "NOR") for one in told)
