"""The network: a small encoder over word pieces, a tagger of attributions, a linker of cues, a tagger of entities."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from crosswire.read.encoder.decode import CUE_TAGS, DISTANCES, FLAT_TAGS, STEPS

WIDTH = 384
HEADS = 12
LINK_WIDTH = 192
FORBIDDEN = -1e4


@dataclass(frozen=True)
class Sizes:
    """What a checkpoint needs to be rebuilt."""

    pieces: int
    layers: int
    shapes: int
    quotes: int
    breaks: int
    entity_tags: int


class Drop(nn.Module):
    """Dropout by slices of one long random mask: drawing a new one for each call took a tenth of a training step."""

    def __init__(self, share: float = 0.1, length: int = 1 << 23) -> None:
        super().__init__()
        self.mask = (torch.rand(length) >= share).to(torch.bfloat16) / (1 - share)

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` with some of its values put to nought, the others raised; `x` itself outside training."""
        if not self.training:
            return x
        start = int(torch.randint(len(self.mask) - x.numel(), ()))
        return x * self.mask[start : start + x.numel()].view(x.shape)


class Layer(nn.Module):
    """One transformer layer, as in BERT: normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.joint = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the next states; `mask` is True where a piece may be looked at."""
        rows, length, _ = x.shape
        joint = self.joint(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: torch's fused attention is twice as slow backwards on a CPU.
        with torch.autocast("cpu", enabled=False):
            alike = joint[0] @ (joint[1] * (WIDTH // HEADS) ** -0.5).transpose(2, 3)
            seen = (alike if mask is None else alike + mask.to(alike.dtype)).softmax(-1) @ joint[2]
        x = self.mix_norm(x + self.drop(self.mix(seen.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Word pieces, letter shapes, quotation states and breaks in; one state a word out."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.pieces, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(sizes.shapes, WIDTH)
        self.quotes = nn.Embedding(sizes.quotes, WIDTH)
        self.breaks = nn.Embedding(sizes.breaks, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop()
        self.layers = nn.ModuleList(Layer() for _ in range(sizes.layers))
        for extra in (self.shapes, self.quotes, self.breaks):
            nn.init.normal_(extra.weight, std=0.01)

    def forward(self, inputs: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return states by piece; `inputs` is (rows, 4, length): piece, shape, quotation, break."""
        x = self.pieces(inputs[:, 0]) + self.places.weight[: inputs.shape[2]]
        x = x + self.shapes(inputs[:, 1]) + self.quotes(inputs[:, 2]) + self.breaks(inputs[:, 3])
        x = self.drop(self.norm(x))
        attention = None if mask is None else torch.where(mask, 0.0, FORBIDDEN)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attention)
        return x


class Chain(nn.Module):
    """Learned costs of tag following tag: a linear-chain conditional random field (Lafferty et al. 2001)."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.first = nn.Parameter(torch.zeros(tags))
        self.follow = nn.Parameter(torch.zeros(tags, tags))
        # Inside tag 2k may only follow begin 2k-1 or itself.
        barred = torch.zeros(tags, tags)
        for inside in range(2, tags, 2):
            barred[:, inside] = FORBIDDEN
            barred[inside, inside] = barred[inside - 1, inside] = 0
        start = torch.zeros(tags)
        start[2::2] = FORBIDDEN
        self.register_buffer("barred", barred)
        self.register_buffer("barred_first", start)

    def costs(self) -> tuple[Tensor, Tensor]:
        """Return the scores of starting with each tag, and of each following each."""
        return self.first + self.barred_first, self.follow + self.barred

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Return the summed negative log-likelihood of `gold` over (rows, length); rows are filled from the left."""
        first, follow = self.costs()
        ahead = first + scores[:, 0]
        total = first[gold[:, 0]] + scores[:, 0].gather(1, gold[:, :1])[:, 0]
        for place in range(1, scores.shape[1]):
            here = mask[:, place]
            step = torch.logsumexp(ahead[:, :, None] + follow, dim=1) + scores[:, place]
            ahead = torch.where(here[:, None], step, ahead)
            gain = (
                follow[gold[:, place - 1], gold[:, place]]
                + scores[:, place].gather(1, gold[:, place : place + 1])[:, 0]
            )
            total = total + gain * here
        return (torch.logsumexp(ahead, dim=1) - total).sum()


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes)
        self.drop = Drop()
        self.tags = nn.Linear(WIDTH, FLAT_TAGS)
        self.chain = Chain(FLAT_TAGS)
        self.entities = nn.Linear(WIDTH, sizes.entity_tags)
        self.entity_chain = Chain(sizes.entity_tags)
        self.token = nn.Linear(WIDTH, LINK_WIDTH)
        self.cue = nn.Linear(WIDTH, LINK_WIDTH)
        # Where a word stands as seen from a cue: by words, by sentences, by cues between.
        self.distances = nn.ModuleList(nn.Embedding(count, LINK_WIDTH) for count in (DISTANCES, STEPS, STEPS))
        self.link = nn.Linear(LINK_WIDTH, CUE_TAGS)
        for head in (self.tags, self.entities, self.link):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)
        for table in self.distances:
            nn.init.normal_(table.weight, std=0.05)

    def link_scores(self, pairs: Tensor, distances: Tensor) -> Tensor:
        """Return tag scores of (pairs, width), each the sum of a word and a cue; `distances` is (3, pairs)."""
        for table, row in zip(self.distances, distances, strict=True):
            pairs = pairs + table(row)
        return self.link(self.drop(F.relu(pairs)))
