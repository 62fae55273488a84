"""Undertakings whose only content is a last day, in words without a verb of promising."""

import datetime as dt

import pytest

from crosswire.model import Article, Pledge
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
AGREED = "Egypt and Norway agreed on an exchange at talks in Lima on Monday."
DAY = dt.date(2025, 5, 3)


def made(text: str, before: str = AGREED) -> list[Pledge]:
    reading = read_article(Article("a", f"{before}\n\n{text}", published=DAY), PACKS)
    return [one for one in reading.pledges if one.kind == "made" and one.due is not None]


@pytest.mark.parametrize(
    ("text", "deed", "by", "day"),
    [
        ("The handover of 40 prisoners, due by 14 May, was agreed at the talks.", "release", (), 14),
        ("The handover, due by 14 May, will be watched by the Red Cross.", "release", (), 14),
        ("The withdrawal of Norwegian troops is due by 20 May.", "withdraw", ("NOR",), 20),
        ("Norway's release of the crew is due on 20 May.", "release", ("NOR",), 20),
        ("The deadline for the release of the crew is 20 May.", "release", (), 20),
        ("The payment of $40 million, which is due by 20 May, falls to Egypt.", "pay", (), 20),
    ],
)
def test_a_deadline_is_a_promise(text: str, deed: str, by: tuple[str, ...], day: int) -> None:
    assert [(one.deed, one.by, one.due and one.due.last) for one in made(text)] == [(deed, by, dt.date(2025, 5, day))]
    assert made(text)[0].joint is (not by)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt demanded that the release, due by 20 May, be brought forward.",
        "The rent is due on 20 May.",
        "The deadline for tax returns is 20 May.",
        "No release of the crew is due by 20 May.",
        "The release of the film is due by 20 May.",
        "The handover is due to the weather.",
    ],
)
def test_what_is_due_and_nobody_undertook_is_no_promise(text: str) -> None:
    assert made(text) == []


def test_a_due_day_in_a_report_without_talks_binds_nobody() -> None:
    assert made("The handover of 40 prisoners is due by 14 May.", before="Rain fell on Lima on Monday.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Egypt said it had fulfilled its promise to withdraw its troops from the port.", "done"),
        ("Norway denied that Egypt had withdrawn its troops from the port.", "failed"),
        ("Norway said Egypt had withdrawn its troops from the port.", "kept"),
    ],
)
def test_what_came_of_a_withdrawal(text: str, kind: str) -> None:
    reading = read_article(Article("a", f"{AGREED}\n\n{text}", published=DAY), PACKS)
    assert [(one.kind, one.deed) for one in reading.pledges if one.kind != "made"] == [(kind, "withdraw")]
