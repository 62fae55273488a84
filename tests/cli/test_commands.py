"""The commands as a user meets them: output, exit codes, errors that say what to do."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswire.cli import _COMMANDS, cli
from crosswire.errors import CrosswireError

REPORT = """Title: Envoys agree on truce
Source: Harbour Post
Date: 2025-06-03

The envoys of Oria and Teland agreed on a truce of 30 days on Monday. They will exchange 340 prisoners each.

"This is a beginning," Defence Minister Ilse Varga of Oria said after the meeting in the lake town of Vesk.
"""


def call(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=stdin, standalone_mode=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(cli, [command, "--help"])
    assert result.exit_code == 0
    assert f"crosswire {command}" in result.output


def test_assess_prints_the_report_without_an_output_file(report: Path) -> None:
    result = call("assess", str(report))
    assert result.return_value == 0
    assert "1 report, 1 outlet" in result.output
    assert "agreed on a truce of 30 days" in result.output


@pytest.mark.parametrize("suffix", ["html", "md", "json", "txt"])
def test_assess_writes_each_format_twice_to_the_same_bytes(report: Path, tmp_path: Path, suffix: str) -> None:
    one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
    for output in (one, two):
        assert call("assess", str(report), "-o", str(output), "-q", "Will the truce hold?").return_value == 0
    assert one.read_bytes() == two.read_bytes()
    assert b"truce" in one.read_bytes()


def test_assess_reads_standard_input(report: Path) -> None:
    assert "agreed on a truce" in call("assess", "-", stdin=REPORT).output


def test_strict_tells_by_its_exit_code_that_an_input_was_skipped(report: Path) -> None:
    (report.parent / "noise.pdf").write_bytes(b"%PDF-1.4 broken")
    assert call("assess", str(report.parent)).return_value == 0
    assert call("assess", "--strict", str(report.parent)).return_value == 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["assess", "nowhere.txt"], "nowhere.txt"),
        (["assess", "{report}", "--as-of", "June"], "2025-06-02"),
        (["assess", "{report}", "-o", "report.docx"], ".html"),
        (["assess", "{report}", "--pack", "atlantis"], "known packs"),
        (["claims", "nowhere.crosswire"], "crosswire add"),
        (["assess", "{report}", "--as-of", "2001-01-01"], "later --as-of"),
    ],
    ids=["missing-path", "odd-date", "odd-suffix", "unknown-pack", "missing-case", "everything-after-the-date"],
)
def test_errors_name_the_place_and_the_remedy(arguments: list[str], says: str, report: Path) -> None:
    result = call(*(argument.format(report=report) for argument in arguments))
    assert isinstance(result.exception, CrosswireError)
    assert says in str(result.exception)


def test_a_kept_case_from_add_to_why(report: Path, tmp_path: Path) -> None:
    case = str(tmp_path / "talks.crosswire")
    added = json.loads(call("add", case, str(report), "--json").output)
    assert (added["new"], added["read"]) == (1, 1)
    listed = json.loads(call("claims", case, "--json").output)
    assert listed
    claim = listed[0]["claim"]["id"]
    for order in ((claim, case), (case, claim)):
        assert json.loads(call("why", *order, "--json").output)["claim"]["id"] == claim
    sources = json.loads(call("sources", case, "--json").output)
    assert [row["outlet"] for row in sources["sources"]] == ["Harbour Post"]
    assert "truce" in call("assess", case).output


def test_doctor_says_what_became_of_each_input(report: Path) -> None:
    (report.parent / "noise.pdf").write_bytes(b"%PDF-1.4 broken")
    result = call("doctor", str(report.parent), "--json")
    checks = {Path(check["name"]).name: check for check in json.loads(result.output)}
    assert checks["report.txt"]["ok"]
    assert not checks["noise.pdf"]["ok"]
    assert result.return_value == 1
    assert call("doctor").return_value == 0


@pytest.mark.parametrize("name", ["core", "negotiation", "ukraine_russia"])
def test_shipped_packs_pass_their_own_check(name: str) -> None:
    result = call("pack", "check", name)
    assert result.return_value == 0, result.output


def test_a_broken_pack_is_reported_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('name = "x"\ntitle = "X"\ndescription = "X"\n')
    (tmp_path / "actors.toml").write_text('[[actors]]\nid = "a"\nname = "A"\nkind = "planet"\n')
    result = call("pack", "check", str(tmp_path))
    assert result.return_value == 1 or "actors.toml" in str(result.exception)
    assert "actors.toml" in result.output + str(result.exception)


def test_the_command_answers_quickly_and_from_any_folder(tmp_path: Path) -> None:
    best = min(_seconds([sys.executable, "-m", "crosswire", "--version"], tmp_path) for _ in range(3))
    assert best < 0.6  # 0.3 on an idle machine; CI machines are busy


def _seconds(command: list[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=folder, capture_output=True, env={**os.environ})
    return time.perf_counter() - started


def test_a_closed_pipe_is_no_error(report: Path) -> None:
    command = f"{sys.executable} -m crosswire assess {report} | head -c 20"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
