"""Both ledgers over small invented cases: what is kept, what is not, and that copies and order change nothing."""

import datetime as dt
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from crosswire.model import Article, Dossier, Region
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACK = Path(__file__).resolve().parents[2] / "bench" / "gold" / "ledgers" / "pack"


def report(name: str, day: str, text: str, outlet: str = "Coast Wire") -> Article:
    body = (Region(0, len(text), "body"),)
    return Article(name, text, outlet=outlet, published=dt.date.fromisoformat(day), regions=body)


def ledgers(*articles: Article) -> Dossier:
    packs = load("core", "negotiation", str(PACK))
    return weigh(articles, [read_article(article, packs) for article in articles], packs.outlets)


PROMISE = report(
    "p", "2024-10-03", "Suvalia and Orinth agreed on Thursday to exchange 200 prisoners each by 15 October."
)
FIRST = report(
    "f", "2024-10-08", "Suvalia and Orinth each freed 80 prisoners on Tuesday, Red Lamp said.", "The Lantern"
)
CHARGE = report(
    "c",
    "2024-10-11",
    "Suvalia accused Orinth of shelling the town of Pell on Thursday, killing three people. Orinth denied it.",
    "Hill Courier",
)
CASE = (PROMISE, FIRST, CHARGE)


def test_a_promise_is_counted_down_by_what_was_delivered() -> None:
    (one,) = ledgers(*CASE).commitments
    assert (one.promisors, one.deed, one.promised, one.each) == (("ORI", "SUV"), "release", 200, True)
    assert (one.deadline, one.status) == (dt.date(2024, 10, 15), "partial")
    assert (one.delivered, one.remaining) == (80, 120)
    assert [change.status for change in one.changes] == ["announced", "partial"]


def test_a_paper_signed_weeks_later_signs_no_earlier_promise() -> None:
    words = "Suvalia and Orinth signed an accord to exchange 200 prisoners each by 15 October."
    at_once, later = report("s", "2024-10-04", words, "Hill Courier"), report("s", "2024-10-12", words, "Hill Courier")
    assert [one.form for one in ledgers(PROMISE, at_once).commitments] == ["signed"]
    assert [one.form for one in ledgers(PROMISE, later).commitments] == ["oral"]


def test_an_incident_says_who_alleges_it_and_what_is_answered() -> None:
    (one,) = ledgers(*CASE).incidents
    assert (one.violator, one.alleged_by, one.type) == ("ORI", ("SUV",), "shelling")
    assert (one.day, one.place, one.response) == (dt.date(2024, 10, 10), "pell", "denied")
    assert [(toll.kind, toll.best) for toll in one.tolls] == [("killed", 3)]


def test_every_row_and_change_holds_words_that_stand_in_a_report() -> None:
    dossier = ledgers(*CASE)
    texts = {article.id: article.text for article in CASE}
    spans = [span for row in dossier.incidents for span in row.evidence]
    for one in dossier.commitments:
        spans += [*one.evidence, one.content, one.words]
        spans += [span for change in one.changes for span in change.evidence]
        spans += [span for part in one.deliveries for span in part.evidence]
        assert all(change.evidence for change in one.changes)
    for span in spans:
        span.check(texts[span.article])


def test_the_order_of_the_reports_never_matters() -> None:
    wanted = ledgers(*CASE)
    for order in permutations(CASE):
        found = ledgers(*order)
        assert (found.commitments, found.incidents) == (wanted.commitments, wanted.incidents)


@pytest.mark.parametrize("original", CASE, ids=["promise", "delivery", "charge"])
def test_a_copy_changes_no_row(original: Article) -> None:
    credited = f"{original.text} ({original.outlet})"
    copy = report("z-copy", str(original.published), credited, "Southern Ledger")
    before, after = ledgers(*CASE), ledgers(*CASE, copy)
    assert [one.count for one in after.commitments] == [one.count for one in before.commitments]
    assert [one.delivered for one in after.commitments] == [one.delivered for one in before.commitments]
    assert len(after.incidents) == len(before.incidents)


