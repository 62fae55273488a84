"""The pairs of claims that speak of one matter: what every kind of dispute is looked for in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from crosswire.model import Claim, DisputeKind, Evidence, When

from .claims import Compared, Unit
from .each import Each
from .likeness import Likeness, Weights, Wording
from .marks import Mark
from .nations import nation_words
from .origins import Trace
from .places import find_scenes, find_venues
from .propositions import Lens, Proposition
from .scopes import Counted
from .sides import Sides

Key = TypeVar("Key")
# Distinct wordings of one claim that are compared; the rest say the same.
SPOKESMEN = 6


class Voice(msgspec.Struct, frozen=True, gc=False):
    """One wording of a claim: the claim's place in the docket, the proposition, and its words."""

    claim: int
    said: Proposition
    words: Wording


class Pair(msgspec.Struct, frozen=True, gc=False):
    """
    Two voices of different claims, how alike they are worded, and whether they would be one claim if nothing typed
    (an amount, a doer, a day, a sign) stood between them.
    """

    one: Voice
    other: Voice
    likeness: Likeness
    aligned: bool


class Stand(msgspec.Struct, frozen=True, gc=False):
    """One side of a conflict: the claim, the side's label, its value when it is a figure, and its words if not any."""

    claim: int
    label: str
    low: float | None = None
    high: float | None = None
    words: Evidence | None = None


class Conflict(msgspec.Struct, frozen=True):
    """Two claims that cannot both hold, and in what."""

    kind: DisputeKind
    topic: str
    one: Stand
    other: Stand
    when: When | None = None


class Docket(msgspec.Struct, frozen=True):
    """
    The claims of a case laid out for comparison.

    `said` are their distinct wordings in the order of claims, `owners` the claim of each, `places` where each stands
    among them, by which object it is. Most are never asked for: a voice is made of one when it is.
    """

    claims: Sequence[Claim]
    said: Sequence[Proposition]
    owners: Sequence[int]
    places: Mapping[int, int]
    # The claim of what stands in one of several members, in the very words of another or not.
    alike: Mapping[int, int]
    traces: Mapping[str, Trace]
    sides: Sides
    weights: Weights
    marks: Mapping[Mark, Sequence[Proposition]]
    rows: Mapping[str, Sequence[Proposition]]
    # Pairs with the kinds of clash they may be of.
    pairs: list[tuple[int, Pair]]
    nations: Mapping[str, str]
    # The places each article names in what it tells of talks, and of attacks.
    venues: Mapping[str, frozenset[str]]
    scenes: Mapping[str, frozenset[str]]
    # What statements count, from one weighing to the next.
    counted: Each[Proposition, Counted]
    # Those asked for: by their places, by mark and by article.
    voices: dict[int, Voice] = {}
    bear: dict[Mark, tuple[Voice, ...]] = {}
    told: dict[str, tuple[Voice, ...]] = {}

    def clashing(self, kind: int) -> Iterator[Pair]:
        """Yield the pairs of different claims that may clash in one way (clashing.py)."""
        return (pair for kinds, pair in self.pairs if kinds & kind)

    def bearing(self, mark: Mark) -> tuple[Voice, ...]:
        """Return the voices that bear a mark."""
        return self._among(self.bear, mark, self.marks)

    def told_in(self, article: str) -> tuple[Voice, ...]:
        """Return what one article tells, in the very words of another or not, in the order of claims."""
        if article not in self.told:
            found = [voice for item in self.rows.get(article, ()) if (voice := self._voice_of(item)) is not None]
            self.told[article] = tuple(sorted(found, key=lambda voice: voice.claim))
        return self.told[article]

    def _voice_of(self, item: Proposition) -> Voice | None:
        at = self.places.get(id(item))
        if at is not None:
            return self.voice(at)
        owner = self.alike.get(id(item))
        return None if owner is None else Voice(owner, item, item.words)

    def voices_of(self, claim: int) -> list[Voice]:
        """Return the voices of one claim: they come in the order of claims."""
        first = bisect_left(self.owners, claim)
        return [self.voice(at) for at in range(first, bisect_right(self.owners, claim, first))]

    def voice(self, at: int) -> Voice:
        """Return the voice at one place."""
        found = self.voices.get(at)
        if found is None:
            said = self.said[at]
            found = self.voices[at] = Voice(self.owners[at], said, said.words)
        return found

    def trace(self, voice: Voice) -> Trace:
        """Return where a voice comes from."""
        return self.traces[voice.said.statement.id]

    def apart(self, one: Voice, other: Voice) -> bool:
        """Tell whether two voices are of different camps, and neither's origin stands behind the other's claim."""
        ours, theirs = self.trace(one), self.trace(other)
        return (
            ours.camp != theirs.camp
            and ours.origin not in self.claims[other.claim].origins
            and theirs.origin not in self.claims[one.claim].origins
        )

    def _among(
        self, known: dict[Key, tuple[Voice, ...]], key: Key, items: Mapping[Key, Sequence[Proposition]]
    ) -> tuple[Voice, ...]:
        """Return the voices among some propositions: some only repeat the wording of another one of their claim."""
        if key not in known:
            places = self.places
            found = sorted(at for at in [places.get(id(item)) for item in items.get(key, ())] if at is not None)
            known[key] = tuple([self.voice(at) for at in found])
        return known[key]


