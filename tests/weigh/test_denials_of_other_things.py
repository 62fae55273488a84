"""Denials of something else: of a paper's report by name, of silence, of a charge that is only named behind."""

import pytest

from crosswire.model import Span
from crosswire.weigh.disputes import _SILENT
from crosswire.weigh.withheld import names_charge
from tests.weigh.test_denials_in_place import case, kinds
from tests.weigh.weigh_reports import Report

OFFER = "Blueland's memorandum demands that the lake council recognise the harbour of Orm as its own port."
DENIAL = (
    "Varga denied a report by the {} that Blueland would drop its demand that the council recognise the harbour of Orm."
)


def denied(paper: str, claim: str) -> list[str]:
    one, two = Report("a", "Lake Post"), Report("b", "Hill Gazette")
    one.say(claim, "DEMAND", speaker="toller", agent="BLU", mode="indirect", actors=("BLU", "toller"))
    told = {"speaker": "varga", "agent": "varga", "event": "DEMAND", "realis": "negated", "mode": "indirect"}
    two.say(DENIAL.format(paper), "DENY", actors=("varga", "BLU"), **told)
    return kinds(case(one, two))


def test_a_denial_of_a_papers_report_is_none_of_what_others_say() -> None:
    assert "denial" not in denied("Coast Wire", OFFER)


@pytest.mark.parametrize(
    ("sentence", "silent"),
    [
        ("The mayor did not comment on the report.", True),
        ("The mayor declined to comment.", True),
        ("The mayor did not sell the mill.", False),
    ],
)
def test_silence_asserts_nothing(sentence: str, silent: bool) -> None:
    assert (_SILENT.search(sentence) is not None) is silent


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Varga has denied committing any crime that warrants such charges.", False),
        ("Varga has denied the charges that were laid on Monday.", True),
        ("Varga has denied any wrongdoing.", True),
    ],
)
def test_a_charge_is_denied_where_it_is_the_object(sentence: str, named: bool) -> None:
    report = Report("a", "Lake Post")
    start = sentence.index("denied")
    said = {"speaker": "varga", "agent": "varga", "realis": "negated", "mode": "indirect"}
    at = len(report.text) + start
    report.say(sentence, "DENY", cue=Span(at, at + len("denied")), actors=("varga",), **said)
    assert names_charge(report.statements[-1]) is named
