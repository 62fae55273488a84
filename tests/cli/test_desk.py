"""`crosswire ledger CASE` and `crosswire positions CASE`, from reports to printed lines and JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswire.cli import cli

REPORTS = {
    "first.txt": """Title: Peru and Chile agree to free prisoners
Source: Harbour Post
Date: 2024-03-05

Peru and Chile held a first round of talks on Monday in the port of Arica, in a hotel which overlooks the harbour.

Peru and Chile agreed to release 50 prisoners by 30 March.

Chile demanded an immediate ceasefire. Peru rejected the demand for a ceasefire.
""",
    "second.txt": """Title: Shells fall on Ollo
Source: Coast Wire
Date: 2024-03-12

Peru accused Chile of shelling the village of Ollo on Monday, killing three people. Chile denied it.

The road to the village was closed for most of the day, and residents waited in the rain for a bus to the coast.
""",
}


def call(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, standalone_mode=False)


@pytest.fixture
def case(tmp_path: Path) -> str:
    paths = []
    for name, text in REPORTS.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    kept = str(tmp_path / "talks.crosswire")
    assert call("add", kept, "--fast", *paths).exception is None
    return kept


def test_the_ledger_of_a_case_is_printed_with_promises_and_incidents(case: str) -> None:
    told = call("ledger", case)
    assert told.exception is None
    assert "50" in told.output
    assert "Chile" in told.output
    assert "denied" in told.output


def test_the_ledger_as_data_holds_what_it_prints(case: str) -> None:
    promises = json.loads(call("ledger", case, "commitments", "--json").output)
    incidents = json.loads(call("ledger", case, "violations", "--json").output)
    assert [(one["deed"], sorted(one["promisors"])) for one in promises] == [("release", ["CHL", "PER"])]
    assert [(one["violator"], one["type"], one["response"]) for one in incidents] == [("CHL", "shelling", "denied")]


def test_the_positions_of_a_case_are_printed_and_listed(case: str) -> None:
    told = call("positions", case)
    assert told.exception is None
    assert "Chile: demand" in told.output
    listed = json.loads(call("positions", case, "--party", "Peru", "--issue", "ceasefire", "--json").output)
    assert [one["position"]["stance"] for one in listed] == ["reject"]


def test_the_gaps_of_a_case_are_listed(case: str) -> None:
    told = call("positions", case, "--gaps")
    assert told.exception is None
    assert "opposed" in told.output
