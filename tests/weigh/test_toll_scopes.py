"""Counts of the dead clash only where they cover the same dead: people, stretch of time, land, place, day."""

import re
from typing import Any

import pytest

from crosswire.model import Dossier, Quantity
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import CAST, Report, actor, on

PLACES = tuple(actor(name.lower(), name, "place", known=True) for name in ("Orm", "Fenn", "Dell"))
_COUNT = re.compile(r"(at least |up to |about )?(\d[\d,]*)( \w+)")
_UNITS = {"people": "person", "soldiers": "soldier", "civilians": "civilian", "bodies": "body", "dead": "dead"}


def told(report: Report, sentence: str, **fields: Any) -> Report:
    """Say a sentence with the counts and places it names, where it names them."""
    start = len(report.text)
    counts = []
    for match in _COUNT.finditer(sentence):
        unit = _UNITS.get(match[3].strip())
        value = float(match[2].replace(",", ""))
        high = None if match[1] == "at least " else value
        how = {"at least ": "at-least", "about ": "about"}.get(match[1] or "", "exactly")
        if unit:
            counts.append(Quantity(unit, value, high, how, start=start + match.start(2), end=start + match.end(2)))
    places = [place.id for place in PLACES if place.name in sentence]
    fields.setdefault("actors", tuple(places))
    return report.say(sentence, "STATE", figures=counts, **fields)


def case(*reports: Report) -> Dossier:
    for report in reports:
        report.actors = (*CAST, *PLACES)
    return weigh([r.article for r in reports], [r.reading for r in reports])


def labels(dossier: Dossier) -> list[list[str]]:
    return [[side.label for side in dispute.sides] for dispute in dossier.disputes if dispute.kind == "figure"]


def two(one: str, other: str, *, days: tuple[int, int] = (0, 0), ours: Any = None, theirs: Any = None) -> Dossier:
    a, b = Report("a", "Lake Post", days[0]), Report("b", "Hill Post", days[1])
    ours, theirs = dict(ours or {}), dict(theirs or {})
    return case(
        told(a, one, speaker="varga", **({"actors": ours.pop("actors")} if "actors" in ours else {}), **ours),
        told(b, other, speaker="toller", **theirs),
    )


REAL = {
    "one-place": ("Shelling killed 12 people in Orm, Varga said.", "Toller said that 17 people were killed in Orm."),
    "of-a-war": (
        "The crackdown has killed 3,500 people since March, Varga said.",
        "Toller said that 620 people have been killed in Redland since March.",
    ),
    "more-of-a-part-than-of-all": (
        "Shelling killed 12 people in Orm, Varga said.",
        "Toller said that 17 civilians were killed in Orm.",
    ),
}


@pytest.mark.parametrize(("one", "other"), REAL.values(), ids=REAL.keys())
def test_two_sides_that_count_the_same_dead_disagree(one: str, other: str) -> None:
    both = {"actors": ("RED", "orm")} if "Orm" not in one else {}
    assert len(labels(two(one, other, ours=both, theirs=both))) == 1


OTHER: dict[str, tuple[str, str]] = {
    "two-places": ("Shelling killed 12 people in Orm.", "17 people were killed in Fenn."),
    "one-place-of-two": ("Shelling killed 12 people in Orm and Fenn.", "17 people were killed in Orm."),
    "a-place-and-a-land": ("Shelling killed 12 people in Orm.", "Across the country 17 people were killed, Orm said."),
    "taken-apart-by-place": ("Shelling killed 7 people in Orm.", "31 people were killed, 13 in Orm and nine in Fenn."),
    "soldiers-and-all": ("Shelling killed 12 soldiers in Orm.", "17 people were killed in Orm."),
    "a-day-and-a-war": ("Shelling killed 12 people in Orm.", "17 people were killed in Orm since March."),
    "added-to-others": ("Shelling killed 12 people in Orm.", "Another 17 people were killed in Orm."),
    "some-of-the-dead": ("Shelling killed 12 people in Orm.", "In Orm 7 of the dead were cousins."),
    "weeks-before": ("Shelling killed 12 people in Orm.", "It came two weeks after 17 people were killed in Orm."),
    "feared-and-found": ("12 people are feared dead in Orm.", "17 people were killed in Orm, doctors confirmed."),
    "of-another-size": ("Shelling killed 12 people in Orm.", "90 people were killed in Orm."),
}


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER.keys())
def test_counts_of_other_dead_do_not_clash(one: str, other: str) -> None:
    assert labels(two(one, other)) == []


def test_a_day_s_count_of_a_land_runs_until_the_day_is_over() -> None:
    one, other = "Across the country 20 people were killed.", "Nationwide 35 people were killed."
    dated: dict[str, Any] = {"event_date": on(0)}
    assert labels(two(one, other, ours=dated, theirs=dated)) == []
    assert labels(two(one, other, days=(1, 1), ours=dated, theirs=dated)) == [["20", "35"]]


def test_a_higher_count_of_the_next_day_is_an_update_in_whatever_unit() -> None:
    assert labels(two("Shelling killed 12 people in Orm.", "Doctors in Orm count 17 bodies.", days=(0, 1))) == []
    assert labels(two("Shelling killed 17 people in Orm.", "Doctors in Orm count 12 bodies.", days=(0, 1))) != []


def test_two_days_are_two_events() -> None:
    one, other = "Shelling killed 12 people in Orm.", "17 people were killed in Orm."
    assert labels(two(one, other, ours={"event_date": on(0)}, theirs={"event_date": on(-1)})) == []
    assert labels(two(one, other, ours={"event_date": on(-9)})) == []


def beside(*sentences: tuple[str, str]) -> Dossier:
    report = Report("a", "Lake Post")
    for sentence, voice in sentences:
        told(report, sentence, unnamed=voice)
    return case(report)


RESIDENTS = ("Residents said 14 people were killed.", "Residents")


def test_a_report_sets_two_voices_counts_side_by_side() -> None:
    report = told(Report("a", "Lake Post"), RESIDENTS[0], unnamed="Residents")
    told(report, "Varga put it at 8 people killed.", speaker="varga")
    assert labels(case(report)) == [["8", "14"]]


def test_counts_far_apart_in_a_report_or_of_a_place_of_its_own_are_not_set_side_by_side() -> None:
    report = told(Report("a", "Lake Post"), RESIDENTS[0], unnamed="Residents")
    report.say("The harbour was closed all week, and the ferries stayed in port. " * 6)
    told(report, "Varga put it at 8 people killed.", speaker="varga")
    assert labels(case(report)) == []
    report = told(Report("a", "Lake Post"), RESIDENTS[0], unnamed="Residents")
    told(report, "Varga said 8 people were killed in Fenn.", speaker="varga")
    assert labels(case(report)) == []
