"""How far a passage is about what the reports are about, and what the question asks: centroids of their words."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from crosswire.model import Statement

# Characters of a block of an article's text; a passage is a block with its neighbours.
_BLOCK = 500
# The share of passages that are less about it than the one which counts as wholly so.
_WHOLLY = 0.8


class Passages:
    """
    The passages of a case as bags of stems, and how near each is to the middle of them all.

    A passage is compared by the cosine of square roots of counts (Hellinger affinity) with a centroid: of all articles,
    each counting alike (MEAD: Radev et al. 2004), and of the passages that hold the question's words (pseudo-relevance
    feedback: Lavrenko and Croft 2001). What one article alone says has no part in either.
    """

    def __init__(self, statements: Sequence[Statement], asked: Collection[str] = ()) -> None:
        self._asked = frozenset(asked)
        blocks: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
        for one in statements:
            blocks[_place(one)].update(one.terms)
        self._blocks = blocks

    def about(self, statement: Statement) -> float:
        """Return how far a statement's passage is about what is asked, or with nothing asked the event; 0 to 1."""
        return min(1.0, self._nearness.get(_place(statement), 0.0) / self._wholly)

    def about_in(self, article: str) -> float:
        """Return how far an article is about it: the mean of its passages; 0 for one that states nothing."""
        return self._articles.get(article, 0.0)

    @cached_property
    def _articles(self) -> dict[str, float]:
        found: dict[str, list[float]] = defaultdict(list)
        for (article, _), near in self._nearness.items():
            found[article].append(min(1.0, near / self._wholly))
        return {article: sum(nears) / len(nears) for article, nears in found.items()}

    @cached_property
    def _nearness(self) -> dict[tuple[str, int], float]:
        centre = self._centre
        return {place: _cosine(self._passage(place), centre) for place in self._blocks}

    @cached_property
    def _wholly(self) -> float:
        ranked = sorted(self._nearness.values())
        return ranked[int(_WHOLLY * (len(ranked) - 1))] or 1.0 if ranked else 1.0

    def _passage(self, place: tuple[str, int]) -> Counter[str]:
        article, number = place
        found = Counter(self._blocks[place])
        for near in ((article, number - 1), (article, number + 1)):
            found.update(self._blocks.get(near, ()))
        return found

    @cached_property
    def _centre(self) -> Mapping[str, float]:
        articles: dict[str, Counter[str]] = defaultdict(Counter)
        for (article, _), held in self._blocks.items():
            articles[article].update(held)
        spread = Counter(term for held in articles.values() for term in held)
        shared = {term for term, count in spread.items() if count > 1} or set(spread)
        whole = _mixed(articles.values(), shared)
        asking = [self._passage(place) for place, held in self._blocks.items() if not self._asked.isdisjoint(held)]
        asked = _mixed(asking, shared) if asking else whole
        return {term: whole.get(term, 0.0) + asked.get(term, 0.0) for term in {*whole, *asked}}


def _place(statement: Statement) -> tuple[str, int]:
    return statement.article, statement.evidence.start // _BLOCK


def _mixed(bags: Iterable[Counter[str]], shared: Collection[str]) -> dict[str, float]:
    """Return the square root of the mean share of each stem over bags that count alike, at unit length."""
    mean: Counter[str] = Counter()
    for bag in bags:
        total = bag.total() or 1
        for term, count in bag.items():
            if term in shared:
                mean[term] += count / total  # type: ignore[assignment]
    rooted = {term: math.sqrt(share) for term, share in mean.items()}
    length = math.sqrt(sum(share * share for share in rooted.values())) or 1.0
    return {term: share / length for term, share in rooted.items()}


def _cosine(bag: Counter[str], centre: Mapping[str, float]) -> float:
    length = math.sqrt(bag.total()) or 1.0
    return sum(math.sqrt(count) * centre.get(term, 0.0) for term, count in bag.items()) / length
