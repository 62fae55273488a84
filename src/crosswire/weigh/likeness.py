"""How alike two statements are worded: rare shared terms weigh more than common ones."""

from collections import Counter
from collections.abc import Collection, Iterable
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
_NONE: frozenset[str] = frozenset()
# Wordings from which counts are taken in steps, and the binary digits that are left of them.
EXACT, DIGITS = 1 << 12, 2


class Weights(msgspec.Struct, frozen=True):
    """Inverse document frequencies of terms over the distinct wordings of a case, in thousandths."""

    unseen: int
    known: dict[str, int]
    names: frozenset[str] = frozenset()

    def of(self, term: str) -> int:
        """Return the weight of a term; one that stands once weighs most."""
        return self.known.get(term, self.unseen)


class Wording(msgspec.Struct, frozen=True, gc=False):
    """A set of terms, those of them that are a part of somebody's name, and their summed weight."""

    terms: frozenset[str]
    named: frozenset[str]
    mass: int

    @property
    def telling(self) -> frozenset[str]:
        """The terms that are no part of anybody's name; most sets of the others are small, and so these are kept."""
        return self.terms - self.named if self.named else self.terms


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


class Spread:
    """How many distinct wordings of a case hold each term: ten pasted copies say nothing about how common a word is."""

    def __init__(self) -> None:
        """Count nothing yet."""
        self._wordings: dict[frozenset[str], int] = {}
        self._seen: Counter[str] = Counter()

    def count(self, wordings: Iterable[frozenset[str]], times: int) -> None:
        """Count wordings `times` times more: 1 for those that come, -1 for those that go."""
        for one in wordings:
            before = self._wordings.get(one, 0)
            self._wordings[one] = before + times
            if not before:
                self._seen.update(one)
            elif not before + times:
                self._seen.subtract(one)
                del self._wordings[one]

    def weights(self, names: Iterable[str] = ()) -> Weights:
        """
        Weigh the terms counted; words of `names` weigh less, as do words common in any news (`term_weights`).

        A large case's counts are taken in steps, so that a report more or less changes the weight of few words, and
        what was found of statements without them still holds.
        """
        everyone, share, named = len(self._wordings), everyday(), frozenset(names)
        step = _in_steps if everyone >= EXACT else int
        total = step(everyone)
        known = {
            term: max(1, round(_UNIT * log(1.0 + (total + 1.0) / (step(n) + 0.5)) * _share(term, named, share)))
            for term, n in self._seen.items()
            if n
        }
        return Weights(round(_UNIT * log(1.0 + 2.0 * (total + 1.0))), known, named)


def _in_steps(number: int) -> int:
    """
    Return a number without all but its first `DIGITS` binary digits.

    >>> _in_steps(30), _in_steps(1000)
    (24, 768)
    """
    less = max(0, number.bit_length() - DIGITS)
    return number >> less << less


def term_weights(wordings: Iterable[Collection[str]], names: Collection[str] = ()) -> Weights:
    """
    Count terms over distinct wordings: ten pasted copies of a report say nothing about how common its words are.

    Words of `names` weigh less: two sentences that share an office and its holder need not say the same of him. So do
    words common in any news, which a small case cannot know.

    >>> weights = term_weights([("envoi", "talk"), ("envoi", "talk"), ("talk", "truce")])
    >>> weights.of("truce") > weights.of("talk")
    True
    """
    spread = Spread()
    spread.count(map(frozenset, wordings), 1)
    return spread.weights(names)


def _share(term: str, names: frozenset[str], everyday_share: dict[str, float]) -> float:
    return NAMED if term in names else everyday_share.get(term, 1.0)


def wording(terms: Iterable[str], weights: Weights) -> Wording:
    """Weigh a set of terms."""
    distinct = frozenset(terms)
    get, unseen, names = weights.known.get, weights.unseen, weights.names
    named = _NONE if names.isdisjoint(distinct) else distinct & names
    return Wording(distinct, named, sum([get(term, unseen) for term in distinct]))


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
        len(common) - len(common & one.named),
    )


def is_hollow(stem: str) -> bool:
    """Tell whether any report may hold a stem: it proposes no pair where a statement has others."""
    return everyday().get(stem, 1.0) < HOLLOW
