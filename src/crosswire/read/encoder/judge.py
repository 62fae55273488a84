"""Which act a stretch of text performs: a few layers of their own over the words that the encoder has seen already."""

import zipfile
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from crosswire.errors import ModelError
from crosswire.model import Span
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.network import Weights, layer_of, layers_of, linear_of, weights_of
from crosswire.read.encoder.session import SETTINGS, UNSEEN, rounded_up
from crosswire.read.encoder.windows import Window
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
# Pieces of words; longer stretches are cut here: an act is told early, and speech may run over paragraphs.
LONGEST = 128
_STEP = 16
_HEADS = {"act": ACTS, "real": REALES, "root": ROOTS}


class Judge:
    """Judges stretches of words by their states. The network is built when the first is judged."""

    def __init__(self, path: Path) -> None:
        """Keep where the weights are; nothing is read yet."""
        self._path = path

    @cached_property
    def _weights(self) -> Weights:
        try:
            with np.load(self._path, allow_pickle=False) as stored:
                return weights_of({key: stored[key] for key in stored.files})
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            raise ModelError(f"{self._path}: expected the weights of the acts, found none that can be read") from error

    @cached_property
    def _run(self) -> Callable[[Array, int], tuple[Array, Array]]:
        return _start(self._weights)

    def judge(self, states: Array, words: Sequence[Span], heads: Sequence[int]) -> Judgement:
        """Judge one stretch by the encoder's states of its pieces (pieces, width); `heads` the words' first."""
        scores, parts = self._scores(states)
        heads = [head for head in heads if head < len(parts)]
        sources, targets = (1 / (1 + np.exp(-parts[heads]))).T.tolist()
        acts, reales = (dict(zip(_HEADS[name], _chances(scores[name]), strict=True)) for name in ("act", "real"))
        return Judgement(acts, reales, tuple(words[: len(heads)]), tuple(sources), tuple(targets))

    def root(self, states: Array, marks: Sequence[int]) -> dict[str, float]:
        """Return the chances of PLOVER's roots, where `marks` is 1 for the pieces of the source, 2 for the target's."""
        rows = np.asarray(marks)
        told = states + self._weights["marks"][rows] * (rows > 0)[:, None]
        return dict(zip(ROOTS, _chances(self._scores(told)[0]["root"]), strict=True))

    def _scores(self, states: Array) -> tuple[dict[str, Array], Array]:
        count = min(len(states), LONGEST)
        rows = np.zeros((1, rounded_up(count, _STEP), states.shape[1]), dtype=np.float32)
        rows[0, :count] = states[:count]
        gathered, parts = self._run(rows, count)
        weights = self._weights
        return {name: weights[f"{name}.weight"] @ gathered + weights[f"{name}.bias"] for name in _HEADS}, parts


class Sight:
    """The words of one article as the encoder saw them, ready to be judged stretch by stretch."""

    def __init__(self, windows: Sequence[Window], states: Sequence[Array], judge: Judge) -> None:
        """Keep the words of the windows, and the states of each window's pieces."""
        self._judge = judge
        self._words = [Span(word.start, word.end) for window in windows for word in window.words]
        self._starts = [word.start for word in self._words]
        self._states = np.concatenate(states) if states else np.zeros((0, 1), dtype=np.float32)
        # Of each word, its first piece and the one after its last, among all pieces.
        self._pieces: list[tuple[int, int]] = []
        before = 0
        for window, rows in zip(windows, states, strict=True):
            stops = [*window.heads[1:], len(rows) - 1]
            self._pieces += [(before + head, before + stop) for head, stop in zip(window.heads, stops, strict=True)]
            before += len(rows)

    def at(self, spans: Sequence[Span]) -> Judgement | None:
        """Judge the words inside `spans`, None where there are none."""
        found = self.stretch(spans)
        return self._judge.judge(*found) if found[1] else None

    def root(self, spans: Sequence[Span], marks: Sequence[int]) -> dict[str, float]:
        """Return the chances of PLOVER's roots; `marks` has 1 for characters of the source, 2 of the target."""
        states, words, heads = self.stretch(spans)
        stops = [*heads[1:], len(states)]
        rows = [
            marks[word.start] for word, head, stop in zip(words, heads, stops, strict=True) for _ in range(head, stop)
        ]
        return self._judge.root(states, rows)

    def stretch(self, spans: Sequence[Span]) -> tuple[Array, list[Span], list[int]]:
        """Return the states of the pieces inside `spans`, the words, and the place of each word's first piece."""
        words: list[int] = []
        for span in sorted(spans):
            first = max(bisect_left(self._starts, span.start), words[-1] + 1 if words else 0)
            words += range(first, bisect_left(self._starts, span.end))
        pieces: list[int] = []
        heads: list[int] = []
        for word in words:
            heads.append(len(pieces))
            pieces += range(*self._pieces[word])
            if len(pieces) >= LONGEST:
                break
        return self._states[pieces], [self._words[word] for word in words[: len(heads)]], heads


def _chances(scores: Array) -> list[float]:
    level = np.exp(scores - scores.max())
    found: list[float] = (level / level.sum()).tolist()
    return found


def _start(weights: Weights) -> Callable[[Array, int], tuple[Array, Array]]:
    import openvino

    network = openvino.Core().compile_model(build_judge(weights), "CPU", SETTINGS).create_infer_request()

    def run(rows: Array, count: int) -> tuple[Array, Array]:
        seen = np.zeros((1, 1, 1, rows.shape[1]), dtype=np.float32)
        seen[..., count:] = UNSEEN
        share = np.zeros((1, 1, rows.shape[1]), dtype=np.float32)
        share[..., :count] = 1 / count
        found = network.infer([rows, seen, share], share_inputs=True, share_outputs=True)
        # The runtime reuses its buffers.
        gathered, parts = (np.array(values, dtype=np.float32) for values in found.values())
        return gathered[0], parts[0, :count]

    return run


def build_judge(weights: Weights) -> Any:
    """
    Return the graph of one stretch.

    In: `rows` (1, words, width); `seen` (1, 1, 1, words), 0 where a word counts and far below where it only fills up;
    `share` (1, 1, words), what each word counts in the plain mean.
    Out: the stretch's state, gathered by attention and by the mean, and two scores a word: source and target.
    """
    import openvino as ov
    from openvino import opset13 as op

    width = weights["marks"].shape[1]
    rows = op.parameter(ov.PartialShape([1, -1, width]), np.float32, name="rows")
    seen = op.parameter(ov.PartialShape([1, 1, 1, -1]), np.float32, name="seen")
    share = op.parameter(ov.PartialShape([1, 1, -1]), np.float32, name="share")
    x = rows
    for number in range(layers_of(weights)):
        x = layer_of(op, x, seen, weights, f"layer{number}.")
    looks = op.transpose(linear_of(op, x, weights, "gather"), op.constant(np.array([0, 2, 1])))
    looks = op.softmax(op.add(looks, op.squeeze(seen, op.constant(np.array([1])))), -1)
    held = op.reshape(x, op.constant(np.array([1, -1, GATHERERS, width // GATHERERS])), False)
    held = op.transpose(held, op.constant(np.array([0, 2, 1, 3])))
    pooled = op.matmul(op.unsqueeze(looks, op.constant(np.array([2]))), held, False, False)
    flat = op.constant(np.array([1, -1]))
    mean = op.reshape(op.matmul(share, x, False, False), flat, False)
    outputs = [op.concat([op.reshape(pooled, flat, False), mean], 1), linear_of(op, x, weights, "parts")]
    return ov.Model(outputs, [rows, seen, share], "judge")
