"""The network's graph, built for OpenVINO from the stored weights."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from crosswire.read.encoder.runtime import openvino
from crosswire.read.encoder.windows import ROWS

Weights = Mapping[str, npt.NDArray[Any]]
# What the matrices of the layers are kept as.
Form = Literal["floats", "halves", "bytes"]
SCALE = ".scale"
# The table of pieces: two thirds of all weights, of which an article needs a few hundred rows.
PIECES = "pieces"
HEAD_SIZE = 32
EPSILON = 1e-12
# The layers whose states what tells acts begins from (encoder/judge.py).
SHARED = 1
_ROWS = 64


def weights_of(stored: Weights, form: Form = "floats") -> dict[str, npt.NDArray[Any]]:
    """
    Return the weights as floats: eight-bit numbers times their scales; joint projections come apart.

    The table of pieces stays as it is stored, with its scales: as floats it would take four times the memory. The
    matrices of the layers are floats, or "halves": bfloat16 in whole numbers of 16 bits, what the processor would make
    of them; or "bytes": as they are stored, with their scales.
    """
    found: dict[str, npt.NDArray[Any]] = {}
    for name in stored:
        if name.endswith(SCALE):
            continue
        values, scale = stored[name], stored.get(name + SCALE)
        if scale is not None and (name == PIECES or (form == "bytes" and _is_matrix(name, values))):
            found |= _apart(name, values) | _apart(name, scale, SCALE)
        elif form == "halves" and _is_matrix(name, values):
            found |= _apart(name, _halved(values, scale))
        else:
            found |= _apart(name, _floats(values, scale))
    return found


def _apart(name: str, values: npt.NDArray[Any], end: str = "") -> dict[str, npt.NDArray[Any]]:
    """Return an array by its name, a joint projection's as three."""
    if ".joint." not in name:
        return {name + end: values}
    parts = zip(("query", "key", "value"), np.split(values, 3), strict=True)
    return {name.replace("joint", part) + end: np.ascontiguousarray(rows) for part, rows in parts}


def _is_matrix(name: str, values: npt.NDArray[Any]) -> bool:
    return name.startswith("layer") and values.ndim == 2


def _floats(values: npt.NDArray[Any], scale: npt.NDArray[Any] | None) -> npt.NDArray[Any]:
    return values if scale is None else np.asarray(values, np.float32) * scale


def _halved(values: npt.NDArray[Any], scale: npt.NDArray[Any] | None) -> npt.NDArray[np.uint16]:
    """Return floats as bfloat16: their upper halves, rounded to the nearest, ties to even."""
    found = np.empty(values.shape, np.uint16)
    # Some rows at a time, which stay in the processor's cache from one step to the next.
    for first in range(0, len(values), _ROWS):
        some = slice(first, first + _ROWS)
        bits = np.ascontiguousarray(_floats(values[some], None if scale is None else scale[some])).view(np.uint32)
        found[some] = (bits + (0x7FFF + (bits >> 16 & 1))) >> 16
    return found


def layers_of(weights: Weights) -> int:
    """Return how many transformer layers the weights hold."""
    return sum(name.startswith("layer") and name.endswith(".query.weight") for name in weights)


def build_reader(weights: Weights) -> Any:
    """
    Return the graph of some windows side by side.

    In: `inputs` (4, windows, pieces) and `seen` (windows, 1, 1, pieces), 0 where a piece counts and far below where it
    only fills up.
    Out, a row a piece: tag scores of attributions and entities side by side, then words and cues as the linker sees
    them, and the pieces as they are after the `SHARED` layers and after all.
    """
    ov = openvino()
    op = ov.opset13

    inputs = op.parameter(ov.PartialShape([ROWS, -1, -1]), np.int64, name="inputs")
    seen = op.parameter(ov.PartialShape([-1, 1, 1, -1]), np.float32, name="seen")
    x = embedded(op, inputs, weights)
    shared = x
    for number in range(layers_of(weights)):
        x = layer_of(op, x, seen, weights, f"layer{number}.")
        shared = x if number + 1 == SHARED else shared
    outputs = [linear_of(op, x, weights, name) for name in ("tags", "token", "cue")]
    return ov.Model([*outputs, shared, x], [inputs, seen], "reader")


