"""A report stamped with a day and no year is dated by the reports it came with."""

import datetime as dt
from pathlib import Path

import pytest

from crosswire.case import Case
from crosswire.model import Article
from crosswire.sources import collect
from crosswire.sources.years import nearest

BODY = (
    "The ferry crews of Sund will vote on the offer of the harbour board before the week is out, the union said. "
    "The board has put forty more berths on the table, and it says that no more are to be had. "
    "Nobody on the quay would say how the vote would go, and the boats stayed where they were."
)


def report(folder: Path, name: str, head: str, body: str = BODY) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(f"{head}\n\n{body}\n", "utf-8")


def found(folder: Path, near: tuple[dt.date, ...] = ()) -> dict[str, Article]:
    items = list(collect([str(folder)], near=near))
    return {Path(one.location).stem: one for one in items if isinstance(one, Article)}


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("30 DEC, 06:00\nFerry crews to vote on the offer", dt.date(2030, 12, 30)),
        ("Ferry crews to vote on the offer\nMon, Dec 30", dt.date(2030, 12, 30)),
        ("Ferry crews to vote on the offer\nTue, Dec 30", None),
        ("Ferry crews to vote on the offer", None),
    ],
    ids=["a-stamp", "its-weekday", "another-year's-weekday", "no-stamp"],
)
def test_a_stamp_without_a_year_is_of_the_year_the_others_tell(tmp_path: Path, head: str, day: dt.date | None) -> None:
    report(tmp_path, "a", head)
    report(tmp_path, "b", "Ferry crews of Sund weigh a second offer\n4 January 2031", BODY.replace("forty", "fifty"))
    articles = found(tmp_path)
    assert articles["a"].published == day
    assert articles["a"].year_inferred is (day is not None)
    assert not articles["b"].year_inferred


def test_a_dateline_tells_the_day(tmp_path: Path) -> None:
    report(tmp_path, "a", "Ferry crews to vote on the offer", "SUND, January 3. /LAKE/. " + BODY)
    assert found(tmp_path, (dt.date(2031, 1, 9),))["a"].published == dt.date(2031, 1, 3)


def test_without_dated_company_it_stays_undated(tmp_path: Path) -> None:
    report(tmp_path, "a", "30 DEC, 06:00\nFerry crews to vote on the offer")
    assert found(tmp_path)["a"].published is None


def test_a_day_that_the_report_tells_of_is_not_its_own(tmp_path: Path) -> None:
    report(tmp_path, "a", "Ferry crews to vote on the offer", BODY.replace("before the week is out", "on January 3"))
    assert found(tmp_path, (dt.date(2031, 1, 9),))["a"].published is None


def test_a_report_added_later_joins_the_case(tmp_path: Path) -> None:
    report(tmp_path / "first", "b", "Ferry crews of Sund weigh an offer\n4 January 2031", BODY)
    report(tmp_path / "second", "a", "30 DEC, 06:00\nFerry crews to vote", BODY.replace("forty", "fifty"))
    with Case(tmp_path / "ferries.crosswire", create=True, fast=True) as case:
        case.add([str(tmp_path / "first")])
        case.add([str(tmp_path / "second")])
        assert sorted(one.published for one in case.articles() if one.published) == [
            dt.date(2030, 12, 30),
            dt.date(2031, 1, 4),
        ]


def test_the_29th_of_february_is_of_a_leap_year() -> None:
    assert nearest((2, 29), None, dt.date(2031, 12, 1)) == dt.date(2032, 2, 29)
