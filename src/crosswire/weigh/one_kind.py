"""One kind for a name that reports take for different things: a party here, a person there."""

from collections import Counter, defaultdict
from collections.abc import Mapping

import msgspec

from crosswire.model import Actor

from .spelling import fold, person_key

# An actor as one article knows it: (article id, actor id there).
Local = tuple[str, str]
_EITHER = frozenset({"person", "body"})


def settle_kinds(local: Mapping[Local, Actor]) -> dict[Local, Actor]:
    """
    Return the actors with bodies that are persons made persons, and the other way round; what a pack lists stays.

    A lone word is a person's where the case knows one of that surname, and a body's where only bodies bear it
    elsewhere. A full name is a person's where a report gives it an office, else what most reports take it for.
    "Mediator Ada Roe" is Ada Roe.
    """
    open_ = {key: one for key, one in local.items() if not one.known and one.kind in _EITHER}
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    held: set[str] = set()
    for one in local.values():
        name = fold(one.name)
        if one.kind in _EITHER:
            spelled[name][one.kind] += 1
        if one.kind == "person" and " " in name:
            surnames.add(person_key(one.name)[1])
            held.update([name] if one.role else ())
    most = {name for name, kinds in spelled.items() if " " in name and kinds["person"] >= max(1, kinds["body"])}
    people = most | held
    return {**local, **{key: _settled(one, spelled, surnames, people) for key, one in open_.items()}}


def _settled(one: Actor, spelled: Mapping[str, Counter[str]], surnames: set[str], people: set[str]) -> Actor:
    name = fold(one.name)
    kinds = spelled[name]
    first, _, rest = one.name.partition(" ")
    if one.kind == "body" and fold(rest) in people and name not in people:
        return msgspec.structs.replace(one, name=rest, kind="person", role=one.role or first)
    if " " not in name:
        person = name in surnames or (one.kind == "person" and not kinds["body"])
        alone = one.kind == "body" and (kinds["body"] > kinds["person"] + 1 or name not in surnames)
        kind = "body" if alone or not person else "person"
    else:
        kind = one.kind if len(kinds) < 2 else "person" if name in people else "body"
    return one if kind == one.kind else msgspec.structs.replace(one, kind="person" if kind == "person" else "body")
