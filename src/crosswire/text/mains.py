"""Whether what several voices share is what a sentence mainly says."""

from collections.abc import Collection, Set

# Part of the main clause's stems that must be common. Of the claims of BASIL and of two topics of Timeline17, the
# sentence said more than its voices share in all ten that lie below .3, and in one of the next eight.
BORNE = 0.3


def is_borne_out(main: Collection[str], shared: Set[str]) -> bool:
    """
    Tell whether a main clause is borne out by the stems that its voices share.

    >>> is_borne_out(["barge", "sink"], {"barge", "old"}), is_borne_out(["crew", "cheer", "wave"], {"barge", "old"})
    (True, False)
    """
    stems = frozenset(main)
    return len(stems & shared) >= BORNE * len(stems)
