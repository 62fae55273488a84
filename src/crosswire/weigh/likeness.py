"""How alike two statements are worded: rare shared terms weigh more than common ones."""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from math import log

import msgspec

from .synonyms import everyday

# What a word of somebody's name weighs against another word as rare; read by eye over BASIL.
NAMED = 0.4
# Holders of a common word that are still looked at.
CARRIERS = 60
# Words of a lower everyday share propose no pairs.
HOLLOW = 0.5
# Weights are whole thousandths: sums of them are exact, whatever the order of a set.
_UNIT = 1000


class Weights(msgspec.Struct, frozen=True):
    """Inverse document frequencies of terms over the distinct wordings of a case, in thousandths."""

    unseen: int
    known: dict[str, int]
    names: frozenset[str] = frozenset()

    def of(self, term: str) -> int:
        """Return the weight of a term; one that stands once weighs most."""
        return self.known.get(term, self.unseen)


class Wording(msgspec.Struct, frozen=True, gc=False):
    """A set of terms, those of them that are no part of anybody's name, and their summed weight."""

    terms: frozenset[str]
    telling: frozenset[str]
    mass: int


class Likeness(msgspec.Struct, frozen=True, gc=False):
    """
    Weighted Jaccard of two wordings, and the share of the smaller one that is common.

    `shared` counts the common terms, `telling` those of them that are no part of anybody's name.
    """

    jaccard: float
    inside: float
    shared: int
    telling: int


NOTHING = Likeness(0.0, 0.0, 0, 0)


def term_weights(wordings: Iterable[Collection[str]], names: Collection[str] = ()) -> Weights:
    """
    Count terms over distinct wordings: ten pasted copies of a report say nothing about how common its words are.

    Words of `names` weigh less: two sentences that share an office and its holder need not say the same of him. So do
    words common in any news, which a small case cannot know.

    >>> weights = term_weights([("envoi", "talk"), ("envoi", "talk"), ("talk", "truce")])
    >>> weights.of("truce") > weights.of("talk")
    True
    """
    distinct = {tuple(sorted(set(terms))) for terms in wordings}
    seen = Counter(chain.from_iterable(distinct))
    share, named = everyday(), frozenset(names)
    known = {
        term: max(1, round(_UNIT * log(1.0 + (len(distinct) + 1.0) / (n + 0.5)) * _share(term, named, share)))
        for term, n in seen.items()
    }
    return Weights(round(_UNIT * log(1.0 + 2.0 * (len(distinct) + 1.0))), known, named)


def _share(term: str, names: frozenset[str], everyday_share: dict[str, float]) -> float:
    return NAMED if term in names else everyday_share.get(term, 1.0)


def wording(terms: Iterable[str], weights: Weights) -> Wording:
    """Weigh a set of terms."""
    distinct = frozenset(terms)
    get, unseen = weights.known.get, weights.unseen
    return Wording(distinct, distinct - weights.names, sum([get(term, unseen) for term in distinct]))


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
        return NOTHING
    known = weights.known
    try:
        weight = sum([known[term] for term in common])
    except KeyError:
        weight = sum(map(weights.of, common))
    return Likeness(
        weight / (one.mass + other.mass - weight),
        weight / min(one.mass, other.mass),
        len(common),
        len(common & one.telling),
    )


@cache
def _hollow() -> frozenset[str]:
    """Return the stems that any report may hold: they propose no pair."""
    return frozenset(stem for stem, share in everyday().items() if share < HOLLOW)


def candidate_pairs(
    wordings: Sequence[Wording],
    least: int,
    *,
    marks: Sequence[Collection[Hashable]] = (),
    carriers: int = CARRIERS,
) -> Iterator[tuple[int, int]]:
    """
    Yield index pairs (low, high) that share `least` telling words or, short as they are, all but names they have.

    A shared mark (an amount of a unit, an act on a day) stands for all words but one. Wordings come in date order. A
    common word proposes only its last `carriers` holders: reports of one event come together, and the work stays in
    proportion to the number of statements.

    >>> weights = term_weights([("a", "b"), ("a", "b", "c"), ("d",)])
    >>> words = [wording(terms, weights) for terms in (["a", "b"], ["a", "b", "c"], ["d"])]
    >>> list(candidate_pairs(words, 2))
    [(0, 1)]
    """
    index: dict[Hashable, deque[int]] = defaultdict(lambda: deque(maxlen=carriers))
    sizes: list[int] = []
    hollow = _hollow()
    for at, words in enumerate(wordings):
        # A statement of nothing but names is compared by them.
        telling = words.telling or words.terms
        rarer = telling - hollow
        telling = rarer if len(rarer) >= least else telling
        own = min(least, len(telling))
        sizes.append(own)
        shared = Counter(chain.from_iterable([index[term] for term in telling]))
        kinds = marks[at] if marks else ()
        for mark in kinds:
            for other in index[mark]:
                shared[other] += least - 1
        found = [other for other, n in shared.items() if n >= own or n >= sizes[other]]
        yield from [(other, at) for other in sorted(found)]
        for key in (*telling, *kinds):
            index[key].append(at)
