import numpy as np
import pytest

from crosswire.model import Span
from crosswire.read.encoder.found import FoundEntity
from crosswire.read.encoder.namesakes import settle_kinds, share_scores
from crosswire.read.encoder.windows import find_windows
from crosswire.read.encoder.wordpieces import Cutter

CUTTER = Cutter(["[UNK]", "[CLS]", "[SEP]"])


def _shared(text: str, *rows: list[list[float]]) -> list[list[list[float]]]:
    sentences = [Span(at, at + len(line)) for at, line in zip((0, text.find("\n") + 1), text.split("\n"), strict=False)]
    windows = find_windows(text, sentences, CUTTER, [], limit=4)
    assert len(windows) == len(rows)
    found = share_scores(text, windows, [np.array(row, dtype=np.float32) for row in rows], share=0.5)
    return [row.tolist() for row in found]


def test_uses_of_a_name_draw_together_over_windows() -> None:
    assert _shared("Orun fell\nOrun stood", [[4, 0], [1, 1]], [[0, 0], [2, 2]]) == [[[3, 0], [1, 1]], [[1, 0], [2, 2]]]


@pytest.mark.parametrize("text", ["orun fell\norun fell", "Orun fell\nOruk stood", "Orun fell\nORUN stood"])
def test_small_words_and_other_names_keep_their_scores(text: str) -> None:
    rows = [[[4.0, 0.0], [1.0, 1.0]], [[0.0, 0.0], [2.0, 2.0]]]
    assert _shared(text, *rows) == rows


def _kinds(text: str, *names: tuple[str, str, float]) -> list[str]:
    found, at = [], 0
    for name, kind, score in names:
        at = text.index(name, at)
        found.append(FoundEntity(Span(at, at + len(name)), kind, score))
        at += 1
    return [entity.kind for entity in settle_kinds(text, found)]


def test_the_surer_kind_wins() -> None:
    assert _kinds("Orun and Orun", ("Orun", "place", 0.9), ("Orun", "person", 0.3)) == ["place", "place"]


def test_longer_names_have_their_own_kind() -> None:
    names = ("Orun", "place", 0.9), ("Orun Steel", "organisation", 0.6)
    assert _kinds("Orun hosts Orun Steel", *names) == ["place", "organisation"]


def test_an_even_vote_is_settled_alike_in_any_order() -> None:
    one = _kinds("Orun and Orun", ("Orun", "place", 0.5), ("Orun", "person", 0.5))
    assert one == _kinds("Orun and Orun", ("Orun", "person", 0.5), ("Orun", "place", 0.5))
