"""Runs the network: OpenVINO on one thread, a few windows side by side; what it says of one depends on no other."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.network import Weights, build_reader
from crosswire.read.encoder.runtime import core

# One stream, one thread, no pinning: the pipeline runs whole articles side by side in processes. Where the processor
# multiplies bfloat16 matrices (AMX) that is used: twice to three times as fast, and embeddings keep a cosine of .9999.
SETTINGS = {
    "INFERENCE_PRECISION_HINT": "bf16",
    "INFERENCE_NUM_THREADS": 1,
    "NUM_STREAMS": 1,
    "ENABLE_CPU_PINNING": False,
}
# Windows are filled up to a few lengths: the runtime prepares itself anew for each size it meets (20 ms).
_STEP = 32
# Windows run side by side, so that weights are fetched once for all; the few left over run alone. Other numbers of them
# and other steps cost as much or more (bench/results/2026-11-22-encoder-speed.md).
_BESIDE = 4
UNSEEN = -1e4
# A window's pieces as rows of input, and the places of the pieces that begin a word.
Feed = tuple[Sequence[Sequence[int]], Sequence[int]]
# Takes windows, and for each an array (2, pieces, width) that the states of its pieces after the lower and after all
# layers are written to; gives its arrays of a row a word.
Run = Callable[[Sequence[Feed], Sequence[Array]], list[list[Array]]]


def halves() -> bool:
    """Tell whether this processor multiplies bfloat16: matrices are then kept as that."""
    return "BF16" in core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


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

    def run(windows: Sequence[Feed], rooms: Sequence[Array]) -> list[list[Array]]:
        found: dict[int, list[Array]] = {}
        for group in _groups([len(inputs[0]) for inputs, _ in windows]):
            filled = _filled([windows[number][0] for number in group])
            *by_word, lower, upper = reader.infer(filled)
            for row, number in enumerate(group):
                # Taking words copies, and so must be done with pieces: the runtime reuses its buffers.
                heads = np.array(windows[number][1], dtype=np.int64)
                found[number] = [np.asarray(values[row].take(heads, axis=0), np.float32) for values in by_word]
                last = len(windows[number][0][0]) - 1
                rooms[number][0], rooms[number][1] = lower[row, 1:last], upper[row, 1:last]
        return [found[number] for number in range(len(windows))]

    return run


def _groups(sizes: Sequence[int]) -> Iterator[list[int]]:
    """
    Yield the numbers of the windows to run together, the longest first.

    >>> list(_groups([90, 160, 150, 20, 140]))
    [[1, 2, 4, 0], [3]]
    """
    order = sorted(range(len(sizes)), key=lambda number: (-sizes[number], number))
    whole = len(order) - len(order) % _BESIDE
    for first in range(0, whole, _BESIDE):
        yield order[first : first + _BESIDE]
    for number in order[whole:]:
        yield [number]


def _filled(windows: Sequence[Sequence[Sequence[int]]]) -> list[npt.NDArray[Any]]:
    size = rounded_up(max(len(inputs[0]) for inputs in windows), _STEP)
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
