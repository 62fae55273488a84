"""Runs the network: OpenVINO on one thread, one window at a time, so that outputs depend on the window alone."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from crosswire.errors import ModelError
from crosswire.read.encoder.decode import Array, Numbers
from crosswire.read.encoder.network import Weights, build_linker, build_reader

# One stream, one thread, no pinning: the pipeline runs whole articles side by side in processes. Where the processor
# multiplies bfloat16 matrices (AMX) that is used: twice to three times as fast, and embeddings keep a cosine of .9999.
SETTINGS = {
    "INFERENCE_PRECISION_HINT": "bf16",
    "INFERENCE_NUM_THREADS": 1,
    "NUM_STREAMS": 1,
    "ENABLE_CPU_PINNING": False,
}
Run = Callable[[Numbers, Numbers], list[Array]]
Link = Callable[[Array, Array, tuple[Numbers, Numbers, Numbers]], Array]


def start(weights: Weights) -> tuple[Run, Link]:
    """
    Return the network ready to run: one function for a window, one for its links.

    :raises ModelError: OpenVINO is not installed.
    """
    try:
        import openvino
    except ImportError as error:
        raise ModelError("reading with the trained encoder needs an extra: pip install 'crosswire[reader]'") from error
    core = openvino.Core()
    reader, linker = (
        core.compile_model(model, "CPU", SETTINGS).create_infer_request()
        for model in (build_reader(weights), build_linker(weights))
    )

    def run(inputs: Numbers, heads: Numbers) -> list[Array]:
        return _copied(reader.infer([inputs, heads]))

    def link(words: Array, cues: Array, tables: tuple[Numbers, Numbers, Numbers]) -> Array:
        return _copied(linker.infer([words, cues, *tables]))[0]

    return run, link


def _copied(found: Any) -> list[npt.NDArray[np.float32]]:
    # The runtime reuses its buffers.
    return [np.array(values, dtype=np.float32) for values in found.values()]
