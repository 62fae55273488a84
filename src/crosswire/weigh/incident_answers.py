"""Which of a side's replies is to which charge: a counter-charge of the same kind, its own account of the deed."""

from .incident_tolls import Charge
from .places import one_place

# Words that an own account shares with the charge it answers, where neither place nor order tells.
_ALIKE = 2


def is_counter(other: Charge, one: Charge, plain: frozenset[str]) -> bool:
    """Tell whether a charge turns another round: of a breach, another breach or attack, and no shot of its own day."""
    return other.breach.type == one.breach.type or other.breach.type in plain


def is_own_account(reply: Charge, charge: Charge) -> bool:
    """Tell whether a side's own account is of what it is charged with: told after it, of its place, or in its words."""
    after = reply.told.article.id == charge.told.article.id and reply.breach.span.start > charge.breach.span.start
    alike = len(set(reply.breach.words) & set(charge.breach.words)) >= _ALIKE
    return after or alike or bool(reply.place and charge.place and one_place(reply.place, charge.place))


def is_of_one_scene(reply: Charge, charge: Charge, plain: frozenset[str]) -> bool:
    """Tell whether a reply in another report is to this charge: its place, or its day and its very kind."""
    if reply.day is not None and reply.day == charge.day and reply.breach.type == charge.breach.type not in plain:
        return True
    return reply.place is not None and charge.place is not None and one_place(reply.place, charge.place)
