"""Which passages of one text are copied from another: matched runs of words, joined where the text between is alike."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from rapidfuzz import fuzz

from crosswire.model import Span

from .prints import SIZE, Places, Print

Passages = tuple[Span, ...]

# How alike two stretches of text between matches must be, of 100, to be one passage: low enough for replaced phrases
# and for one letter in 25 wrong (wirecopy-planted); no other value was tried.
ALIKE = 70.0
# ... and this share of their words must be the same: tables of names and numbers are alike letter by letter.
SAME_WORDS = 0.4
# Words between two matches that are filled in whatever they are: a phrase was replaced.
EDIT = 8
# Longer stretches between two matches are not compared.
LONGEST = 160
# A passage this long counts; a shorter one is a stock phrase.
LEAST = 14


class Match(msgspec.Struct, frozen=True, eq=False):
    """The places of the runs of one article that stand in another, and their places there."""

    hits: Places
    places: Places


class _Piece(msgspec.Struct):
    """Words `start` to `end` of the copy and `low` to `high` of the source that correspond."""

    start: int
    end: int
    low: int
    high: int

    def covers(self, other: "_Piece") -> bool:
        """Tell whether all of another piece lies in this one, in both texts."""
        ours = self.start <= other.start and other.end <= self.end
        return ours and self.low <= other.low and other.high <= self.high


def match(copy: Print, source: Print) -> Match:
    """Look every sorted run of words up in the source; runs outside the body of either do not count."""
    (codes, order), (wanted, wanted_order) = source.ordered, copy.ordered
    if not len(codes) or not len(wanted):
        nothing = np.empty(0, dtype=np.int64)
        return Match(nothing, nothing)
    # Sorted codes are looked up three times as fast as codes in the order of the text.
    at = codes.searchsorted(wanted)
    at[at == len(codes)] = 0
    found = (codes[at] == wanted).nonzero()[0]
    hits, places = wanted_order[found], order[at[found]]
    inside = (~(copy.outside[hits] | source.outside[places])).nonzero()[0]
    in_text = inside[hits[inside].argsort()]
    return Match(hits[in_text], places[in_text])


def told_in_both(runs: Match, copy: Print, source: Print) -> tuple[Places, Places]:
    """Return the places, in the one and in the other, of the runs that neither quotes, each in order."""
    told = copy.told[runs.hits] & source.told[runs.places]
    there = np.zeros(len(source.runs), dtype=np.bool_)
    there[runs.places[told]] = True
    return runs.hits[told], there.nonzero()[0]


def find_passages(copy: Print, source: Print, runs: Match) -> tuple[Passages, Passages]:
    """
    Return the passages that the two articles share, as places in the one and in the other, longest first.

    What the copy adds between two copied paragraphs is no part of a passage. A passage holds some words outside
    quotations that the source tells too.
    """
    blocks = copy.lines()
    pieces: list[_Piece] = []
    for piece in _joined(runs, copy, source):
        # What grew over the next matches too is not grown again from each of them: two long texts stay linear.
        if not pieces or not pieces[-1].covers(piece):
            _grow(piece, copy, source, blocks)
            pieces.append(piece)
    ours = _spans([(piece.start, piece.end) for piece in pieces], copy)
    return ours, _spans([(piece.low, piece.high) for piece in pieces], source)


def _joined(runs: Match, copy: Print, source: Print) -> list[_Piece]:
    """
    Return the stretches in which run after run stands in the source in the same order.

    Those that follow each other in both texts with alike words between them are one.
    """
    found: list[_Piece] = []
    for start, end, low, high in _anchors(runs):
        if found and _follows(found[-1], (start, end, low, high), copy, source):
            found[-1].end, found[-1].high = end, high
        else:
            found.append(_Piece(start, end, low, high))
    return found


def _anchors(runs: Match) -> Iterable[tuple[int, int, int, int]]:
    """Return where unbroken stretches start and end in the copy, and in the source."""
    hits, places = runs.hits, runs.places
    if not len(hits):
        return ()
    cuts = ((hits[1:] - hits[:-1] > 1) | (places[1:] - places[:-1] != 1)).nonzero()[0]
    firsts, lasts = np.concatenate(([0], cuts + 1)), np.concatenate((cuts, [len(hits) - 1]))
    starts, ends, lows = hits[firsts], hits[lasts] + SIZE, places[firsts]
    columns = (starts, ends, lows, lows + (ends - starts))
    return zip(*(column.tolist() for column in columns), strict=True)


def _follows(one: _Piece, other: tuple[int, int, int, int], copy: Print, source: Print) -> bool:
    start, _, low, high = other
    ours, theirs = start - one.end, low - one.high
    if ours <= 0 and theirs <= 0:
        return high > one.low and abs(ours - theirs) <= EDIT
    if not (-SIZE < ours <= LONGEST and -SIZE < theirs <= LONGEST):
        return False
    if ours <= EDIT and theirs <= EDIT:
        return True
    return ours > 0 and theirs > 0 and _alike(copy, one.end, start, source, one.high, low)


def _grow(piece: _Piece, copy: Print, source: Print, blocks: Sequence[int]) -> None:
    """Extend a piece to the edges of its paragraphs, and over paragraphs, as long as the two texts stay alike."""
    at = bisect_right(blocks, piece.start) - 1
    while at >= 0:
        start = blocks[at]
        low = max(0, piece.low - piece.start + start)
        if start < piece.start and not _alike(copy, start, piece.start, source, low, piece.low):
            break
        piece.start, piece.low, at = start, low, at - 1
    at = bisect_left(blocks, piece.end)
    while at < len(blocks):
        end = blocks[at]
        high = min(len(source.starts), piece.high + end - piece.end)
        if piece.end < end and not _alike(copy, piece.end, end, source, piece.high, high):
            break
        piece.end, piece.high, at = end, high, at + 1


def _alike(copy: Print, start: int, end: int, source: Print, low: int, high: int) -> bool:
    """Tell whether words of the copy and words of the source are one text with errors in it."""
    if start >= end or low >= high or end - start > LONGEST:
        return False
    ours = copy.article.text[copy.starts.item(start) : copy.ends.item(end - 1)]
    theirs = source.article.text[source.starts.item(low) : source.ends.item(high - 1)]
    if ours == theirs:
        return True
    if not fuzz.ratio(ours, theirs, score_cutoff=ALIKE):
        return False
    mine, its = ours.split(), set(theirs.split())
    shared = len(its.intersection(mine))
    # Most share far more, and need not have their own words counted.
    return shared >= SAME_WORDS * len(its) or shared >= SAME_WORDS * len(set(mine))


def _spans(places: Sequence[tuple[int, int]], article: Print) -> Passages:
    """Return the places as spans of the text, those that meet joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    spans = [
        Span(article.starts.item(first), article.ends.item(last - 1))
        for first, last in merged
        if last - first >= LEAST and article.told[first : last - SIZE + 1].any()
    ]
    return tuple(sorted(spans, key=lambda span: (span.start - span.end, span.start)))
