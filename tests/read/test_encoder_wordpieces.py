import time

import pytest

from crosswire.read.encoder.wordpieces import SHAPES, Cutter

PIECES = ["[UNK]", "[CLS]", "[SEP]", "env", "##oy", "##s", "met", "zelaya", ".", "’", "s", "1", "##0", "%", "cafe"]


@pytest.fixture
def cutter() -> Cutter:
    return Cutter(PIECES)


def _cut(cutter: Cutter, text: str) -> list[tuple[str, list[str]]]:
    return [(text[w.start : w.end], [PIECES[p] for p in w.pieces]) for w in cutter.cut(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Envoys met.", [("Envoys", ["env", "##oy", "##s"]), ("met", ["met"]), (".", ["."])]),
        ("Zelaya’s", [("Zelaya", ["zelaya"]), ("’", ["’"]), ("s", ["s"])]),
        ("10%", [("10", ["1", "##0"]), ("%", ["%"])]),
        ("Café", [("Café", ["cafe"])]),
        ("met quux", [("met", ["met"]), ("quux", ["[UNK]"])]),
        ("", []),
        (" \n\t ", []),
    ],
    ids=["longest-pieces-first", "possessive-apart", "signs-apart", "accents-dropped", "unknown", "empty", "blank"],
)
def test_cutting(cutter: Cutter, text: str, words: list[tuple[str, list[str]]]) -> None:
    assert _cut(cutter, text) == words


def test_offsets_count_code_points_of_the_whole_text(cutter: Cutter) -> None:
    text = "😀 Envoys met."
    found = cutter.cut(text, 2, len(text))
    assert [text[word.start : word.end] for word in found] == ["Envoys", "met", "."]


def test_the_same_letters_in_another_case_have_the_same_pieces_and_another_shape(cutter: Cutter) -> None:
    words = cutter.cut("met Met MET mEt", 0, 15)
    assert len({word.pieces for word in words}) == 1
    assert len({word.shape for word in words}) == 4


def test_a_word_that_leans_on_the_one_before_says_so(cutter: Cutter) -> None:
    apart, leaning = cutter.cut("met .", 0, 5)[1], cutter.cut("met.", 0, 4)[1]
    assert leaning.shape == apart.shape + SHAPES // 2


def test_a_word_has_the_same_pieces_however_often_it_was_met(cutter: Cutter) -> None:
    assert cutter.cut("Envoys", 0, 6) == cutter.cut("Envoys", 0, 6)


@pytest.mark.parametrize("text", ["(" * 300_000, "a" * 300_000, "a " * 150_000, "7" * 300_000, "é" * 300_000])
def test_odd_text_is_cut_in_linear_time(cutter: Cutter, text: str) -> None:
    started = time.process_time()
    cutter.cut(text, 0, len(text))
    assert time.process_time() - started < 2
