"""One sentence in two outlets: whoever wrote it, it was written once, and so bears nothing out twice."""

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from .groups import Groups
from .origins import Trace
from .propositions import Proposition

# Words that two sentences have at least in common, and the part of all their words: shorter ones come to two writers.
WORDS, ALIKE = 8, 0.8
# Statements of one claim that are compared with each other.
MOST = 60


def reprinted(said: Sequence[tuple[Proposition, Trace]]) -> dict[str, str]:
    """
    Map each camp to the first of those that tell a claim in the same words; a camp alone maps to itself.

    A speaker's own words are the same wherever they are printed: only what reports say themselves is compared.
    """
    groups: Groups[str] = Groups(sorted({trace.camp for _, trace in said}))
    told = [(item, trace) for item, trace in said if not trace.is_speaker and item.statement.mode != "direct"][:MOST]
    for at, (one, ours) in enumerate(told):
        for other, theirs in told[at + 1 :]:
            if ours.camp != theirs.camp and is_one_wording(one, other):
                groups.join(ours.camp, theirs.camp)
    return {trace.camp: groups.root(trace.camp) for _, trace in said}


def is_one_wording(one: Proposition, other: Proposition) -> bool:
    """Tell whether two sentences are one, but for a word or two: their words, in their order."""
    ours, theirs = frozenset(one.statement.terms), frozenset(other.statement.terms)
    common = len(ours & theirs)
    if common < WORDS or common < ALIKE * len(ours | theirs):
        return False
    words, others = (item.statement.evidence.quote.lower().split() for item in (one, other))
    return Indel.normalized_similarity(words, others) >= ALIKE


def by_camp(origins: Mapping[str, str], first: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return origins, each mapped to its camp, by the camp that their wording makes them of."""
    camps: dict[str, list[str]] = {}
    for origin, camp in sorted(origins.items()):
        camps.setdefault(first.get(camp, camp), []).append(origin)
    return tuple(sorted(map(tuple, camps.values())))
