"""
Write the trained reader as the package carries it: weights.npz, pieces.txt, and the settings that decoding needs.

    python training/reader/export.py CHECKPOINT [--to DIR]

Weights of the linear layers and the embeddings of pieces are stored as whole numbers of eight bits, one scale an output
channel or row; the rest as 32-bit floats. The network is small enough to be built from them at load (network.py), so
no exchange format stands between.
"""

import argparse
import io
import zipfile
from pathlib import Path

import numpy as np
import torch
from train import vocabulary

from crosswire.read.encoder.network import SCALE

MODELS = Path(__file__).resolve().parents[2] / "src/crosswire/models/reader"
# A fixed date: the same weights give the same file.
DATE = (2020, 1, 1, 0, 0, 0)
_RENAMED = (("encoder.layers.", "layer"), ("encoder.", ""), ("entity_chain.", "entities."), ("chain.", "tags."))


def stored(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the arrays of the package's file by the names that the runtime uses."""
    named = {_renamed(name): values for name, values in weights.items()}
    found = {}
    for part in ("weight", "bias"):
        named[f"tags.{part}"] = np.concatenate([named[f"tags.{part}"], named.pop(f"entities.{part}")])
    for name, values in named.items():
        if name.endswith(("barred", "barred_first")):
            continue
        if name.endswith((".first", ".follow")):
            barred = named[name.replace(".first", ".barred_first").replace(".follow", ".barred")]
            found[name] = (values + barred).astype(np.float32)
        else:
            found |= quantised({name: values})
    return found


def quantised(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return large matrices as whole numbers of eight bits with their scales, the rest as 32-bit floats."""
    found = {}
    for name, values in weights.items():
        if values.ndim == 2 and values.size > 50_000:
            scale = np.maximum(np.abs(values).max(axis=1, keepdims=True) / 127, 1e-8).astype(np.float32)
            found[name] = np.rint(values / scale).astype(np.int8)
            found[name + SCALE] = scale
        else:
            found[name] = values.astype(np.float32)
    return found


def _renamed(name: str) -> str:
    for old, new in _RENAMED:
        if name.startswith(old):
            name = new + name[len(old) :]
            break
    if name.startswith("distances."):
        return "distance" + name.split(".")[1]
    return (
        name.removesuffix(".weight")
        if name.split(".")[0] in ("pieces", "places", "shapes", "quotes", "breaks")
        else name
    )


def save(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Write an .npz whose bytes depend on the arrays alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            entry = zipfile.ZipInfo(name + ".npy", DATE)
            entry.compress_type = zipfile.ZIP_STORED
            archive.writestr(entry, buffer.getvalue())


def main() -> None:
    """Write the files and say how large they are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--to", type=Path, default=MODELS)
    arguments = parser.parse_args()
    kept = torch.load(arguments.checkpoint)
    weights = kept["model"] | kept.get("average", {})
    arguments.to.mkdir(parents=True, exist_ok=True)
    save(stored({name: value.float().numpy() for name, value in weights.items()}), arguments.to / "weights.npz")
    (arguments.to / "pieces.txt").write_text("\n".join(vocabulary()) + "\n")
    print({path.name: path.stat().st_size for path in sorted(arguments.to.iterdir())})


if __name__ == "__main__":
    main()
