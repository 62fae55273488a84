"""What runs the network: what matrices are kept as, and that a window's scores are its own."""

import random
from importlib.util import find_spec
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from crosswire.read.encoder.encoder import MODELS, WEIGHTS
from crosswire.read.encoder.network import weights_of

STORED: dict[str, npt.NDArray[Any]] = {
    "layer0.joint.weight": np.arange(18, dtype=np.int8).reshape(6, 3),
    "layer0.joint.weight.scale": np.arange(1, 7, dtype=np.float32).reshape(6, 1) / 8,
    "layer0.joint.bias": np.arange(6, dtype=np.float32),
    "token.weight": np.ones((2, 3), np.int8),
    "token.weight.scale": np.full((2, 1), 0.5, np.float32),
}


def test_eight_bits_are_kept_with_their_scales() -> None:
    kept = weights_of(STORED, "bytes")
    floats = weights_of(STORED)
    for part in ("query", "key", "value"):
        name = f"layer0.{part}.weight"
        assert kept[name].dtype == np.int8
        assert np.array_equal(kept[name] * kept[name + ".scale"], floats[name])
        assert np.array_equal(kept[f"layer0.{part}.bias"], floats[f"layer0.{part}.bias"])


def test_what_is_no_layer_s_matrix_is_floats() -> None:
    kept = weights_of(STORED, "bytes")
    assert np.array_equal(kept["token.weight"], np.full((2, 3), 0.5))
    assert "token.weight.scale" not in kept


def test_floats_have_no_scales_left() -> None:
    assert not [name for name in weights_of(STORED) if name.endswith(".scale")]


def test_a_window_s_scores_do_not_depend_on_the_windows_beside_it() -> None:
    """To the last bit, however short it is: else a reading would depend on what was read together with it."""
    if find_spec("openvino") is None or not (MODELS / WEIGHTS).is_file():
        pytest.skip("the trained encoder needs the extra `reader`")
    from crosswire.read.encoder.session import form, start

    with np.load(MODELS / WEIGHTS, allow_pickle=False) as stored:
        run = start(weights_of(stored, form()))
    chance = random.Random(7)
    windows = []
    for size in (5, 160, 31, 64, 80, 97, 33, 140, 18):
        pieces = [101, *[chance.randrange(1000, 20000) for _ in range(size - 2)], 102]
        windows.append(((pieces, [0] * size, [0] * size, [0] * size), list(range(1, size - 1))))
    rooms = [np.empty((2, len(heads), 384), np.float32) for _, heads in windows]
    together = run(windows, rooms)
    for window, room, found in zip(windows, rooms, together, strict=True):
        alone = np.empty_like(room)
        (own,) = run([window], [alone])
        assert np.array_equal(room, alone)
        assert all(np.array_equal(one, other) for one, other in zip(own, found, strict=True))
