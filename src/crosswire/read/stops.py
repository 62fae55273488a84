"""Full stops that end no sentence."""

from collections.abc import Sequence

_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())


def is_short_stop(low: Sequence[str], place: int) -> bool:
    """
    Tell whether the stop at a place shortens a month before a number, or is a number's own point.

    >>> is_short_stop(["by", "jan", ".", "31"], 2), is_short_stop(["in", "spring", ".", "31"], 2)
    (True, False)
    """
    before, after = low[place - 1] if place else "", low[place + 1] if place + 1 < len(low) else ""
    return low[place] == "." and (before in _MONTHS or before.isdigit()) and after[:1].isdigit()
