"""What a user corrects, strikes and adds in the ledgers, the positions and the rounds: marked, replayed, taken back."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.case import Case
from crosswire.cli import cli
from crosswire.errors import DecisionError
from crosswire.model import Decision, DecisionKind
from crosswire.weigh.naming import records_of
from crosswire.weigh.record_fields import FIELDS, get, parse, put, spell
from crosswire.write import to_html, to_json, to_markdown

MADE = dt.datetime(2025, 6, 9, 8, 0, tzinfo=dt.UTC)
PACK = Path(__file__).resolve().parents[1] / "bench/gold/ledgers/pack"
REPORTS = {
    "one.txt": """Title: Swap agreed at first round of talks
Source: Coast Wire
Date: 2025-06-02

Torvania and Leskia held a first round of talks in Hollin on Monday.
Torvania and Leskia agreed to free 300 prisoners each by 20 June.
Torvania demanded a ceasefire of 30 days. Leskia rejected a ceasefire.

The talks lasted four hours, and the delegations left without a word to the families who had waited at the gate.
The mayor sent them soup and blankets, and a band that had come for a wedding played until the last bus had gone.
""",
    "two.txt": """Title: Shells on Pell
Source: Hill Courier
Date: 2025-06-05

Leskia accused Torvania of shelling the town of Pell on Thursday, wounding four people. Torvania denied it.

A school in the upper town was closed for the day, and the buses to the coast ran late because of the police posts.
""",
    "three.txt": """Title: Second round
Source: Coast Wire
Date: 2025-06-08

Torvania and Leskia held a second round of talks in Hollin on Sunday. Leskia said it would free forty pilots by 12 June.

