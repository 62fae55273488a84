"""One article as the encoder saw it, ready to be judged for the acts it tells."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from crosswire.model import Span
from crosswire.read.encoder.decode import Array
from crosswire.read.encoder.gist import Gist
from crosswire.read.encoder.judge import CUT, LONGEST, Judge, Stretch
from crosswire.read.encoder.windows import Window
from crosswire.read.judged import Judgement


class Docket:
    """Stretches waiting to be judged, those of several articles together: the first judgement asked for judges all."""

    def __init__(self, judge: Judge) -> None:
        """Keep who judges."""
        self._judge = judge
        self._waiting: list[Stretch] = []
        self._judged: list[Judgement] = []

    def add(self, stretches: Sequence[Stretch]) -> Callable[[], list[Judgement]]:
        """Put stretches on the docket; what is returned gives their judgements."""
        first = len(self._judged) + len(self._waiting)
        last = first + len(stretches)
        self._waiting += stretches

        def judged() -> list[Judgement]:
            if len(self._judged) < last:
                self._judged += self._judge.judge(self._waiting)
                self._waiting = []
            return self._judged[first:last]

        return judged


class Sight:
    """The words of one article as the encoder saw them, ready to be judged stretch by stretch."""

    def __init__(
        self,
        windows: Sequence[Window],
        states: Sequence[Array],
        judge: Judge,
        docket: Docket,
        upper: Sequence[Array],
        gist: Gist,
    ) -> None:
        """Keep the words of the windows, the states of their pieces after lower and upper layers, and who judges."""
        self._judge, self._docket, self._gist = judge, docket, gist
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
        """Judge stretches now, as `ask` does."""
        return self.ask(stretches, doubtful=doubtful)()

    def ask(
        self, stretches: Sequence[Sequence[Span]], *, doubtful: Sequence[bool] = ()
    ) -> Callable[[], list[Judgement | None]]:
        """
        Ask about the words inside the spans of each stretch; the answer has None where there are none.

        None too where a glance at a stretch sees no act, unless `doubtful` says that it is to be judged anyway.
        """
        found = [self._places(spans) for spans in stretches]
        asked = [
            number
            for number, (words, pieces, _) in enumerate(found)
            if words and (not doubtful or doubtful[number] or self._judge.is_worth(self._glances[pieces[:CUT]]))
        ]
        judged = self._docket.add([self._stretch(*found[number]) for number in asked])

        def answer() -> list[Judgement | None]:
            told = dict(zip(asked, judged(), strict=True))
            return [told.get(number) for number in range(len(found))]

        return answer

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
        return self._gist.of(self.means(stretches)).tobytes() if self._words else b""

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
