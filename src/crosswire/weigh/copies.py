"""
Find near-copies: articles whose wording, quoted speech left out, stands in another article, and which passages do.

Reports of one event share quotations, not sentences: on wirecopy-planted (README there) 49 of 300 same-story pairs
share a tenth of their 5-word shingles, and none does once quoted speech is masked.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import msgspec
import numpy as np

from crosswire.model import Article, Reading, Span

from .neighbours import FLOOR, Neighbours, Pair
from .passages import find_passages, match, told_in_both
from .prints import Places, Pool, Print, fingerprint, repeated

# Matches at most this many words apart are one copied stretch with edits inside it. A scanned page with one letter
# in 25 wrong keeps one 5-word shingle in three or four; gaps over 24 words are then rare.
GAP = 24
# A stretch must hold at least this share of its shingles in the other text, else it is chance.
DENSE = 0.12
# Articles more days apart than this are aligned only if they share this part of the shorter one's runs. Less is page
# furniture ("we welcome comments for a limited period") or an outlet's standing background: of 45 such passages of
# Timeline17 and BASIL read by eye two thirds were the one, the rest the other, and none was a report taken over.
LATER, LITTLE = 60, 0.1
# Share of an article that must lie in copied stretches before the whole article is folded.
# Measured on wirecopy-planted (bench/quality/copies/RESULTS.md).
WHOLE = 0.55
# To take in more than one article in so many one by one takes longer than to take in all at once.
MANY = 10
# Pairs aligned at a time: bounds the memory, and nothing else.
BLOCK = 256


class Overlap(msgspec.Struct, frozen=True):
    """
    How much of article `copy` stands in article `source`: the covered share, and the stretches of it.

    `back` is the share of the source that stands in the copy. `stretches` are the copied passages as places in the
    copy, longest first, quotations inside a passage included.
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


class Copies:
    """
    The overlaps of a growing case. What `overlaps` returns depends on the articles taken in, never on their order.

    An article added to many is compared with those that share runs of words with it, and with no other.
    """

    def __init__(self, articles: Sequence[Article] = (), readings: Mapping[str, Reading] | None = None) -> None:
        """Take in articles all at once."""
        known = readings or {}
        pool = Pool(articles)
        ordered = sorted(articles, key=lambda a: a.id)
        self._prints = {a.id: pool.take(fingerprint(a, known.get(a.id))) for a in ordered}
        self._quotes = {a.id: known[a.id].quotes if a.id in known else () for a in articles}
        self._neighbours = Neighbours()
        self._neighbours.fill((name, one.held) for name, one in self._prints.items())
        for one in self._prints.values():
            one.held = one.held[:0].copy()
        self._found: dict[Pair, tuple[Overlap, ...]] = {}
        # The pairs that may be copies, and what came of them.
        self._alike: set[Pair] = set()
        self._overlaps: list[Overlap] = []

    def add(self, article: Article, reading: Reading | None = None) -> None:
        """Take in one more article; one that is here already changes nothing."""
        if article.id not in self._prints:
            self._prints[article.id] = fingerprint(article, reading)
            self._quotes[article.id] = reading.quotes if reading else ()
            fresh = self._prints[article.id]
            self._neighbours.add(article.id, fresh.held)
            fresh.held = fresh.held[:0].copy()

    def lacks(self, articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[Article] | None:
        """Return which articles are not taken in yet, None when others were, or the same ones with other words."""
        known = [article for article in articles if article.id in self._prints]
        if len(known) < len(self._prints):
            return None
        for article in known:
            reading = readings.get(article.id)
            quotes = reading.quotes if reading else ()
            if self._quotes[article.id] != quotes or self._prints[article.id].article != article:
                return None
        return [article for article in articles if article.id not in self._prints]

    def overlaps(self) -> list[Overlap]:
        """Return the pairs of articles of which one has whole passages of the other, both ways, in order of ids."""
        near = self._neighbours.pairs
        come, gone = set[Pair](), set[Pair]()
        # Most pairs share what they shared the last time, and are not asked again.
        for pair in self._neighbours.stirred:
            alike = pair in near and self._may_copy(*pair, near[pair])
            if alike != (pair in self._alike):
                (come if alike else gone).add(pair)
        self._neighbours.stirred = set()
        self._alike = (self._alike | come) - gone
        fresh = come - self._found.keys()
        prints = [self._prints[name] for name in set(chain.from_iterable(fresh))]
        common = repeated(prints)
        for one in prints:
            one.sort(common)
        listed = list(fresh)
        for start in range(0, len(listed), BLOCK):
            self._found.update(self._align(listed[start : start + BLOCK]))
        for one in prints:
            one.rest()
        if come or gone:
            held = [one for one in self._overlaps if _pair(one) not in gone] if gone else self._overlaps
            every = chain(held, *(self._found[pair] for pair in come))
            self._overlaps = sorted(every, key=lambda one: (one.copy, one.source))
        return self._overlaps

    def _may_copy(self, one: str, other: str, shared: int) -> bool:
        """Tell whether two articles share enough runs for the time between them."""
        ours, theirs = self._prints[one], self._prints[other]
        days = ours.article.published, theirs.article.published
        if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= LATER:
            return True
        return shared >= LITTLE * min(ours.size, theirs.size)

    def _align(self, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, tuple[Overlap, ...]]]:
        """Yield what the two articles of each pair have of one another."""
        prints = [(self._prints[one], self._prints[other]) for one, other in pairs]
        met = [match(ours, theirs) for ours, theirs in prints]
        told = [told_in_both(runs, *both) for runs, both in zip(met, prints, strict=True)]
        shares = _covered([(ours, hits) for (ours, _), (hits, _) in zip(prints, told, strict=True)])
        backs = _covered([(theirs, places) for (_, theirs), (_, places) in zip(prints, told, strict=True)])
        for pair, both, runs, share, back in zip(pairs, prints, met, shares, backs, strict=True):
            found: tuple[Overlap, ...] = ()
            if share or back:
                places, reverse = find_passages(*both, runs)
                found = (Overlap(*pair, share, back, places), Overlap(*pair[::-1], back, share, reverse))
            yield pair, tuple([overlap for overlap in found if overlap.share and overlap.stretches])


