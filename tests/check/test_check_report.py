"""An invented desk brief on the demo's case, with an error of every kind planted in it, next to true statements."""

import json
from pathlib import Path

import pytest

from crosswire.errors import SourceError
from crosswire.model import Check, Checked
from crosswire.write.check import check_to_json, check_to_markdown, check_to_text
from crosswire.write.check_html import check_to_html
from crosswire.write.check_words import summary
from tests.check.conftest import Checker

REPORTS = Path(__file__).parent / "reports"
EXPECTED = json.loads((REPORTS / "sarn-brief.expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def brief(checked: Checker) -> Check:
    return checked((REPORTS / "sarn-brief.md").read_text(encoding="utf-8"))


def statement(check: Check, opening: str) -> Checked:
    (found,) = [one for one in check.statements if one.text.startswith(opening)]
    return found


@pytest.mark.parametrize("opening", EXPECTED)
def test_each_statement_gets_the_verdict_a_fact_checker_gives(brief: Check, opening: str) -> None:
    found = statement(brief, opening)
    assert found.verdict == EXPECTED[opening], f"{found.reason} {found.differences}"


def test_nothing_but_statements_is_checked(brief: Check) -> None:
    assert len(brief.statements) == len(EXPECTED)


def test_every_piece_of_evidence_stands_where_it_says(brief: Check) -> None:
    texts = {one.article: one.text for one in brief.passages}
    for one in brief.statements:
        for evidence in (*one.evidence, *(d.evidence for d in one.differences if d.evidence)):
            evidence.check(texts[evidence.article])


def test_every_difference_stands_in_the_report(brief: Check) -> None:
    for one in brief.statements:
        for difference in one.differences:
            assert difference.span.of(brief.report.text) == difference.said


@pytest.mark.parametrize(
    ("opening", "said", "found"),
    [
        ("The delegations met for five hours", "five hours", "three hours"),
        ("Envoy Paulo Arrente", "Paulo Arrente", "Signe Torvik"),
        ("After the second round", "lasting", "real"),
        ("Oskarsky said of Brask", "", "never"),
        ("Kestria accepted", "accepted", "rejected"),
    ],
)
def test_the_words_that_differ_are_named_with_those_of_the_sources(
    brief: Check, opening: str, said: str, found: str
) -> None:
    differences = statement(brief, opening).differences
    assert (said, found) in {(one.said, one.found) for one in differences}


def test_a_reference_that_is_not_in_the_list_is_told(brief: Check) -> None:
    (citation,) = statement(brief, "Insurers").citations
    assert citation.problem == "the list of references has no entry 9"


def test_copies_are_named_with_the_report_they_copy(brief: Check) -> None:
    (difference,) = [one for one in statement(brief, "Four independent").differences if one.kind == "copies"]
    assert "Meridian Wire (also printed by" in difference.note


def test_the_same_report_gives_the_same_bytes(brief: Check, checked: Checker) -> None:
    again = checked((REPORTS / "sarn-brief.md").read_text(encoding="utf-8"))
    for writer in (check_to_html, check_to_json, check_to_markdown, check_to_text):
        assert writer(again) == writer(brief)


def test_the_summary_counts_the_checkable_statements(brief: Check) -> None:
    assert summary(brief).startswith("5 of 18 checkable statements supported; 2 quotations altered; ")


def test_a_true_brief_is_not_accused(checked: Checker) -> None:
    check = checked(
        "Signe Torvik said a second round would be held within ten days. Nobody has died in vain, says the poet.\n\n"
        "The ten-day truce was not renewed.\n\nKestria closed the strait to Valmoran-flagged ships on 14 March."
    )
    wrong = {
        one.text: one.verdict for one in check.statements if one.verdict not in ("supported", "unsupported", "partly")
    }
    assert not wrong


def test_a_report_of_questions_has_nothing_to_check(checked: Checker) -> None:
    with pytest.raises(SourceError, match="expected statements"):
        checked("# What now?\n\nWill the two presidents meet in the summer?")


def test_what_the_report_and_the_sources_say_is_escaped(checked: Checker) -> None:
    page = check_to_html(
        checked("The envoy <script>alert(1)</script> of Estavia & Torvik met both delegations in Corvane.")
    )
    assert "<script" not in page
    assert "&amp; Torvik" in page
