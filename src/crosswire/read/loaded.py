"""Word lists looked up in one pass over a text: issue terms, loaded words and hedges."""

import re
from collections.abc import Iterable

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from crosswire.model import Span
from crosswire.packs import Packs
from crosswire.packs.given_up import given_up
from crosswire.read.words import fold

LOADED = "loaded"
HEDGES = "hedges"


class Hit(msgspec.Struct, frozen=True, order=True, gc=False):
    """A listed word or phrase in the text. `key` is "loaded", "hedges" or "issue:" and the issue's id."""

    start: int
    end: int
    key: str


class _Table(msgspec.Struct, frozen=True):
    """A compiled word list: pattern i means each of `keys[i]`; `open_ended[i]` when any ending matches."""

    automaton: AhoCorasick
    keys: list[tuple[str, ...]]
    open_ended: list[bool]
    # Of each issue that a pack knows places of: its key, what finds them given up, and the places.
    placed: list[tuple[str, re.Pattern[str], tuple[str, ...]]]


_tables: dict[str, _Table] = {}


def find_listed(text: str, packs: Packs) -> list[Hit]:
    """
    Return every listed word of `text` in order; a word in two lists gives two hits.

    >>> from crosswire.packs import load
    >>> [hit.key for hit in find_listed("The truce is over", load("core", "negotiation"))]
    ['issue:ceasefire']
    >>> [find_listed(words, load("core")) != [] for words in ("It may end in June", "It ended in May")]
    [True, False]
    """
    table = _tables.get(packs.digest)
    if table is None:
        table = _tables[packs.digest] = _compile(packs)
    low = fold(text)
    hits: list[Hit] = []
    for pattern, start, end in table.automaton.find_matches_as_indexes(low, overlapping=True):
        if start and (low[start - 1].isalnum() or low[start - 1] == "-"):
            continue
        if table.open_ended[pattern]:
            end = _word_end(low, end)
        elif end < len(low) and low[end].isalnum():
            continue
        if text[start:end] == "May":
            continue  # the month
        hits.extend(Hit(start, end, key) for key in table.keys[pattern])
    for key, given, places in table.placed:
        if any(place in low for place in places):
            hits.extend(Hit(*match.span(), key) for match in given.finditer(low))
    hits.sort()
    return hits


def outermost(hits: Iterable[Hit]) -> tuple[Span, ...]:
    """
    Return the spans of `hits`, in order, without those that lie inside another.

    >>> outermost([Hit(0, 4, "loaded"), Hit(0, 9, "loaded"), Hit(12, 15, "loaded")])
    (Span(start=0, end=9), Span(start=12, end=15))
    """
    kept: list[Span] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.end > kept[-1].end:
            kept.append(Span(hit.start, hit.end))
    return tuple(kept)


def _word_end(low: str, end: int) -> int:
    # 40 letters hold every English word; a longer run is not a word and must not cost more than linear time.
    stop = min(len(low), end + 40)
    while end < stop and low[end].isalnum():
        end += 1
    return end


def _compile(packs: Packs) -> _Table:
    keys: dict[str, dict[str, None]] = {}
    for issue in packs.issues:
        for term in issue.terms:
            keys.setdefault(term, {})[f"issue:{issue.id}"] = None
    for name in (LOADED, HEDGES):
        for word in packs.words(name):
            keys.setdefault(word, {})[name] = None
    # A pattern of its own per ending: "aid" and "aid*" are different lookups.
    terms = sorted(keys)
    patterns = [fold(term.removesuffix("*")) for term in terms]
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard)
    placed = [
        (f"issue:{issue.id}", found, tuple(place.lower() for place in issue.places))
        for issue in packs.issues
        if (found := given_up(issue)) is not None
    ]
    return _Table(automaton, [tuple(keys[term]) for term in terms], [term.endswith("*") for term in terms], placed)
