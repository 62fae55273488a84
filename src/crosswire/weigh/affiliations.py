"""Whose people are whose: a party that no pack lists is known by its leader, its chief and its spokesman."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from crosswire.model import Actor, Reading

from .actors import Unified
from .speaking_for import bodies_led


def with_parties(unified: Unified, readings: Iterable[Reading]) -> Unified:
    """
    Return the actors, each person of no known party with the body that most reports say he leads or speaks for.

    "PX leader Ada Roe" speaks for PX: what either says is one side's, and one origin.
    """
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for actor in reading.actors:
            if actor.kind == "person" and actor.role:
                roles[unified.of(reading.article, actor.id)][actor.role] += 1
    led = bodies_led(unified.actors, roles)
    actors = tuple(msgspec.structs.replace(one, party=led[one.id]) if one.id in led else one for one in unified.actors)
    return msgspec.structs.replace(unified, actors=actors) if led else unified


def led_parties(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the ids of the bodies that somebody of the case leads or speaks for."""
    return frozenset(one.party for one in actors if one.kind == "person" and one.party)
