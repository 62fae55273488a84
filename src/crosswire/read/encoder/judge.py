"""Which act a stretch of text performs: a few layers of their own over the words that the encoder has seen already."""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crosswire.errors import ModelError
from crosswire.model import Span
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.network import Weights, layer_of, layers_of, linear_of, weights_of
from crosswire.read.encoder.runtime import openvino
from crosswire.read.encoder.session import UNSEEN, Network, form, rounded_up
from crosswire.read.judged import Judgement

# What a stretch may do: the acts of the ontology that are one clause's, and none. In the order of the trained outputs.
ACTS = tuple(
    str.split("""
    ACCEPT ACCESS ACCUSE AGREE_JOINT APPEAL ATTACK CEASEFIRE CLAIM_RESP CONCEDE CONDEMN CONDITION COUNTER DEMAND DENY
    DETAIN ENDORSE MEDIATE MEET MOBILISE OFFER PROMISE PROPOSE RED_LINE REJECT RELEASE SANCTION STATE THREATEN VIOLATE
    WALK_OUT WITHDRAW none
    """)
)
REALES = ("actual", "conditional", "future", "negated", "questioned", "reported")
# PLOVER's roots as PLV-relations tells them apart: YIELD is CONCEDE and RETREAT.
ROOTS = tuple(
    str.split("""
    ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD
    """)
)
# Heads of attention that gather the words of a stretch into one state.
GATHERERS = 8
# Scores a piece that the first glance takes (training/reader/glance.py), and the sum above which a stretch is judged.
GLANCES = 16
WORTH_JUDGING = -0.5
# Pieces of words that training saw at most, and that reading judges: an act is told early, and speech may run on.
LONGEST = 128
CUT = 48
# Stretches, and pieces of them, that run together, one after another, each seeing its own stretch alone, in a table as
# wide as the longest needs. Most are short, and the narrowest table costs a fraction of the next. All is filled up to a
# few sizes, the number of stretches by that of pieces: the runtime prepares itself anew for each (20 ms and more).
_BESIDE = 32
_TOGETHER = 512
_STEP = 128
# How wide a table is, and how many pieces go with one stretch.
_WIDTHS = {32: 16, CUT: 32, LONGEST: 32}
# Pieces glanced at in one product.
_GLANCED = 32
_HEADS = {"act": ACTS, "real": REALES, "root": ROOTS}


class Stretch(NamedTuple):
    """A stretch of an article: the encoder's states of its pieces, its words, and where among these each begins."""

    states: Array
    words: Sequence[Span]
    heads: Sequence[int]


class Seen(NamedTuple):
    """The pieces of a stretch as the layers leave them: states, scores to gather them by, and scores as parts."""

    states: Array
    looks: Array
    parts: Array


# Stretches' states in, one row of what the layers leave of each out.
Run = Callable[[Sequence[Array]], list[Seen]]


class _Parts(NamedTuple):
    """What judging needs, made once: the network, and the weights that are not its own."""

    run: Run
    weights: Weights


class Judge:
    """Judges stretches of words by their states. The network is built when the first is looked at."""

    def __init__(self, path: Path) -> None:
        """Keep where the weights are; nothing is read yet."""
        self._path = path

    @cached_property
    def _parts(self) -> _Parts:
        try:
            with np.load(self._path, allow_pickle=False) as stored:
                weights = weights_of(stored, form())
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise ModelError(f"{self._path}: expected the weights of the acts, found none that can be read") from error
        own = {name: values for name, values in weights.items() if not name.startswith("layer")}
        return _Parts(_start(weights), own)

    def judge(self, stretches: Sequence[Stretch]) -> list[Judgement]:
        """Judge stretches by the encoder's states of their pieces."""
        seen = self._seen([one.states[:CUT] for one in stretches])
        return [self._judgement(one, row) for one, row in zip(stretches, seen, strict=True)]

    def glances(self, states: Array) -> Array:
        """Return the scores of pieces that a glance takes (pieces, scores)."""
        weights = self._parts.weights
        table = weights["glance.pieces.weight"].T
        found = np.empty((len(states), table.shape[1]), dtype=np.float32)
        # A few rows at a time: the library shares a larger product out to threads, which then go on spinning and halve
        # the speed of two readers.
        for first in range(0, len(states), _GLANCED):
            np.matmul(states[first : first + _GLANCED], table, out=found[first : first + _GLANCED])
        found += weights["glance.pieces.bias"]
        return found

    def are_worth(self, glances: Array) -> list[bool]:
        """Tell of each stretch, by the highest scores of its pieces, whether it may perform an act."""
        weights = self._parts.weights
        scores = (np.maximum(glances, 0) * weights["glance.stretch.weight"]).sum(axis=1)
        found: list[bool] = (scores + weights["glance.stretch.bias"] >= WORTH_JUDGING).tolist()
        return found

    def root(self, states: Array, marks: Sequence[int]) -> dict[str, float]:
        """Return the chances of PLOVER's roots, where `marks` is 1 for the pieces of the source, 2 for the target's."""
        rows = np.asarray(marks)
        told = states + self._parts.weights["marks"][rows] * (rows > 0)[:, None]
        seen = self._seen([told[:LONGEST]])[0]
        parts = [_mean(seen.states[rows[:LONGEST] == mark]) for mark in (1, 2)]
        return dict(zip(ROOTS, self._chances("root", np.concatenate([_gathered(seen), *parts])), strict=True))

    def _judgement(self, stretch: Stretch, seen: Seen) -> Judgement:
        gathered, parts = _gathered(seen), seen.parts
        acts, reales = (dict(zip(_HEADS[name], self._chances(name, gathered), strict=True)) for name in ("act", "real"))
        heads = [head for head in stretch.heads if head < len(parts)]
        sources, targets = (1 / (1 + np.exp(-parts[heads]))).T.tolist()
        return Judgement(acts, reales, tuple(stretch.words[: len(heads)]), tuple(sources), tuple(targets))

    def _chances(self, name: str, gathered: Array) -> list[float]:
        scores = (
            np.einsum("sk,k->s", self._parts.weights[f"{name}.weight"], gathered) + self._parts.weights[f"{name}.bias"]
        )
        level = np.exp(scores - scores.max())
        found: list[float] = (level / level.sum()).tolist()
        return found

    def _seen(self, stretches: Sequence[Array]) -> list[Seen]:
        """Return the pieces of each stretch as the layers leave them."""
        found: dict[int, Seen] = {}
        for group in _groups([len(states) for states in stretches]):
            found |= zip(group, self._parts.run([stretches[number] for number in group]), strict=True)
        return [found[number] for number in range(len(stretches))]


