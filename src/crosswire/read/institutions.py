"""Bodies named by whose and what they are: "the Gaza health ministry", "Vale's media office", "the city's police"."""

import re
from collections.abc import Iterator, Sequence

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer, slug
from crosswire.read.nodes import Node, Sighting

# "The health authorities" are the ministry: reports use the two for one body.
_ONE_BODY = {"authorities": "ministry", "authority": "ministry", "department": "ministry", "defense": "defence"}
_OWNERS = frozenset({"place", "body", "group"})
_PLACES = frozenset({"place", "state"})
# Sentences back in which the place stands whose "territory" or "city" it is.
_BACK = 1


def institution(text: str, sighting: Sighting, nodes: dict[str, Node], words: Gazetteer) -> tuple[Node, int] | None:
    """
    Return the body that a name owns, and where its words end: of "Gaza" in "Gaza's health authorities".

    A state's own, "Arland's health ministry", is left to the state, whose mouth it is; not so "the Arlandic health
    ministry", which is a body of that side.
    """
    name, node = sighting.name, sighting.node
    entry = name.entry
    match = words.institution.match(text, name.end)
    if match is None or (entry is not None and entry.how == "metonym"):
        return None
    adjective = entry is not None and entry.how == "adjective"
    if not adjective and (node is None or node.kind not in _OWNERS):
        return None
    party = (entry.party or (None if entry.kind == "place" else entry.id)) if entry is not None else None
    return _body(name.written, match, party, nodes), match.end()


def pointed(
    text: str, sightings: Sequence[Sighting], sentences: Sequence[Span], nodes: dict[str, Node], words: Gazetteer
) -> Iterator[tuple[Span, Node, int]]:
    """
    Yield the bodies whose owner is pointed at, or joined by a hyphen, with their words and sentence.

    "The territory's health ministry" is that of the place named last; "the Vale-run civil defence" bears Vale's name.
    """
    for match in words.pointed.finditer(text):
        number = next((at for at, one in enumerate(sentences) if one.start <= match.start() < one.end), None)
        tail = words.institution.match(text, match.end())
        if number is None or tail is None:
            continue
        span = Span(match.start(), tail.end())
        if match["run"]:
            yield span, _body(text[match.start() : match.start("run")], tail, None, nodes), number
            continue
        before = [
            one.node
            for one in sightings
            if one.node is not None and one.node.kind in _PLACES and one.name.start < match.start()
            if number - one.name.sentence <= _BACK
        ]
        if before:
            owner = before[-1]
            yield span, owner if owner.kind == "state" else _body(owner.name, tail, None, nodes), number


def _body(owner: str, match: re.Match[str], party: str | None, nodes: dict[str, Node]) -> Node:
    """Return the body of an owner, one for all the ways to write it."""
    parts = [*match["fields"].split(), *match["noun"].split()]
    name = " ".join([owner, *parts])
    same = " ".join([owner, *(_ONE_BODY.get(part, part) if len(parts) > 1 else part for part in parts)])
    names = [name] if name == same else [name, same]
    key = slug(same)
    return nodes.setdefault(key, Node(key, name, "body", party, None, None, False, "it", names, []))
