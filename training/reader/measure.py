"""Scores on dev while training: exact spans of attributions and entities, as the benchmarks count them."""

from collections import Counter
from collections.abc import Callable, Iterator

import torch
from corpora import KINDS, Text
from examples import Example, examples_of

from crosswire.read.encoder.decode import LABELS, chunks, viterbi
from crosswire.read.encoder.windows import LIMIT
from crosswire.read.encoder.wordpieces import Cutter
from model import Reader

States = Callable[[Reader, list[Example]], tuple[torch.Tensor, torch.Tensor]]


def score_attributions(model: Reader, states: States, texts: list[Text], cutter: Cutter) -> dict[str, float]:
    """Return F1 of source, cue and content spans by the flat tags alone."""
    count = _Count()
    for text in texts:
        gold = {
            (label, *piece)
            for link in text.links or ()
            for label, pieces in zip(LABELS, (link.source, link.cue, link.content), strict=True)
            for piece in pieces
        }
        count.add(gold, set(_spans(model, states, examples_of(text, cutter, LIMIT), LABELS, flat=True)))
    return count.table()


def score_entities(model: Reader, states: States, texts: list[Text], cutter: Cutter) -> dict[str, float]:
    """Return F1 of entities, all kinds together."""
    count = _Count()
    for text in texts:
        gold = {("entity", start, end, kind) for start, end, kind in text.entities or ()}
        found = _spans(model, states, examples_of(text, cutter, LIMIT), KINDS, flat=False)
        count.add(gold, {("entity", start, end, kind) for kind, start, end in found})
    return count.table()


def _spans(
    model: Reader, states: States, rows: list[Example], labels: tuple[str, ...], *, flat: bool
) -> Iterator[tuple[str, int, int]]:
    if not rows:
        return
    found, _ = states(model, rows)
    head, chain = (model.tags, model.chain) if flat else (model.entities, model.entity_chain)
    first, follow = chain.costs()
    tags = viterbi(head(found).numpy(), [len(row.window.words) for row in rows], first.numpy(), follow.numpy())
    for row, path in zip(rows, tags, strict=True):
        for chunk in chunks(path):
            yield labels[chunk.label], row.window.words[chunk.first].start, row.window.words[chunk.last - 1].end


class _Count:
    def __init__(self) -> None:
        self.right, self.found, self.gold = Counter(), Counter(), Counter()

    def add(self, gold: set[tuple], found: set[tuple]) -> None:
        self.right.update(item[0] for item in gold & found)
        self.found.update(item[0] for item in found)
        self.gold.update(item[0] for item in gold)

    def table(self) -> dict[str, float]:
        return {
            name: round(float(200 * self.right[name] / max(1, self.found[name] + self.gold[name])), 2)
            for name in sorted(self.gold)
        }
