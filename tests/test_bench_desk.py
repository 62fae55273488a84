"""The desk's sets are whole: labels name parties, issues and rounds of their set, and places their reports name."""

import datetime as dt
from typing import Any, get_args

import pytest
from bench.quality.desk.evaluate import rows

from crosswire.model import IncidentType, Relation, Response, Taken
from crosswire.packs import load

SPLITS = ("dev2", "dev3", "dev4", "test3")
SETS = [row for split in SPLITS for row in rows(split)]
GENERAL = {issue.id for issue in load("core", "negotiation").issues}

each_set = pytest.mark.parametrize("row", SETS, ids=[f"{row['split']}-{row['id']}" for row in SETS])


def test_every_set_is_told_once() -> None:
    assert len({row["id"] for row in SETS}) == len(SETS)
    assert len({one["text"] for row in SETS for one in row["reports"]}) == sum(len(row["reports"]) for row in SETS)


@each_set
def test_cells_and_gaps_name_what_the_set_has(row: dict[str, Any]) -> None:
    parties = {one["party"] for one in row["actors"] if "party" in one}
    issues = GENERAL | {one["id"] for one in row["issues"]}
    rounds = {0, *(one["ordinal"] for one in row["rounds"])}
    spoke = {(one["party"], one["issue"]) for one in row["cells"]}
    for one in row["cells"]:
        assert one["party"] in parties
        assert one["issue"] in issues
        assert one["round"] in rounds
        assert one["stance"] in get_args(Taken)
    for one in row["gaps"]:
        assert one["relation"] in get_args(Relation)
        assert one["round"] in rounds
        assert one["parties"] == sorted(one["parties"])
        assert {(party, one["issue"]) for party in one["parties"]} <= spoke


@each_set
def test_rounds_and_ledgers_name_what_the_set_has(row: dict[str, Any]) -> None:
    actors = {one["id"] for one in row["actors"]}
    told = " ".join(f"{one['title']} {one['text']}" for one in row["reports"]).lower()
    last = max(dt.date.fromisoformat(one["date"]) for one in row["reports"])
    for one in row["rounds"]:
        assert dt.date.fromisoformat(one["day"]) <= last
        assert one["mediator"] in {None, *actors}
        assert one["venue"] is None or one["venue"].lower() in told
    for one in row["commitments"]:
        assert {*one["promisors"], *one["promisees"]} <= actors
        assert one["delivered"] is None or one["promised"] is None or one["delivered"] <= one["promised"]
    for one in row["incidents"]:
        assert {one["violator"], *one["alleged_by"]} <= actors
        assert one["type"] in get_args(IncidentType)
        assert one["response"] in {None, *get_args(Response)}
        assert one["place"] is None or one["place"] in told
        assert one["day"] is None or dt.date.fromisoformat(one["day"]) <= last
