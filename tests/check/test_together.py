"""The right words in the right relation score above the same words in another one."""

import time

import pytest

from crosswire.check.library import Library
from crosswire.check.score import load_model, measures
from crosswire.check.together import together
from crosswire.model import Article, Region, Span
from crosswire.packs import load
from crosswire.read import RuleAnnotator

SOURCE = (
    "The president of Kestria met the envoy of Valmora in Corvane on Monday. "
    "The envoy rejected the plan for the northern pass. The president later left for the coast. "
    "Fishermen in Tern Bridge welcomed the plan and thanked the mayor."
)


@pytest.fixture(scope="module")
def library() -> Library:
    article = Article("source", SOURCE, regions=(Region(0, len(SOURCE), "body"),))
    packs = load("core")
    return Library([article], [RuleAnnotator().annotate(article, packs)], packs)


def measured(text: str, library: Library) -> dict[str, float]:
    return together(library.vocabulary.words(text, Span(0, len(text))), text, library.units, library)


@pytest.mark.parametrize("name", ["placed", "joined", "three", "flow"])
def test_what_the_source_says_scores_above_the_same_words_otherwise(library: Library, name: str) -> None:
    right = measured("The envoy rejected the plan for the northern pass.", library)
    wrong = measured("The fishermen rejected the mayor for the northern coast.", library)
    assert right[name] > wrong[name]


def test_a_sentence_of_the_source_is_wholly_in_its_place(library: Library) -> None:
    found = measured("Fishermen in Tern Bridge welcomed the plan and thanked the mayor.", library)
    assert found["placed"] == found["joined"] == found["three"] == 1.0


def test_strange_words_are_in_no_place(library: Library) -> None:
    found = measured("Seven orchards bloomed quietly.", library)
    assert found["placed"] == found["joined"] == found["three"] == 0.0


def test_nothing_stated_is_measured_without_evidence(library: Library) -> None:
    assert together([], "", [], library)["flow"] == 0.0


def test_the_weights_are_of_what_is_measured(library: Library) -> None:
    assert set(load_model().names) <= set(measures([], "", [], library))


@pytest.mark.parametrize("text", ["plan " * 20_000, "envoy plan " * 10_000], ids=["one-word", "two-words"])
def test_a_long_statement_takes_no_long_time(library: Library, text: str) -> None:
    started = time.perf_counter()
    measured(text[:5_000], library)
    assert time.perf_counter() - started < 2
