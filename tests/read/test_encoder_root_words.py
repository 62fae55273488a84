"""What bare words say about a relation's root."""

from pathlib import Path

import numpy as np
import pytest

from crosswire.errors import ModelError
from crosswire.read.encoder.judge import ROOTS
from crosswire.read.encoder.root_words import RootWords, root_words, word_runs


def marked(line: str) -> tuple[str, list[int]]:
    text, marks, mark = "", [], 0
    for letter in line:
        if letter in "[{]}":
            mark = {"[": 1, "{": 2}.get(letter, 0)
        else:
            text += letter
            marks.append(mark)
    return text, marks


@pytest.mark.parametrize(
    ("line", "root"),
    [
        ("[Lima] lent {La Paz} rescue teams and medicine.", "AID"),
        ("[The junta] arrested {a bishop} on Friday.", "COERCE"),
        ("[Bandits] killed {two shepherds} in the hills.", "ASSAULT"),
        ("[Crowds] marched against {the junta} in protest.", "PROTEST"),
        ("[Peru] broke off relations with {Belarus}.", "SANCTION"),
    ],
)
def test_words_tell_a_root(line: str, root: str) -> None:
    said = root_words().scores(*marked(line))
    assert max(said, key=lambda one: said[one]) == root
    assert sum(np.exp(list(said.values()))) == pytest.approx(1, abs=1e-4)


def test_who_the_parties_are_counts_nothing_but_which_is_which_does() -> None:
    assert word_runs(*marked("[Lima] met {La Paz}.")) == word_runs(*marked("[The Holy See] met {Oslo}."))
    assert word_runs(*marked("[Lima] met {La Paz}.")) != word_runs(*marked("{Lima} met [La Paz]."))


def test_no_words_still_have_scores() -> None:
    assert set(root_words().scores("", [])) == set(ROOTS)


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "roots.npz").write_bytes(b"none")
    with pytest.raises(ModelError, match="weights of the roots"):
        RootWords(tmp_path / "roots.npz").scores("a", [0])
