"""How near two words are in meaning, by the word pieces of the trained reader: no context, a table look-up."""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from crosswire.errors import ModelError
from crosswire.read.encoder.encoder import MODELS
from crosswire.read.encoder.wordpieces import Cutter

Vector = npt.NDArray[np.float32]
# Vectors kept in memory: more distinct words than a case of a thousand articles has.
_MEMORY = 200_000


class Meanings:
    """Vectors of words: the mean of their pieces', of length one."""

    def __init__(self) -> None:
        """Read the table of pieces out of the reader's weights."""
        folder = Path(MODELS)
        try:
            with np.load(folder / "weights.npz", allow_pickle=False) as stored:
                scale = stored["pieces.scale"] if "pieces.scale" in stored.files else 1.0
                table = stored["pieces"].astype(np.float32) * scale
            names = (folder / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1]
        except OSError as error:
            raise ModelError(f"{folder}: expected the weights of the reader, found none that can be read") from error
        # What all pieces share says nothing of any of them.
        self._table = table - table.mean(axis=0)
        self._cutter = Cutter(names)
        self._met: dict[str, Vector] = {}

    def of(self, word: str) -> Vector:
        """Return the vector of a word."""
        found = self._met.get(word)
        if found is None:
            pieces = [piece for one in self._cutter.cut(word, 0, len(word)) for piece in one.pieces]
            vector = self._table[pieces].mean(axis=0) if pieces else self._table[0]
            found = (vector / (float(np.linalg.norm(vector)) or 1.0)).astype(np.float32)
            if len(self._met) < _MEMORY:
                self._met[word] = found
        return found

    def stack(self, words: list[str]) -> Vector:
        """Return the vectors of words, one a row."""
        return np.stack([self.of(word) for word in words]) if words else np.zeros((0, self._table.shape[1]), np.float32)


@cache
def meanings() -> Meanings:
    """Return the table, read once."""
    return Meanings()
