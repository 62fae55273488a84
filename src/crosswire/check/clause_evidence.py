"""Which sentence is the evidence of the one clause that a name of a statement stands in."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of

# Where a clause ends that another sentence may be the evidence of, and how much of it that must hold.
_JOINS = re.compile(r",? (?:which|while|whereas|but) |; ")
_MOST_OF_IT = 0.6


def says_clause(stated: Stated, name: Sequence[Word], text: str, unit: Unit, library: Library) -> bool:
    """Tell whether a sentence has a name and most of the clause it stands in: other clauses have other evidence."""
    if not keys_of(name) & unit.keys:
        return False
    cuts = [
        stated.span.start,
        *(one.end() for one in _JOINS.finditer(text, stated.span.start, stated.span.end)),
        stated.span.end,
    ]
    start, end = next(one for one in pairwise(cuts) if one[0] <= name[0].start < one[1])
    rest = keys_of(word for word in stated.words if start <= word.start < end and word not in name)
    whole = library.mass(rest)
    return len(cuts) > 2 and len(rest) > 1 and library.mass(rest & unit.keys) >= _MOST_OF_IT * whole
