"""The meaning of a stretch of text in a few numbers: what a sentence encoder would say of it, from states at hand."""

import zipfile
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.network import Weights, weights_of

Rows = NDArray[np.int8]


class Gist:
    """Puts stretches of words into vectors that lie close where two mean much the same (training/reader/meaning.py)."""

    def __init__(self, path: Path) -> None:
        """Keep where the weights are; nothing is read yet."""
        self._path = path

    @cached_property
    def _weights(self) -> Weights:
        try:
            with np.load(self._path, allow_pickle=False) as stored:
                return weights_of({key: stored[key] for key in stored.files})
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise ModelError(f"{self._path}: expected the weights of meanings, found none that can be read") from error

    def of(self, means: Array) -> Rows:
        """Return a row of eight-bit numbers for each stretch, given the mean states of its pieces; 0 for 0."""
        weights = self._weights
        # Not by `@`: see judge.Judge.glances.
        found = np.einsum("sk,mk->sm", means, weights["meaning.weight"]) + weights["meaning.bias"]
        found *= means.any(axis=1, keepdims=True)
        largest = np.maximum(np.abs(found).max(axis=1, keepdims=True, initial=0.0), 1e-6)
        rows: Rows = np.rint(found * (127 / largest)).astype(np.int8)
        return rows
