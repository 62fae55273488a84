"""What changed between each two days of the demo: every planted change is told on its day, and no other is made up."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from bench.quality.demo.case import DEMO

from crosswire.case import Case
from crosswire.model import Line

# Read by rules alone; what they do not find, each with its reason.
MISSED = {
    ("2025-05-05", "trajectories"): "no deed that the ledger knows: to put on the table",
    ("2025-05-11", "access denied · alleged of Kestria"): "a passive, which does not say who refused",
    ("2025-05-15", "attack · alleged of Valmora"): "a pronoun: four times in five days they fired",
    ("2025-05-20", "transit fees"): "a noun without a deed",
}
RECORDS = {"Delivered", "Figure updated", "New commitment", "New incident", "Now answered", "Count changed"} | {
    "Round announced",
    "Round held",
    "Status changed",
}

PACKS = ("core", "negotiation", str(DEMO / "pack"))
Change = tuple[str, str, str]


def planted() -> list[dict[str, str]]:
    truth = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
    listed: list[dict[str, str]] = truth["changes"]
    return listed


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Line, ...]]:
    path = tmp_path_factory.mktemp("demo") / "strait.crosswire"
    found: dict[str, tuple[Line, ...]] = {}
    with Case(path, create=True, packs=PACKS, fast=True) as case:
        case.add([str(DEMO / "reports")])
        dates = sorted({one.published for one in case.articles() if one.published})
        for before, after in pairwise(dates):
            section = case.changes(case.dossier(as_of=before), as_of=after)
            found[after.isoformat()] = section.lines if section else ()
    return found


def told(days: dict[str, tuple[Line, ...]]) -> Iterator[Change]:
    """Yield every change of a record or a position: its day, its kind and its label."""
    for day, lines in days.items():
        for line in lines:
            kind, _, rest = (line.label or "").partition(" · ")
            if kind in RECORDS:
                yield day, kind, rest
            elif " before, " in rest:
                yield day, "moved", line.label or ""


def is_planted(change: Change) -> bool:
    day, kind, label = change
    return any(
        day in (one["to"], one.get("late")) and one["kind"] == kind and one["match"] in label for one in planted()
    )


def test_every_planted_change_is_told_on_its_day(days: dict[str, tuple[Line, ...]]) -> None:
    changes = list(told(days))
    missed = {
        (one["to"], one["match"])
        for one in planted()
        if not any(
            day in (one["to"], one.get("late")) and kind == one["kind"] and one["match"] in label
            for day, kind, label in changes
        )
    }
    assert missed == set(MISSED)


def test_no_other_change_is_told(days: dict[str, tuple[Line, ...]]) -> None:
    assert [change for change in told(days) if not is_planted(change)] == []


def test_a_day_without_news_is_silent(days: dict[str, tuple[Line, ...]]) -> None:
    # A column, an interview's colour and an analyst's reading change nothing.
    assert days["2025-05-01"] == ()
    assert days["2025-05-18"] == ()


def test_nothing_is_lost_while_reports_are_only_added(days: dict[str, tuple[Line, ...]]) -> None:
    assert not [line for lines in days.values() for line in lines if "fewer origins" in (line.label or "")]


def test_every_change_rests_on_a_report_of_its_days(days: dict[str, tuple[Line, ...]], tmp_path: Path) -> None:
    with Case(tmp_path / "again.crosswire", create=True, packs=PACKS, fast=True) as case:
        case.add([str(DEMO / "reports")])
        published = {one.id: one.published for one in case.articles()}
    before: dt.date | None = None
    for day, lines in days.items():
        for line in lines:
            if line.label and not line.label.startswith(("Now contested", "Figure", "Status")):
                assert any(
                    (on := published.get(one.article)) is not None and (before is None or on > before)
                    for one in line.evidence
                ), (day, line.label, line.text)
        before = dt.date.fromisoformat(day)
