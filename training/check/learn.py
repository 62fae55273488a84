"""
Train what reads a claim beside its evidence.

    python training/check/learn.py PAIRS --out ONE --parts 5 --of 11 --how plain
    python training/check/learn.py PAIRS --out TWO --parts 9 --start ONE/last.pt --write

One thread, bfloat16, seeds fixed. A batch holds claims with their twins; the loss is of words (is it wrong?), of wholes
(is it borne out?) and of twins (the right one scores higher).
"""

import argparse
import io
import json
import math
import pickle
import random
import time
import zipfile
from collections import defaultdict
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from bench.quality.check.evaluate import auc
from mirror import mirrored
from pairs import Row
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from crosswire.check.beside import LIMIT
from crosswire.read.encoder.comparer import COMPARER
from crosswire.read.encoder.encoder import MODELS
from model import Comparer

# Pieces a batch; the rates of the thin layers and of the rest.
BATCH, RATE, WARMUP = 1700, 1.5e-3, 0.05
TWINS, WORDS, WRONG = 0.7, 1.0, 2.0
# Every so many-th text is held out: scores as it goes, and what the measures are weighed on afterwards (train.py).
HELD = 12
# A fixed date: the same weights give the same file.
DATE = (2020, 1, 1, 0, 0, 0)
# BERT's [SEP].
SEPARATOR = 102
# WiCE's claims are few: they are dealt out over all parts, this many times.
AGAIN = 2
# Claims that say the same in other words: somebody wrote them, nobody cut them out.
FREE = ("opening", "twin")


def is_held(group: str) -> bool:
    """Tell whether a group of examples is kept from learning."""
    return crc32(group.split("/")[0].encode()) % HELD == 0


def part(folder: Path, number: int) -> list[list[Row]]:
    """Return a part's groups, once it is written."""
    path = folder / f"part{number:03}.pkl"
    while not path.exists():
        time.sleep(2)
    groups: dict[str, list[Row]] = defaultdict(list)
    for values in pickle.loads(path.read_bytes()):
        one = Row(*values)
        groups[one.group].append(one)
    return list(groups.values())


