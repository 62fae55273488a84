"""What the user decides about a case: kept, replayed, shown, and taken back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswire.case import Case
from crosswire.cli import cli
from crosswire.errors import DecisionError, StoreError
from crosswire.model import DecisionKind, standing
from crosswire.write import to_json, to_markdown

MADE = dt.datetime(2025, 6, 4, 9, 30, tzinfo=dt.UTC)
WIRE = """The harbour of Vesk was closed on Monday after the crews of Oria and Teland agreed on a truce of 30 days.
Cranes stood still along the northern quay while officials counted the containers that had waited there since winter.

Ilse Varga, the defence minister of Oria, said the guns would fall silent at midnight. Dockers who had gathered at the
gates were told to come back on Thursday, when the first two ships were expected from the south.
"""
REPORTS = {
    "harbour.txt": f"Title: Harbour closed\nSource: Harbour Post\nDate: 2025-06-03\n\n{WIRE}",
    "ledger.txt": f"Title: Vesk harbour shut\nSource: Northern Ledger\nDate: 2025-06-03\n\n{WIRE}",
    "mail.txt": """Title: Truce of 30 days
Source: Vesk Mail
Date: 2025-06-04

The crews of Oria and Teland agreed on a truce of 30 days on Monday. Defence Minister I. Varga praised the dockers.

Jon Petrov, the foreign minister of Teland, said that the ships would sail on Thursday. Nobody
in the town had expected an end of the quarrel before the summer.
""",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Case(tmp_path / "talks.crosswire", create=True) as opened:
        opened.add([str(tmp_path / name) for name in REPORTS])
        yield opened


def decide(case: Case, kind: DecisionKind, subject: str, value: str = "", note: str = "") -> int:
    return case.decide(kind, subject, value, author="Ana", made=MADE, note=note).number


def origins(case: Case) -> dict[str, str]:
    dossier = case.dossier()
    return {article.label: dossier.outlet_origin[article.id] for article in dossier.articles}


def test_a_dropped_report_leaves_everything_but_a_note_of_who_dropped_it(case: Case) -> None:
    decide(case, "drop", "mail.txt", note="withdrawn by its editor")
    assessment = case.assess()
    assert {row.outlet for row in assessment.sources} == {"Harbour Post", "Northern Ledger"}
    assert [(one.location[-8:], one.reason) for one in assessment.corpus.skipped] == [
        ("mail.txt", "decision 1 by Ana, 2025-06-04: withdrawn by its editor")
    ]
    assert "Petrov" not in to_markdown(assessment)


def test_what_is_undone_leaves_the_same_bytes(case: Case) -> None:
    before = to_json(case.assess())
    number = decide(case, "drop", "mail.txt")
    assert to_json(case.assess()) != before
    decide(case, "undo", str(number))
    assert to_json(case.assess()) == before
    assert [one.kind for one in case.decisions()] == ["drop", "undo"]
    assert standing(case.decisions()) == ()


def test_a_copy_counts_for_itself_when_its_origin_is_split(case: Case) -> None:
    copied = origins(case)
    assert copied["Harbour Post"] == copied["Northern Ledger"] != copied["Vesk Mail"]
    decide(case, "split-origin", "ledger.txt")
    assert len(set(origins(case).values())) == 3


def test_a_report_counts_as_the_outlet_it_is_merged_with(case: Case) -> None:
    decide(case, "merge-origin", "mail.txt", "harbour post", note="same desk")
    assert len(set(origins(case).values())) == 1
    row = next(row for row in case.assess().sources if row.outlet == "Vesk Mail")
    assert row.folded == "it counts as Harbour Post's: decision 1 by Ana, 2025-06-04: same desk"


def test_one_outlet_under_two_names_is_one_origin(case: Case) -> None:
    before = len({origin for claim in case.dossier().claims for origin in claim.origins})
    decide(case, "merge-outlet", "Vesk Mail", "Harbour Post")
    assert len(set(origins(case).values())) == 1
    assert len({origin for claim in case.dossier().claims for origin in claim.origins}) < before


def test_actors_are_merged_and_parted_again(case: Case) -> None:
    names = {actor.name for actor in case.dossier().actors if actor.kind == "person"}
    assert {"Ilse Varga", "Jon Petrov"} <= names
    decide(case, "merge-actor", "Jon Petrov", "Ilse Varga")
    merged = next(actor for actor in case.dossier().actors if actor.name == "Ilse Varga")
    assert "Jon Petrov" in merged.names
    assert not any(actor.name == "Jon Petrov" for actor in case.dossier().actors)
    decide(case, "split-actor", "Ilse Varga", "Jon Petrov")
    assert {actor.name for actor in case.dossier().actors if actor.kind == "person"} == names


def test_an_unreliable_outlet_lends_a_claim_no_confidence(case: Case) -> None:
    def truce() -> tuple[str | None, str | None]:
        lines = [line for section in case.assess().sections for line in section.lines]
        line = next(line for line in lines if "truce of 30 days" in line.text and len(line.origins) == 2)
        return line.confidence, line.note

    assert truce()[0] == "moderate"
    decide(case, "rate", "Vesk Mail", "E")
    confidence, note = truce()
    assert confidence == "low"
    assert "Vesk Mail rated unreliable" in (note or "")
    assert "rated E" in to_markdown(case.assess())


@pytest.mark.parametrize(
    ("kind", "subject", "value", "says"),
    [
        ("drop", "nowhere.txt", "", "no report named 'nowhere.txt'"),
        ("rate", "Harbour Post", "G", "grades run from A"),
        ("rate", "Lake Wire", "B", "no outlet is called 'Lake Wire'"),
        ("merge-actor", "Nobody Atall", "Ilse Varga", "nobody called 'Nobody Atall'"),
        ("undo", "7", "", "no decision in force"),
    ],
)
def test_a_decision_that_names_nothing_is_refused(
    case: Case, kind: DecisionKind, subject: str, value: str, says: str
) -> None:
    with pytest.raises(DecisionError, match=says):
        decide(case, kind, subject, value)
    assert case.decisions() == []


def test_dropping_every_report_says_how_to_go_back(case: Case) -> None:
    for name in REPORTS:
        decide(case, "drop", name)
    with pytest.raises(StoreError, match="take one back with"):
        case.assess()


def test_the_command_lists_what_was_decided_and_explains_every_folding(case: Case, tmp_path: Path) -> None:
    path = str(tmp_path / "talks.crosswire")

    def call(*arguments: str) -> str:
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output
        return result.output

    assert "Ana: rate Vesk Mail D" in call("edit", path, "rate", "vesk mail", "D", "--by", "Ana")
    assert "(taken back)" not in call("edit", path, "list")
    call("edit", path, "undo", "1", "--by", "Ana")
    assert "rate Vesk Mail D  (taken back)" in call("edit", path, "list")
    explained = call("sources", path, "--explain")
    assert "% of its wording" in explained
    assert "The harbour of Vesk was closed" in explained
