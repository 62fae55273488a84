"""Runs the network: OpenVINO on one thread, a few windows side by side; what it says of one depends on no other."""

import platform
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.network import Form, Weights, build_reader
from crosswire.read.encoder.runtime import core

# One stream, one thread, no pinning: the pipeline runs whole articles side by side in processes. Where the processor
# multiplies bfloat16 matrices (AMX) that is used: twice to three times as fast, and embeddings keep a cosine of .9999.
SETTINGS = {
    "INFERENCE_PRECISION_HINT": "bf16",
    "INFERENCE_NUM_THREADS": 1,
    "NUM_STREAMS": 1,
    "ENABLE_CPU_PINNING": False,
    # Weights kept in eight bits are multiplied as floats: what comes in stays as it is.
    "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0,
}


class _Way(NamedTuple):
    """How many windows run side by side, the lengths they are filled up to, and how many pieces a call has at least."""

    beside: int
    step: int
    least: int = 0


# Windows are filled up to a few lengths: with AMX the runtime prepares itself anew for each size it meets (20 ms).
# Windows run side by side, so that weights are fetched once for all; the few left over run alone. Other numbers of them
# and other steps cost as much or more (bench/results/2026-11-22-encoder-speed.md).
_WITH_HALVES = _Way(4, 32)
# Without bfloat16 a product takes as long as it has rows and a new size costs nothing: what counts is to fill up little
# (bench/results/2026-11-23-encoder-speed-4.md). Sixteen numbers fill the widest register: a window's sums then do not
# depend on how far it was filled up. Nor do they on its neighbours where no call has less than 88 rows, measured.
_WITHOUT = _Way(2, 16, 128)
# Processors whose products take weights of eight bits as they are.
_WIDENING = ("x86_64", "AMD64")
UNSEEN = -1e4
# A window's pieces as rows of input, and the places of the pieces that begin a word.
Feed = tuple[Sequence[Sequence[int]], Sequence[int]]
# Takes windows, and for each an array (2, pieces, width) that the states of its pieces after the lower and after all
# layers are written to; gives its arrays of a row a word.
Run = Callable[[Sequence[Feed], Sequence[Array]], list[list[Array]]]


@cache
def has_halves() -> bool:
    """Tell whether this processor multiplies matrices of bfloat16."""
    return "BF16" in core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def form() -> Form:
    """Return what matrices are kept as on this processor."""
    if has_halves():
        return "halves"
    return "bytes" if platform.machine() in _WIDENING else "floats"


class Network:
    """A network ready to be asked."""

    def __init__(self, model: Any, weights: Weights) -> None:
        """Compile `model`; its constants are the very arrays of `weights`, which therefore are kept."""
        self._request = core().compile_model(model, "CPU", SETTINGS).create_infer_request()
        self._weights = weights

    def infer(self, given: Sequence[npt.NDArray[Any]]) -> list[npt.NDArray[Any]]:
        """Return what the network says, in arrays that the next call overwrites."""
        return list(self._request.infer(given, share_inputs=True, share_outputs=True).values())


def start(weights: Weights) -> Run:
    """Return the network ready to run; out, for each window in its order, come three arrays of a row a word."""
    reader = Network(build_reader(weights), weights)
    way = _WITH_HALVES if has_halves() else _WITHOUT

    def run(windows: Sequence[Feed], rooms: Sequence[Array]) -> list[list[Array]]:
        found: dict[int, list[Array]] = {}
        for group in _groups([len(inputs[0]) for inputs, _ in windows], way.beside):
            filled = _filled([windows[number][0] for number in group], way)
            *by_word, lower, upper = reader.infer(filled)
            for row, number in enumerate(group):
                # Taking words copies, and so must be done with pieces: the runtime reuses its buffers.
                heads = np.array(windows[number][1], dtype=np.int64)
                found[number] = [np.asarray(values[row].take(heads, axis=0), np.float32) for values in by_word]
                last = len(windows[number][0][0]) - 1
                rooms[number][0], rooms[number][1] = lower[row, 1:last], upper[row, 1:last]
        return [found[number] for number in range(len(windows))]

    return run


def _groups(sizes: Sequence[int], beside: int) -> Iterator[list[int]]:
    """
    Yield the numbers of the windows to run together, the longest first.

    >>> list(_groups([90, 160, 150, 20, 140], 4))
    [[1, 2, 4, 0], [3]]
    """
    order = sorted(range(len(sizes)), key=lambda number: (-sizes[number], number))
    whole = len(order) - len(order) % beside
    for first in range(0, whole, beside):
        yield order[first : first + beside]
    for number in order[whole:]:
        yield [number]


def _filled(windows: Sequence[Sequence[Sequence[int]]], way: _Way) -> list[npt.NDArray[Any]]:
    size = rounded_up(max(way.least // len(windows), *(len(inputs[0]) for inputs in windows)), way.step)
    full = np.zeros((len(windows[0]), len(windows), size), dtype=np.int64)
    seen = np.full((len(windows), 1, 1, size), UNSEEN, dtype=np.float32)
    for row, inputs in enumerate(windows):
        width = len(inputs[0])
        full[:, row, :width] = inputs
        seen[row, ..., :width] = 0.0
    return [full, seen]


def rounded_up(size: int, step: int) -> int:
    """Return the next multiple of `step`."""
    return -(-size // step) * step
