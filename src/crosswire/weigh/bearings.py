"""What the words of a stance say of its order and its direction: before all else, not until, giving something up."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from crosswire.model import Statement

from .firmness import any_of, mentions

Bearing = Literal["first", "until", "yields", "keeps", "instead"]
# "Would not discuss a truce until": what is refused for so long.
_UNTIL = re.compile(r"\b(?:not|never|no|refus\w+|reject\w+|rul\w+ out)\b.{0,80}?\b(?:until|unless|before|as long as)\b")
_INSTEAD = re.compile(r"\b(?:offer\w*|propos\w*|suggest\w*) instead\b(?! of)|\binstead (?:offer|propos|suggest)\w*")
# A longer stretch is no clause.
_LONGEST = 600


def bearings_of(said: Statement, words: str, lexicon: Mapping[str, Sequence[str]]) -> frozenset[Bearing]:
    """
    Return the bearings of a stance whose clause are `words`.

    `first`: it comes before anything else ("before any talks"). `until`: it is refused as long as something else is
    not done. `yields`: it speaks of giving something up, or of not giving it up. `keeps`: it speaks of keeping it.
    `instead`: it stands for another.
    """
    found: set[Bearing] = set()
    whole = said.evidence.quote.lower()[:_LONGEST]
    if mentions(said, lexicon.get("firm_precondition", ())):
        found.add("first")
    if _UNTIL.search(whole):
        found.add("until")
    if _INSTEAD.search(whole):
        found.add("instead")
    if any_of(lexicon.get("yielding", ())).search(words.lower()):
        found.add("yields")
    if any_of(lexicon.get("keeping", ())).search(words.lower()):
        found.add("keeps")
    return frozenset(found)