def _pair(overlap: Overlap) -> Pair:
    return min(overlap.copy, overlap.source), max(overlap.copy, overlap.source)


def renewed(held: Copies | None, articles: Sequence[Article], readings: Mapping[str, Reading]) -> tuple[Copies, int]:
    """
    Return the copies of a case, and how many of its articles were taken in: those that a `held` one lacks.

    Where articles left the case or are read otherwise, or many came, all are taken in.
    """
    fresh = held.lacks(articles, readings) if held is not None else None
    if held is None or fresh is None or len(fresh) > max(1, len(articles) // MANY):
        return Copies(articles, readings), len(articles)
    for article in fresh:
        held.add(article, readings.get(article.id))
    return held, len(fresh)


def find_overlaps(articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[Overlap]:
    """
    Return the pairs of articles in which one shares whole stretches of wording with the other, both ways.

    Pairs come in order of ids; the caller decides which of the two is the origin.
    """
    return Copies(articles, readings).overlaps()


def _covered(parts: Sequence[tuple[Print, Places]]) -> list[float]:
    """
    Return the share of each article's runs outside quotations that lie in stretches of runs found elsewhere.

    All at once: a pair alone has so few runs that most of the time would go into asking.
    """
    # Places among the runs outside quotations: a quotation between two copied sentences is no gap.
    ranks = np.concatenate([np.empty(0, dtype=np.int32), *(one.rank()[hits] for one, hits in parts)])
    owners = np.repeat(np.arange(len(parts)), [len(hits) for _, hits in parts])
    cuts = ((ranks[1:] - ranks[:-1] > GAP) | (owners[1:] != owners[:-1])).nonzero()[0]
    ends = min(1, len(ranks))
    firsts = np.concatenate((np.zeros(ends, dtype=np.int64), cuts + 1))
    lasts = np.concatenate((cuts, np.full(ends, len(ranks) - 1)))
    lengths = ranks[lasts] - ranks[firsts] + 1
    dense = lasts - firsts + 1 >= np.maximum(FLOOR, DENSE * lengths)
    sums = np.bincount(owners[firsts[dense]], lengths[dense], minlength=len(parts))
    return [covered and covered / one.tellings for covered, (one, _) in zip(sums.tolist(), parts, strict=True)]
