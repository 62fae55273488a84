"""Who a sentence joins in one act: "Arland and Vale agreed", "a deal with Vale"; to be named in it is not enough."""

import re
from collections.abc import Callable, Iterable, Mapping

from crosswire.model import Actor, Statement

# "Arland shares the view that Vale should disarm": what somebody thinks others ought to do, nobody has settled.
_VIEW = re.compile(
    r"\bagree[ds]?\b (?:with [\w'’.-]+(?: [\w'’.-]+){0,3} )?(?:that )?(?:[\w'’.-]+ ){1,6}?"
    r"(?:should|must|ought|is|are|was|were|has|have|needs?)\b"
)
# "The council agreed a resolution": a body's own paper, which nobody had put to it.
_OWN = re.compile(
    r"\b(?:agreed?|adopt(?:s|ed)?|pass(?:es|ed)?|approved?) (?:on |to )?(?:an?|its|their|his|her|the|new) "
    r"(?:[\w-]+ ){0,3}?"
    r"(?:resolution|statement|declaration|communiqu[eé]|law|bill|budget|decree)s?\b"
)
# What may stand between two subjects of one verb: names, offices and what is said of them, and no verb or place.
_PARTED = re.compile(
    r"[.;:]|\b(?:that|which|to|from|into|over|on|by|after|before|if|should|must|would|will|says?|said|told|tells?|whether"
    r"|because|while|but|against|about|with|not|than)\b"
)
_AND = re.compile(r"(?:\band\b|\bas well as\b|\bboth\b|&)")
_WITH = re.compile(r"\b(?:with|between|alongside|and|together with|joined by|signed by) (?:[\w'’“”\"-]+ ){0,4}$")
_HYPHEN = re.compile(r"^[-–—/]$")
# Characters between two names that one verb can join.
_REACH = 90


def are_joined(words: str, ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """
    Tell whether words join two sides in one act; a side that they do not name may be anybody they speak of.

    >>> are_joined("Arland and Vale agreed to a truce", ["Arland"], ["Vale"])
    True
    >>> are_joined("Arland agreed a truce with the Vale authorities", ["Arland"], ["Vale"])
    True
    >>> are_joined("Arland agrees Vale should have no army", ["Arland"], ["Vale"])
    False
    """
    first, second = (_spelt(words, names) for names in (ours, theirs))
    if not first or not second:
        return True
    return any(_pair(words, one, other) for one in first for other in second)


def shares_a_view(words: str) -> bool:
    """Tell whether words say no more than that somebody agrees how things are or ought to be."""
    return _VIEW.search(words) is not None


def decides_alone(words: str) -> bool:
    """Tell whether words say that a body agreed a paper of its own: a resolution, a law, a statement."""
    return _OWN.search(words) is not None


def names_of(side: str, said: Statement, actors: Mapping[str, Actor], side_of: Callable[[str], str]) -> list[str]:
    """Return all names of those whom a statement names on a side."""
    own = [actors[one] for one in (*said.actors, side) if one in actors and side_of(one) == side]
    return [name for one in own for name in (one.name, *one.names) if len(name) > 1]


def _spelt(words: str, names: Iterable[str]) -> list[tuple[int, int]]:
    listed = sorted(set(names), key=lambda one: (-len(one), one))
    if not listed:
        return []
    return [one.span() for one in re.finditer(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", words)]


def _pair(words: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    low, high = sorted((one, other))
    between = words[low[1] : high[0]]
    if not between or low[1] > high[0]:
        return False
    if _HYPHEN.match(between):
        return True
    if _WITH.search(words, max(0, high[0] - _REACH), high[0]) and not _AND.search(between):
        return True
    if len(between) > _REACH or _PARTED.search(between):
        return False
    return _AND.search(between) is not None or between.strip() == ","
