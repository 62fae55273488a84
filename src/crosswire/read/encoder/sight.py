"""One article as the encoder saw it, ready to be judged for the acts it tells."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, chain

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
        states: Array,
        judge: Judge,
        docket: Docket,
        gist: Gist,
    ) -> None:
        """Keep the words of the windows, the states of their pieces (lower and upper, pieces, width), who judges."""
        self._judge, self._docket, self._gist = judge, docket, gist
        self._words = [word for window in windows for word in window.words]
        self._starts = [word.start for word in self._words]
        # Pieces alone, without what opens and ends a window: words that follow each other have theirs so too.
        self._states, self._upper = states
        # Of each word, its first piece among all, and after the last word where one would begin.
        self._heads: list[int] = []
        before = -1
        for window in windows:
            self._heads += [before + head for head in window.heads]
            before += len(window.inputs[0]) - 2
        self._heads.append(before + 1)

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
        asked = [number for number, words in enumerate(found) if words]
        if doubtful:
            unsure = [number for number in asked if not doubtful[number]]
            worth = self._worth([found[number] for number in unsure])
            asked = sorted({*asked} - {number for number, is_so in zip(unsure, worth, strict=True) if not is_so})
        judged = self._docket.add([self._stretch(found[number]) for number in asked])

        def answer() -> list[Judgement | None]:
            told = dict(zip(asked, judged(), strict=True))
            return [told.get(number) for number in range(len(found))]

        return answer

    def root(self, spans: Sequence[Span], marks: Sequence[int]) -> dict[str, float]:
        """Return the chances of PLOVER's roots; `marks` has 1 for characters of the source, 2 of the target."""
        states, words, heads = self._stretch(self._places(spans))
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
            if words := self._places(spans):
                own = self._pieces(words)
                row[:width] = _mean(self._states[own])
                row[width:] = _mean(self._upper[own])
        return found

    def _worth(self, stretches: Sequence[Sequence[int]]) -> list[bool]:
        """Tell which stretches of words are worth judging, by a glance."""
        if not stretches:
            return []
        glances = self._glances
        return self._judge.are_worth(
            np.stack([np.maximum.reduce(glances[self._pieces(words, CUT)], axis=0) for words in stretches])
        )

    def _places(self, spans: Sequence[Span]) -> Sequence[int]:
        """Return the words inside `spans`, no more than have a piece among the first `LONGEST`."""
        parts: list[range] = []
        room = LONGEST
        for span in sorted(spans):
            first = max(bisect_left(self._starts, span.start), parts[-1].stop if parts else 0)
            last = bisect_left(self._starts, span.end, first)
            last = min(last, bisect_left(self._heads, self._heads[first] + room, first))
            if first < last:
                parts.append(range(first, last))
                room -= self._heads[last] - self._heads[first]
            if room <= 0:
                break
        return parts[0] if len(parts) == 1 else list(chain(*parts))

    def _pieces(self, words: Sequence[int], most: int | None = None) -> slice | list[int]:
        """Return the pieces of words, `most` at most: a slice where they follow each other."""
        first, stop = self._heads[words[0]], self._heads[words[-1] + 1]
        if isinstance(words, range):
            return slice(first, stop if most is None else min(stop, first + most))
        return list(chain(*(range(self._heads[word], self._heads[word + 1]) for word in words)))[:most]

    def _stretch(self, words: Sequence[int]) -> Stretch:
        sizes = [self._heads[word + 1] - self._heads[word] for word in words]
        spans = [Span(self._words[word].start, self._words[word].end) for word in words]
        return Stretch(self._states[self._pieces(words)], spans, list(accumulate(sizes[:-1], initial=0)))


def _mean(rows: Array) -> Array:
    """Return the mean of rows, as `rows.mean(axis=0)` does, in half the time where they are few."""
    found: Array = np.add.reduce(rows, axis=0)
    found /= len(rows)
    return found
