"""
Train the linear look at bare words that stands beside the layers' own root (src/crosswire/read/encoder/root_words.py).

    python training/reader/roots.py [--out FILE] [--hold]

Logistic regression over weighed word runs of PLV-relations' training part and, at less weight, of our own sentences;
every root counts alike. `--hold` prints the scores of the words alone on thirds of the relations left out, no sentence
on both sides, and on our own roots.txt left out; nothing is kept.
"""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from acts_corpus import Told, gold, more, plain_marks, relations
from bench.quality.labels import accuracy, macro_f1
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from crosswire.read.encoder.judge import ROOTS
from crosswire.read.encoder.root_words import RootWords, weighed, word_runs
from export import MODELS, save

OWN_ROOTS = Path(__file__).with_name("roots.txt")
# Runs that stand in fewer sentences are passed over; of the others the weightiest are kept.
LEAST, KEPT = 2, 8000
# What one of our own sentences counts, beside a relation.
OWN, LOOSENESS = 0.3, 5.0


def own_roots() -> list[Told]:
    """Return our own sentences for roots alone: `# ROOT`, then lines of text with [source] and {target}."""
    found, root = [], ""
    for line in OWN_ROOTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            root = line[2:]
        elif line and not line.startswith("%"):
            text, marks = plain_marks(line)
            found.append(Told(text, None, None, root, marks, given=True))
    return found


def train(asked: list[Told], own: list[Told]) -> dict[str, np.ndarray]:
    """Return the arrays of the package's file."""
    told = [*asked, *own]
    runs = [word_runs(one.text, one.marks) for one in told]
    seen = Counter(run for some in runs for run in some)
    kept = sorted(run for run, count in seen.items() if count >= LEAST)
    rows = {run: row for row, run in enumerate(kept)}
    rarity = np.array([np.log((1 + len(runs)) / (1 + seen[run])) + 1 for run in kept], np.float32)
    table = _table(runs, rows, rarity)
    roots = np.array([ROOTS.index(one.root or "") for one in told])
    share = np.array([1.0] * len(asked) + [OWN] * len(own))
    share *= (share.sum() / len(ROOTS) / np.bincount(roots, share))[roots]
    model = LogisticRegression(C=LOOSENESS, max_iter=300).fit(table, roots, sample_weight=share)
    size = np.abs(model.coef_).max(0) * np.sqrt(np.asarray(table.multiply(table).sum(0))[0])
    top = np.sort(np.argsort(-size, kind="stable")[:KEPT])
    scale = np.abs(model.coef_[:, top]).max() / 127
    return {
        "runs": np.array(kept, np.uint32)[top],
        "rarity": rarity[top].astype(np.float16),
        "weight": np.rint(model.coef_[:, top].T / scale).astype(np.int8),
        "scale": np.array(scale, np.float32),
        "bias": model.intercept_.astype(np.float32),
    }


def _table(runs: list[Counter[int]], rows: dict[int, int], rarity: np.ndarray) -> csr_matrix:
    found = [weighed(some, rows, rarity) for some in runs]
    stops = np.cumsum([0, *(len(places) for places, _ in found)])
    places = np.concatenate([np.array(places, int) for places, _ in found])
    return csr_matrix((np.concatenate([values for _, values in found]), places, stops), shape=(len(runs), len(rows)))


def held_out(asked: list[Told], own: list[Told], folder: Path) -> dict[str, float]:
    """Return the scores on thirds of the relations left out, and on our own sentences for roots left out."""
    texts = sorted({told.text for told in asked})
    random.Random(11).shuffle(texts)
    pairs = []
    for part in range(3):
        out = set(texts[part::3])
        words = _trained([told for told in asked if told.text not in out], own, folder)
        pairs += [_pair(words, told) for told in asked if told.text in out]
    words = _trained(asked, own, folder)
    own_pairs = [_pair(words, told) for told in own_roots()]
    return {
        f"{name} {kind}": round(figure(have), 3)
        for name, have in (("relations", pairs), ("own", own_pairs))
        for kind, figure in (("F1", macro_f1), ("accuracy", accuracy))
    }


def _trained(asked: list[Told], own: list[Told], folder: Path) -> RootWords:
    path = folder / "held.npz"
    save(train(asked, own), path)
    return RootWords(path)


def _pair(words: RootWords, told: Told) -> tuple[str, str]:
    said = words.scores(told.text, told.marks)
    return told.root or "", max(said, key=lambda root: (said[root], root))


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=MODELS / "roots.npz")
    parser.add_argument("--hold", action="store_true")
    options = parser.parse_args()
    asked, own = relations(), [told for told in [*gold(), *more()] if told.root]
    if options.hold:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(held_out(asked, own, Path(folder))))
        return
    own += own_roots()
    save(train(asked, own), options.out)
    told = {"relations": len(asked), "own": len(own), "bytes": options.out.stat().st_size}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
