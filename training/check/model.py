"""The network that reads a claim beside its evidence: the reader's own layers, frozen, and a thin layer on each."""

import math

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from crosswire.check.beside import MARKS
from crosswire.read.encoder.comparer import STACK
from crosswire.read.encoder.encoder import ACTS, MODELS, WEIGHTS
from crosswire.read.encoder.network import HEAD_SIZE, SCALE

WIDTH = 384
HEADS = WIDTH // HEAD_SIZE
RANK = 8
FORBIDDEN = -1e4


class Thin(nn.Module):
    """A frozen linear map and a product of two narrow ones beside it (Hu et al. 2022, LoRA)."""

    def __init__(self, weight: Tensor, bias: Tensor, rank: int) -> None:
        super().__init__()
        self.register_buffer("weight", weight.to(torch.bfloat16))
        self.bias = nn.Parameter(bias.clone())
        self.down = nn.Parameter(torch.randn(rank, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.up = nn.Parameter(torch.zeros(weight.shape[0], rank))

    def forward(self, x: Tensor) -> Tensor:
        """Return the sum of both."""
        return F.linear(x, self.weight, self.bias) + F.linear(F.linear(x, self.down), self.up)


class Layer(nn.Module):
    """One transformer layer, as in BERT, with thin additions to its matrices."""

    def __init__(self, weights: dict[str, Tensor], name: str, rank: int) -> None:
        super().__init__()
        for part in ("joint", "mix", "wide", "narrow"):
            setattr(self, part, Thin(weights[f"{name}{part}.weight"], weights[f"{name}{part}.bias"], rank))
        for part in ("mix_norm", "norm"):
            norm = nn.LayerNorm(WIDTH, eps=1e-12)
            with torch.no_grad():
                norm.weight.copy_(weights[f"{name}{part}.weight"])
                norm.bias.copy_(weights[f"{name}{part}.bias"])
            setattr(self, part, norm)

    def forward(self, x: Tensor, unseen: Tensor) -> Tensor:
        """Return the next states."""
        rows, length, _ = x.shape
        asked, offered, held = (
            part.view(rows, length, HEADS, HEAD_SIZE).transpose(1, 2) for part in self.joint(x).chunk(3, -1)
        )
        alike = (asked * HEAD_SIZE**-0.5) @ offered.transpose(2, 3)
        seen = (alike + unseen.to(alike.dtype)).softmax(-1).to(held.dtype) @ held
        x = self.mix_norm(x + self.mix(seen.transpose(1, 2).reshape(rows, length, WIDTH)))
        return self.norm(x + self.narrow(F.gelu(self.wide(x))))


class Comparer(nn.Module):
    """Scores of a claim: one for the whole, and one a word for being wrong."""

    def __init__(self, rank: int = RANK) -> None:
        super().__init__()
        lower, upper = arrays(WEIGHTS), arrays(ACTS)
        stack = [(lower if file == WEIGHTS else upper, f"layer{place}.") for file, place in STACK]
        self.tables = nn.ModuleList(
            nn.Embedding.from_pretrained(lower[name], freeze=True) for name in ("pieces", "shapes", "quotes", "breaks")
        )
        self.register_buffer("places", lower["places"])
        self.marks = nn.Embedding(MARKS, WIDTH)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.start = nn.LayerNorm(WIDTH, eps=1e-12)
        with torch.no_grad():
            self.start.weight.copy_(lower["norm.weight"])
            self.start.bias.copy_(lower["norm.bias"])
        self.layers = nn.ModuleList(Layer(weights, name, rank) for weights, name in stack)
        # The first layer stays as it is; what is said beside the words comes in after it.
        for weight in [*self.start.parameters(), *self.layers[0].parameters()]:
            weight.requires_grad_(False)
        self.word = nn.Linear(WIDTH, 1)
        self.whole = nn.Linear(WIDTH, 1)
        for head in (self.word, self.whole):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, inputs: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return a score a piece (rows, length) and one a claim, by its first piece; `inputs` are (rows, 5, length)."""
        unseen = torch.where(mask, 0.0, FORBIDDEN)[:, None, None, :]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            with torch.no_grad():
                x = self.places[: inputs.shape[2]]
                for number, table in enumerate(self.tables):
                    x = x + table(inputs[:, number])
                x = self.layers[0](self.start(x), unseen)
            x = x + self.marks(inputs[:, 4])
            for layer in self.layers[1:]:
                x = layer(x, unseen)
        x = x.float()
        return self.word(x)[..., 0], self.whole(x[:, 0])[:, 0]


def arrays(name: str) -> dict[str, Tensor]:
    """Return the weights of one of the reader's files as floats."""
    with np.load(MODELS / name) as stored:
        kept = {one: np.asarray(stored[one], np.float32) for one in stored.files}
    return {
        one: torch.tensor(values * kept.get(one + SCALE, np.float32(1.0)))
        for one, values in kept.items()
        if not one.endswith(SCALE)
    }
