"""Which days a timeline shows when there are too many, and what it says of the rest."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from crosswire.assess import Stride, open_desk
from crosswire.assess.days import MOST_DAYS, silences
from crosswire.assess.sections.timeline import timeline
from crosswire.assess.select import Scores
from crosswire.model import Article, Dossier, Region, Section, When
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import DAY, Report

THINGS = (
    "mill",
    "harbour",
    "ferry",
    "bakery",
    "tower",
    "market",
    "quarry",
    "tavern",
    "school",
    "bridge",
    "well",
    "fort",
)
DEEDS = ("closed", "bought", "sold", "opened", "cleared")


def reports(days: list[int], *, again: tuple[int, ...] = (), more: Sequence[Report] = ()) -> Dossier:
    """One report a day, dating a deed of its own to it; two reports come back to what happened on a day `again`."""
    told = [Report(f"r{n:02}", f"Paper {n}", at) for n, at in enumerate(days)]
    for n, (report, at) in enumerate(zip(told, days, strict=True)):
        what = f"{DEEDS[n % 5]} the {THINGS[n % 12]} of {THINGS[(n * 5 + n // 12 + 1) % 12]} row {n}"
        report.say(f"Redland {what} on {_day(at)}.", agent="RED", **_at(at))
    for n, at in enumerate(again * 2):
        later = Report(f"s{n:02}", f"Sheet {n}", max(days) + 1 + n // 2)
        told.append(later.say(f"Blueland still speaks of {_day(at)}.", agent="BLU", times=_at(at)["times"]))
    told += more
    return weigh([one.article for one in told], [one.reading for one in told])


def _at(at: int) -> dict[str, Any]:
    when = When(DAY + dt.timedelta(days=at), DAY + dt.timedelta(days=at), "day", 0, 1)
    return {"event_date": when, "times": (when,)}


def _day(at: int) -> str:
    return f"{DAY + dt.timedelta(days=at):%-d %B %Y}"


def shown(dossier: Dossier, by: Stride = "day") -> Section:
    desk = open_desk(dossier, load("core"), None, None, by=by)
    found = timeline(desk, Scores(desk), frozenset())
    assert found is not None
    return found


def test_a_short_timeline_shows_every_day_and_says_nothing_of_it() -> None:
    section = shown(reports([0, 1, 3, 5]))
    assert [line.label for line in section.lines] == [_day(at) for at in (0, 1, 3, 5)]
    assert section.intro == "Dates are of the events, not of the reports."


def test_a_long_timeline_keeps_the_days_that_reports_come_back_to_in_their_order() -> None:
    days = list(range(MOST_DAYS + 10))
    section = shown(reports(days, again=(2, 30)))
    labels = [line.label or "" for line in section.lines]
    assert len(set(labels)) == MOST_DAYS
    assert {_day(2), _day(30)} <= set(labels)
    assert labels == sorted(labels, key=lambda one: dt.datetime.strptime(one, "%d %B %Y"))
    assert "10 dates that matter less in the reports are left out" in (section.intro or "")


def test_weeks_hold_their_days() -> None:
    section = shown(reports([0, 1, 3, 8]), by="week")
    assert [line.label for line in section.lines] == ["12–18 May 2031"] * 3 + ["19–25 May 2031"]


def test_a_line_stands_at_a_day_in_words_that_name_the_day() -> None:
    undated = Report("a", "Paper A").say("Redland sold the northern bridge to a mill.", agent="RED", act="STATE")
    words = f"Redland sold the northern bridge to a mill on {_day(-2)}."
    named = Report("b", "Paper B", 1).say(words, agent="RED", **_at(-2))
    (line,) = shown(weigh([undated.article, named.article], [undated.reading, named.reading])).lines
    assert (line.label, line.text) == (_day(-2), words)


def test_a_week_told_of_tells_nothing_beside_its_days() -> None:
    days = list(range(MOST_DAYS + 1))
    week = When(DAY, DAY + dt.timedelta(days=6), "week", 0, 1)
    wide = Report("w", "Wide", 9).say("Redland mourned for a week.", agent="RED", event_date=week, times=(week,))
    dossier = reports(days, more=[wide])
    assert any(entry.when == week for entry in dossier.timeline)
    assert "mourned" not in " ".join(line.text for line in shown(dossier).lines)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        pytest.param([0, 1, 20, 21], "Nothing is dated between 15 May and 3 June 2031.", id="over-a-month"),
        pytest.param([0, 1, 14, 15], "Nothing is dated between 15 and 28 May 2031.", id="inside-a-month"),
        pytest.param([0, 4, 8, 12], None, id="days-apart"),
        pytest.param([0, *range(1, 150, 6), 157], None, id="short-beside-the-whole"),
    ],
)
def test_a_long_silence_is_said(days: list[int], said: str | None) -> None:
    intro = shown(reports(days)).intro or ""
    assert (said in intro) if said else "Nothing" not in intro


def test_what_lies_before_the_reports_is_no_silence() -> None:
    report = Report("a", "Paper").say("Redland closed the mill on 3 May 2004.", agent="RED", **_at(-9000))
    dossier = weigh([report.article], [report.reading])
    assert dossier.timeline
    assert not silences(open_desk(dossier, load("core"), None, None))


def test_one_event_is_told_once_on_its_day_and_not_again_in_its_week() -> None:
    at, week = 4, When(DAY + dt.timedelta(days=3), DAY + dt.timedelta(days=9), "week", 0, 1)
    first = Report("a", "Paper", 12).say(f"The court suspended speaker Ada Roe on {_day(at)}.", agent="RED", **_at(at))
    later = Report("b", "Sheet", 13).say(
        "Ada Roe, the speaker, was suspended last week by the court.", agent="RED", event_date=week, times=(week,)
    )
    other = Report("c", "Post", 14).say("The miners blocked the harbour last week.", event_date=week, times=(week,))
    texts = [line.text for line in shown(_weighed(first, later, other)).lines]
    assert len(texts) == 2
    assert any("miners" in text for text in texts)
    assert any("on 18 May" in text for text in texts)


def test_a_page_s_own_date_line_is_no_event() -> None:
    made = Report("a", "Paper", 12).say(f"Page made {_day(4)}.", **_at(4))
    kept = Report("b", "Sheet", 13).say(f"The harbour gates were shut on {_day(4)}.", **_at(4))
    assert [line.text for line in shown(_weighed(made, kept)).lines] == [f"The harbour gates were shut on {_day(4)}."]


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("They burned the old depot at Orm on 18 May and we kept silent", True),
        ("The people of this town have nothing left today and nobody comes", False),
    ],
    ids=["a-deed", "how-things-are"],
)
def test_a_quotation_dates_a_deed_that_a_side_speaks_of(words: str, stands: bool) -> None:
    place = words.find("18 May") + 1 if stands else words.find("today") + 1
    day = DAY + dt.timedelta(days=4)
    when = When(day, day, "day", place, place + 6)
    quoted = Report("a", "Paper", 12).say(
        f"“{words},” the mayor said.", mode="direct", speaker="RED", agent="RED", event_date=when, times=(when,)
    )
    other = Report("b", "Sheet", 13).say(f"Redland promised to open the gates on {_day(5)}.", agent="RED", **_at(5))
    desk = open_desk(_weighed(quoted, other), load("core"), None, None)
    desk.__dict__["seated"] = frozenset({"RED"})
    told = timeline(desk, Scores(desk), frozenset())
    assert (told is not None and any(words in line.text for line in told.lines)) is stands
    bystander = open_desk(_weighed(quoted, other), load("core"), None, None)
    bystander.__dict__["seated"] = frozenset[str]()
    told = timeline(bystander, Scores(bystander), frozenset())
    assert told is not None
    assert not any(words in line.text for line in told.lines)


def _weighed(*told: Report) -> Dossier:
    return weigh([one.article for one in told], [one.reading for one in told])


def test_what_only_strangers_do_stands_on_no_timeline() -> None:
    packs = load("core", "negotiation")
    told = [
        "Peru and Chile signed a truce on Monday, and Peru's envoy said that he was content with it.",
        "Chile freed forty prisoners on Tuesday. Peru thanked Chile for it on Tuesday.",
        "Peru opened the port of Arica on Wednesday. A court in Norway jailed Kari Berg on Wednesday.",
        "Chile paid the miners on Thursday, its envoy said.",
        "Peru shut the port of Arica on Friday, its envoy said.",
    ]
    articles = [
        Article(f"a{n}", text, published=dt.date(2031, 5, 5 + n), regions=(Region(0, len(text), "body"),))
        for n, text in enumerate(told)
    ]
    dossier = weigh(articles, [read_article(one, packs) for one in articles])
    lines = [line.text for line in shown(dossier).lines]
    assert any("Arica" in line for line in lines)
    assert not any("Norway" in line for line in lines)


@pytest.mark.parametrize(
    "pointing",
    [
        "The palace of Peru said it was made on Monday at the request of Chile.",
        "On Monday its office was shut by force and nine men were beaten.",
        "At a second on Monday the parties agreed that nothing had been made of it.",
    ],
)
def test_what_only_the_sentence_before_names_stands_on_no_timeline(pointing: str) -> None:
    packs = load("core", "negotiation")
    text = f"Peru freed forty prisoners on Tuesday. Chile thanked Peru on Tuesday. {pointing}"
    article = Article("a", text, published=dt.date(2031, 5, 8), regions=(Region(0, len(text), "body"),))
    lines = [line.text for line in shown(weigh([article], [read_article(article, packs)])).lines]
    assert any("forty" in line for line in lines)
    assert not any("made" in line or "its office" in line for line in lines)
