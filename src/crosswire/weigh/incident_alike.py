"""Whether two passages tell of one incident: its kind, day, place, toll and words."""

from collections.abc import Sequence

from .incident_tolls import Charge, counts_far, tolls_differ
from .places import one_place

# Days by which two reports of one incident may be dated apart when neither names its day.
FRESH = 3
# Days within which a charge that names no day, place or toll is told again of the last such incident.
RETOLD = 7
# Characters within which a report goes on about one incident of a side's, where it names no place.
_NEAR = 700
# Stems two tellings of one incident share beyond the kind of it.
SHARED = 2
# Stems shared by two reports' words for one incident of a day, where one names neither place nor side.
TOLD_ALIKE = 4
# Kinds that say no more than that something was done.
PLAIN = frozenset({"attack", "breach"})


def same(one: Charge, other: Charge) -> bool:
    ours, theirs = one.breach, other.breach
    if not kinds_agree(one, other) or not close(one, other):
        return False
    if theirs.count and theirs.count.low and theirs.count.low > 1:
        return False
    if one.told.article.id == other.told.article.id and tolls_differ(one, other):
        return False
    together = one.told.article.id == other.told.article.id
    if ours.wide != theirs.wide:
        return False
    if not together and (one.day is None or one.day != other.day) and counts_far(one, other):
        return False
    if one.place and other.place and one_place(one.place, other.place):
        return True
    if together and ours.aside != theirs.aside:
        return False
    if together:
        return is_near(one, other) or is_vague(one) or is_vague(other)
    if is_vague(one):  # told again of what its report names the place of
        # ... or, where nobody names one and its kind is another, in some of its words: "shooting" may be anywhere.
        alike = ours.type == theirs.type or not set(ours.words).isdisjoint(theirs.words)
        return other.place in one.named if other.place else alike
    if one.day is not None and one.day == other.day:
        return True
    # Another report's other dead are of another deed, and what has neither day nor place is soon like any.
    bare = any(at.day is None and at.place is None and at.breach.site is None for at in (one, other))
    shared = len(set(ours.words) & set(theirs.words))
    return shared >= (TOLD_ALIKE if bare else SHARED)


def is_near(one: Charge, other: Charge) -> bool:
    """Tell whether two passages of a report stand close enough to be of one incident."""
    return abs(one.breach.span.start - other.breach.span.start) <= _NEAR


def kinds_agree(one: Charge, other: Charge) -> bool:
    replied = {one.breach.answer, other.breach.answer} & {"denied", "silent"}
    if one.breach.omitted != other.breach.omitted and not replied:
        return False  # what was held back or put off is no shelling
    kinds = {one.breach.type, other.breach.type}
    return len(kinds) == 1 or bool(kinds & PLAIN)


def close(one: Charge, other: Charge) -> bool:
    """Tell whether two passages may be of one day; none tells of what came after its report."""
    if _is_later(one, other) or _is_later(other, one):
        return False
    if one.day and other.day:
        return one.day == other.day
    if one.near is None or other.near is None:
        return True
    return abs((one.near - other.near).days) <= (RETOLD if is_vague(one) else FRESH)


def _is_later(one: Charge, other: Charge) -> bool:
    """Tell whether one passage's day is after the other's report came out."""
    published = other.told.article.published
    return one.day is not None and published is not None and one.day > published


def is_vague(one: Charge) -> bool:
    """Tell whether a charge names nothing that would make it an incident of its own."""
    breach = one.breach
    return one.day is None and one.place is None and not (breach.count or breach.killed or breach.wounded)


def contradict(one: Charge, other: Charge) -> bool:
    """Tell whether two passages give one incident two places or two days."""
    places = bool(one.place and other.place and not one_place(one.place, other.place))
    return places or bool(one.day and other.day and one.day != other.day)


def nearness(one: Charge, group: Sequence[Charge]) -> tuple[int, int, int, int]:
    """Rank the groups a charge may join: the same article, place and kind, the most shared words."""
    return (
        any(one.told.article.id == other.told.article.id for other in group),
        any(one.place is not None and one.place == other.place for other in group),
        any(one.breach.type == other.breach.type for other in group),
        max(len(set(one.breach.words) & set(other.breach.words)) for other in group),
    )
