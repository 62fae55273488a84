"""The pairs of claims that speak of one matter: what every kind of dispute is looked for in."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosswire.model import Claim, DisputeKind, Evidence, When

from .claims import Compared
from .each import Each
from .likeness import Likeness, Weights, Wording
from .marks import Mark
from .nations import nation_words
from .origins import Trace
from .places import find_scenes, find_venues
from .propositions import Lens, Proposition
from .scopes import Counted
from .sides import Sides

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
    """The claims of a case laid out for comparison."""

    claims: Sequence[Claim]
    voices: Sequence[Voice]
    pairs: Sequence[Pair]
    traces: Mapping[str, Trace]
    sides: Sides
    weights: Weights
    nations: Mapping[str, str] = {}
    # The places each article names in what it tells of talks, and of attacks.
    venues: Mapping[str, frozenset[str]] = {}
    scenes: Mapping[str, frozenset[str]] = {}
    marked: Mapping[Mark, Sequence[Voice]] = {}
    told: Mapping[str, Sequence[Voice]] = {}
    # What statements count, from one weighing to the next.
    counted: Each[Proposition, Counted] = msgspec.field(default_factory=Each)

    def bearing(self, mark: Mark) -> Sequence[Voice]:
        """Return the voices that bear a mark."""
        return self.marked.get(mark, ())

    def told_in(self, article: str) -> Sequence[Voice]:
        """Return what one article tells, in the very words of another or not."""
        return self.told.get(article, ())

    def voices_of(self, claim: int) -> Sequence[Voice]:
        """Return the voices of one claim: they come in the order of claims."""
        first = bisect_left(self.voices, claim, key=_claim)
        return self.voices[first : bisect_right(self.voices, claim, first, key=_claim)]

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


def _claim(voice: Voice) -> int:
    return voice.claim


def docket(
    groups: Sequence[Sequence[Proposition]],
    claims: Sequence[Claim],
    traces: Mapping[str, Trace],
    lens: Lens,
    pairs: Iterable[Compared],
    marks: Mapping[Mark, Sequence[Proposition]],
    counted: Each[Proposition, Counted],
) -> Docket:
    """
    Lay out claims: their distinct wordings, and those of the compared `pairs` that stand in different claims.

    Pairs that no finder of conflicts could take anything from are left out: most are.
    """
    voices = [voice for at, group in enumerate(groups) for voice in _voices(at, group)]
    told: dict[str, list[Voice]] = defaultdict(list)
    for at, item in ((at, item) for at, group in enumerate(groups) for item in group):
        told[item.statement.article].append(Voice(at, item, item.words))
    # A proposition is looked up by which object it is: it stands in one claim, and its id takes longer to reach.
    places = {id(voice.said): at for at, voice in enumerate(voices)}
    laid_out = []
    for pair in pairs:
        if pair.clashes:
            ends = places.get(id(pair.one)), places.get(id(pair.other))
            if ends[0] is not None and ends[1] is not None and voices[ends[0]].claim != voices[ends[1]].claim:
                low, high = sorted((voices[at] for at in ends if at is not None), key=lambda voice: voice.claim)
                laid_out.append(Pair(low, high, pair.likeness, pair.margin >= 0))
    sides = lens.sides
    known = ((mark, (places.get(id(item)) for item in items)) for mark, items in marks.items())
    bearing = {mark: [voices[at] for at in sorted(at for at in found if at is not None)] for mark, found in known}
    venues, scenes = find_venues(marks.get("talks", ()), sides), find_scenes(marks.get("attacks", ()), sides)
    nations = nation_words(sides.actors.values())
    return Docket(
        claims, voices, laid_out, traces, sides, lens.weights, nations, venues, scenes, bearing, told, counted
    )


def _voices(at: int, group: Sequence[Proposition]) -> Iterator[Voice]:
    if len(group) == 1:
        yield Voice(at, group[0], group[0].words)
        return
    seen: set[tuple[object, ...]] = set()
    for item in group:
        key = (item.words.terms, item.negated, item.statement.figures and item.statement.figures[0].low)
        if key not in seen and len(seen) < SPOKESMEN:
            seen.add(key)
            yield Voice(at, item, item.words)


def days_apart(one: Proposition, other: Proposition) -> int | None:
    """Return the days between two reports, None when either is undated."""
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)


def within(one: Proposition, other: Proposition, days: int) -> bool:
    """Tell whether two reports came within `days` of each other; undated reports may have."""
    gap = days_apart(one, other)
    return gap is None or gap <= days
