"""The demo's assessment: verified, readable, deterministic, honest about what it does not know."""

import datetime as dt
import re

import pytest

from crosswire.assess import allowed_words, assess, verify
from crosswire.assess.wording import alike, key
from crosswire.model import Assessment, Dossier, Line
from crosswire.packs import Packs
from crosswire.write import to_json


def lines(assessment: Assessment) -> list[Line]:
    return [line for section in assessment.sections for line in section.lines]


def test_every_line_passes_the_verifier(demo_assessment: Assessment, demo_dossier: Dossier) -> None:
    assert verify(demo_assessment, demo_dossier.articles, allowed_words(demo_dossier)) == []
    assert demo_assessment.dropped == 0


def test_every_line_is_cited_and_marked(demo_assessment: Assessment) -> None:
    for line in lines(demo_assessment):
        assert line.evidence
        assert line.kind in ("reported", "claimed", "assessed")
        if line.kind != "assessed":
            assert line.claims
            assert line.origins


def test_the_sections_an_analyst_expects_are_there(demo_assessment: Assessment) -> None:
    names = [section.name for section in demo_assessment.sections]
    expected = ["bottom_line", "what_we_know", "single_origin", "disagreements", "positions", "timeline", "watch"]
    assert [name for name in names if name in expected] == expected
    assert {"framing", "quotations", "opinion"} <= set(names)


def test_lines_read_as_sentences(demo_assessment: Assessment) -> None:
    for line in lines(demo_assessment):
        assert re.match(r"[\"“‘'«\[(]?[\[“]?[A-Z0-9$€£]", line.text), line.text
        assert re.search(r"[.!?:”\"’»)\]]$", line.text), line.text
        assert "\n" not in line.text


def test_no_section_says_the_same_twice(demo_assessment: Assessment) -> None:
    for section in demo_assessment.sections:
        shown = [key(line.text) for line in section.lines if line.kind != "assessed"]
        if section.name != "disagreements":
            assert not [1 for i, one in enumerate(shown) for two in shown[:i] if alike(one, two)], section.name


def test_what_we_know_rests_on_independent_origins(demo_assessment: Assessment) -> None:
    for section in demo_assessment.sections:
        for line in section.lines:
            if section.name == "what_we_know":
                assert len(line.origins) >= 2
            if section.name == "single_origin":
                assert len(line.origins) == 1


def test_assessing_twice_gives_equal_assessments(
    demo_assessment: Assessment, demo_dossier: Dossier, demo_packs: Packs
) -> None:
    again = assess(demo_dossier, demo_packs, question=demo_assessment.question, version="test")
    assert to_json(again) == to_json(demo_assessment)


def test_a_question_the_reports_cannot_answer_is_said_to_be_unanswered(
    demo_dossier: Dossier, demo_packs: Packs
) -> None:
    found = assess(demo_dossier, demo_packs, question="What does Zanzibar think of the volcano in Patagonia?")
    assert any("Zanzibar" in gap for gap in found.unanswered)
    assert any("Patagonia" in gap for gap in found.unanswered)


def test_the_question_steers_what_comes_first(demo_dossier: Dossier, demo_packs: Packs) -> None:
    prisoners = assess(demo_dossier, demo_packs, question="How many prisoners have been exchanged?")
    harbour = assess(demo_dossier, demo_packs, question="Who shelled the ferry terminal in Halm?")
    assert "prisoner" in prisoners.sections[0].lines[0].text.casefold()
    assert "halm" in " ".join(line.text for line in harbour.sections[0].lines).casefold()


@pytest.mark.parametrize("name", ["what_we_know", "timeline"])
def test_timeline_and_facts_hold_nothing_of_the_future(demo_assessment: Assessment, name: str) -> None:
    as_of = demo_assessment.as_of
    assert as_of == dt.date(2025, 5, 24)
    section = next(one for one in demo_assessment.sections if one.name == name)
    for line in section.lines:
        if name == "timeline" and line.label and (found := re.match(r"(\d+) (\w+) (\d{4})$", line.label)):
            assert dt.datetime.strptime(found.group(), "%d %B %Y").date() <= as_of
