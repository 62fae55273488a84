"""How well a statement is supported by its evidence: a few measures, weighed by a trained logistic model."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

import msgspec

from crosswire.check.library import Library, Unit
from crosswire.check.meanings import meanings
from crosswire.check.together import together
from crosswire.check.word_chances import at_best, looks, total_chance
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Span

# Evidence sentences a statement may rest on together.
MOST = 3
# A further sentence must add this share of what is still missing.
_ADDS = 0.12
# A word of like meaning counts for more the nearer it is: nothing at the first cosine, nearly all at the second.
# "purchased" and "bought" have .83, "truce" and "ceasefire" .48, words of nothing in common about 0.
_UNLIKE, _ALIKE = 0.25, 0.85
# How much a word counts as said when only the sentences around the evidence, or the article's opening, hold it.
_NEAR, _LEAD = 0.8, 0.6
# A word held less than this stands in no evidence.
UNHELD = 0.3
# An added detail is some words long: two to five do within a point of each other on WiCE dev.
_SIDE_BY_SIDE = 3


class Model(msgspec.Struct, frozen=True):
    """What `training/check/train.py` left: a weight for each measure, and where the answer is yes (`supported`)."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    bias: float
    supported: float = 0.5


@cache
def load_model(kind: str = "words") -> Model:
    """Return the weights that ship with Crosswire: of what `words` tell, with what is read `beside`, of one `word`."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return msgspec.convert(data[kind], Model)


def model_of(found: Mapping[str, float]) -> Model:
    """Return the weights that go with measures: those of reading `beside` where it was done."""
    return load_model("beside" if "whole" in found else "words")


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


def held(word: Word, text: str, units: Sequence[Unit], library: Library, settled: Sequence[Span] = ()) -> float:
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
    if word.is_name:
        return _LEAD if any(word.key in library.leads[unit.source] for unit in units) else 0.0
    return 0.9 * _likest(word, text, units, library) if word.key[0].isalpha() else 0.0


def _likest(word: Word, text: str, units: Sequence[Unit], library: Library) -> float:
    """Return how like the nearest ordinary word of the evidence is in meaning, between 0 and 1."""
    vector = meanings().of(text[word.start : word.end].lower())
    best = max((float((library.vectors(unit) @ vector).max(initial=0.0)) for unit in units), default=0.0)
    return min(1.0, max(0.0, (best - _UNLIKE) / (_ALIKE - _UNLIKE)))


def measures(
    words: Sequence[Word],
    text: str,
    units: Sequence[Unit],
    library: Library,
    *,
    candidates: Sequence[Unit] = (),
    differences: Sequence[Difference] = (),
    settled: Sequence[Span] = (),
    shares: Sequence[float] | None = None,
) -> dict[str, float]:
    """
    Measure a statement's words against its evidence, and against all sentences that bear on it.

    `shares` saves asking again how far the evidence holds each word.

    `held` is the share of the words in the evidence, each weighed by how much it tells, `plain` each counting alike;
    `names` and `numbers` are the shares of those; `slots` and `quotes` tell of figures, dates, names and quotations
    that differ. `dangling` is for the caller to set: whether the words begin with a pronoun that stands for nobody.
    `gap` is how little of some words side by side is held, less so where all stands in the sources' own words.
    `chance` is how far its words fall short of being all borne out, each by what `looks` tells of it. The rest is said
    in `together`.
    """
    weights = [library.weight(word.key) for word in words]
    if shares is None:
        shares = [held(word, text, units, library, settled) for word in words]
    kinds = [one.kind for one in differences]
    stands = together(words, text, candidates or units, library)
    rows = looks(words, text, units, candidates, library)
    return {
        "held": sum(w * s for w, s in zip(weights, shares, strict=True)) / (sum(weights) or 1.0),
        "plain": sum(shares) / (len(shares) or 1),
        "names": _share(words, shares, "@"),
        "numbers": _share(words, shares, "#~"),
        "slots": float(min(2, sum(kind in ("figure", "date", "name", "speaker") for kind in kinds))),
        "quotes": float("quotation" in kinds),
        "dangling": 0.0,
        "gap": _gap(shares) * (1.0 - stands["joined"]),
        "chance": _chance(rows),
        **stands,
    }


def _chance(rows: Sequence[tuple[float, ...]]) -> float:
    """Return how far words fall short of what they would be if one sentence held them all."""
    model = load_model("word")
    return total_chance([_score(model, row) for row in rows], [_score(model, at_best(row)) for row in rows])


def _gap(shares: Sequence[float]) -> float:
    """Return how far the words side by side that are held least are held, less 1: a detail that was added."""
    starts = range(max(1, len(shares) - _SIDE_BY_SIDE + 1))
    return min(sum(some) / len(some) for at in starts if (some := shares[at : at + _SIDE_BY_SIDE] or [1.0])) - 1.0


def _share(words: Sequence[Word], shares: Sequence[float], marks: str) -> float:
    chosen = [share for word, share in zip(words, shares, strict=True) if word.key[0] in marks]
    return sum(chosen) / len(chosen) if chosen else 1.0


def support(found: dict[str, float], model: Model | None = None) -> float:
    """Return how likely a statement with these measures is supported, between 0 and 1."""
    model = model or model_of(found)
    score = _score(model, [found[name] for name in model.names])
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, score)))), 4)


def _score(model: Model, values: Sequence[float]) -> float:
    score = model.bias
    for value, weight, mean, spread in zip(values, model.weights, model.means, model.spreads, strict=True):
        score += weight * (value - mean) / spread
    return score
