"""Whom a subject without a name stands for: "the prime minister", "the Peruvians", in its own paper "the Ministry"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.model import Article
from crosswire.packs import Packs
from crosswire.read.issuer import issuer_of
from crosswire.read.scene import Scene

# What an official paper calls its own side.
_OF_STATE = ("republic", "ministry", "government", "kingdom", "cabinet")
_OF_BODY = ("trustees", "board", "management", "executive", "secretariat", "directors")
_LONGEST = 3
_SIDES = frozenset({"state", "body", "group"})
Offices = Mapping[str, str]


def offices_in(article: Article, scene: Scene, packs: Packs) -> Offices:
    """
    Return the sides that offices and bodies without a name stand for in one article, by their words in lower case.

    An office is that of the one person of the packs who holds it and whose side the article names or publishes.
    """
    issuer = issuer_of(article.outlet, packs) if article.genre == "statement" else None
    named = {one.id for one in scene.actors.values() if one.kind in _SIDES}
    named |= {one.party for one in scene.actors.values() if one.party} | ({issuer} if issuer else set())
    sides: dict[str, set[str]] = defaultdict(set)
    for words, party in _listed(packs):
        if party in named:
            sides[words].add(party)
    found = {words: next(iter(held)) for words, held in sides.items() if len(held) == 1}
    if issuer is None:
        return found
    own = _OF_STATE if issuer in {one.id for one in packs.actors if one.kind == "state"} else _OF_BODY
    return {**found, **dict.fromkeys(own, issuer)}


_tables: dict[str, Sequence[tuple[str, str]]] = {}


def _listed(packs: Packs) -> Sequence[tuple[str, str]]:
    """Return the offices of the packs' persons with their sides: in full, and by their last words."""
    if packs.digest not in _tables:
        held = [(role.lower().split(), one.party) for one in packs.actors for role in one.roles if one.kind == "person"]
        _tables[packs.digest] = [
            (" ".join(role[at:]), party) for role, party in held if party is not None for at in range(len(role))
        ]
    return _tables[packs.digest]


def stands_for(scene: Scene, offices: Offices, step: int, start: int) -> str | None:
    """Return the side of a subject whose last word stands at `step`, behind "the" or at a sentence's start."""
    low, owner = scene.words.low, scene.words.owner
    if step <= start - 1 or (owner[step] >= 0 and scene.mentions[owner[step]].actor is not None):
        return None
    if step > 0 and low[step - 1] == "the" and low[step] in scene.table.adjectives:
        return scene.table.adjectives[low[step]]
    for first in range(max(0, step - _LONGEST + 1), step + 1):
        if first > 0 and low[first - 1] == "the" and (side := offices.get(" ".join(low[first : step + 1]))) is not None:
            return side
    return None
