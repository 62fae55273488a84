"""The pairs of claims that speak of one matter: what every kind of dispute is looked for in."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from crosswire.model import Claim, DisputeKind, When

from .likeness import Likeness, Weights, Wording, candidate_pairs, compare, wording
from .origins import Trace
from .propositions import Proposition, Sides

# Weighted Jaccard, numbers left out, below which two statements are not looked at together.
NEAR = 0.2
# Words besides names they must share to be looked at together.
TELLING = 2
# Distinct wordings of one claim that are compared; the rest say the same.
SPOKESMEN = 4


class Voice(msgspec.Struct, frozen=True):
    """One wording of a claim: the claim's place in the docket, the proposition, and its words without numbers."""

    claim: int
    said: Proposition
    words: Wording

    @property
    def contestable(self) -> bool:
        """Tell whether anything in it can clash: an act, a figure, a sign or a verdict; plain remarks cannot."""
        said = self.said
        return said.act != "STATE" or bool(said.amounts) or said.negated or bool(said.verdicts)


class Pair(msgspec.Struct, frozen=True):
    """Two voices of different claims, and how alike they are worded."""

    one: Voice
    other: Voice
    likeness: Likeness


class Stand(msgspec.Struct, frozen=True):
    """One side of a conflict: the claim, the side's label, and its value when it is a figure."""

    claim: int
    label: str
    low: float | None = None
    high: float | None = None


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


def docket(
    groups: Sequence[Sequence[Proposition]],
    claims: Sequence[Claim],
    traces: Mapping[str, Trace],
    weights: Weights,
    sides: Sides,
) -> Docket:
    """Lay out claims: their distinct wordings, and the pairs of different claims worded alike."""
    voices = [voice for at, group in enumerate(groups) for voice in _voices(at, group, weights)]
    clashing = [voice.contestable for voice in voices]
    pairs = [
        Pair(voices[one], voices[other], likeness)
        for one, other in candidate_pairs([voice.words for voice in voices], TELLING, NEAR)
        if (clashing[one] or clashing[other])
        and voices[one].claim != voices[other].claim
        and (likeness := compare(voices[one].words, voices[other].words, weights)).jaccard >= NEAR
    ]
    return Docket(claims, voices, pairs, traces, sides, weights)


def _voices(at: int, group: Sequence[Proposition], weights: Weights) -> Iterator[Voice]:
    seen: set[tuple[object, ...]] = set()
    for item in group:
        key = (item.words.terms, item.negated, item.statement.figures and item.statement.figures[0].low)
        if key not in seen and len(seen) < SPOKESMEN:
            seen.add(key)
            bare = [term for term in item.words.terms if not term[0].isdigit()]
            yield Voice(at, item, wording(bare, weights))


def days_apart(one: Proposition, other: Proposition) -> int | None:
    """Return the days between two reports, None when either is undated."""
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)


def within(one: Proposition, other: Proposition, days: int) -> bool:
    """Tell whether two reports came within `days` of each other; undated reports may have."""
    gap = days_apart(one, other)
    return gap is None or gap <= days
