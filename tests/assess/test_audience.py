"""Who an assessment is written for changes its order, weight and length; a vantage adds what touches that party."""

import msgspec
import pytest

from crosswire.assess import allowed_words, assess, verify
from crosswire.errors import QuestionError
from crosswire.model import Analyst, Article, Assessment, Dossier, Section
from crosswire.packs import Packs, choose_analyst
from crosswire.pipeline import Inputs, understood


def section(assessment: Assessment, name: str) -> Section | None:
    return next((one for one in assessment.sections if one.name == name), None)


def test_without_a_vantage_no_party_is_looked_after(demo_assessment: Assessment) -> None:
    assert section(demo_assessment, "vantage") is None
    assert demo_assessment.analyst is None


def test_a_vantage_adds_what_touches_its_party(demo_dossier: Dossier, demo_packs: Packs) -> None:
    valmora = choose_analyst("valmora", demo_packs)
    written = assess(demo_dossier, demo_packs, analyst=valmora)
    found = section(written, "vantage")
    assert found is not None
    assert verify(written, demo_dossier.articles, allowed_words(demo_dossier)) == []
    labels = {(line.label or "").partition(" · ")[0] for line in found.lines}
    told = {"Common ground", "Offer not answered", "Against its position", "Owed to it", "Told of it by others"}
    assert labels == told
    assert "Valmora" in (written.analyst or "")
    kestria = assess(demo_dossier, demo_packs, analyst=msgspec.structs.replace(valmora, vantage="KES"))
    other = section(kestria, "vantage")
    assert other is not None
    mine, theirs = ({line.text for line in one.lines if one} for one in (found, other))
    assert len(mine & theirs) < len(mine) / 2  # what they owe each other stands in both


def test_sections_come_as_the_analyst_orders_them(demo_dossier: Dossier, demo_packs: Packs) -> None:
    analyst = Analyst("me", sections=("timeline", "bottom_line"), tone="brief")
    written = assess(demo_dossier, demo_packs, analyst=analyst)
    assert [one.name for one in written.sections] == ["timeline", "bottom_line"]
    assert len(written.sections[0].lines) == 5


def test_an_unknown_section_is_refused(demo_dossier: Dossier, demo_packs: Packs) -> None:
    with pytest.raises(QuestionError, match="horoscope"):
        assess(demo_dossier, demo_packs, analyst=Analyst("me", sections=("horoscope",)))


def test_a_distrusted_outlet_lends_no_confidence(demo_dossier: Dossier, demo_packs: Packs) -> None:
    usual = assess(demo_dossier, demo_packs)
    known = section(usual, "what_we_know")
    assert known is not None
    wary = assess(demo_dossier, demo_packs, analyst=Analyst("me", distrusted=("Meridian Wire", "KRT")))
    rated = {row.outlet: row.reliability for row in wary.sources}
    assert rated["Meridian Wire"] == rated["KRT"] == "E"
    assert rated["Harbour Post"] is None
    firm = {line.text for one in usual.sections for line in one.lines if line.confidence in ("high", "moderate")}
    still = {line.text for one in wary.sections for line in one.lines if line.confidence in ("high", "moderate")}
    assert still < firm


def test_weights_move_what_the_analyst_cares_for_up(demo_dossier: Dossier, demo_packs: Packs) -> None:
    def share(analyst: Analyst | None) -> float:
        written = section(assess(demo_dossier, demo_packs, analyst=analyst), "single_origin")
        assert written is not None
        issues = {claim.id: claim.issues for claim in demo_dossier.claims}
        hits = sum("prisoners" in issues[line.claims[0]] for line in written.lines)
        return hits / len(written.lines)

    assert share(Analyst("me", issues={"prisoners": 10.0})) > share(None)


def test_reports_in_a_language_the_analyst_does_not_read_are_left_out_aloud() -> None:
    english, french, unknown = (
        Article("a", "One.", language="en", location="a.txt"),
        Article("b", "Deux.", language="fr", location="b.txt"),
        Article("c", "3.", location="c.txt"),
    )
    kept = understood(Inputs((english, french, unknown), ()), Analyst("me", languages=("en",)))
    assert kept.articles == (english, unknown)
    assert [one.location for one in kept.skipped] == ["b.txt"]
    assert understood(Inputs((french,), ()), None).articles == (french,)


def test_each_part_of_the_question_is_answered_or_said_to_be_open(demo_dossier: Dossier, demo_packs: Packs) -> None:
    question = "How many prisoners have been exchanged, and what will the insurance premium be?"
    written = assess(demo_dossier, demo_packs, question=question)
    found = section(written, "answers")
    assert found is not None
    assert found.lines[0].label == "How many prisoners have been exchanged?"
    assert any("premium" in gap and "answers" in gap for gap in written.unanswered)
    assert not any("How many" in gap for gap in written.unanswered)
