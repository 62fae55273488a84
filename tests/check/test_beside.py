"""A statement is laid out with its evidence, and read beside it."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from bench.quality.check.corpora import desk_of, library_of
from bench.quality.check.swaps import demo

from crosswire.check import check_report, choose_comparer
from crosswire.check.appraise import Appraisal, appraise
from crosswire.check.beside import (
    COMMON,
    HELD,
    LIMIT,
    LONGEST_STATEMENT,
    MISSING,
    MISSING_NAME,
    MISSING_NUMBER,
    SHARED_WORD,
    THEIRS,
    Laid,
    lay_out,
    read_beside,
)
from crosswire.check.library import Library
from crosswire.check.score import held, load_model, model_of
from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.encoder.comparer import Comparer, load_comparer
from crosswire.sources.drafts import read_draft

PACKS = load("core")
SOURCE = (
    "The president of Kestria met the envoy of Valmora in Corvane on Monday.",
    "The envoy rejected the plan for the northern pass, which 40 villages had signed.",
    "The president later left for the coast.",
    "Fishermen in Tern Bridge welcomed the plan and thanked Mayor Odalys Brandt.",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(SOURCE, PACKS)


@pytest.fixture(scope="module")
def comparer() -> Comparer:
    return load_comparer()


def laid(claim: str, library: Library, comparer: Comparer) -> Laid:
    stated, desk = desk_of(claim, library, PACKS)
    found, text = appraise(stated, desk), desk.report.text
    shares = [held(word, text, found.units, library, found.settled) for word in found.words]
    span = Span(0, len(text))
    return lay_out(text, span, found.words, shares, found.units, library=library, cutter=comparer.cutter)


def marks(claim: str, library: Library, comparer: Comparer) -> dict[str, int]:
    found = laid(claim, library, comparer)
    words = [claim[word.start : word.end] for word in found.words]
    return dict(zip(words, (found.inputs[4][head] for head in found.heads), strict=True))


def read(claim: str, library: Library, comparer: Comparer) -> Appraisal:
    stated, desk = desk_of(claim, library, PACKS)
    (found,) = read_beside([appraise(stated, desk)], [stated], desk.report.text, library=library, comparer=comparer)
    return found


def test_each_word_is_told_whether_the_evidence_has_it(library: Library, comparer: Comparer) -> None:
    found = marks("The envoy of Norrland rejected the plan, 70 villages told orchards.", library, comparer)
    assert found["envoy"] == found["plan"] == HELD
    assert found["Norrland"] == MISSING_NAME
    assert found["70"] == MISSING_NUMBER
    assert found["orchards"] == MISSING
    assert found["of"] == found[","] == COMMON


def test_the_evidence_stands_behind_the_statement_the_best_sentence_first(library: Library, comparer: Comparer) -> None:
    found = laid("Fishermen in Tern Bridge welcomed the plan.", library, comparer)
    ends = [at for at, piece in enumerate(found.inputs[0]) if piece == comparer.cutter.last]
    theirs = found.inputs[4][ends[0] + 1 : ends[1]]
    assert set(found.inputs[4][1 : ends[0]]) <= {COMMON, HELD}
    assert set(theirs) == {THEIRS, SHARED_WORD}
    assert theirs.count(SHARED_WORD) >= 5


@pytest.mark.parametrize("times", [1, 30, 400])
def test_a_window_is_never_longer_than_its_limit(library: Library, comparer: Comparer, times: int) -> None:
    found = laid("The envoy rejected the plan for the northern pass " * times, library, comparer)
    assert {len(row) for row in found.inputs} == {len(found.inputs[0])}
    assert len(found.inputs[0]) <= LIMIT
    assert all(head < LONGEST_STATEMENT for head in found.heads)
    assert len(found.heads) == len(found.words)


def test_what_no_source_holds_a_word_of_is_unlikely_without_a_look(library: Library, comparer: Comparer) -> None:
    found = read("Seven orchards bloomed quietly yesterday.", library, comparer)
    assert found.measures["whole"] < -3
    assert found.support < 0.1


def test_a_sentence_copied_whole_is_likely_without_a_look(library: Library, comparer: Comparer) -> None:
    found = read(SOURCE[3], library, comparer)
    assert found.measures["whole"] > 3
    assert found.support > 0.9


PAIRS = {
    "another-name": (
        "The envoy of Valmora met the president of Kestria in Corvane.",
        "The envoy of Valmora met the president of Kestria in Tern Bridge.",
    ),
    "denied": (
        "The envoy rejected the plan for the northern pass.",
        "The envoy did not reject the plan for the northern pass.",
    ),
    "turned-round": (
        "The envoy rejected the plan for the northern pass.",
        "The envoy welcomed the plan for the northern pass.",
    ),
    "another-number": (
        "The envoy rejected the plan, which 40 villages had signed.",
        "The envoy rejected the plan, which 47 villages had signed.",
    ),
    "another-deed": ("Fishermen in Tern Bridge thanked the mayor.", "Fishermen in Tern Bridge ousted the mayor."),
}


@pytest.mark.parametrize(("right", "wrong"), PAIRS.values(), ids=list(PAIRS))
def test_what_the_source_says_looks_better_than_what_it_does_not(
    library: Library, comparer: Comparer, right: str, wrong: str
) -> None:
    good, bad = (read(claim, library, comparer).measures for claim in (right, wrong))
    assert good["whole"] > bad["whole"]


def test_the_weights_are_of_what_is_measured(library: Library, comparer: Comparer) -> None:
    found = read("The envoy rejected a plan for the pass.", library, comparer)
    assert set(model_of(found.measures).names) <= set(found.measures)
    assert model_of(found.measures) == load_model("beside")


def test_the_same_statement_always_looks_the_same(library: Library, comparer: Comparer) -> None:
    found: Sequence[Appraisal] = [read("The envoy of Valmora rejected the plan.", library, comparer) for _ in range(3)]
    assert len({one.support for one in found}) == 1


def test_checking_fast_is_checking_by_words() -> None:
    assert choose_comparer(fast=True) is None
    assert choose_comparer() is not None


def test_the_desk_brief_gets_its_verdicts_when_read_beside_too() -> None:
    folder = Path(__file__).parent / "reports"
    expected = json.loads((folder / "sarn-brief.expected.json").read_text(encoding="utf-8"))
    case, draft = demo(), read_draft((folder / "sarn-brief.md").read_bytes(), "draft.md")
    check = check_report(draft, case.dossier, case.readings, case.packs, None, choose_comparer())
    found = {opening: [one.verdict for one in check.statements if one.text.startswith(opening)] for opening in expected}
    assert found == {opening: [verdict] for opening, verdict in expected.items()}
