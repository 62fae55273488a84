"""Citations that do not hold what they are cited for, while another source does."""

import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.score import UNHELD, choose, load_model
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference

# Sentences of a cited source looked at.
_LOOKED_AT = 8
# Sources that are cited and hold less than this of a statement do not say it; of 47 cited statements read by eye those
# in which they did say it had .34 and more of its words there, those in which they did not .23 and less.
_SAYS_NOT = 0.3
# "Reuters+3" names one of four sources: any of the others may be the one that says so.
_AND_OTHERS = re.compile(r"\+\s?\d{1,3}$")


def citation_differences(
    stated: Stated,
    words: Sequence[Word],
    units: Sequence[Unit],
    shares: Sequence[float],
    likely: float,
    *,
    library: Library,
) -> list[Difference]:
    """Compare the sources a statement cites with those that hold it."""
    found = [Difference("citation", one.span, one.label, None, one.problem) for one in stated.citations if one.problem]
    cited = cited_sources(stated, library)
    if not cited or not units or any(unit.source in cited for unit in units):
        return found
    if any(_AND_OTHERS.search(mark.label) for mark in stated.citations):
        return found
    theirs = choose(words, library.find(keys_of(words), _LOOKED_AT, cited), library)
    numbers = frozenset(word.key for word in words if word.is_number) & frozenset().union(*(one.keys for one in units))
    at_all = frozenset().union(*(library.units[at].keys for source in cited for at in library.ranges[source]))
    says_some = share_of(words, theirs, library) >= _SAYS_NOT and numbers <= at_all
    # Another source can be named only when it says the whole of it.
    if says_some or likely < load_model().supported or min(shares, default=0.0) < UNHELD:
        return found
    outlets = sorted({library.articles[at].label for at in cited})
    holder = library.articles[units[0].source].label
    note = f"{' and '.join(outlets[:3])} {'does' if len(outlets) == 1 else 'do'} not say so; {holder} does"
    mark = next(one for one in stated.citations if one.articles)
    found.append(Difference("citation", mark.span, mark.label, holder, note, library.evidence(units[0])))
    return found


def cited_sources(stated: Stated, library: Library) -> frozenset[int]:
    """Return the sources that a statement cites."""
    return frozenset(library.places[one] for mark in stated.citations for one in mark.articles if one in library.places)


def share_of(words: Sequence[Word], units: Sequence[Unit], library: Library) -> float:
    """Return how much of some words sentences hold together."""
    keys = keys_of(words)
    total = library.mass(keys)
    inside = keys & frozenset().union(*(unit.keys for unit in units)) if units else frozenset()
    return library.mass(inside) / total if total else 0.0
