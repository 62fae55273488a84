"""
Learn what statements mean: a linear map from the reader's states to the sentence vectors of the packaged MiniLM.

    python training/reader/meaning.py [--out FILE] [--sentences N]

A stretch's mean states after the reader's first and its last layer are mapped to MiniLM-L6's vector of its words by
ridge regression, and that onto its first principal axes: nothing is drawn but the order of articles, by a seed.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch
from bench import DATA
from corpora import polnear, worldwide
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812
from train import START

from crosswire.model import Article, Span
from crosswire.read.encoder import load
from crosswire.read.segment import segment
from export import MODELS, quantised, save

FOLDERS = ("t17", "tls-entities12")
SENTENCES, DIMENSIONS, RIDGE = 45_000, 128, 10.0
# Of a text no more characters and sentences than these, so that many texts are seen.
LONGEST_TEXT, FIRST_SENTENCES = 6000, 14
SHORTEST, LONGEST = 25, 600
# Texts at the end that nothing is learnt from: the map is measured on them.
HELD = 120
# Where a clause may begin or end.
_CUT = re.compile(r"(?:[,;:\"]\s+| that (?=\w)| — )")
_TOKENS = ((r" (n't|'s|'ve|'re|'ll|'d|'m)\b", r"\1"), (r" ([,.;:!?%)\]])", r"\1"), (r"([(\[$]) ", r"\1"))
Rows = NDArray[np.float32]


def texts() -> list[str]:
    """Return the articles that meanings are learnt from, in a fixed disorder; no dev or test articles."""
    found = [
        _untokenised(json.loads(line)["text"])
        for folder in FOLDERS
        for path in sorted((DATA / folder).glob("*/articles.jsonl"))
        if folder != "t17" or path.parent.name in ("egypt", "syria", "haiti", "h1n1")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    found += [text.text for text in [*polnear("train"), *worldwide("train")]]
    for line in (DATA / "ecbplus-docs/docs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["split"] == "train":
            found.append(_untokenised(f"{row['title']}\n{row['text']}"))
    random.Random(7).shuffle(found)
    return found


def _untokenised(text: str) -> str:
    """Return a tokenised text as it may have been printed, two sentences a paragraph."""
    lines = [_joined(line) for line in text.split("\n") if line.strip()]
    return "\n\n".join(" ".join(lines[first : first + 2]) for first in range(0, len(lines), 2))


def _joined(line: str) -> str:
    line = line.replace("\\/", "/").replace("-LRB-", "(").replace("-RRB-", ")").replace("``", '"').replace("''", '"')
    for pattern, by in _TOKENS:
        line = re.sub(pattern, by, line)
    first, *parts = line.split('"')
    for number, part in enumerate(parts):
        opens = number % 2 == 0
        blank = " " if (first.strip() if opens else part[:1] == " " or part[:1].isalnum()) else ""
        first = f'{first.rstrip()}{blank}"{part.strip()}' if opens else f'{first.rstrip()}"{blank}{part.strip()}'
    return re.sub(r"\s+", " ", first).strip()


def stretches(text: str, sentences: Sequence[Span], chance: random.Random) -> Iterator[Span]:
    """Yield the first sentences of a text, and now and then one or more clauses of one."""
    for sentence in sentences[:FIRST_SENTENCES]:
        if SHORTEST <= sentence.end - sentence.start <= LONGEST:
            yield sentence
            said = text[sentence.start : sentence.end]
            cuts = [0, *(match.end() for match in _CUT.finditer(said)), len(said)]
            if len(cuts) > 2 and chance.random() < 0.5:
                first = chance.randrange(len(cuts) - 1)
                last = chance.randrange(first + 1, len(cuts))
                if cuts[last] - cuts[first] >= SHORTEST:
                    yield Span(sentence.start + cuts[first], sentence.start + cuts[last])


def states_of(count: int) -> tuple[Rows, list[str], NDArray[np.int64]]:
    """Return the mean states of about `count` stretches by the package's reader, their words, and each one's text."""
    encoder = load()
    rows, words, owners = [], [], []
    for number, whole in enumerate(texts()):
        text = whole[:LONGEST_TEXT]
        article = Article(f"a{number}", text)
        sentences, _ = segment(article)
        found = list(stretches(text, sentences, random.Random(number)))
        if found:
            rows.append(encoder.look(article, sentences)[1].means([[span] for span in found]))
            words += [text[span.start : span.end] for span in found]
            owners += [number] * len(found)
        if len(words) >= count:
            break
    return np.concatenate(rows), words, np.array(owners)


def taught(words: Sequence[str]) -> Tensor:
    """Return MiniLM's vectors."""
    teacher = SentenceTransformer(str(START), device="cpu")
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return torch.tensor(teacher.encode(list(words), batch_size=64, normalize_embeddings=True)).float()


def fitted(states: Tensor, wanted: Tensor) -> tuple[Tensor, Tensor]:
    """Return the weight (dimensions, states) and the bias of the map."""
    middle, level = states.mean(0), wanted.mean(0)
    away = states - middle
    held = away.T @ away + RIDGE * torch.eye(away.shape[1])
    ridge = torch.linalg.solve(held, away.T @ (wanted - level))
    told = away @ ridge + level
    _, axes = torch.linalg.eigh(told.T @ told / len(told))
    axes = axes[:, -DIMENSIONS:]
    return (ridge @ axes).T.contiguous(), (level - middle @ ridge) @ axes


def agreement(ours: Tensor, theirs: Tensor, owners: NDArray[np.int64]) -> float:
    """Return the correlation of the likeness of two stretches of one text, by the map and by MiniLM."""
    same = torch.tensor(owners[:, None] == owners) & ~torch.eye(len(owners), dtype=torch.bool)
    ours, theirs = F.normalize(ours, dim=1), F.normalize(theirs, dim=1)
    return float(torch.corrcoef(torch.stack([(ours @ ours.T)[same], (theirs @ theirs.T)[same]]))[0, 1])


def main() -> None:
    """Fit, measure and write the map."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=MODELS / "meaning.npz")
    parser.add_argument("--sentences", type=int, default=SENTENCES)
    options = parser.parse_args()
    torch.set_num_threads(1)
    rows, words, owners = states_of(options.sentences)
    states, wanted = torch.tensor(rows), taught(words)
    held = np.isin(owners, np.unique(owners)[-HELD:])
    weight, bias = fitted(states[~held], wanted[~held])
    ours = states[held] @ weight.T + bias
    save(quantised({"meaning.weight": weight.numpy(), "meaning.bias": bias.numpy()}), options.out)
    figures = {"stretches": len(words), "held": int(held.sum()), "bytes": options.out.stat().st_size}
    print(json.dumps(figures | {"agreement": round(agreement(ours, wanted[held], owners[held]), 3)}))


if __name__ == "__main__":
    main()
