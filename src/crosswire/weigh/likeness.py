"""How alike two statements are worded: rare shared terms weigh more than common ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, log

import msgspec


class Weights(msgspec.Struct, frozen=True):
    """Inverse document frequencies of terms over the distinct wordings of a case."""

    unseen: float
    known: dict[str, float]

    def of(self, term: str) -> float:
        """Return the weight of a term; one that stands once weighs most."""
        return self.known.get(term, self.unseen)


class Wording(msgspec.Struct, frozen=True):
    """A set of terms and their summed weight."""

    terms: frozenset[str]
    mass: float


class Likeness(msgspec.Struct, frozen=True):
    """Weighted Jaccard of two wordings, the share of the smaller one that is common, and the number of common terms."""

    jaccard: float
    inside: float
    shared: int


def term_weights(wordings: Iterable[Sequence[str]]) -> Weights:
    """
    Count terms over distinct wordings: ten pasted copies of a report say nothing about how common its words are.

    >>> weights = term_weights([("envoi", "talk"), ("envoi", "talk"), ("talk", "truce")])
    >>> weights.of("truce") > weights.of("talk")
    True
    """
    distinct = {tuple(sorted(set(terms))) for terms in wordings}
    seen = Counter(term for terms in sorted(distinct) for term in terms)
    known = {term: log(1.0 + (len(distinct) + 1.0) / (n + 0.5)) for term, n in seen.items()}
    return Weights(log(1.0 + 2.0 * (len(distinct) + 1.0)), known)


def wording(terms: Iterable[str], weights: Weights) -> Wording:
    """Weigh a set of terms. Exact summation keeps the result free of the order of a set."""
    distinct = frozenset(terms)
    return Wording(distinct, fsum(map(weights.of, distinct)))


def compare(one: Wording, other: Wording, weights: Weights) -> Likeness:
    """
    Compare two wordings.

    >>> weights = term_weights([("envoi", "talk"), ("port", "talk")])
    >>> compare(wording(["envoi", "talk"], weights), wording(["envoi", "talk"], weights), weights).jaccard
    1.0
    >>> compare(wording([], weights), wording(["talk"], weights), weights).inside
    0.0
    """
    common = one.terms & other.terms
    if not common:
        return Likeness(0.0, 0.0, 0)
    weight = fsum(map(weights.of, common))
    return Likeness(weight / (one.mass + other.mass - weight), weight / min(one.mass, other.mass), len(common))


def candidate_pairs(
    wordings: Sequence[Wording], weights: Weights, least: float, *, carriers: int = 200
) -> Iterator[tuple[int, int]]:
    """
    Yield index pairs (low, high) whose weighted Jaccard may reach `least`, each once.

    Prefix filtering (Chaudhuri et al. 2006): two sets as alike as that must share one of their rarest terms, so only those
    are indexed. A term in more than `carriers` wordings no longer proposes new ones, which bounds the work.

    >>> weights = term_weights([("a", "b"), ("a", "b", "c"), ("d",)])
    >>> words = [wording(terms, weights) for terms in (["a", "b"], ["a", "b", "c"], ["d"])]
    >>> list(candidate_pairs(words, weights, 0.5))
    [(0, 1)]
    """
    index: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(wordings):
        found: set[int] = set()
        for term in _prefix(words, weights, least):
            holders = index[term]
            found.update(holders)
            if len(holders) < carriers:
                holders.append(at)
        for other in sorted(found):
            yield other, at


def _prefix(words: Wording, weights: Weights, least: float) -> list[str]:
    """Return the rarest terms without which the rest cannot reach the overlap needed."""
    left = words.mass
    kept = []
    for term in sorted(words.terms, key=lambda term: (-weights.of(term), term)):
        if left < least * words.mass - 1e-9:
            break
        kept.append(term)
        left -= weights.of(term)
    return kept
