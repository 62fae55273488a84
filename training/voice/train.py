"""
Rebuild src/crosswire/sources/voice_weights.json from texts judged one by one, `labels.tsv`, and BASIL's reports.

    python training/voice/train.py SHARED_DATA

`labels.tsv` names each text by the first half of its SHA-256 and says 1 for an essay, a column, letters or a review of
what others write, 0 for a report; texts in between are left out. The texts are in tls-entities12 and t17.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

import numpy

from crosswire.sources.genre import narrated
from crosswire.sources.voice import voice_signs

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parents[1] / "src/crosswire/sources/voice_weights.json"
RIDGE, ROUNDS, FOLDS = 3.0, 60, 5


def main(data: Path) -> None:
    """Fit the weights, say how they do on texts held out, and write them."""
    texts, essay = load(data)
    names = list(measured(texts[0]))
    rows = numpy.array([[measured(text)[name] for name in names] for text in texts])
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    signs = numpy.c_[(rows - mean) / spread, numpy.ones(len(rows))]
    held = numpy.zeros(len(essay))
    fold = numpy.random.default_rng(0).integers(0, FOLDS, len(essay))
    for one in range(FOLDS):
        held[fold == one] = signs[fold == one] @ fit(signs[fold != one], essay[fold != one])
    for at in (0.0, 1.0, 2.0):
        found = held > at
        right = (found & (essay == 1)).sum()
        print(f"above {at}: precision {right / found.sum():.2f}, recall {right / essay.sum():.2f}, of {len(essay)}")
    weights = fit(signs, essay)
    plain = weights[:-1] / spread
    bias = float(weights[-1] - (plain * mean).sum())
    kept = {name: round(float(one), 4) for name, one in zip(names, plain, strict=True)}
    WEIGHTS.write_text(json.dumps({"signs": kept, "bias": round(bias, 4)}, indent=1) + "\n")


def measured(text: str) -> dict[str, float]:
    """Return the signs of a text's voice."""
    narrator, quoted = narrated(text)
    return voice_signs(narrator, quoted)


def load(data: Path) -> tuple[list[str], "numpy.ndarray"]:
    """Return the texts and which of them are essays."""
    judged = dict(line.split("\t") for line in (HERE / "labels.tsv").read_text().splitlines())
    texts, essay = [], []
    for path in sorted(data.glob("t*/*/articles.jsonl")):
        for line in path.read_text().splitlines():
            raw = json.loads(line)["text"]
            label = judged.pop(hashlib.sha256(raw.encode()).hexdigest()[:32], None)
            if label is not None:
                texts.append(joined(raw))
                essay.append(int(label))
    for line in (data / "basil/basil.jsonl").read_text().splitlines():
        texts.append("\n".join(" ".join(one) for one in json.loads(line)["body-paragraphs"]))
        essay.append(0)
    return texts, numpy.array(essay, float)


def fit(signs: "numpy.ndarray", essay: "numpy.ndarray") -> "numpy.ndarray":
    """Fit a ridge logistic regression by Newton's steps; the last column is the bias."""
    weights, ridge = numpy.zeros(signs.shape[1]), numpy.eye(signs.shape[1]) * RIDGE
    ridge[-1, -1] = 0
    for _ in range(ROUNDS):
        likely = 1 / (1 + numpy.exp(-signs @ weights))
        slope = signs.T @ (likely - essay) + ridge @ weights
        weights -= numpy.linalg.solve((signs * (likely * (1 - likely))[:, None]).T @ signs + ridge, slope)
    return weights


def joined(raw: str) -> str:
    """Return a tokenised text as it was printed, near enough: quotation marks and points close up."""
    text = raw.replace("``", '"').replace("''", '"').replace("â€œ", '"').replace("â€ �", '"').replace("â€ ™", "'")
    text = re.sub(r"\s+([,.;:!?%)\]])", r"\1", text.replace("â€ “", "–"))
    text = re.sub(r"\s+((?:'(?:s|re|ve|ll|d|m)|n't)\b)", r"\1", text)
    return re.sub(r'"\s*([^"\n]*?)\s*"', r'"\1"', text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