def _groups(sizes: Sequence[int]) -> Iterator[list[int]]:
    """
    Yield the numbers of the stretches to run together, those of one width of table, the longest first.

    >>> list(_groups([20, 40, 10, 48, 128]))
    [[4], [3, 1], [0, 2]]
    """
    group: list[int] = []
    for number in sorted(range(len(sizes)), key=lambda number: (-sizes[number], number)):
        alike = not group or _width(sizes[group[0]]) == _width(sizes[number])
        pieces = sum(sizes[one] for one in group) + sizes[number]
        if group and not (alike and len(group) < _BESIDE and pieces <= _TOGETHER):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _width(size: int) -> int:
    return next(width for width in _WIDTHS if size <= width)


def _start(weights: Weights) -> Run:
    network = Network(build_judge(weights), weights)

    def run(stretches: Sequence[Array]) -> list[Seen]:
        stops = np.cumsum([len(states) for states in stretches])
        own = [slice(stop - len(states), stop) for stop, states in zip(stops.tolist(), stretches, strict=True)]
        width = _width(max(map(len, stretches)))
        size = rounded_up(max(own[-1].stop, len(own) * _WIDTHS[width]), _STEP)
        rows = np.zeros((size, stretches[0].shape[1]), dtype=np.float32)
        table = np.zeros((size // _WIDTHS[width], width), dtype=np.int32)
        found_at = np.zeros(len(rows), dtype=np.int32)
        seen = np.full((len(table), 1, 1, width), UNSEEN, dtype=np.float32)
        for number, (places, states) in enumerate(zip(own, stretches, strict=True)):
            rows[places] = states
            table[number, : len(states)] = range(places.start, places.stop)
            found_at[places] = range(number * width, number * width + len(states))
            seen[number, ..., : len(states)] = 0
        outputs = network.infer([rows, seen, table, found_at])
        # The runtime reuses its buffers: everything is copied here.
        return [Seen(*(np.array(values[places], np.float32) for values in outputs)) for places in own]

    return run


def _mean(states: Array) -> Array:
    found: Array = states.mean(axis=0) if len(states) else np.zeros(states.shape[1], np.float32)
    return found


def _gathered(seen: Seen) -> Array:
    """Return a stretch's state: what each head of attention gathers from the pieces, and their mean."""
    states, looks = seen.states, seen.looks
    level = np.exp(looks - looks.max(axis=0))
    held = states.reshape(len(states), GATHERERS, -1) * (level / level.sum(axis=0))[:, :, None]
    gathered: Array = np.concatenate([held.sum(axis=0).ravel(), states.mean(axis=0)])
    return gathered


def build_judge(weights: Weights) -> Any:
    """
    Return the graph of some stretches, their pieces one after another.

    In: `rows` (pieces, width); `seen` (stretches, 1, 1, places), 0 where a stretch has a piece and far below where it
    only fills up; `table` (stretches, places), the row of each piece; `found_at` (pieces), where in it each stands.
    Out, a row a piece: the states, the scores by which they are gathered, and two scores as part: source and target.
    """
    ov = openvino()
    op = ov.opset13

    width = weights["marks"].shape[1]
    rows = op.parameter(ov.PartialShape([-1, width]), np.float32, name="rows")
    seen = op.parameter(ov.PartialShape([-1, 1, 1, -1]), np.float32, name="seen")
    table = op.parameter(ov.PartialShape([-1, -1]), np.int32, name="table")
    found_at = op.parameter(ov.PartialShape([-1]), np.int32, name="found_at")
    x = rows
    for number in range(layers_of(weights)):
        x = layer_of(op, x, seen, weights, f"layer{number}.", (table, found_at))
    outputs = [x, *(linear_of(op, x, weights, name) for name in ("gather", "parts"))]
    return ov.Model(outputs, [rows, seen, table, found_at], "judge")
