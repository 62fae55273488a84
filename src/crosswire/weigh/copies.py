"""
Find near-copies: articles whose wording, quoted speech left out, stands in another article.

Reports of one event share quotations, not sentences: on wirecopy-planted (README there) 49 of 300 same-story pairs
share a tenth of their 5-word shingles, and none does once quoted speech is masked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from crosswire.model import Article, Reading, Span
from crosswire.text.shingles import shingle_spans, word_runs

# Five words: with four, stock phrases of agency prose ("in a statement on Monday") begin to count.
SIZE = 5
# Fewer masked shingles than this leave nothing to judge by; the article (an interview, a statement) is compared whole.
TOO_FEW = 40
# A shingle in more articles than this proposes only its first carriers, which keeps a thousand pasted copies linear.
CARRIERS = 12
# Shared shingles before a pair is aligned at all.
FLOOR = 6
# Matches at most this many words apart are one copied stretch with edits inside it. A scanned page with one letter
# in 25 wrong keeps one 5-word shingle in three or four; gaps over 24 words are then rare.
GAP = 24
# A stretch must hold at least this share of its shingles in the other text, else it is chance.
DENSE = 0.12
# Share of an article that must lie in copied stretches before the whole article is folded.
# Measured on wirecopy-planted (bench/quality/copies/RESULTS.md).
WHOLE = 0.55


class Overlap(msgspec.Struct, frozen=True):
    """
    How much of article `copy` stands in article `source`: the covered share, and the stretches of it.

    `back` is the share of the source that stands in the copy, `stretches` are places in the copy, longest first.
    """

    copy: str
    source: str
    share: float
    back: float
    stretches: tuple[Span, ...]

    @property
    def whole(self) -> bool:
        """Tell whether the copy as a whole rests on the source."""
        return self.share >= WHOLE


class _Print(msgspec.Struct):
    """An article's runs of words; few articles copy, so `spans` places the runs only when asked for."""

    article: Article
    masked: list[Span]
    runs: list[tuple[str, ...]]
    held: frozenset[tuple[str, ...]]
    places: list[tuple[int, int]] | None = None

    def spans(self) -> list[tuple[int, int]]:
        """Return where each run stands in the text."""
        if self.places is None:
            self.places = [(start, end) for _, start, end in shingle_spans(self.article.text, SIZE, self.masked)]
        return self.places


def find_overlaps(articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[Overlap]:
    """
    Return the pairs of articles in which one shares whole stretches of wording with the other, both ways.

    Pairs come in order of ids; the caller decides which of the two is the origin.
    """
    prints = {a.id: _fingerprint(a, readings.get(a.id)) for a in sorted(articles, key=lambda a: a.id)}
    found: list[Overlap] = []
    for one, other in _candidates(prints.values()):
        forth, back = _cover(prints[one], prints[other]), _cover(prints[other], prints[one])
        for copy, source, (share, places), (reverse, _) in ((one, other, forth, back), (other, one, back, forth)):
            if places:
                found.append(Overlap(copy, source, share, reverse, tuple(places)))
    return sorted(found, key=lambda o: (o.copy, o.source))


def _fingerprint(article: Article, reading: Reading | None) -> _Print:
    outside = [r.span for r in article.regions if r.role != "body"] if article.spans("body") else []
    masked = [*outside, *(q.span for q in reading.quotes if q.kind == "speech")] if reading else outside
    runs = word_runs(article.text, SIZE, masked)
    if len(runs) < TOO_FEW:
        masked = outside
        runs = word_runs(article.text, SIZE, masked)
    return _Print(article, masked, runs, frozenset(runs))


def _candidates(prints: Iterable[_Print]) -> list[tuple[str, str]]:
    """Return the pairs that share enough shingles to be aligned; shingles of one article alone cost one look-up."""
    carriers: dict[tuple[str, ...], list[str]] = {}
    found: list[tuple[str, str]] = []
    for item in prints:
        known = carriers.keys() & item.held
        held = [carriers[run] for run in known]
        shared = Counter(chain.from_iterable(held))
        found.extend((other, item.article.id) for other, count in shared.items() if count >= FLOOR)
        for holders in held:
            if len(holders) < CARRIERS:
                holders.append(item.article.id)
        carriers.update((run, [item.article.id]) for run in item.held - known)
    return sorted(found)


def _cover(copy: _Print, source: _Print) -> tuple[float, list[Span]]:
    """Return the share of `copy`'s shingles in stretches that stand in `source`, and the stretches, longest first."""
    hits = [at for at, run in enumerate(copy.runs) if run in source.held]
    kept = [(count, first, last) for first, last, count in _stretches(hits) if count >= _least(first, last)]
    covered = sum(last - first + 1 for _, first, last in kept)
    kept.sort(key=lambda item: (-item[0], item[1]))
    places = [Span(copy.spans()[first][0], copy.spans()[last][1]) for _, first, last in kept]
    return covered / max(1, len(copy.runs)), places


def _least(first: int, last: int) -> float:
    """Return the matches a stretch needs: a few at least, and not spread too thin."""
    return max(FLOOR, DENSE * (last - first + 1))


def _stretches(hits: Sequence[int]) -> list[tuple[int, int, int]]:
    """Group hit positions at most `GAP` apart into (first, last, hits)."""
    found: list[tuple[int, int, int]] = []
    for at in hits:
        if found and at - found[-1][1] <= GAP:
            first, _, count = found[-1]
            found[-1] = (first, at, count + 1)
        else:
            found.append((at, at, 1))
    return found