def docket(
    groups: Sequence[Unit],
    claims: Sequence[Claim],
    traces: Mapping[str, Trace],
    lens: Lens,
    pairs: Iterable[Compared],
    marks: Mapping[Mark, Sequence[Proposition]],
    rows: Mapping[str, Sequence[Proposition]],
    counted: Each[Proposition, Counted],
) -> Docket:
    """
    Lay out claims: their distinct wordings, and those of the compared `pairs` that stand in different claims.

    Pairs that no finder of conflicts could take anything from are left out: most are. `rows` are the propositions of
    each article, `marks` those that bear each mark.
    """
    said: list[Proposition] = []
    owners: list[int] = []
    alike: dict[int, int] = {}
    for at, group in enumerate(groups):
        for item in group if len(group) == 1 else _wordings(group):
            said.append(item)
            owners.append(at)
        if len(group) > 1:
            alike.update((id(item), at) for item in group)
    # A proposition is looked up by which object it is: it stands in one claim, and its id takes longer to reach.
    places = {id(item): at for at, item in enumerate(said)}
    sides = lens.sides
    found = Docket(
        claims=claims,
        said=said,
        owners=owners,
        places=places,
        alike=alike,
        traces=traces,
        sides=sides,
        weights=lens.weights,
        marks=marks,
        rows=rows,
        pairs=[],
        nations=nation_words(sides.actors.values()),
        venues=find_venues(marks.get("talks", ()), sides),
        scenes=find_scenes(marks.get("attacks", ()), sides),
        counted=counted,
    )
    for pair in pairs:
        if pair.clashes:
            one, other = places.get(id(pair.one)), places.get(id(pair.other))
            if one is not None and other is not None and owners[one] != owners[other]:
                low, high = min(one, other), max(one, other)
                stood = Pair(found.voice(low), found.voice(high), pair.likeness, pair.margin >= 0)
                found.pairs.append((pair.clashes, stood))
    return found


def _wordings(group: Unit) -> Iterator[Proposition]:
    """Yield the first few distinct wordings of a claim."""
    seen: set[tuple[object, ...]] = set()
    for item in group:
        key = (item.words.terms, item.negated, item.statement.figures and item.statement.figures[0].low)
        if key not in seen and len(seen) < SPOKESMEN:
            seen.add(key)
            yield item


def days_apart(one: Proposition, other: Proposition) -> int | None:
    """Return the days between two reports, None when either is undated."""
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)


def within(one: Proposition, other: Proposition, days: int) -> bool:
    """Tell whether two reports came within `days` of each other; undated reports may have."""
    gap = days_apart(one, other)
    return gap is None or gap <= days