def embedded(op: Any, inputs: Any, weights: Weights) -> Any:
    """Return the states that the layers begin from, of the first four rows of `inputs`."""
    first = op.constant(np.array(0))

    def embed(name: str, row: int) -> Any:
        numbers = op.gather(inputs, op.constant(np.array(row)), first)
        rows = op.gather(_constant(op, weights[name]), numbers, first)
        if name + SCALE not in weights:
            return rows
        return op.multiply(op.convert(rows, "f32"), op.gather(_constant(op, weights[name + SCALE]), numbers, first))

    length = op.gather(op.shape_of(inputs), op.constant(np.array([2])), first)
    places = op.slice(_constant(op, weights["places"]), op.constant(np.array([0])), length, op.constant(np.array([1])))
    x = op.add(embed("pieces", 0), places)
    for row, name in enumerate(("shapes", "quotes", "breaks"), 1):
        x = op.add(x, embed(name, row))
    return _normal(op, x, weights, "norm")


def linear_of(op: Any, x: Any, weights: Weights, name: str) -> Any:
    product = op.matmul(x, _matrix(op, weights, name + ".weight"), False, True)
    return op.add(product, _constant(op, weights[name + ".bias"]))


def _matrix(op: Any, weights: Weights, name: str) -> Any:
    values = weights[name]
    if name + SCALE in weights:
        # The runtime keeps them so, and widens a few rows at a time as it multiplies: a quarter of the memory.
        return op.multiply(op.convert(_constant(op, values), "f32"), _constant(op, weights[name + SCALE]))
    if values.dtype != np.uint16:
        return _constant(op, values)
    ov = openvino()
    wide = op.convert(op.constant(ov.Tensor(values, values.shape, ov.Type.bf16), shared_memory=True), "f32")
    # Else the runtime would widen them for good, which takes twice the memory and gives the same products.
    wide.get_rt_info()["decompression_0"] = ""
    return wide


def _constant(op: Any, values: npt.NDArray[Any]) -> Any:
    """Return an array as a constant that shares its memory: it must live as long as what is compiled of it."""
    return op.constant(values, shared_memory=True)


def _normal(op: Any, x: Any, weights: Weights, name: str) -> Any:
    level = op.mvn(x, op.constant(np.array([-1])), True, EPSILON, "INSIDE_SQRT")
    return op.add(op.multiply(level, _constant(op, weights[name + ".weight"])), _constant(op, weights[name + ".bias"]))


def layer_of(op: Any, x: Any, mask: Any, weights: Weights, name: str, places: tuple[Any, Any] | None = None) -> Any:
    """
    Add one transformer layer, as BERT's (Devlin et al. 2019).

    Where pieces stand in one row, `places` says which of them stand side by side, as a table (stretches, pieces), and
    where each is found in it: they see each other in the table, and nothing else is computed for what only fills it up.
    """
    width = weights[name + "mix.bias"].shape[0]
    heads = op.constant(np.array([0, 0, width // HEAD_SIZE, HEAD_SIZE]))
    turn = op.constant(np.array([0, 2, 1, 3]))
    # Written out, and apart: 6 % faster than one joint product and the runtime's own attention.
    parts = [linear_of(op, x, weights, name + part) for part in ("query", "key", "value")]
    if places:
        parts = [op.gather(part, places[0], op.constant(np.array(0))) for part in parts]
    asked, offered, held = (op.transpose(op.reshape(part, heads, True), turn) for part in parts)
    alike = op.multiply(op.matmul(asked, offered, False, True), op.constant(np.float32(HEAD_SIZE**-0.5)))
    seen = op.matmul(op.softmax(op.add(alike, mask), -1), held, False, False)
    if places:
        seen = op.reshape(op.transpose(seen, turn), op.constant(np.array([-1, width])), False)
        seen = op.gather(seen, places[1], op.constant(np.array(0)))
    else:
        seen = op.reshape(op.transpose(seen, turn), op.constant(np.array([0, 0, width])), True)
    x = _normal(op, op.add(x, linear_of(op, seen, weights, name + "mix")), weights, name + "mix_norm")
    wide = op.gelu(linear_of(op, x, weights, name + "wide"), "erf")
    return _normal(op, op.add(x, linear_of(op, wide, weights, name + "narrow")), weights, name + "norm")
