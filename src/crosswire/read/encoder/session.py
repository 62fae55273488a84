"""Runs the network: OpenVINO on one thread, one window at a time, so that outputs depend on the window alone."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from crosswire.errors import ModelError
from crosswire.read.encoder.decode import Array, Numbers
from crosswire.read.encoder.network import Weights, build_reader

# One stream, one thread, no pinning: the pipeline runs whole articles side by side in processes. Where the processor
# multiplies bfloat16 matrices (AMX) that is used: twice to three times as fast, and embeddings keep a cosine of .9999.
SETTINGS = {
    "INFERENCE_PRECISION_HINT": "bf16",
    "INFERENCE_NUM_THREADS": 1,
    "NUM_STREAMS": 1,
    "ENABLE_CPU_PINNING": False,
}
# Inputs are filled up to a few sizes: the runtime prepares itself anew for each size it meets, and whole tiles are
# multiplied faster. A window's filling depends on the window alone.
_STEP = 16
UNSEEN = -1e4
Run = Callable[[Numbers, Numbers], list[Array]]


def start(weights: Weights) -> Run:
    """
    Return the network ready to run, window by window.

    :raises ModelError: OpenVINO is not installed.
    """
    try:
        import openvino
    except ImportError as error:
        raise ModelError("the trained encoder needs OpenVINO: pip install openvino, or read with --fast") from error
    reader = openvino.Core().compile_model(build_reader(weights), "CPU", SETTINGS).create_infer_request()

    def run(inputs: Numbers, heads: Numbers) -> list[Array]:
        pieces, words = inputs.shape[1], len(heads)
        size = rounded_up(pieces, _STEP)
        full = np.zeros((len(inputs), size), dtype=np.int64)
        full[:, :pieces] = inputs
        places = np.zeros(size, dtype=np.int64)
        places[:words] = heads
        seen = np.zeros((1, 1, 1, size), dtype=np.float32)
        seen[..., pieces:] = UNSEEN
        *by_word, by_piece = _copied(reader.infer([full, places, seen], share_inputs=True, share_outputs=True))
        return [*(values[:words] for values in by_word), by_piece[:pieces]]

    return run


def rounded_up(size: int, step: int) -> int:
    return -(-size // step) * step


def _copied(found: Any) -> list[npt.NDArray[np.float32]]:
    # The runtime reuses its buffers.
    return [np.array(values, dtype=np.float32) for values in found.values()]
