"""Whose "the Senate" is: not the state's whose pack entry has the bare name, where a report is about another state."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from crosswire.model import Actor, Mention
from crosswire.read.gazetteer import slug

# What organs of many states are called: a pack lists them for one.
_BARE = frozenset({
    "congress", "senate", "house of representatives", "house of commons", "house of lords", "supreme court",
    "national security council", "justice department", "department of justice", "treasury department",
})  # fmt: skip
# How often a report names the state it is about, and how many times as often as the one that the pack means.
_LEAST, _MARGIN = 3, 3


def organs_of_home(
    text: str, actors: Sequence[Actor], mentions: Sequence[Mention]
) -> tuple[list[Actor], list[Mention]]:
    """Return actors and mentions, each organ known by a bare name alone as that of the state a report is about."""
    listed = {one.id: one for one in actors}
    called: dict[str, set[str]] = {}
    for one in mentions:
        actor = listed.get(one.actor or "")
        if actor is not None and actor.known and actor.kind == "body" and one.kind == "name":
            called.setdefault(actor.id, set()).add(text[one.start : one.end].lower().removeprefix("the "))
    bare = {id_ for id_, names in called.items() if names <= _BARE}
    home = _home_of(listed, mentions, bare) if bare else None
    if home is None:
        return list(actors), list(mentions)
    moved = {id_: _of(listed[id_], home) for id_ in bare if listed[id_].party != home.party}
    return (
        [moved.get(one.id, one) for one in actors],
        [msgspec.structs.replace(one, actor=moved[one.actor].id) if one.actor in moved else one for one in mentions],
    )


def _home_of(listed: dict[str, Actor], mentions: Sequence[Mention], bare: set[str]) -> Actor | None:
    """Return the state that a report names far more often than those whose organs it would have."""
    owners = {listed[one].party for one in bare}
    named = Counter(listed[one.actor].party for one in mentions if one.actor in listed and one.actor not in bare)
    states = Counter(one.actor for one in mentions if one.actor in listed and listed[one.actor].kind == "state")
    if not states:
        return None
    first, count = min(states.items(), key=lambda item: (-item[1], item[0]))
    theirs = max(named[one] for one in owners)
    return listed[first] if count >= _LEAST and named[listed[first].party] >= _MARGIN * max(1, theirs) else None


def _of(organ: Actor, home: Actor) -> Actor:
    bare = min((one for one in (organ.name, *organ.names) if one.lower() in _BARE), key=len, default=organ.name)
    name = f"{home.name}{'’' if home.name.endswith('s') else '’s'} {bare}"
    return Actor(slug(name), name, "body", home.party or home.id, None, (name,))
