"""Denials of a deed told just before in other words, and leads that count one plan differently."""

from typing import Any

import pytest

from crosswire.model import Dossier
from crosswire.weigh import weigh
from tests.weigh.weigh_reports import Report, count

BEATEN = {"event": "ATTACK", "speaker": "toller", "mode": "direct"}
DENIED = {"event": "ATTACK", "agent": "varga", "speaker": "varga"}


def case(*reports: Report) -> Dossier:
    return weigh([r.article for r in reports], [r.reading for r in reports])


def answered(told: dict[str, Any], denial: dict[str, Any], between: str = "The ward smelled of soap.") -> Dossier:
    report = Report("a", "Lake Post").say("The guards beat us till spring.", "STATE", **{**BEATEN, **told})
    report.say(between)
    return case(report.say("Mira Varga denied that captives had been mistreated.", "DENY", **{**DENIED, **denial}))


def test_a_denial_answers_the_deed_told_just_before() -> None:
    (dispute,) = answered({}, {}).disputes
    assert dispute.kind == "denial"


@pytest.mark.parametrize(
    ("told", "denial", "between"),
    [
        pytest.param({"negated": True}, {}, "Rain fell.", id="told-not-to-have-happened"),
        pytest.param({"realis": "future"}, {}, "Rain fell.", id="still-to-come"),
        pytest.param({"event": "RELEASE"}, {"event": "RELEASE"}, "Rain fell.", id="no-misdeed"),
        pytest.param({}, {"event": "DETAIN"}, "Rain fell.", id="another-deed"),
        pytest.param({"event_agent": "BLU"}, {}, "Rain fell.", id="another-doer"),
        pytest.param({}, {"event_agent": "BLU"}, "Rain fell.", id="denies-for-another"),
        pytest.param({"speaker": "varga"}, {}, "Rain fell.", id="her-own-words"),
        pytest.param({}, {}, "Rain fell on the roofs of the town. " * 20, id="far-away"),
    ],
)
def test_no_denial_of_it(told: dict[str, Any], denial: dict[str, Any], between: str) -> None:
    assert not answered(told, denial, between).disputes


def plans(one: dict[str, Any], other: dict[str, Any]) -> Dossier:
    deal = {"act": "AGREE_JOINT", "event": "RELEASE", "agent": "RED", "target": "BLU", "realis": "future"}
    swap = {"act": "RELEASE", "agent": "RED", "realis": "future"}
    long = "Redland and Blueland agreed after a night at the mill to exchange 1,000 captives held since the flood."
    first = {"sentence": long, "figures": [count("prisoner", 1000)], **deal, **one}
    second = {"sentence": "1,200 of them to be swapped", "figures": [count("prisoner", 1200)], **swap, **other}
    reports = []
    for name, fields in zip("ab", (first, second), strict=True):
        filler, day = fields.pop("filler", None), fields.pop("day", 0)
        report = Report(name, f"Outlet {name}", day)
        if filler:
            report.say(filler)
        reports.append(report.say(fields.pop("sentence"), fields.pop("act"), **fields))
    return case(*reports)


def test_two_leads_that_count_one_plan_differently_disagree() -> None:
    (dispute,) = plans({}, {}).disputes
    assert (dispute.kind, [side.label for side in dispute.sides]) == ("figure", ["1,000", "1,200"])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"realis": "actual"}, id="done-already"),
        pytest.param({"event": "WITHDRAW"}, id="another-deed"),
        pytest.param({"day": 3}, id="another-day"),
        pytest.param({"filler": "A ferry sank off the cape."}, id="no-lead"),
    ],
)
def test_two_plans(other: dict[str, Any]) -> None:
    assert not plans({}, other).disputes
