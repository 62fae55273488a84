"""Reads a claim beside its evidence: the reader's own layers, each with a thin one of this task's, and two scores."""

import zipfile
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crosswire.errors import ModelError
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.encoder import ACTS, MODELS, PIECES, WEIGHTS
from crosswire.read.encoder.network import PIECES as TABLE
from crosswire.read.encoder.network import SCALE, Weights, embedded, layer_of, layers_of, linear_of, weights_of
from crosswire.read.encoder.runtime import openvino
from crosswire.read.encoder.session import UNSEEN, Network, form, rounded_up
from crosswire.read.encoder.wordpieces import Cutter

COMPARER = "comparer.npz"
# The rows of its input: those of a window, and what is said of each piece beside its word.
ROWS = 5
_PARTS = ("joint", "mix", "wide", "narrow")
# Windows run side by side, filled up to a few lengths: the runtime prepares itself anew for each size it meets.
_BESIDE, _STEP = 4, 32
# Whose weights the layers have: the reader's first, then those that tell acts, which tags have pulled about less.
STACK = ((WEIGHTS, 0), *((ACTS, number) for number in range(4)))


class Compared(NamedTuple):
    """How well a claim is borne out, and how wrong each of its words looks: log-odds."""

    whole: float
    words: Array


class Comparer:
    """Compares claims with evidence. The network is built at the first."""

    def __init__(self, folder: Path) -> None:
        """Keep where the weights are; nothing is read yet."""
        self._folder = folder

    @cached_property
    def cutter(self) -> Cutter:
        """What cuts words into the pieces that it knows."""
        return Cutter((self._folder / PIECES).read_text(encoding="utf-8").split("\n")[:-1])

    @cached_property
    def _network(self) -> Network:
        try:
            weights = weights_of(_merged(self._folder), form())
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise ModelError(
                f"{self._folder}: expected the weights of the comparer, found none that can be read"
            ) from error
        return Network(build_comparer(weights), weights)

    def compare(self, windows: Sequence[tuple[Sequence[Sequence[int]], Sequence[int]]]) -> list[Compared]:
        """Compare some claims, each the rows of its window and the places of its words' first pieces."""
        order = sorted(range(len(windows)), key=lambda at: (len(windows[at][0][0]), at))
        found: dict[int, Compared] = {}
        for first in range(0, len(order), _BESIDE):
            some = order[first : first + _BESIDE]
            found |= zip(some, self._together([windows[at] for at in some]), strict=True)
        return [found[at] for at in range(len(windows))]

    def _together(self, windows: Sequence[tuple[Sequence[Sequence[int]], Sequence[int]]]) -> list[Compared]:
        size = rounded_up(max(len(inputs[0]) for inputs, _ in windows), _STEP)
        full = np.zeros((ROWS, len(windows), size), dtype=np.int64)
        seen = np.full((len(windows), 1, 1, size), UNSEEN, dtype=np.float32)
        for row, (inputs, _) in enumerate(windows):
            full[:, row, : len(inputs[0])] = inputs
            seen[row, ..., : len(inputs[0])] = 0.0
        (scores,) = self._network.infer([full, seen])
        return [
            Compared(float(scores[row, 0, 1]), np.array(scores[row, list(heads), 0], np.float32))
            for row, (_, heads) in enumerate(windows)
        ]


def _merged(folder: Path) -> dict[str, Any]:
    """Return the weights with the thin layers added in, as `weights_of` takes them."""
    files = {}
    for name in (WEIGHTS, ACTS, COMPARER):
        with np.load(folder / name, allow_pickle=False) as stored:
            files[name] = {one: stored[one] for one in stored.files}
    own = files[COMPARER]
    found: dict[str, Any] = {name: files[WEIGHTS][name] for name in (TABLE, TABLE + SCALE)}
    for name in ("places", "shapes", "quotes", "breaks", "norm.weight", "norm.bias"):
        found[name] = _floats(files[WEIGHTS], name)
    for number, (file, place) in enumerate(STACK):
        for part in (*_PARTS, "mix_norm", "norm"):
            for kind in ("weight", "bias"):
                name = f"layer{number}.{part}.{kind}"
                found[name] = _floats(own, name) if name in own else _floats(files[file], f"layer{place}.{part}.{kind}")
        for part in _PARTS:
            name = f"layer{number}.{part}."
            if name + "up" in own:
                found[name + "weight"] = found[name + "weight"] + _floats(own, name + "up") @ _floats(
                    own, name + "down"
                )
    return found | {name: _floats(own, name) for name in ("marks", "heads.weight", "heads.bias")}


def _floats(weights: Weights, name: str) -> Array:
    values: Array = np.asarray(weights[name], np.float32)
    return values * weights[name + SCALE] if name + SCALE in weights else values


def build_comparer(weights: Weights) -> Any:
    """
    Return the graph of some windows side by side.

    In: `inputs` (5, windows, pieces) and `seen` (windows, 1, 1, pieces), 0 where a piece counts and far below where it
    only fills up. Out: two scores a piece, of its word being wrong and, at the first piece, of the whole.
    """
    ov = openvino()
    op = ov.opset13

    inputs = op.parameter(ov.PartialShape([ROWS, -1, -1]), np.int64, name="inputs")
    seen = op.parameter(ov.PartialShape([-1, 1, 1, -1]), np.float32, name="seen")
    x = embedded(op, inputs, weights)
    for number in range(layers_of(weights)):
        x = layer_of(op, x, seen, weights, f"layer{number}.")
        if number == 0:
            first = op.constant(np.array(0))
            marks = op.gather(inputs, op.constant(np.array(ROWS - 1)), first)
            x = op.add(x, op.gather(op.constant(weights["marks"], shared_memory=True), marks, first))
    return ov.Model([linear_of(op, x, weights, "heads")], [inputs, seen], "comparer")


@cache
def load_comparer(folder: Path = MODELS) -> Comparer:
    """
    Return this process's one comparer of a folder.

    :raises ModelError: there are no weights.
    """
    if not (folder / COMPARER).is_file():
        raise ModelError(
            f"{folder}: expected {COMPARER}, found none; rebuild it with training/check, or check with --fast"
        )
    return Comparer(folder)
