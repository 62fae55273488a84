"""How alike two statements are worded: rare shared terms weigh more than common ones."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from math import fsum, log

import msgspec

# What a word of somebody's name weighs against another word as rare; read by eye over BASIL.
NAMED = 0.4
# Holders of a common word that are still looked at.
CARRIERS = 80


class Weights(msgspec.Struct, frozen=True):
    """Inverse document frequencies of terms over the distinct wordings of a case."""

    unseen: float
    known: dict[str, float]
    names: frozenset[str] = frozenset()

    def of(self, term: str) -> float:
        """Return the weight of a term; one that stands once weighs most."""
        return self.known.get(term, self.unseen)


class Wording(msgspec.Struct, frozen=True):
    """A set of terms, those of them that are no part of anybody's name, and their summed weight."""

    terms: frozenset[str]
    telling: frozenset[str]
    mass: float


class Likeness(msgspec.Struct, frozen=True):
    """
    Weighted Jaccard of two wordings, and the share of the smaller one that is common.

    `shared` counts the common terms, `telling` those of them that are no part of anybody's name.
    """

    jaccard: float
    inside: float
    shared: int
    telling: int


def term_weights(wordings: Iterable[Sequence[str]], names: Collection[str] = ()) -> Weights:
    """
    Count terms over distinct wordings: ten pasted copies of a report say nothing about how common its words are.

    Words of `names` weigh less: two sentences that share an office and its holder need not say the same of him.

    >>> weights = term_weights([("envoi", "talk"), ("envoi", "talk"), ("talk", "truce")])
    >>> weights.of("truce") > weights.of("talk")
    True
    """
    distinct = {tuple(sorted(set(terms))) for terms in wordings}
    seen = Counter(term for terms in sorted(distinct) for term in terms)
    known = {
        term: log(1.0 + (len(distinct) + 1.0) / (n + 0.5)) * (NAMED if term in names else 1.0)
        for term, n in seen.items()
    }
    return Weights(log(1.0 + 2.0 * (len(distinct) + 1.0)), known, frozenset(names))


def wording(terms: Iterable[str], weights: Weights) -> Wording:
    """Weigh a set of terms. Exact summation keeps the result free of the order of a set."""
    distinct = frozenset(terms)
    return Wording(distinct, distinct - weights.names, fsum(map(weights.of, distinct)))


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
        return Likeness(0.0, 0.0, 0, 0)
    weigh = weights.known.get
    weight = fsum([weigh(term, weights.unseen) for term in common])
    return Likeness(
        jaccard=weight / (one.mass + other.mass - weight),
        inside=weight / min(one.mass, other.mass),
        shared=len(common),
        telling=len(one.telling & other.telling),
    )


def candidate_pairs(
    wordings: Sequence[Wording], least: int, least_jaccard: float, *, carriers: int = CARRIERS
) -> Iterator[tuple[int, int]]:
    """
    Yield index pairs (low, high) that share `least` telling words or, short as they are, all but names they have.

    Pairs whose masses alone rule out a weighted Jaccard of `least_jaccard` are left out.

    Wordings come in date order. A common word proposes only its last `carriers` holders: reports of one event come
    together, and the work stays in proportion to the number of statements.

    >>> weights = term_weights([("a", "b"), ("a", "b", "c"), ("d",)])
    >>> words = [wording(terms, weights) for terms in (["a", "b"], ["a", "b", "c"], ["d"])]
    >>> list(candidate_pairs(words, 2, 0.2))
    [(0, 1)]
    """
    index: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=carriers))
    sizes: list[int] = []
    for at, words in enumerate(wordings):
        # A statement of nothing but names is compared by them.
        telling = words.telling or words.terms
        sizes.append(min(least, len(telling)))
        shared = Counter(chain.from_iterable(index[term] for term in telling))
        own = sizes[at]
        for other in sorted(item for item, count in shared.items() if count >= own or count >= sizes[item]):
            light, heavy = sorted((words.mass, wordings[other].mass))
            if light >= least_jaccard * heavy:
                yield other, at
        for term in telling:
            index[term].append(at)