def test_dropping_a_report_removes_what_rested_on_it() -> None:
    assert ledgers(PROMISE, FIRST).incidents == ()
    assert ledgers(PROMISE, FIRST).commitments == ledgers(*CASE).commitments
    (left,) = ledgers(PROMISE, CHARGE).commitments
    assert (left.status, left.delivered, left.deliveries) == ("due", None, ())
    assert ledgers(FIRST, CHARGE).commitments == ()


def test_two_sides_that_accuse_each_other_make_two_incidents() -> None:
    text = (
        "Suvalia accused Orinth of shelling the town of Pell on Thursday. "
        "Orinth denied it and accused Suvalia of firing rockets at Dunmar on Thursday."
    )
    found = ledgers(report("m", "2024-10-11", text)).incidents
    assert [(one.violator, one.alleged_by) for one in found] == [("ORI", ("SUV",)), ("SUV", ("ORI",))]


@pytest.mark.parametrize(
    "text",
    [
        "Suvalia demanded that Orinth release 60 prisoners by Friday.",
        "Suvalia offered to free 20 prisoners if Orinth opened the port of Ardo.",
        "Suvalia did not agree to release 60 prisoners.",
        "Under the accord, the envoy declined to say how many prisoners would be freed by Suvalia.",
        "Suvalia may agree to release 60 prisoners, an official said.",
        "Would Suvalia agree to release 60 prisoners?",
        "Orinth wants Suvalia to agree to release 60 prisoners by Friday.",
        "Suvalia and Orinth agreed to nothing in Castra.",
        "Suvalia and Orinth agreed on Monday to meet again in Castra.",
    ],
    ids=["demand", "offer", "negated", "open", "may", "question", "wish", "nothing", "meeting"],
)
def test_what_binds_nobody_is_no_commitment(text: str) -> None:
    assert ledgers(report("n", "2024-10-07", text)).commitments == ()


@pytest.mark.parametrize(
    "text",
    [
        "A Suvalian journalist was kidnapped by an unknown gang on Monday.",
        "Orinth said that it would shell the town of Pell if Suvalia moved.",
        "Suvalian football fans attacked the referee's decision.",
        "Orinth denied that it had shelled Pell.",
        "Suvalia had been refused access to the camp of Pell four times, the monitors said.",
    ],
    ids=["victim", "threat", "figure-of-speech", "denial-alone", "refused-by-nobody-named"],
)
def test_what_is_laid_at_no_door_is_no_incident(text: str) -> None:
    assert ledgers(report("n", "2024-10-07", text)).incidents == ()


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Suvalia and Orinth each freed 200 prisoners on Monday, Red Lamp said.", "fulfilled"),
        ("Orinth said that Suvalia had failed to release the prisoners by the deadline.", "disputed"),
        ("Flour was dear in Castra on Monday.", "lapsed"),
    ],
    ids=["kept", "charged", "forgotten"],
)
def test_the_status_follows_from_what_is_told_later(later: str, status: str) -> None:
    (one,) = ledgers(PROMISE, report("l", "2024-10-22", later)).commitments
    assert one.status == status


def ids(rows: Sequence[object]) -> list[str]:
    return [getattr(row, "id", "") for row in rows]


def test_a_later_report_leaves_the_names_of_rows_alone() -> None:
    assert ids(ledgers(PROMISE).commitments) == ids(ledgers(*CASE).commitments)


def test_what_fell_due_before_is_not_taken_back() -> None:
    later = report(
        "l", "2024-11-12", "Suvalia suspended the exchange of prisoners with Orinth planned for this weekend."
    )
    assert [one.status for one in ledgers(PROMISE, FIRST, later).commitments] == ["partial"]
    soon = report(
        "s", "2024-10-12", "Suvalia suspended the exchange of prisoners with Orinth planned for this weekend."
    )
    assert [one.status for one in ledgers(PROMISE, FIRST, soon).commitments] == ["withdrawn"]


def test_what_was_done_before_the_day_of_a_promise_keeps_none() -> None:
    told = report(
        "t", "2024-10-03", "So far 40 prisoners in all have been freed by Suvalia, Red Lamp said.", "The Lantern"
    )
    (one,) = ledgers(PROMISE, told).commitments
    assert (one.status, one.deliveries) == ("announced", ())
