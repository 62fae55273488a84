"""The network that reads a claim beside its evidence runs from the package's own weights."""

from pathlib import Path

import numpy as np
import pytest

from crosswire.errors import ModelError
from crosswire.read.encoder.comparer import COMPARER, ROWS, Comparer, load_comparer
from crosswire.read.encoder.encoder import MODELS

Window = tuple[list[list[int]], list[int]]


def window(size: int) -> Window:
    """Return a window of invented pieces whose words are one piece each."""
    return [[2000 + at for at in range(size)], *([0] * size for _ in range(ROWS - 1))], list(range(1, size - 1))


def test_a_window_scores_the_same_among_others_as_alone() -> None:
    comparer = load_comparer()
    windows = [window(size) for size in (20, 64, 33, 9, 50, 21)]
    together, alone = comparer.compare(windows), [comparer.compare([one])[0] for one in windows]
    for one, other in zip(together, alone, strict=True):
        assert one.whole == pytest.approx(other.whole, abs=0.15)
        assert np.allclose(one.words, other.words, atol=0.3)


def test_every_word_has_a_score() -> None:
    (found,) = load_comparer().compare([window(12)])
    assert found.words.shape == (10,)
    assert np.isfinite(found.words).all()


def test_nothing_to_compare_is_nothing() -> None:
    assert load_comparer().compare([]) == []


def test_the_weights_are_small() -> None:
    assert (MODELS / COMPARER).stat().st_size < 700_000
    assert sum(path.stat().st_size for path in MODELS.iterdir()) < 30_000_000


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"comparer\.npz"):
        load_comparer(tmp_path)
    with pytest.raises(ModelError, match="comparer"):
        Comparer(tmp_path).compare([window(5)])
