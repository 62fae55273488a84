"""
Train what tells acts: a few layers of their own over the reader's lower layers, which stay as they are.

    python training/reader/acts.py [--out FILE] [--hold N]

The start of the layers is the packaged MiniLM's. The lower layers' states are those of the package's own weights.
`--hold N` keeps the Nth third of the gold's training sentences out and scores on it (to choose thresholds).
"""

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch
from acts_corpus import Told, gold, more, plain, relations
from bench.quality.labels import accuracy, macro_f1
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from train import START, copy_layer, vocabulary

from crosswire.model import Article
from crosswire.read.encoder.judge import ACTS, GATHERERS, LONGEST, REALES, ROOTS
from crosswire.read.encoder.network import SHARED
from crosswire.read.encoder.windows import find_windows
from crosswire.read.encoder.wordpieces import SHAPES, Cutter
from crosswire.read.quotes import find_quotes
from crosswire.read.segment import segment
from export import MODELS, quantised, save
from model import WIDTH, Encoder, Layer, Sizes

LAYERS = 5
# Without a unit for bfloat16 a step of it takes fifteen times as long as one of 32 bits.
HALVES = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
EPOCHS, BATCH = 8, 32
RATE, HEAD_RATE = 2.5e-4, 1e-3
# The weights kept are an average over about the last hundred steps: fewer whims of the last batches.
AVERAGE = 0.99
WEIGHTS = {"act": 1.0, "real": 0.5, "root": 1.0, "parts": 0.5}
ASKED = {"act": ACTS, "real": REALES, "root": ROOTS}
# How many states each head sees: what the gatherers gather and the mean; a root's, the source's and the target's too.
SEEN_BY = {"act": 2, "real": 2, "root": 4}


class Teller(nn.Module):
    """The layers that tell acts, and their heads."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        start = load_file(START / "model.safetensors")
        with torch.no_grad():
            for number, layer in enumerate(self.layers):
                copy_layer(layer, start, min(SHARED + number, 5))
        self.marks = nn.Embedding(3, WIDTH)
        self.gather = nn.Linear(WIDTH, GATHERERS)
        self.parts = nn.Linear(WIDTH, 2)
        self.heads = nn.ModuleDict(
            {name: nn.Linear(SEEN_BY[name] * WIDTH, len(labels)) for name, labels in ASKED.items()}
        )
        nn.init.normal_(self.marks.weight, std=0.02)
        with torch.no_grad():
            self.marks.weight[0] = 0

    def forward(self, states: Tensor, marks: Tensor, mask: Tensor, given: Tensor) -> dict[str, Tensor]:
        """
        Return the scores of every head; `parts` by word.

        Where they are not `given` the layers are not told the marks, but the root is still asked of their words.
        """
        told = marks * given[:, None]
        x = states + self.marks(told) * (told > 0)[:, :, None]
        unseen = torch.where(mask, 0.0, -1e4)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
            for layer in self.layers:
                x = layer(x, unseen[:, None, None, :])
        x = x.float()
        looks = (self.gather(x) + unseen[:, :, None]).softmax(1)
        pooled = (x.view(*x.shape[:2], GATHERERS, -1) * looks[..., None]).sum(1).flatten(1)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        parties = [
            (x * (marks == mark)[..., None]).sum(1) / (marks == mark).sum(1, keepdim=True).clamp(min=1)
            for mark in (1, 2)
        ]
        state = torch.cat([pooled, mean, *parties], 1)
        return {
            name: head(F.dropout(state[:, : SEEN_BY[name] * WIDTH], 0.2, self.training))
            for name, head in self.heads.items()
        } | {"parts": self.parts(x)}


class Example:
    """One sentence, what the network is told and what it is asked."""

    def __init__(self, told: Told) -> None:
        self.given, self.weak = told.given, told.weak
        # The states and marks of its pieces, as seen alone and among other sentences.
        self.views: list[tuple[Tensor, Tensor]] = []
        self.wanted = {
            name: ASKED[name].index(label) if label else -100
            for name, label in (("act", told.act), ("real", told.realis), ("root", told.root))
        }

    @property
    def size(self) -> int:
        """How many pieces it is long."""
        return len(self.views[0][0])


def lower_layers() -> Encoder:
    """Return the reader's lower layers with the weights that the package carries."""
    with np.load(MODELS / "weights.npz") as stored:
        arrays = {name: np.asarray(stored[name], np.float32) for name in stored.files}
    weights = {
        name: values * arrays.get(name + ".scale", 1.0)
        for name, values in arrays.items()
        if not name.endswith(".scale")
    }
    encoder = Encoder(Sizes(len(vocabulary()), SHARED, SHAPES + 2, 4, 4, 3))
    state = {}
    for name in encoder.state_dict():
        ours = (
            name.replace("layers.", "layer").removesuffix(".weight")
            if "norm" not in name and "layers" not in name
            else name
        )
        ours = ours.replace("layers.", "layer")
        state[name] = torch.tensor(weights[ours])
    encoder.load_state_dict(state)
    return encoder.eval()


