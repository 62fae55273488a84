"""
Train the first glance: which stretches may perform an act, and so are worth judging.

    python training/reader/glance.py [--acts FILE] [--hold N]

A few scores a piece over the reader's lower states, the highest of each kept: next to nothing to compute. The arrays
are added to the file of the acts. `--hold N` keeps the Nth third of the gold's training sentences and of everyday prose
out, prints what share of each passes at several thresholds, and writes nothing.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from acts import batch_of, examples, lower_layers
from acts_corpus import gold, more, plain
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from train import vocabulary

from crosswire.read.encoder.judge import ACTS, GLANCES
from crosswire.read.encoder.wordpieces import Cutter
from export import MODELS, save
from model import WIDTH

EPOCHS, BATCH, RATE = 6, 32, 2e-3
PROSE = 4000
# Most stretches of an article perform no act; those of the gold nearly all do.
WORTH = 2.0


class Glance(nn.Module):
    """Scores of the pieces, the highest of each, and their sum."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Linear(WIDTH, GLANCES)
        self.stretch = nn.Linear(GLANCES, 1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return one score a stretch: above nothing, it may perform an act."""
        seen = self.pieces(F.dropout(states, 0.1, self.training))
        return self.stretch(seen.masked_fill(~mask[..., None], -1e4).amax(1).relu())[:, 0]


def performs(place: int) -> bool:
    """Tell whether the act at `place` is one that a stretch performs."""
    return ACTS[place] not in ("none", "STATE")


def train(rows: list) -> Glance:
    """Return a trained glance."""
    torch.manual_seed(7)
    chance = random.Random(7)
    model = Glance()
    adam = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    count = EPOCHS * (len(rows) // BATCH)
    for step in range(count):
        if step % (len(rows) // BATCH) == 0:
            chance.shuffle(rows)
        first = step % (len(rows) // BATCH) * BATCH
        some = rows[first : first + BATCH]
        states, _, mask = batch_of(some, chance)
        wanted = torch.tensor([float(performs(row.wanted["act"])) for row in some])
        loss = F.binary_cross_entropy_with_logits(model(states, mask), wanted, pos_weight=torch.tensor(WORTH))
        for group in adam.param_groups:
            group["lr"] = RATE * (1 - step / count)
        loss.backward()
        adam.step()
        adam.zero_grad(set_to_none=True)
    return model.eval()


@torch.no_grad()
def seen_by(model: Glance, rows: list) -> np.ndarray:
    """Return the scores of rows."""
    found = []
    for first in range(0, len(rows), 32):
        states, _, mask = batch_of(rows[first : first + 32])
        found.append(model(states, mask).numpy())
    return np.concatenate(found)


def main() -> None:
    """Train and add to the acts' weights, or report on what was held out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--acts", type=Path, default=MODELS / "acts.npz")
    parser.add_argument("--hold", type=int, default=None)
    options = parser.parse_args()
    torch.set_num_threads(1)
    encoder, cutter = lower_layers(), Cutter(vocabulary())
    own, prose = gold(), plain(PROSE)
    random.Random(7).shuffle(own)
    held, weak = [], []
    if options.hold is not None:
        parts = [slice(options.hold * (len(rows) // 3), (options.hold + 1) * (len(rows) // 3)) for rows in (own, prose)]
        held, weak = own[parts[0]], prose[parts[1]]
        del own[parts[0]], prose[parts[1]]
    rows = [
        *examples([*own, *more()], encoder, cutter, together=True),
        *examples(prose, encoder, cutter, together=False),
    ]
    rows = [row for row in rows if row.wanted["act"] >= 0]
    model = train(rows)
    if options.hold is not None:
        gold_rows, prose_rows = (examples(part, encoder, cutter, together=False) for part in (held, weak))
        sure = np.array([performs(row.wanted["act"]) for row in gold_rows])
        kinds = {"acts": seen_by(model, gold_rows)[sure], "none": seen_by(model, gold_rows)[~sure]}
        kinds["prose"] = seen_by(model, prose_rows)
        for least in (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0):
            print(
                json.dumps({"least": least} | {name: round(float((x >= least).mean()), 3) for name, x in kinds.items()})
            )
        return
    with np.load(options.acts) as stored:
        arrays = {name: stored[name] for name in stored.files if not name.startswith("glance.")}
    arrays |= {f"glance.{name}": values.numpy() for name, values in model.state_dict().items()}
    save(arrays, options.acts)


if __name__ == "__main__":
    main()
