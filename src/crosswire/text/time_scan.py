"""One pass over an article that tells the time finders where to look."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crosswire.model import Span
from crosswire.text.normalise import fold_case
from crosswire.text.tense import Direction, direction
from crosswire.text.times import MONTHS, SEASONS, WEEKDAYS

# What ends a short month's name: "maybe", "marched" hold none. A line may end in it, and a bracket.
_ENDS = (*" .,-'\u2019\n);:?!]/\"\u201d\u2013\u2014",)
# The words without which an expression of the kind cannot stand. Trying every pattern at every word of a 650-word
# article took 2.3 ms; looking only near these takes .3.
_TRIGGERS: dict[str, tuple[str, ...]] = {
    "month": tuple(name + end for name in MONTHS for end in (("",) if len(name) > 4 else _ENDS)),
    "weekday": tuple(name for name in WEEKDAYS if name.endswith("day")),
    "season": tuple(SEASONS),
    "today": (
        "today",
        "tonight",
        "yesterday",
        "tomorrow",
        "last night",
        "this morning",
        "this afternoon",
        "this evening",
    ),
    "unit": (
        *("second", "minute", "hour", " day", "-day", "week", "month", "quarter", "year", "decade", "centur"),
        *("period", " q1", " q2", " q3", " q4"),
    ),
    "present": (" now", "\nnow", "currently", "at present", "at the moment", "at this ", "these days"),
    "holiday": ("new year's ", "new year\u2019s ", "christmas ", "thanksgiving"),
    "year": tuple(start + digit for start in ("18", "19", "20") for digit in "0123456789"),
}
# Longer than any modifier before a trigger and any tail after it.
_AROUND = 45
# A longer sentence is a table or a broken page, as in attribution.
_LONGEST = 4000


class Scan(msgspec.Struct, frozen=True):
    """An article as the time finders see it; `folded` is its text in lower case, place for place."""

    text: str
    folded: str
    sentences: Sequence[Span]
    starts: Sequence[int]
    published: dt.date | None
    windows: dict[str, list[tuple[int, int]]]

    def matches(self, pattern: re.Pattern[str], kind: str) -> Iterator[re.Match[str]]:
        """Yield the matches of `pattern` near the triggers of `kind`, in text order."""
        for first, last in self.windows.get(kind, ()):
            yield from pattern.finditer(self.folded, first, last)

    def direction(self, start: int, end: int) -> Direction | None:
        """Tell whether the clause around a place speaks of the future or the past."""
        index = max(0, bisect_right(self.starts, start) - 1)
        sentence = self.sentences[index]
        return direction(self.text, start, end, sentence.start, max(sentence.end, end))


def scan_of(text: str, sentences: Sequence[Span], published: dt.date | None) -> Scan:
    """Return the scan of an article: where its sentences start, and where each kind of time may stand."""
    folded = fold_case(text)
    finder, kinds = _triggers()
    windows: dict[str, list[tuple[int, int]]] = {}
    starts = [span.start for span in sentences]
    long = any(span.end - span.start > _LONGEST for span in sentences)
    for index, start, end in finder.find_matches_as_indexes(folded + "\n"):
        if long and _is_unread(start, sentences, starts):
            continue
        near = windows.setdefault(kinds[index], [])
        first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
        if near and first <= near[-1][1]:
            near[-1] = (near[-1][0], last)
        else:
            near.append((first, last))
    return Scan(text, folded, sentences, starts, published, windows)


def _is_unread(place: int, sentences: Sequence[Span], starts: Sequence[int]) -> bool:
    """Tell whether a place lies in a sentence too long to be prose."""
    index = bisect_right(starts, place) - 1
    return index >= 0 and place < sentences[index].end and sentences[index].end - sentences[index].start > _LONGEST


@cache
def _triggers() -> tuple[AhoCorasick, list[str]]:
    words = [(word, kind) for kind, words in _TRIGGERS.items() for word in words]
    finder = AhoCorasick(
        [word for word, _ in words], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return finder, [kind for _, kind in words]
