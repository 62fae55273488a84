"""
Score what chose the weight of `chance`: no set here is scored by the bench.

    python training/check/choose.py

WiCE's train claims in five parts, no page on both sides: does a word's chance tell which words nothing bears out? Then,
with each weight, the area under the curve on claims.txt (ours), QAGS's XSum summaries and errors planted in PolNeAR.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.quality.check.corpora import DATA, Example, appraised, qags
from bench.quality.check.evaluate import auc
from examples import planted, token_pairs
from train import words_of
from word_labels import Labelled, labelled

from crosswire.check.score import load_model
from crosswire.read.encoder.comparer import load_comparer

CLAIMS = Path(__file__).with_name("claims.txt")
PARTS = 5


def own_claims() -> Iterator[Example]:
    """Yield our own claims."""
    path = DATA / "wice-claim/non_supported_tokens.train.jsonl"
    pages = [tuple(json.loads(line)["evidence"]) for line in path.read_text(encoding="utf-8").splitlines()]
    for at, line in enumerate(CLAIMS.read_text(encoding="utf-8").splitlines()):
        if not line.startswith("%"):
            page, label, claim = line.split("|")
            yield Example(f"own-{at}", (claim,), pages[int(page)], label == "S")


def words_held_out(claims: list[Labelled]) -> float:
    """Return the area under the curve of words borne out, of claims with a wrong one, each scored by other pages."""
    pages = sorted({one.page for one in claims})
    parts = [set(pages[start::PARTS]) for start in range(PARTS)]
    labels: list[bool] = []
    scores: list[float] = []
    for part in parts:
        (looked, bias), _ = words_of([one for one in claims if one.page not in part])
        weights, means, spreads = looked
        for one in (one for one in claims if one.page in part and not one.borne.all()):
            labels += [bool(borne) for borne in one.borne]
            scores += [*((one.looks - means) / spreads @ weights + bias)]
    return auc(labels, scores)


def main() -> None:
    """Print the tables."""
    print("words, held out:", round(words_held_out(list(labelled(list(appraised(list(token_pairs())))))), 3))
    sets = {"own claims": own_claims(), "XSum": qags("xsum"), "planted": planted(200)}
    model = load_model("beside")
    for name, examples in sets.items():
        labels: list[bool] = []
        rows: list[list[float]] = []
        for example, _, found in appraised(list(examples), comparer=load_comparer()):
            labels += example.labels or [example.label] * len(found)
            rows += [[one.measures[measure] for measure in model.names] for one in found]
        z = (np.array(rows) - model.means) / model.spreads
        place = model.names.index("chance")
        rest = np.delete(z, place, axis=1) @ np.delete(model.weights, place)
        areas = {weight: auc(labels, [*(rest + weight * z[:, place])]) for weight in (0.0, 0.4, 0.8, 1.2, 1.6, 2.4)}
        print(name, len(labels), {weight: round(float(value), 3) for weight, value in areas.items()}, flush=True)


if __name__ == "__main__":
    main()
