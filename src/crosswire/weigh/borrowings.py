"""Split mixed articles: passages copied from another outlet's report, and what a paper adds to a report it copies."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import groupby

import msgspec

from crosswire.model import Article, Span

from .copies import Overlap
from .outlets import Outlet

# A passage pasted into an otherwise different article: at least this many characters of shared wording. Of the
# originals of wirecopy-planted three pairs of one story share a passage this long; one of those is mostly a quotation.
PASTED = 160
# A paper's own passages are those of at least this many characters after the first copied words; a new lead tells the
# same.
OWN = 60
# Share of a sentence that lies in a passage which is whose the passage is.
MOSTLY = 0.6
_LATE = dt.date.max


class Borrowed(msgspec.Struct, frozen=True):
    """
    A passage counted apart from its article: copied from `source`, or a paper's own in a report it copies.

    `source` is the id of the earliest article that has the passage, None for a paper's own.
    """

    article: str
    span: Span
    home: Outlet
    source: str | None = None


def home_of(span: Span, passages: Iterable[Borrowed]) -> Outlet | None:
    """Return whose passage most of a span lies in, None when it is the article's own reporting."""
    for one in passages:
        shared = min(span.end, one.span.end) - max(span.start, one.span.start)
        if shared > 0 and shared >= MOSTLY * (span.end - span.start):
            return one.home
    return None


def split_articles(
    overlaps: Sequence[Overlap],
    by_id: Mapping[str, Article],
    own: Mapping[str, Outlet],
    home: Mapping[str, Outlet],
    family: Mapping[str, str],
    decided: Set[str] = frozenset(),
) -> dict[str, tuple[Borrowed, ...]]:
    """
    Return the passages of each article that count for another outlet than it does, the most senior source first.

    Nothing is split in an article whose origin the user has `decided`.
    """
    found: dict[str, list[Borrowed]] = defaultdict(list)
    taken: dict[str, list[Span]] = defaultdict(list)
    copied: set[str] = set()
    senior = {one: at for at, one in enumerate(sorted(home, key=lambda item: _seniority(by_id[item], home)))}
    for name, shared in groupby(sorted(overlaps, key=lambda o: (o.copy, senior[o.source])), key=lambda o: o.copy):
        kin = family[name]
        told = [o for o in shared if family[o.source] == kin or senior[o.source] < senior[name]]
        if name in decided or (own[name] == home[name] and all(family[o.source] == kin for o in told)):
            continue  # nothing of it is of another outlet than it is
        for overlap in told:
            source, related = by_id[overlap.source], family[overlap.source] == kin
            if related and _is_older(source, by_id[name], own, home):
                copied.add(name)
            fresh = [span for span in sorted(overlap.stretches) if not _lies_in(span, taken[name])]
            taken[name] += fresh
            if not related and home[name] != home[source.id]:
                passages = (span for span in fresh if span.end - span.start >= PASTED)
                found[name] += [Borrowed(name, span, home[source.id], source.id) for span in passages]
    for item in sorted(copied):
        if own[item] != home[item]:
            spans = taken[item]
            found[item] += [Borrowed(item, span, own[item]) for span in _gaps(spans, len(by_id[item].text))]
    return {item: tuple(passages) for item, passages in found.items() if passages}


def _is_older(source: Article, copy: Article, own: Mapping[str, Outlet], home: Mapping[str, Outlet]) -> bool:
    """Tell whether a report was out before its copy: of two of one day, the shorter may be cut from the longer."""
    if own[source.id].is_wire or home[source.id].is_wire:
        return not own[copy.id].is_wire
    return source.published is not None and copy.published is not None and source.published < copy.published


def _lies_in(span: Span, taken: Iterable[Span]) -> bool:
    """Tell whether most of a span lies in passages that an earlier report has."""
    start, end, shared = span.start, span.end, 0
    for one in taken:
        if one.start < end and start < one.end:
            shared += min(end, one.end) - max(start, one.start)
    return shared > MOSTLY * (span.end - span.start)


def _gaps(spans: Iterable[Span], length: int) -> list[Span]:
    """Return what lies after the first of some spans and in none of them, where it is long enough."""
    ordered = sorted(spans)
    found = []
    at = ordered[0].end
    for span in [*ordered[1:], Span(length, length)]:
        if span.start - at >= OWN:
            found.append(Span(at, span.start))
        at = max(at, span.end)
    return found


def _seniority(article: Article, home: Mapping[str, Outlet]) -> tuple[bool, dt.date, str, str]:
    return not home[article.id].is_wire, article.published or _LATE, home[article.id].key, article.id
