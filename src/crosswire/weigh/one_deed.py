"""One deed of one doer in two reports: few words, and nearly all of them the same."""

from .likeness import Likeness, compare
from .propositions import Lens, Proposition

# How alike the main clauses, or all that is told, must be: where both open their reports, and elsewhere.
OPENED, INSIDE_REPORT = 0.35, 0.45
# A single common word besides names needs nearly the same main clause, or two actors in common.
ONE_WORD = 0.8
# This share of the shorter main clause is common.
PART = 0.6


def deed_margin(one: Proposition, other: Proposition, likeness: Likeness, lens: Lens) -> float:
    """
    Return by how much the main clauses of two reports exceed what one deed needs; negative for "no".

    "Doe resigns from Congress", "U.S. Representative John Doe resigned on Friday, following allegations of ...": names
    weigh little, and so such sentences share too few words for the other rules.
    """
    ours, theirs = one.statement, other.statement
    if one.family == other.family or ours.opinion or theirs.opinion or one.nots != other.nots:
        return -1.0
    if not (_told(one) or _told(other)) or "direct" in (ours.mode, theirs.mode):
        return -1.0
    actors = len(set(ours.actors) & set(theirs.actors))
    core = compare(one.core, other.core, lens.weights)
    if not actors or core.telling < 1 or core.inside < PART:
        return -1.0
    if core.telling == 1 and actors < 2 and core.jaccard < ONE_WORD:
        return -1.0
    opened = one.opening is not None and other.opening is not None
    if one.act != other.act and not opened:
        return -1.0
    need = OPENED if opened else INSIDE_REPORT
    return max(core.jaccard, likeness.jaccard) - need


def deed_marks(item: Proposition) -> list[tuple[object, ...]]:
    """Return what may stand for a shared word when pairs are looked for: that it opens a report."""
    # Those looked at are the last before it, and so of its days.
    return [("opens",)] if item.opening is not None else []


def _told(item: Proposition) -> bool:
    """Tell whether a narrator tells it, or the doer of it says so."""
    said = item.statement
    if said.speaker is None:
        return said.unnamed is None
    return said.speaker == item.agent