def dealt(folder: Path, parts: int, number: int, draw: random.Random, *, how: str) -> list[list[list[Row]]]:
    """Return the batches of a part, with its share of WiCE's claims."""
    wice = [one for one in part(folder, 0) if one[0].kind == "wice" and not is_held(one[0].group)]
    share = [one for turn in range(AGAIN) for one in wice[(number + turn * parts // 2) % parts :: parts]]
    own = [one for one in part(folder, number) if one[0].kind != "wice" and not is_held(one[0].group)]
    if how == "free":
        own = [one for one in own if one[0].kind in FREE]
    return batches((own if how == "plain" else [mirrors(one, draw) for one in own]) + share, draw)


def mirrors(group: list[Row], draw: random.Random) -> list[Row]:
    """Return a claim with one of its twins and their mirrored halves; where there are none, with all of its twins."""
    good, *bad = group
    for one in draw.sample(bad, len(bad)):
        found = mirrored(good, one, SEPARATOR)
        if good.label and found:
            return [good, one, *found]
    return group


def filled(rows: list[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return inputs, mask, which pieces begin a claim's word, and which of these are wrong."""
    longest = min(LIMIT, max(len(one.inputs[0]) for one in rows))
    inputs = torch.zeros(len(rows), 5, longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.bool)
    own, wrong = torch.zeros(len(rows), longest), torch.zeros(len(rows), longest)
    for at, one in enumerate(rows):
        size = min(LIMIT, len(one.inputs[0]))
        inputs[at, :, :size] = torch.tensor(one.inputs)[:, :size]
        mask[at, :size] = True
        own[at, one.heads] = 1.0
        wrong[at, one.heads] = torch.tensor(one.wrong, dtype=torch.float)
    return inputs, mask, own, wrong


def loss_of(model: Comparer, groups: list[list[Row]]) -> Tensor:
    """Return the loss of some groups."""
    rows = [one for group in groups for one in group]
    inputs, mask, own, wrong = filled(rows)
    words, wholes = model(inputs, mask)
    by_word = F.binary_cross_entropy_with_logits(words, wrong, reduction="none", pos_weight=torch.tensor(WRONG)) * own
    # A claim of another's words wholly: which of them are wrong is not known.
    known = torch.tensor([float(one.label or any(one.wrong)) for one in rows])
    loss = WORDS * 6 * (by_word.sum(1) / own.sum(1).clamp(min=1) * known).mean()
    labels = torch.tensor([float(one.label) for one in rows])
    loss = loss + F.binary_cross_entropy_with_logits(wholes, labels)
    at, pairs = 0, []
    for group in groups:
        good = [at + n for n, one in enumerate(group) if one.label]
        bad = [at + n for n, one in enumerate(group) if not one.label]
        pairs += [(g, b) for g in good for b in bad]
        at += len(group)
    if pairs:
        ahead = torch.tensor(pairs).T
        loss = loss + TWINS * F.softplus(wholes[ahead[1]] - wholes[ahead[0]]).mean()
    return loss


@torch.no_grad()
def scores(model: Comparer, rows: list[Row]) -> list[tuple[float, float]]:
    """Return of each row the whole's score and the worst word's."""
    model.eval()
    found: dict[int, tuple[float, float]] = {}
    order = sorted(range(len(rows)), key=lambda at: len(rows[at].inputs[0]))
    for first in range(0, len(order), 24):
        some = order[first : first + 24]
        inputs, mask, own, _ = filled([rows[at] for at in some])
        words, wholes = model(inputs, mask)
        worst = (words - 1e4 * (1 - own)).max(1).values
        for at, whole, bad in zip(some, wholes.tolist(), worst.tolist(), strict=True):
            found[at] = (whole, bad)
    model.train()
    return [found[at] for at in range(len(rows))]


def measured(model: Comparer, groups: list[list[Row]]) -> dict[str, float]:
    """Return the area under the curve on groups held out, and how often the right one of twins is ahead, by kind."""
    rows = [one for group in groups for one in group]
    found = {id(one): value for one, value in zip(rows, scores(model, rows), strict=True)}
    labels = [one.label for one in rows]
    kinds: dict[str, list[bool]] = defaultdict(list)
    for group in groups:
        for good in (one for one in group if one.label):
            for bad in (one for one in group if not one.label):
                kinds[bad.kind].append(found[id(good)][0] > found[id(bad)][0])
    figures = {kind: sum(values) / len(values) for kind, values in sorted(kinds.items())}
    whole = auc(labels, [found[id(one)][0] for one in rows])
    return {"AUC": whole, "worst": auc(labels, [-found[id(one)][1] for one in rows])} | figures


def stored(model: Comparer) -> dict[str, np.ndarray]:
    """Return the arrays of the package's file: what was learnt, in 16 bits."""
    found = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad and not name.startswith(("word", "whole")):
            found[name.replace("layers.", "layer").removesuffix(".weight" if name == "marks.weight" else "~")] = weight
    for part in ("weight", "bias"):
        found[f"heads.{part}"] = torch.cat([getattr(model.word, part), getattr(model.whole, part)])
    return {name: weight.detach().numpy().astype(np.float16) for name, weight in found.items()}


def save(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Write an .npz whose bytes depend on the arrays alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(arrays):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(name + ".npy", DATE), buffer.getvalue())


def batches(groups: list[list[Row]], draw: random.Random) -> list[list[list[Row]]]:
    """Return an epoch of batches of groups alike in length."""

    def size(group: list[Row]) -> int:
        return min(LIMIT, max(len(one.inputs[0]) for one in group))

    order = sorted(groups, key=lambda group: size(group) + 10 * draw.random())
    found: list[list[list[Row]]] = [[]]
    used = 0
    for group in order:
        cost = size(group) * len(group)
        if found[-1] and used + cost > BATCH:
            found.append([])
            used = 0
        found[-1].append(group)
        used += cost
    draw.shuffle(found)
    return found


def main() -> None:
    """Train, score as it goes, keep the last state."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=Path("check-comparer"))
    parser.add_argument("--parts", type=int, default=9)
    parser.add_argument("--of", type=int, help="the parts by whose number the rate falls, if not all are learnt")
    parser.add_argument(
        "--how",
        choices=("mirrored", "plain", "free"),
        default="mirrored",
        help="errors in the evidence too; errors in claims alone; or claims in free words, which others wrote, alone",
    )
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--write", action="store_true", help="write the package's file")
    parser.add_argument("--start", type=Path, help="go on from the weights of another run")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(7)
    draw = random.Random(7)
    held = [one for number in range(2) for one in part(options.pairs, number) if is_held(one[0].group)]
    held = [mirrors(one, random.Random(one[0].group)) for one in held]
    all_parts = options.of or options.parts
    model = Comparer()
    if options.start:
        model.load_state_dict(torch.load(options.start)["model"])
    decayed = [weight for weight in model.parameters() if weight.ndim > 1 and weight.requires_grad]
    rest = [weight for weight in model.parameters() if weight.ndim == 1 and weight.requires_grad]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}]
    adam = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.98))
    began, step, pieces = time.monotonic(), 0, 0
    model.train()
    for number in range(options.parts):
        some, total = dealt(options.pairs, all_parts, number, draw, how=options.how), 0.0
        for at, batch in enumerate(some):
            share = (number + at / len(some)) / all_parts
            for group in adam.param_groups:
                group["lr"] = (
                    options.rate * min(1.0, share / WARMUP) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))
                )
            loss = loss_of(model, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            adam.zero_grad(set_to_none=True)
            total += loss.item()
            step += 1
            pieces += sum(len(one.inputs[0]) for group in batch for one in group)
            if step % 10 == 0:
                passed = time.monotonic() - began
                print(json.dumps({"step": step, "loss": round(total / (at + 1), 3), "s": round(passed)}), flush=True)
        passed = time.monotonic() - began
        row = {"part": number, "of": options.parts, "pieces/s": round(pieces / passed), "s": round(passed)}
        figures = measured(model, held) if number % 2 or number + 1 == options.parts else {}
        print(json.dumps(row | {kind: round(value, 3) for kind, value in figures.items()}), flush=True)
        torch.save({"model": model.state_dict(), "part": number}, options.out / "last.part")
        (options.out / "last.part").rename(options.out / "last.pt")
    if options.write:
        save(stored(model), MODELS / COMPARER)


if __name__ == "__main__":
    main()
