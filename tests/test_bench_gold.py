"""Our own gold is whole: its spans, labels, splits and passes hold together."""

from collections import Counter

import pytest
from bench.gold import ACTS as GOLD
from bench.gold import ActRow, FigureRow, Split, act_rows, figure_rows
from bench.gold.agreement import act_passes, figure_passes, kappa
from bench.gold.marked import marked_rows

ACTS = act_rows()
FIGURES = figure_rows()
ONTOLOGY = frozenset(
    str.split("""
    DEMAND APPEAL PROPOSE OFFER CONDITION RED_LINE REJECT ACCEPT COUNTER AGREE_JOINT PROMISE CONCEDE THREATEN ACCUSE
    CONDEMN DENY CLAIM_RESP STATE ENDORSE WALK_OUT MEET MEDIATE RELEASE CEASEFIRE WITHDRAW ACCESS ATTACK VIOLATE
    MOBILISE SANCTION DETAIN
    """)
)
REALIS = {"actual", "future", "conditional", "negated", "questioned", "reported"}
QUALIFIERS = {"exactly", "at-least", "at-most", "about", "range", "each", "all"}


@pytest.mark.parametrize("rows", [ACTS, FIGURES], ids=["acts", "figures"])
def test_ids_and_sentences_are_unique(rows: list[ActRow] | list[FigureRow]) -> None:
    assert len({row.id for row in rows}) == len({row.text for row in rows}) == len(rows)


def test_every_span_of_an_act_is_words() -> None:
    for row in ACTS:
        for start, end in [*([row.source] if row.source else []), *row.targets]:
            words = row.text[start:end]
            assert 0 <= start < end <= len(row.text), row.id
            assert words == words.strip(), row.id
            assert start == 0 or not row.text[start - 1].isalnum(), row.id
            assert end == len(row.text) or not row.text[end].isalnum(), row.id


def test_labels_are_the_ontologys() -> None:
    for row in ACTS:
        assert row.act in ONTOLOGY | {"none"}, row.id
        assert row.event is None or (row.event in ONTOLOGY and row.event != row.act), row.id
        assert row.realis in REALIS, row.id
        assert (row.plover is None) == (row.quad is None), row.id


def test_a_negative_has_nothing_to_find() -> None:
    for row in ACTS:
        if row.act == "none":
            assert (row.event, row.source, row.targets, row.issue, row.plover) == (None, None, (), None, None), row.id


def test_every_act_is_trained_and_tested() -> None:
    train, test = (Counter(row.act for row in act_rows(split)) for split in ("train", "test"))
    assert set(train) == set(test) == ONTOLOGY | {"none"}
    assert min((train + test).values()) >= 12
    assert min(test.values()) >= 4
    assert (train + test)["none"] >= 60


def test_every_conflict_is_in_both_splits() -> None:
    assert {row.conflict for row in act_rows("train")} == {row.conflict for row in act_rows("test")}


def test_every_span_of_a_figure_holds_its_number() -> None:
    for row in FIGURES:
        ends = [0, *(figure.end for figure in row.figures)]
        for figure, before in zip(row.figures, ends, strict=False):
            assert before <= figure.start < figure.end <= len(row.text), row.id
            words = row.text[figure.start : figure.end]
            assert words == words.strip(), row.id
            assert figure.qualifier in QUALIFIERS, row.id
            bounds = (figure.low is not None, figure.high is not None)
            wanted = {"at-least": (True, False), "at-most": (False, True), "all": (False, False)}
            assert bounds == wanted.get(figure.qualifier, (True, True)), row.id
            if figure.qualifier == "range":
                assert (figure.low or 0) < (figure.high or 0), row.id
            if figure.formula is not None:
                assert figure.formula in words, row.id


def test_passes_are_of_the_gold_and_say_why_it_differs() -> None:
    passes = act_passes()
    assert [row.id for row in passes] == [row.id for row in ACTS]
    for row, both in zip(ACTS, passes, strict=True):
        settled = both.first == both.second == (row.act, row.realis)
        assert settled or both.why, row.id
    twice = [row.id for row in figure_passes()]
    assert twice == [row.id for row in FIGURES[: len(twice)]]
    assert {row.id for row in FIGURES if row.split == "test"} <= set(twice)
    for both_figures in figure_passes():
        assert both_figures.first == both_figures.second or both_figures.why, both_figures.id


def test_kappa_of_chance_is_nought() -> None:
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0


@pytest.mark.parametrize("split", ["test2", "test3"])
def test_a_later_test_holds_every_act_and_its_parts(split: Split) -> None:
    rows = act_rows(split)
    assert {row.act for row in rows} == {row.act for row in ACTS}
    assert {row.split for row in rows} == {split}
    assert not {row.text for row in rows} & {row.text for row in ACTS}
    for row in rows:
        assert not set("[]{}") & set(row.text)
        assert row.act != "none" or not (row.source or row.targets)
        for start, end in (*row.targets, *([row.source] if row.source else [])):
            assert row.text[start:end].strip() == row.text[start:end] != ""


def test_further_sentences_have_two_passes_and_are_in_no_test() -> None:
    further, test = (list(marked_rows(GOLD.with_name(name))) for name in ("more3.txt", "test3.txt"))
    passes = act_passes("passes3.jsonl")
    assert len(passes) == len(further) + len(test)
    for (act, realis, _, _), both in zip([*further, *test], passes, strict=True):
        assert both.first == both.second == (act, realis) or both.why, both.id
    tested = {row.text for split in ("test", "test2", "test3") for row in act_rows(split)}
    assert not {text for _, _, text, _ in further} & tested
