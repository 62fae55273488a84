"""One article as the encoder saw it, ready to be judged for the acts it tells."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from crosswire.model import Span
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.gist import Gist
from crosswire.read.encoder.judge import CUT, LONGEST, Judge, Stretch
from crosswire.read.encoder.windows import Window
from crosswire.read.judged import Judgement


class Sight:
    """The words of one article as the encoder saw them, ready to be judged stretch by stretch."""

    def __init__(
        self, windows: Sequence[Window], states: Sequence[Array], judge: Judge, upper: Sequence[Array], gist: Gist
    ) -> None:
        """Keep the words of the windows, and the states of each window's pieces after lower and upper layers."""
        self._judge, self._gist = judge, gist
        self._words = [Span(word.start, word.end) for window in windows for word in window.words]
        self._starts = [word.start for word in self._words]
        self._states = np.concatenate(states) if states else np.zeros((0, 1), dtype=np.float32)
        self._upper = np.concatenate(upper) if upper else np.zeros((0, 1), dtype=np.float32)
        # Of each word, its first piece and the one after its last, among all pieces.
        self._pieces: list[tuple[int, int]] = []
        before = 0
        for window, rows in zip(windows, states, strict=True):
            stops = [*window.heads[1:], len(rows) - 1]
            self._pieces += [(before + head, before + stop) for head, stop in zip(window.heads, stops, strict=True)]
            before += len(rows)

    @cached_property
    def _glances(self) -> Array:
        return self._judge.glances(self._states)

    def at(self, stretches: Sequence[Sequence[Span]], *, doubtful: Sequence[bool] = ()) -> list[Judgement | None]:
        """
        Judge the words inside the spans of each stretch, None where there are none.

        None too where a glance at a stretch sees no act, unless `doubtful` says that it is to be judged anyway.
        """
        found = [self._places(spans) for spans in stretches]
        asked = [
            number
            for number, (words, pieces, _) in enumerate(found)
            if words and (not doubtful or doubtful[number] or self._judge.is_worth(self._glances[pieces[:CUT]]))
        ]
        judged = self._judge.judge([self._stretch(*found[number]) for number in asked])
        told = dict(zip(asked, judged, strict=True))
        return [told.get(number) for number in range(len(found))]

    def root(self, spans: Sequence[Span], marks: Sequence[int]) -> dict[str, float]:
        """Return the chances of PLOVER's roots; `marks` has 1 for characters of the source, 2 of the target."""
        states, words, heads = self._stretch(*self._places(spans))
        stops = [*heads[1:], len(states)]
        rows = [
            marks[word.start] for word, head, stop in zip(words, heads, stops, strict=True) for _ in range(head, stop)
        ]
        return self._judge.root(states, rows)

    def meanings(self, stretches: Sequence[Sequence[Span]]) -> bytes:
        """Return a row of eight-bit numbers for each stretch: close where two mean much the same, 0 without words."""
        return self._gist.of(self.means(stretches)).tobytes()

    def means(self, stretches: Sequence[Sequence[Span]]) -> Array:
        """Return the mean states of the words of each stretch, lower and upper side by side; 0 where there are none."""
        width = self._states.shape[1]
        found = np.zeros((len(stretches), 2 * width), dtype=np.float32)
        for row, spans in zip(found, stretches, strict=True):
            if pieces := self._places(spans)[1]:
                whole = pieces[-1] + 1 - pieces[0] == len(pieces)
                own = slice(pieces[0], pieces[-1] + 1) if whole else pieces
                row[:width] = self._states[own].mean(axis=0)
                row[width:] = self._upper[own].mean(axis=0)
        return found

    def _places(self, spans: Sequence[Span]) -> tuple[list[int], list[int], list[int]]:
        """Return the words inside `spans`, their pieces, and where among these each word begins."""
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
        return words[: len(heads)], pieces, heads

    def _stretch(self, words: Sequence[int], pieces: Sequence[int], heads: Sequence[int]) -> Stretch:
        return Stretch(self._states[pieces], [self._words[word] for word in words], heads)
