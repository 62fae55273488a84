"""Two sentences that answer one another in two reports: more alike than either is to anything else in the other one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from .claims import Compared, may_join
from .events import shares_amount
from .one_voice import same_voice
from .propositions import Lens, Proposition

# By how much a pair must be more alike than the next best of either, and by how much if two voices tell it or the
# narrator and a voice; how alike it must be at all; and the words besides names it must share. Tuned on the dev half
# of bench/gold/claims/reports.jsonl: of pairs this rule alone joins, nine in ten tell one fact.
LEAD, LEAD_VOICES, LEAST, TELLING = 0.04, 0.1, 0.18, 2
# Days between two reports of one event; in a long case any two reports have a pair that leads.
DAYS = 5
# Actors that both sentences name, where neither an amount nor a voice is common.
ACTORS = 2
# The two reports of a pair, each with its copies.
Between = tuple[str, str]


def between(pair: Compared) -> Between | None:
    """Return the two reports of a pair, None where they are one."""
    one, other = pair.one.family, pair.other.family
    if one == other:
        return None
    return (one, other) if one < other else (other, one)


def stand_out(pairs: Sequence[Compared], lens: Lens) -> Sequence[Compared]:
    """
    Raise the margin of the pairs that stand out among all of two reports.

    Two reports of one event tell the same facts in other words, each fact once: a pair that leads all others of its
    two reports needs less in common than one that does not.
    """
    if not any(map(_may_rise, pairs)):
        return pairs
    best: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in pairs:
        for mine, its in ((pair.one, pair.other), (pair.other, pair.one)):
            best[mine.statement.id].append((pair.likeness.jaccard, its.statement.evidence.quote))
    return [_raised(pair, best, lens) if _may_rise(pair) else pair for pair in pairs]


def _may_rise(pair: Compared) -> bool:
    return pair.margin < 0 and pair.likeness.telling >= TELLING


def _rival(pair: Compared, best: Mapping[str, Sequence[tuple[float, str]]]) -> float:
    """Return how alike the next best is in another sentence, of all that either side has in the other's report."""
    found = 0.0
    for mine, its in ((pair.one, pair.other), (pair.other, pair.one)):
        here = its.statement.evidence.quote
        others = (alike for alike, sentence in best[mine.statement.id] if sentence != here)
        found = max(found, max(others, default=0.0))
    return found


def _of_one_matter(one: Proposition, other: Proposition) -> bool:
    """Tell whether more than words speaks for one fact: two actors that both name, an amount, or one voice."""
    ours, theirs = one.statement, other.statement
    if len(set(ours.actors) & set(theirs.actors)) >= ACTORS or same_voice(one, other):
        return True
    return shares_amount(one, other)


def _of_its_days(one: Proposition, other: Proposition) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= DAYS


def _raised(pair: Compared, best: Mapping[str, Sequence[tuple[float, str]]], lens: Lens) -> Compared:
    one, other, likeness = pair.one, pair.other, pair.likeness
    apart = one.nots != other.nots or lens.sides.differ(one.agent, other.agent) or not _of_its_days(one, other)
    if apart or not _of_one_matter(one, other):
        return pair
    needed = LEAD if one.statement.speaker == other.statement.speaker else LEAD_VOICES
    lead = likeness.jaccard - _rival(pair, best) - needed
    margin = max(pair.margin, min(lead, likeness.jaccard - LEAST))
    if margin == pair.margin:
        return pair
    return msgspec.structs.replace(pair, margin=margin, joins=margin >= 0 and may_join(one, other, lens))
