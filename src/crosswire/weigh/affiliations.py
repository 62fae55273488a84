"""Whose people are whose: a party that no pack lists is known by its leader, its chief and its spokesman."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Actor, Reading

from .actors import Unified, unify_actors
from .speaking_for import bodies_led


def with_parties(readings: Sequence[Reading]) -> Unified:
    """
    Return the case's actors, each person of no known party with the body that most reports say he leads or speaks for.

    "PX leader Ada Roe" speaks for PX: what either says is one side's, and one origin. So does she of whom a report that
    names PX says "the party's leader".
    """
    told = [_apart(reading) for reading in readings]
    unified = unify_actors([reading for reading, _ in told])
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    for reading, owners in told:
        for actor in reading.actors:
            name = unified.of(reading.article, actor.id)
            if actor.kind == "person" and actor.role:
                roles[name][actor.role] += 1
            if actor.id in owners:
                bodies[name][unified.of(reading.article, owners[actor.id])] += 1
    led = bodies_led(unified.actors, roles, bodies)
    actors = tuple(msgspec.structs.replace(one, party=led[one.id]) if one.id in led else one for one in unified.actors)
    return msgspec.structs.replace(unified, actors=actors) if led else unified


def _apart(reading: Reading) -> tuple[Reading, dict[str, str]]:
    """Part what a report itself finds of whose people are whose from what the packs know: its ids are its own."""
    own = {one.id for one in reading.actors if not one.known and one.kind != "person"}
    owners = {one.id: one.party for one in reading.actors if one.kind == "person" and one.party in own and one.party}
    if not owners:
        return reading, owners
    actors = tuple(msgspec.structs.replace(one, party=None) if one.id in owners else one for one in reading.actors)
    return msgspec.structs.replace(reading, actors=actors), owners


def led_parties(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the ids of the bodies that no pack lists and that somebody of the case leads or speaks for."""
    listed = list(actors)
    bodies = {one.id for one in listed if not one.known and one.kind in ("body", "group")}
    return frozenset(one.party for one in listed if one.kind == "person" and one.party in bodies)
