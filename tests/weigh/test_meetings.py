"""Which reports are of one meeting, when hardly a word is common."""

from typing import Any

import pytest

from crosswire.weigh import weigh
from tests.weigh.weigh_reports import CAST, Report, actor, count, on

HALL = actor("hall", "Miller's Hall", "place", known=True)
QUAY = actor("quay", "Quay House", "place", known=True)
GREEN = actor("GRN", "Greenland Isles", "state", party="GRN", known=True)
AHEAD = {"act": "MEET", "realis": "future", "event_date": on(9)}
HELD = {"act": "MEET", "figures": [count("hour", 3)]}


def joined(*told: dict[str, Any], cast: tuple[str, ...] = ("RED", "BLU")) -> bool:
    """Tell whether the sentences, one an outlet, make one claim; each report names the cast elsewhere."""
    reports = []
    for name, fields in zip("abcd", told, strict=False):
        more = dict(fields)
        report = Report(name, f"Outlet {name}", more.pop("day", 0))
        report.actors = (*CAST, HALL, QUAY, GREEN)
        report.say(f"Filler {name} of {name}alpha went {name}beta over {name}gamma.", actors=more.pop("cast", cast))
        reports.append(report.say(more.pop("sentence"), more.pop("act"), **more))
    claims = weigh([r.article for r in reports], [r.reading for r in reports]).claims
    return any(len({s.partition(":")[0] for s in c.statements}) == len(told) for c in claims)


ROUND = {**AHEAD, "sentence": "The next round is set for June 10."}
AGAIN = {**AHEAD, "sentence": "The negotiators meet again on June 10."}
BACK = {**AHEAD, "sentence": "The two delegations are due back at Miller's Hall.", "actors": ("hall",)}
TIMED = {**HELD, "sentence": "The delegations met for three hours in a mill by the lake."}
LASTED = {**HELD, "sentence": "the negotiations, which lasted three hours"}


def test_one_appointment_in_other_words() -> None:
    assert joined(ROUND, AGAIN, BACK)


def test_two_that_name_the_same_parties_need_no_more() -> None:
    both = ("RED", "BLU")
    assert joined({**ROUND, "actors": both}, {**AGAIN, "actors": both}, cast=())


def test_one_meeting_held_is_known_by_its_length() -> None:
    assert joined(TIMED, LASTED)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param((ROUND, {**AGAIN, "event_date": on(10)}), id="other-day"),
        pytest.param((ROUND, {**AGAIN, "realis": "actual"}), id="announced-and-held"),
        pytest.param((ROUND, {**AGAIN, "event_date": None}), id="no-day"),
        pytest.param((BACK, {**AGAIN, "actors": ("quay",)}), id="other-venue"),
        pytest.param(({**ROUND, "actors": ("RED", "BLU")}, {**AGAIN, "actors": ("RED", "GRN")}), id="other-parties"),
        pytest.param((ROUND, {**AGAIN, "cast": ("GRN",)}), id="reports-of-other-sides"),
        pytest.param((TIMED, {**LASTED, "figures": [count("hour", 4)]}), id="other-length"),
        pytest.param((TIMED, {**LASTED, "day": 3}), id="a-later-session"),
        pytest.param((TIMED, {**LASTED, "act": "ATTACK"}), id="no-meeting"),
    ],
)
def test_two_meetings_stay_apart(told: tuple[dict[str, Any], ...]) -> None:
    assert not joined(*told)