def examples(rows: list[Told], encoder: Encoder, cutter: Cutter, *, together: bool) -> list[Example]:
    """Return the sentences, seen alone and, if `together`, once more in paragraphs of four in a fixed disorder."""
    found = [Example(told) for told in rows]
    groups = [[number] for number in range(len(rows))]
    if together:
        order = list(range(len(rows)))
        random.Random(7).shuffle(order)
        groups += [order[first : first + 4] for first in range(0, len(order), 4)]
    for group in groups:
        for number, view in zip(group, views([rows[number] for number in group], encoder, cutter), strict=True):
            found[number].views.append(view)
    return found


def views(rows: list[Told], encoder: Encoder, cutter: Cutter) -> list[tuple[Tensor, Tensor]]:
    """Return states and marks of the pieces of each sentence of a paragraph."""
    text = " ".join(told.text for told in rows)
    starts = np.cumsum([0, *(len(told.text) + 1 for told in rows)])
    sentences, paragraphs = segment(Article("a", text))
    quotes = [quote.span for quote in find_quotes(text, sentences, paragraphs)]
    states: list[list[Tensor]] = [[] for _ in rows]
    marks: list[list[int]] = [[] for _ in rows]
    for window in find_windows(text, sentences, cutter, quotes):
        with torch.no_grad():
            seen = encoder(torch.tensor(np.array(window.inputs))[None])[0]
        for word, head, stop in zip(window.words, window.heads, [*window.heads[1:], len(seen) - 1], strict=True):
            row = int(np.searchsorted(starts, word.start, side="right")) - 1
            states[row].append(seen[head:stop])
            marks[row] += [rows[row].marks[word.start - int(starts[row])]] * (stop - head)
    return [(torch.cat(some)[:LONGEST], torch.tensor(mark)[:LONGEST]) for some, mark in zip(states, marks, strict=True)]


def batch_of(rows: list[Example], chance: random.Random | None = None) -> tuple[Tensor, Tensor, Tensor]:
    """Return states, marks and mask of (rows, pieces): the sentences alone, or by `chance` among others."""
    seen = [chance.choice(row.views) if chance else row.views[0] for row in rows]
    longest = max(len(states) for states, _ in seen)
    states = torch.zeros(len(rows), longest, WIDTH)
    marks = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    for number, (some, mark) in enumerate(seen):
        states[number, : len(some)] = some
        marks[number, : len(some)] = mark
        mask[number, : len(some)] = True
    return states, marks, mask


def loss_of(model: Teller, rows: list[Example], chance: random.Random) -> Tensor:
    """Return the loss over everything the rows ask; an act's parts are to be found, a relation's are given."""
    states, marks, mask = batch_of(rows, chance)
    given = torch.tensor([row.given for row in rows])
    found = model(states, marks, mask, given)
    loss = torch.zeros(())
    for name in ASKED:
        wanted = torch.tensor([row.wanted[name] for row in rows])
        if (asked := wanted >= 0).any():
            loss = loss + WEIGHTS[name] * asked.float().mean() * F.cross_entropy(
                found[name], wanted, label_smoothing=0.1
            )
    found_out = torch.tensor([not row.given and not row.weak for row in rows])
    if (own := mask & found_out[:, None]).any():
        gold_parts = torch.stack([marks == 1, marks == 2], -1).float()
        loss = loss + WEIGHTS["parts"] * F.binary_cross_entropy_with_logits(found["parts"][own], gold_parts[own])
    return loss


