"""States named in what is said, by name or as an adjective, and the deeds a sentence lays at their door."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec

from crosswire.model import Actor, Statement

from .deeds import deed_of

# How English makes an adjective of a state's name: Kestria, Kestrian; Japan, Japanese.
# Added whole, or for the last letter.
_ADDED = ("", "n", "an", "ian", "i", "ese", "ish")
_FOR_LAST = ("an", "ian", "ese", "ish")
# Words between a state and what it did ("Arlandic coastal artillery had shelled"), and from the deed to its "by".
REACH = 5
_PREPOSITIONS = frozenset("of in at on against from near to with into over for toward towards across".split())
_PASSIVE = frozenset("was were been being is are be".split())
_ARTICLES = frozenset("a an the".split())
_NOT = re.compile(r"\b(?:not|never|nor|neither|cannot|no|none)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_END = re.compile(r"[.!?;]{1,3}[\"'”’)]{0,3}\s")
# Who the speaker's "they" are is for the reader of the whole article to say.
THEY = "they"


class Blame(msgspec.Struct, frozen=True):
    """A deed that one sentence lays at a side's door; `side` may be `THEY`."""

    act: str
    side: str


def nation_words(actors: Iterable[Actor]) -> dict[str, str]:
    """
    Map the names of states and the adjectives made of them, lower case, to their sides.

    >>> nation_words([Actor("ARL", "Arland", "state", party="ARL", names=("Arland",))])["arlandian"]
    'ARL'
    """
    found: dict[str, str] = {}
    for actor in sorted((one for one in actors if one.kind == "state"), key=lambda a: a.id):
        for name in (actor.name, *actor.names):
            word = name.lower()
            if word.isalpha() and len(word) > 3:
                forms = [word + end for end in _ADDED] + [word[:-1] + end for end in _FOR_LAST]
                for form in forms:
                    found.setdefault(form, actor.party or actor.id)
    return found


def sentences_of(statement: Statement) -> Iterator[str]:
    """Yield the sentences of what is said, pieces of broken speech apart."""
    start, words = statement.evidence.start, statement.evidence.quote
    for span in statement.contents:
        piece = words[max(0, span.start - start) : max(0, span.end - start)]
        ends = [0, *(match.end() for match in _END.finditer(piece)), len(piece)]
        yield from (piece[low:high] for low, high in pairwise(ends) if high > low)


def says_no(sentence: str) -> bool:
    """Tell whether a sentence holds a "not"."""
    return bool(_NOT.search(sentence))


def named_sides(sentence: str, nations: Mapping[str, str]) -> frozenset[str]:
    """Return the sides whose state a sentence names."""
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(sentence))
    return frozenset(nations[word] for word in words if word in nations)


def blamed(sentence: str, nations: Mapping[str, str]) -> Blame | None:
    """
    Return the deed a sentence lays at a state's door: as its subject, or after "by".

    >>> nations = {"arlandic": "ARL"}
    >>> blamed("The pier was hit by an Arlandic gun", nations)
    Blame(act='ATTACK', side='ARL')
    >>> blamed("Shells hit the Arlandic pier", nations), blamed("The Arlandic pier was hit", nations)
    (None, None)
    """
    words = [word.lower() for word in _WORD.findall(sentence)]
    acts = {at: act for at, word in enumerate(words) if (act := deed_of(word))}
    if not acts or says_no(sentence):
        return None
    for at, word in enumerate(words):
        side = nations.get(word) or (THEY if word == THEY and at == 0 else None)
        if side is None:
            continue
        before = words[at - 2 : at] if at > 1 else words[:at]
        by = before[-1:] == ["by"] or (before[:1] == ["by"] and before[-1] in _ARTICLES)
        near = range(max(0, at - REACH - 1), at) if by else range(at + 1, at + REACH + 1)
        head = next((word for word in reversed(before) if word not in _ARTICLES), "")
        for deed in near if by or head not in _PREPOSITIONS else ():
            if deed in acts and (by or words[deed - 1] not in _PASSIVE):
                return Blame(acts[deed], side)
    return None
