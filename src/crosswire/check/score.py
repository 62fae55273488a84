"""How well a statement is supported by its evidence: a few measures, weighed by a trained logistic model."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log

import msgspec

from crosswire.check.library import Library, Unit
from crosswire.check.words import Word, keys_of
from crosswire.model import Span

# Evidence sentences a statement may rest on together.
MOST = 3
# A further sentence must add this share of what is still missing.
_ADDS = 0.12
# How much a word counts as said when only the sentences around the evidence, or the article's opening, hold it.
_NEAR, _LEAD = 0.8, 0.6


class Model(msgspec.Struct, frozen=True):
    """The weights of the measures, in the order of their names, as `training/check/train.py` left them."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    bias: float
    supported: float
    unsupported: float


@cache
def load_model() -> Model:
    """Return the weights that ship with Crosswire."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return msgspec.convert(data, Model)


def choose(words: Sequence[Word], candidates: Sequence[Unit], library: Library) -> list[Unit]:
    """Return the sentences that together hold most of a statement, the one that holds most first."""
    keys = keys_of(words)
    total = library.mass(keys)
    chosen: list[Unit] = []
    missing = set(keys)
    while candidates and len(chosen) < MOST:
        gains = [(round(_gain(missing, unit, library, chosen), 6), -at) for at, unit in enumerate(candidates)]
        gain, at = max(gains)
        if gain <= 0 or (chosen and gain < _ADDS * total):
            break
        unit = candidates[-at]
        chosen.append(unit)
        missing -= unit.keys
        candidates = [one for one in candidates if one is not unit]
    return chosen


def _gain(missing: set[str], unit: Unit, library: Library, chosen: Sequence[Unit]) -> float:
    gain = library.mass(missing & unit.keys)
    # A headline holds the words and none of the detail; the sentence below it is the better evidence.
    gain *= 0.9 if unit.headline else 1.0
    return gain * (1.0 if not chosen or unit.source == chosen[0].source else 0.8)


def held(word: Word, units: Sequence[Unit], library: Library, settled: Sequence[Span] = ()) -> float:
    """
    Return how far the evidence holds a word: 1 where a sentence has it, less where it stands near by.

    `settled` are the figures and dates of the statement that agree with the evidence in other words.
    """
    if any(span.start <= word.start < span.end for span in settled):
        return 1.0
    if any(word.key in unit.keys for unit in units):
        return 1.0
    if any(word.key in unit.near for unit in units):
        return _NEAR
    return _LEAD if any(word.key in library.leads[unit.source] for unit in units) and word.is_name else 0.0


def measures(
    words: Sequence[Word],
    units: Sequence[Unit],
    library: Library,
    *,
    faults: int = 0,
    settled: Sequence[Span] = (),
) -> dict[str, float]:
    """Measure a statement's words against its evidence; `faults` counts the slots that differ."""
    weights = [library.weight(word.key) for word in words]
    total = sum(weights) or 1.0
    shares = [held(word, units, library, settled) for word in words]
    first = [1.0 if units and word.key in units[0].keys else 0.0 for word in words]
    missing = [weight * (1 - share) for weight, share in zip(weights, shares, strict=True)]
    return {
        "first": sum(w * s for w, s in zip(weights, first, strict=True)) / total,
        "union": sum(w * float(s == 1.0) for w, s in zip(weights, shares, strict=True)) / total,
        "held": sum(w * s for w, s in zip(weights, shares, strict=True)) / total,
        "names": _share(words, shares, "@"),
        "numbers": _share(words, shares, "#"),
        "pairs": _pairs(words, units),
        "worst": max(missing, default=0.0) / (library.unseen or 1.0),
        "lost": log(1.0 + sum(missing)),
        "length": log(1.0 + len(words)),
        "faults": float(min(faults, 2)),
    }


def _share(words: Sequence[Word], shares: Sequence[float], mark: str) -> float:
    chosen = [share for word, share in zip(words, shares, strict=True) if word.key.startswith(mark)]
    return sum(chosen) / len(chosen) if chosen else 1.0


def _pairs(words: Sequence[Word], units: Sequence[Unit]) -> float:
    """Return the share of neighbouring words that stand close together, in order, in one sentence of the evidence."""
    close: set[tuple[str, str]] = set()
    for unit in units:
        for at, word in enumerate(unit.words):
            close.update((word.key, other.key) for other in unit.words[at + 1 : at + 4])
    pairs = [(one.key, other.key) for one, other in pairwise(words)]
    return sum(pair in close for pair in pairs) / len(pairs) if pairs else 1.0


def support(found: dict[str, float], model: Model | None = None) -> float:
    """Return how likely a statement with these measures is supported, between 0 and 1."""
    model = model or load_model()
    score = model.bias
    for name, weight, mean, spread in zip(model.names, model.weights, model.means, model.spreads, strict=True):
        score += weight * (found[name] - mean) / spread
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, score)))), 4)