@torch.no_grad()
def scores(model: Teller, rows: list[Example]) -> dict[str, float]:
    """Return macro-F1 and accuracy of each head."""
    model.eval()
    pairs: dict[str, list[tuple[str, str]]] = {name: [] for name in ASKED}
    for first in range(0, len(rows), 32):
        some = rows[first : first + 32]
        states, marks, mask = batch_of(some)
        found = model(states, marks, mask, torch.tensor([row.given for row in some]))
        for name, labels in ASKED.items():
            for row, place in zip(some, found[name].argmax(1).tolist(), strict=True):
                if row.wanted[name] >= 0:
                    pairs[name].append((labels[row.wanted[name]], labels[place]))
    model.train()
    return {
        f"{name} {kind}": round(figure(have), 3)
        for name, have in pairs.items()
        if have
        for kind, figure in (("F1", macro_f1), ("accuracy", accuracy))
    }


def train(rows: list[Example], held: list[Example]) -> Teller:
    """Return a trained teller."""
    torch.manual_seed(7)
    chance = random.Random(7)
    model = Teller()
    body = [weight for name, weight in model.named_parameters() if name.startswith("layers")]
    head = [weight for name, weight in model.named_parameters() if not name.startswith("layers")]
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    peaks = [group["lr"] for group in adam.param_groups]
    weights = [weight.detach() for weight in model.parameters()]
    average = [weight.clone() for weight in weights]
    steps = []
    for _ in range(EPOCHS):
        order = sorted(rows, key=lambda row: row.size + 8 * chance.random())
        epoch = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
        chance.shuffle(epoch)
        steps += epoch
    began = time.monotonic()
    for step, some in enumerate(steps):
        share = step / len(steps)
        factor = min(1.0, share / 0.06) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
        for group, peak in zip(adam.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        loss = loss_of(model, some, chance)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        adam.zero_grad(set_to_none=True)
        with torch.no_grad():
            torch._foreach_lerp_(average, weights, 1 - min(AVERAGE, (1 + step) / (10 + step)))
        if (step + 1) % (len(steps) // EPOCHS) == 0:
            print(
                json.dumps(
                    {
                        "step": step + 1,
                        "of": len(steps),
                        "loss": round(loss.item(), 3),
                        "s": round(time.monotonic() - began),
                    }
                    | (scores(model, held) if held else {})
                ),
                flush=True,
            )
    with torch.no_grad():
        for weight, mean in zip(weights, average, strict=True):
            weight.copy_(mean)
    if held:
        print(json.dumps({"averaged": scores(model, held)}), flush=True)
    return model.eval()


def stored(model: Teller) -> dict[str, np.ndarray]:
    """Return the arrays of the package's file."""
    named = {}
    for name, values in model.state_dict().items():
        ours = name.replace("layers.", "layer").replace("heads.", "")
        named["marks" if ours == "marks.weight" else ours] = values.numpy()
    return quantised(named)


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=MODELS / "acts.npz")
    parser.add_argument("--hold", type=int, default=None)
    options = parser.parse_args()
    torch.set_num_threads(1)
    encoder, cutter = lower_layers(), Cutter(vocabulary())
    own = gold()
    random.Random(7).shuffle(own)
    size = len(own) // 3
    place = None if options.hold is None else slice(options.hold * size, (options.hold + 1) * size)
    held = own[place] if place else []
    kept = [row for row in own if row not in held]
    rows = examples([*kept, *more(), *relations(), *plain()], encoder, cutter, together=True)
    model = train(rows, examples(held, encoder, cutter, together=False))
    save(stored(model), options.out)
    print(json.dumps({"examples": len(rows), "bytes": options.out.stat().st_size}))


if __name__ == "__main__":
    main()
