"""Words that mean a matter named before by its last word: "the levy" after "a carbon levy"."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec

from crosswire.read.grammar import PREPOSITIONS
from crosswire.read.loaded import Hit

# A head is a word of its own; shorter ones, and these, are said of anything.
_SHORTEST = 3
_ANY = frozenset(
    str.split("""
    talks deal agreement accord treaty pact right rights age offer rise rate force forces law ministry minister sides
    groups control troops prisoners release line lines area areas system
    """)
)
# What stands behind a head: "prisoners of war", "names on the list".
_BEHIND = PREPOSITIONS | {"of"}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def implied_hits(low: str, hits: Sequence[Hit], taken: Collection[str]) -> list[Hit]:
    """
    Return the places where "the", "its" or "that" stands before the last word of a matter named earlier.

    `low` is the article in lower case, `taken` are words that mean something else: "the offer", "the plan". A last
    word that two matters of the article share is neither's.
    """
    heads: dict[str, set[str]] = defaultdict(set)
    first: dict[str, int] = {}
    for hit in hits:
        words = _WORD.findall(low, hit.start, hit.end)
        # "The war" is no matter after "prisoners of war".
        if (
            not _BEHIND.isdisjoint(words[1:])
            or len(words) < 2
            or words[-1] in taken
            or words[-1] in _ANY
            or len(words[-1]) < _SHORTEST
        ):
            continue
        heads[words[-1]].add(hit.key)
        first.setdefault(words[-1], hit.end)
    single = {head: min(keys) for head, keys in heads.items() if len(keys) == 1}
    if not single:
        return []
    named = "|".join(map(re.escape, sorted(single, key=lambda word: (-len(word), word))))
    pattern = re.compile(rf"\b(?:the|this|that|its|their|his|her|our|such an?) ({named})\b(?![-'’]?\w)")
    covered = sorted((hit.start, hit.end) for hit in hits)
    found = []
    for match in pattern.finditer(low):
        start, end = match.span(1)
        if start > first[match[1]] and not any(one < end and start < other for one, other in covered):
            found.append(msgspec.structs.replace(hits[0], start=start, end=end, key=single[match[1]]))
    return found
