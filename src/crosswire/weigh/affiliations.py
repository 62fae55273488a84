"""Whose people are whose: a party that no pack lists is known by its leader, its chief and its spokesman."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

import msgspec

from crosswire.model import Actor, Reading

from .actors import Unified, unify_actors
from .families import Apart, Families
from .speaking_for import bodies_led

# A quarrel inside one state: reports that name the ruling party and its rival, and their share of those on the ruler.
_FEWEST, _SHARE = 2, 3


def with_parties(readings: Sequence[Reading], families: Families | None = None) -> Unified:
    """
    Return the case's actors, each person of no known party with the body that most reports say he leads or speaks for.

    "PX leader Ada Roe" speaks for PX: what either says is one side's, and one origin. So does she of whom a report that
    names PX says "the party's leader". What `families` hold from the last time is not worked out again.
    """
    told = list(map(_apart, readings)) if families is None else families.apart(readings, _apart)
    both = unify_actors if families is None else families.unify
    unified = both([one.reading for one in told])
    roles: dict[str, Counter[str]] = defaultdict(Counter)
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    for reading, owners, held in told:
        for id_, role in held:
            roles[unified.of(reading.article, id_)][role] += 1
        for id_, owner in owners.items():
            bodies[unified.of(reading.article, id_)][unified.of(reading.article, owner)] += 1
    led = bodies_led(unified.actors, roles, bodies)
    led |= own_rulers(unified.actors, lambda: [_named(one.reading, unified) for one in told], bodies, led)
    led |= camps(unified.actors, led)
    actors = tuple(msgspec.structs.replace(one, party=led[one.id]) if one.id in led else one for one in unified.actors)
    return msgspec.structs.replace(unified, actors=actors) if led else unified


def camps(actors: Iterable[Actor], led: Mapping[str, str]) -> dict[str, str]:
    """
    Return, for each body that is called after a leader of another and by its short name, that other: "the Roe CLP".

    >>> roe, party = Actor("roe", "Ada Roe", "person"), Actor("clp", "Civic Labour Party", "body", names=("CLP",))
    >>> camps([roe, party, Actor("roe-clp", "Roe CLP", "body")], {"roe": "clp"})
    {'roe-clp': 'clp'}
    """
    listed = {one.id: one for one in actors}
    called = {
        (listed[id_].name.split()[-1], name): party
        for id_, party in led.items()
        if id_ in listed and party in listed and listed[id_].kind == "person"
        for name in listed[party].names
        if name.isupper()
    }
    bodies = (one for one in listed.values() if one.kind in ("body", "group") and not one.known and one.party is None)
    named = ((one, tuple(word.removesuffix("’s").removesuffix("'s") for word in one.name.split())) for one in bodies)
    return {one.id: called[words] for one, words in named if len(words) == 2 and words in called and one.id not in led}


def _named(reading: Reading, unified: Unified) -> frozenset[str]:
    return frozenset(unified.of(reading.article, one.id) for one in reading.actors)


def own_rulers(
    actors: Iterable[Actor],
    named: Callable[[], Sequence[Set[str]]],
    owners: Mapping[str, Counter[str]],
    led: Mapping[str, str],
) -> dict[str, str]:
    """
    Return, for each who rules a state and heads a party, that party: where the reports are on its own quarrel.

    They are where a third of those that name the ruler (`named` tells the actors of each) also name the party, and
    another party that somebody leads; two must say that the party is the ruler's. Elsewhere a president speaks for the
    state whatever the party.
    """
    listed = {one.id: one for one in actors}
    found: dict[str, str] = {}
    most = {id_: min(told, key=lambda body: (-told[body], body)) for id_, told in owners.items()}
    headed = {id_: party for id_, party in most.items() if owners[id_][party] >= _FEWEST}
    reports: Sequence[Set[str]] | None = None
    parties = sorted(body for body in {*led.values(), *headed.values()} if _is_own(listed.get(body)))
    for id_, party in sorted(headed.items()):
        ruler = listed.get(id_)
        state = listed.get(ruler.party or "") if ruler is not None else None
        if ruler is None or ruler.known or state is None or state.kind != "state":
            continue
        rivals = [body for body in parties if body != party]
        reports = named() if reports is None else reports
        there = [one for one in reports if id_ in one]
        of_party = [one for one in there if party in one]
        enough = max(_FEWEST, len(there) / _SHARE)
        if len(of_party) >= enough and any(sum(body in one for one in of_party) >= enough for body in rivals):
            found[id_] = party
    return found


def _is_own(body: Actor | None) -> bool:
    return body is not None and not body.known and body.party is None


def _apart(reading: Reading) -> Apart:
    """Part what a report itself finds of whose people are whose from what the packs know: its ids are its own."""
    own = {one.id for one in reading.actors if not one.known and one.kind != "person"}
    people = [one for one in reading.actors if one.kind == "person"]
    owners = {one.id: one.party for one in people if one.party in own and one.party}
    roles = tuple([(one.id, one.role) for one in people if one.role])
    if not owners:
        return Apart(reading, owners, roles)
    actors = tuple(msgspec.structs.replace(one, party=None) if one.id in owners else one for one in reading.actors)
    return Apart(msgspec.structs.replace(reading, actors=actors), owners, roles)


def led_parties(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the ids of the bodies that no pack lists and that somebody of the case leads or speaks for."""
    listed = list(actors)
    bodies = {one.id for one in listed if not one.known and one.kind in ("body", "group")}
    return frozenset(one.party for one in listed if one.kind == "person" and one.party in bodies)
