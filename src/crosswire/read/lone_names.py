"""A capitalised word by itself that no list of names holds: somebody, where its neighbours are those of a person."""

import re

from crosswire.read.gazetteer import Gazetteer, fold
from crosswire.read.metonyms import ACTING, NEXT
from crosswire.text.verbs import lemma_of

# "Said Lee", "according to Lee", and the characters of such words.
_BEFORE = 14
_CITED = re.compile(r"\b(?:said|says|told|asked|according to|accused|called|let) $")


def beside(text: str, start: int, end: int, word: str, words: Gazetteer, lower: frozenset[str]) -> tuple[bool, bool]:
    """Return whether nothing beside a lone word makes it somebody, and whether it speaks: a verb of saying follows."""
    after = NEXT.match(text, end)
    if after is None:
        return text[end : end + 2] not in ("'s", "’s"), False
    says = after[1] in words.speech
    return not says and after[1] not in ACTING, says and word.lower() not in lower


def is_cited(text: str, start: int, end: int, word: str, words: Gazetteer) -> bool:
    """Tell whether a surname of the packs is cited or owns something: "said Roe", "Roe's delegation"."""
    if fold(word) not in words.persons:
        return False
    return text[end : end + 2] in ("'s", "’s") or _CITED.search(text, max(0, start - _BEFORE), start) is not None


def does(text: str, end: int, word: str, words: Gazetteer) -> bool:
    """Tell whether a surname of the packs does something in the past: "Roe trimmed", "Roe met"."""
    after = NEXT.match(text, end) if fold(word) in words.persons else None
    return after is not None and (after[1] in ACTING or after[1].endswith("ed") or lemma_of(after[1]) is not None)
