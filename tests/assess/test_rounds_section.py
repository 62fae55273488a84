"""The rounds of talks and the grid of positions, on the bundled case."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.model import Assessment, Dossier, Section
from crosswire.packs import Packs
from crosswire.write import to_html, to_markdown


def section(assessment: Assessment, name: str) -> Section:
    return next(one for one in assessment.sections if one.name == name)


def test_every_round_of_the_case_stands_once_with_its_day_and_place(demo_assessment: Assessment) -> None:
    heads = [line.label for line in section(demo_assessment, "rounds").lines if not line.level]
    assert heads == [
        "Round 1 · 29 April 2025 · Corvane",
        "Round 2 · 8 May 2025 · Corvane",
        "Round 3 · 20 May 2025 · Corvane",
        "Next round · 10 June 2025",
    ]


@pytest.mark.parametrize(
    ("issue", "party", "column", "stance"),
    [
        ("ceasefire", "Valmora", "Round 1, 29 Apr", "demand"),
        ("ceasefire", "Kestria", "Round 1, 29 Apr", "rejection"),
        ("ceasefire", "Valmora", "Round 2, 8 May", "acceptance"),
        ("monitoring and verification", "Kestria", "Round 2, 8 May", "rejection"),
        ("monitoring and verification", "Kestria", "Round 3, 20 May", "acceptance"),
        ("territory and borders", "Kestria", "Round 3, 20 May", "concession"),
    ],
)
def test_a_cell_holds_a_position_of_its_round(
    demo_assessment: Assessment, issue: str, party: str, column: str, stance: str
) -> None:
    found = section(demo_assessment, "positions").grid
    assert found is not None
    row = next(row for row in found.rows if row.heads == (issue, party))
    assert stance in [entry.text for entry in row.cells[found.columns.index(column)]]


def test_every_entry_of_the_grid_leads_to_a_line_with_evidence(demo_assessment: Assessment) -> None:
    shown = section(demo_assessment, "positions")
    assert shown.grid is not None
    lines = {line.id: line for line in shown.lines}
    entries = [entry for row in shown.grid.rows for cell in row.cells for entry in cell]
    assert len(entries) > 20
    assert all(lines[entry.line].evidence for entry in entries)
    page = to_html(demo_assessment)
    assert all(f'id="l-positions-{entry.line}"' in page for entry in entries)
    assert "| ceasefire | Valmora |" in to_markdown(demo_assessment)


def test_what_a_round_brought_is_no_older_than_the_round(demo_assessment: Assessment) -> None:
    published = {row.article: row.published for row in demo_assessment.sources}
    day = None
    for line in section(demo_assessment, "rounds").lines:
        if not line.level and line.label:
            day = dt.datetime.strptime(line.label.split(" · ")[1], "%d %B %Y").date()
        else:
            first = min(date for one in line.evidence if (date := published[one.article]))
            assert day is not None
            assert first >= day


def test_what_two_parties_take_together_stands_in_both_rows_and_once_in_the_list(demo_assessment: Assessment) -> None:
    shown = section(demo_assessment, "positions")
    assert shown.grid is not None
    joint = {
        line.id for line in shown.lines if (line.label or "").startswith("Kestria and Valmora · ceasefire · agreement")
    }
    assert len(joint) == 1
    rows = [row for row in shown.grid.rows if row.heads[0] == "ceasefire" and not row.heads[1].startswith("between")]
    held = [{entry.line for cell in row.cells for entry in cell} for row in rows]
    assert len(held) == 2
    assert all(joint <= lines for lines in held)


def test_a_round_is_told_by_every_report_that_a_line_under_it_rests_on(demo_assessment: Assessment) -> None:
    head: set[str] = set()
    seen = 0
    for line in section(demo_assessment, "rounds").lines:
        if not line.level:
            head = {words.article for words in line.evidence}
            assert f"in {len(head)} report" in line.text
        elif line.label and not line.label.startswith("next date"):
            assert {words.article for words in line.evidence} <= head
            seen += 1
    assert seen > 5


def test_a_charge_is_in_words_that_charge_one_side(demo_assessment: Assessment) -> None:
    lines = section(demo_assessment, "violations").lines
    assert not [line.text for line in lines if not line.level and "accused the other" in line.text]


def test_what_is_promised_is_not_said_twice(demo_assessment: Assessment) -> None:
    labels = [line.label or "" for line in section(demo_assessment, "commitments").lines]
    assert any(" · truce · " in label for label in labels)
    assert not [label for label in labels if "truce: truce" in label]


def test_what_needs_the_other_side_stands_below_it(demo_assessment: Assessment) -> None:
    lines = [line.text for line in section(demo_assessment, "disagreements").lines]
    at = next(number for number, text in enumerate(lines) if text.endswith("still says 14 May."))
    assert "16 May" in lines[at - 1]


def test_a_round_to_come_is_told_by_who_says_that_they_meet(demo_assessment: Assessment) -> None:
    [coming] = [
        line for line in section(demo_assessment, "rounds").lines if (line.label or "").startswith("Next round")
    ]
    assert {"Meridian Wire", "Northgate Press Agency"} <= set((coming.note or "").replace(" and ", ", ").split(", "))


def test_a_state_and_its_spokeswoman_are_one_origin_of_a_charge(demo_assessment: Assessment) -> None:
    notes = [line.note or "" for line in section(demo_assessment, "violations").lines]
    assert any("1 independent origin: Kestria (with Mira Stanek)" in note for note in notes)
    assert not [note for note in notes if "2 origins: Kestria and Mira Stanek" in note]


def test_a_day_set_that_nobody_told_of_again_is_no_next_round(demo_dossier: Dossier, demo_packs: Packs) -> None:
    later = assess(demo_dossier, demo_packs, question="Where do the talks stand?", as_of=dt.date(2025, 9, 1))
    heads = [line.label for line in section(later, "rounds").lines if not line.level]
    assert heads[-1] == "Planned round · 10 June 2025"
