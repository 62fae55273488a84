"""Two sentences that answer one another in two reports: more alike than either is to anything else in the other one."""

from collections.abc import Iterator, Sequence

import msgspec

from .claims import Compared
from .events import shares_amount
from .one_voice import same_voice
from .propositions import Lens, Proposition

# By how much a pair must be more alike than the next best of either, and by how much if two voices tell it or the
# narrator and a voice; how alike it must be at all; and the words besides names it must share. Tuned on the dev half
# of bench/gold/claims/reports.jsonl: of pairs this rule alone joins, nine in ten tell one fact.
LEAD, LEAD_VOICES, LEAST, TELLING = 0.04, 0.1, 0.18, 2
# Actors that both sentences name, where neither an amount nor a voice is common.
ACTORS = 2
# A statement, and a report, with its copies, in which something like it is looked for.
_Place = tuple[str, str]


def stand_out(pairs: Sequence[Compared], lens: Lens) -> list[Compared]:
    """
    Raise the margin of the pairs that stand out between two reports.

    Two reports of one event tell the same facts in other words, each fact once: a pair that leads all others of its
    two reports needs less in common than one that does not.
    """
    best: dict[_Place, list[tuple[float, str]]] = {}
    for pair in pairs:
        for mine, its in _ways(pair):
            held = best.setdefault((mine.statement.id, its.family), [])
            held.append((pair.likeness.jaccard, its.statement.evidence.quote))
    return [_raised(pair, _rival(pair, best), lens) for pair in pairs]


def _ways(pair: Compared) -> Iterator[tuple[Proposition, Proposition]]:
    if pair.one.family != pair.other.family:
        yield pair.one, pair.other
        yield pair.other, pair.one


def _rival(pair: Compared, best: dict[_Place, list[tuple[float, str]]]) -> float:
    """Return how alike the next best is in another sentence, of all that either side has in the other's report."""
    found = 0.0
    for mine, its in _ways(pair):
        here = its.statement.evidence.quote
        others = (alike for alike, sentence in best[mine.statement.id, its.family] if sentence != here)
        found = max(found, max(others, default=0.0))
    return found


def _of_one_matter(one: Proposition, other: Proposition) -> bool:
    """Tell whether more than words speaks for one fact: two actors that both name, an amount, or one voice."""
    ours, theirs = one.statement, other.statement
    if len(set(ours.actors) & set(theirs.actors)) >= ACTORS or same_voice(one, other):
        return True
    return shares_amount(one, other)


def _raised(pair: Compared, rival: float, lens: Lens) -> Compared:
    one, other, likeness = pair.one, pair.other, pair.likeness
    if pair.margin >= 0 or one.family == other.family or one.nots != other.nots:
        return pair
    if likeness.telling < TELLING or lens.sides.differ(one.agent, other.agent) or not _of_one_matter(one, other):
        return pair
    lead = likeness.jaccard - rival - (LEAD if one.statement.speaker == other.statement.speaker else LEAD_VOICES)
    return msgspec.structs.replace(pair, margin=max(pair.margin, min(lead, likeness.jaccard - LEAST)))