The hotel had been cleared of guests since Friday and its kitchen served the two delegations in two separate rooms.
""",
}
PILOTS = "Leskia said it would free forty pilots by 12 June."


def decide(
    case: Case,
    kind: DecisionKind,
    subject: str,
    *fields: tuple[str, str],
    value: str = "",
    quote: str = "",
    note: str = "",
) -> Decision:
    return case.decide(kind, subject, value, author="Ana", made=MADE, note=note, fields=fields, quote=quote)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    packs = ("core", "negotiation", str(PACK))
    with Case(tmp_path / "talks.crosswire", create=True, packs=packs, fast=True) as opened:
        opened.add([str(tmp_path / name) for name in REPORTS])
        yield opened


def swap(case: Case) -> str:
    (one,) = [one for one in case.dossier().commitments if one.promised == 300]
    return one.id


def test_a_corrected_commitment_says_what_stood_there_before(case: Case) -> None:
    decide(case, "correct", swap(case), ("promised", "340"), ("deadline", "2025-06-21"), note="the annex")
    (one,) = [one for one in case.dossier().commitments if one.marks]
    assert (one.promised, one.deadline) == (340, dt.date(2025, 6, 21))
    assert [mark.label for mark in one.marks] == [
        "corrected by Ana, 2025-06-09: promised 300 → 340 (the annex)",
        "corrected by Ana, 2025-06-09: deadline 2025-06-20 → 2025-06-21 (the annex)",
    ]
    assessment = case.assess()
    for written in (to_markdown(assessment), to_html(assessment), to_json(assessment)):
        assert "promised 300 → 340" in written


def test_a_struck_incident_leaves_only_a_note(case: Case) -> None:
    (one,) = case.dossier().incidents
    decide(case, "strike", one.id, note="a drill")
    dossier = case.dossier()
    assert dossier.incidents == ()
    (note,) = dossier.skipped
    assert note.reason.startswith("incident struck by Ana, 2025-06-09 (a drill): “Leskia accused Torvania")


def test_an_added_record_rests_on_the_words_of_a_report(case: Case) -> None:
    fields = (("violator", "Torvania"), ("type", "breach"), ("day", "2025-06-05"), ("killed", "0/1/2"))
    decide(case, "add-record", "incident", *fields, value="two.txt", quote="A school in the upper town was closed")
    (one,) = [one for one in case.dossier().incidents if one.marks]
    assert (one.violator, one.type, one.day) == ("TOR", "breach", dt.date(2025, 6, 5))
    assert (one.tolls[0].low, one.tolls[0].best, one.tolls[0].high) == (0, 1, 2)
    assert one.evidence[0].quote == "A school in the upper town was closed"
    assert "added by Ana, 2025-06-09" in to_markdown(case.assess())


def test_an_added_position_stands_in_its_round_and_makes_a_gap(case: Case) -> None:
    fields = (("party", "Leskia"), ("issue", "prisoners"), ("stance", "offer"), ("round", "2"))
    decide(case, "add-record", "position", *fields, value="three.txt", quote=PILOTS)
    (one,) = [one for one in case.dossier().positions if one.marks]
    assert (one.party, one.round, one.act, one.firmness) == ("LES", "round:2025-06-08", "OFFER", "preference")
    assert one.claims
    assert case.assess().dropped == 0


def test_a_position_corrected_to_an_acceptance_is_no_longer_opposed(case: Case) -> None:
    def relations() -> set[str]:
        return {gap.relation for gap in case.dossier().gaps if gap.issue == "ceasefire"}

    (refusal,) = [
        one for one in case.dossier().positions if one.issue == "ceasefire" and one.stance in ("reject", "red_line")
    ]
    assert relations() == {"opposed"}
    decide(case, "correct", refusal.id, ("stance", "accept"))
    assert "opposed" not in relations()


def test_an_added_round_takes_its_place_by_its_day(case: Case) -> None:
    fields = (("day", "2025-06-20"), ("parties", "Torvania, Leskia"), ("mediator", "Ana Roke"))
    before = [one.day for one in case.dossier().rounds]
    with pytest.raises(DecisionError, match="nobody called 'Ana Roke'"):
        decide(case, "add-record", "round", *fields, value="three.txt", quote=PILOTS)
    decide(case, "add-record", "round", *fields[:2], value="three.txt", quote=PILOTS)
    rounds = case.dossier().rounds
    assert [one.day for one in rounds] == [*before, dt.date(2025, 6, 20)]
    assert not rounds[-1].held


@pytest.mark.parametrize(
    ("kind", "subject", "fields", "quote", "says"),
    [
        ("correct", "k0000", [("deadline", "2025-06-21")], "", "no record with an id"),
        ("correct", "SWAP", [("dedline", "2025-06-21")], "", "has no field 'dedline'"),
        ("correct", "SWAP", [("deadline", "soon")], "", "expected a date"),
        ("correct", "SWAP", [("status", "kept")], "", "none of: announced, due"),
        ("correct", "SWAP", [("promisors", "none")], "", "a value is needed"),
        ("correct", "SWAP", [("round", "7")], "", "no round '7'"),
        ("correct", "SWAP", [("issues", "weather")], "", "no issue is called 'weather'"),
        ("correct", "SWAP", [], "", "name a field"),
        ("add-record", "sermon", [], PILOTS, "no kind of record"),
        ("add-record", "incident", [("type", "shelling")], PILOTS, "needs violator"),
        ("add-record", "commitment", [("promisors", "LES"), ("deed", "release")], "It would free them.", "not say"),
        ("add-record", "commitment", [("promisors", "LES"), ("deed", "release")], "", "exact words"),
    ],
)
def test_what_names_nothing_is_refused(
    case: Case, kind: DecisionKind, subject: str, fields: list[tuple[str, str]], quote: str, says: str
) -> None:
    with pytest.raises(DecisionError, match=says):
        decide(case, kind, swap(case) if subject == "SWAP" else subject, *fields, value="three.txt", quote=quote)
    assert case.decisions() == []


def test_a_correction_outlives_a_report_that_tells_of_the_promise_earlier(case: Case, tmp_path: Path) -> None:
    old = swap(case)
    decide(case, "correct", old, ("deadline", "2025-06-21"))
    early = REPORTS["one.txt"].replace("Coast Wire", "River Post").replace("Swap agreed", "A swap")
    early = early.replace("first round of talks in Hollin on Monday", "meeting in Hollin on Monday")
    early = early.replace("four hours, and the delegations left without", "all day, and nobody there had")
    (tmp_path / "early.txt").write_text(early.replace("2025-06-02", "2025-06-01"), encoding="utf-8")
    case.add([str(tmp_path / "early.txt")])
    (one,) = [one for one in case.dossier().commitments if one.promised == 300]
    assert one.id != old
    assert one.deadline == dt.date(2025, 6, 21)


def test_a_decision_whose_record_is_gone_is_said(case: Case) -> None:
    decide(case, "correct", swap(case), ("deadline", "2025-06-21"))
    case.decide("drop", "one.txt", author="Ana", made=MADE)
    told = [one.reason for one in case.dossier().skipped if one.location == "decision 1"]
    assert len(told) == 1
    assert told[0].endswith("changes nothing: no report of the case tells of that record any more")


def test_an_added_record_goes_with_its_report_and_is_said(case: Case) -> None:
    fields = (("promisors", "LES"), ("deed", "release"), ("promised", "40"))
    decide(case, "add-record", "commitment", *fields, value="three.txt", quote=PILOTS)
    assert any(one.marks for one in case.dossier().commitments)
    case.decide("drop", "three.txt", author="Ana", made=MADE)
    dossier = case.dossier()
    assert not any(one.marks for one in dossier.commitments)
    assert any("the report it rests on is not among those weighed" in one.reason for one in dossier.skipped)


def test_an_added_record_is_itself_corrected_and_struck(case: Case) -> None:
    fields = (("promisors", "LES"), ("deed", "release"), ("promised", "40"))
    decide(case, "add-record", "commitment", *fields, value="three.txt", quote=PILOTS)
    decide(case, "correct", "k-u1", ("promised", "38"))
    (one,) = [one for one in case.dossier().commitments if one.id == "k-u1"]
    assert (one.promised, [mark.how for mark in one.marks]) == (38, ["added", "corrected"])
    decide(case, "strike", "k-u1")
    assert not [one for one in case.dossier().commitments if one.id == "k-u1"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_is_undone_leaves_the_same_bytes(case: Case, data: st.DataObject) -> None:
    before = to_json(case.assess())
    dossier = case.dossier()
    rows = [one.id for listed in records_of(dossier).values() for one in listed]
    kind: DecisionKind = data.draw(st.sampled_from(["correct", "strike", "add-record"]))
    if kind == "add-record":
        made = decide(case, kind, "incident", ("violator", "LES"), ("type", "breach"), value="three.txt", quote=PILOTS)
    else:
        row = data.draw(st.sampled_from(rows))
        field = ("stance", "accept") if row.startswith("p") else ("day", "2025-06-07")
        fields = [("made", "2025-06-03")] if row.startswith("k") else [field]
        made = decide(case, kind, row, *(fields if kind == "correct" else ()))
    assert to_json(case.assess()) != before
    case.decide("undo", str(made.number), author="Ana", made=MADE)
    assert to_json(case.assess()) == before


def test_every_correction_shows_in_the_report(case: Case) -> None:
    before = to_json(case.assess())
    for kind, listed in records_of(case.dossier()).items():
        for row in listed:
            field = {"position": ("stance", "accept"), "commitment": ("made", "2025-06-03")}
            made = decide(case, "correct", row.id, field.get(kind, ("day", "2025-06-07")))
            assert to_json(case.assess()) != before, row
            case.decide("undo", str(made.number), author="Ana", made=MADE)


def test_a_stand_of_four_words_is_shown_and_stands_against_the_other(case: Case) -> None:
    lines = {(one.name, line.text) for one in case.assess().sections for line in one.lines}
    assert ("positions", "Leskia rejected a ceasefire.") in lines
    assert ("gaps", "Leskia rejected a ceasefire.") in lines


def test_every_field_of_every_record_is_read_back_as_it_is_written(case: Case) -> None:
    for kind, listed in records_of(case.dossier()).items():
        assert listed
        for row in listed:
            for name, field in FIELDS[kind].items():
                held = get(row, name)
                value = parse(field, name, held)
                assert get(put(row, name, value), name) == held, (kind, name)
                assert parse(field, name, spell(value)) == value, (kind, name)


def test_the_commands_correct_list_and_mark(case: Case, tmp_path: Path) -> None:
    path = str(tmp_path / "talks.crosswire")

    def call(*arguments: str) -> str:
        result = CliRunner().invoke(cli, [*arguments])
        assert result.exit_code == 0, result.output
        return result.output

    rows = json.loads(call("edit", path, "records", "--json"))
    assert {row["kind"] for row in rows} >= {"commitment", "position", "round"}
    call("edit", path, "correct", swap(case), "promised", "340", "--by", "A. Analyst")
    assert "corrected by A. Analyst" in call("ledger", path)
    args = ["edit", path, "add-record", "position", "party=LES", "issue=prisoners", "stance=offer"]
    call(*args, "--source", "three.txt", "--quote", PILOTS, "--by", "Bo")
    assert "added by Bo" in call("positions", path)
    assert "corrected by A. Analyst" in call("edit", path, "records")
    assert "add-record position" in call("edit", path, "list")
    marks = json.loads(call("ledger", path, "--json"))["commitments"]
    assert [mark["after"] for one in marks for mark in one["marks"]] == ["340"]
    wrong = CliRunner().invoke(cli, ["edit", path, "add-record", "position", "party"])
    assert wrong.exit_code != 0
