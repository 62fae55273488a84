"""Bodies that name their country or leave it out: "Health NZ" is Health New Zealand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from crosswire.model import Actor

from .spelling import body_key, initials

Key = TypeVar("Key")
# Words of a name that may stand for a longer one with the country before it.
_ENOUGH = 2


class States(msgspec.Struct, frozen=True):
    """The names of the states that a case speaks of, and those of more than one word by their initials."""

    names: frozenset[str] = frozenset()
    short: Mapping[str, str] = {}

    def spelled(self, words: Sequence[str]) -> str:
        """Return the words of a body's name with a state in initials spelt out, unless they are all of it."""
        return " ".join(self.short.get(word, word) if len(words) > 1 else word for word in words)

    def rest(self, name: str) -> str | None:
        """Return what follows a state in a name: the longest, "Guinea-Bissau" and not "Guinea"."""
        words = name.split()
        ends = (at for at in range(len(words) - 1, 0, -1) if " ".join(words[:at]) in self.names)
        end = next(ends, None)
        return None if end is None else " ".join(words[end:])


def states_of(actors: Iterable[Actor]) -> States:
    """Return the states among actors."""
    names = {body_key(name) for name in {actor.name for actor in actors if actor.kind == "state"}}
    return States(frozenset(names), {initials(name.title()): name for name in sorted(names) if " " in name})


def join_abroad(bodies: Mapping[Key, Actor], states: States, join: Callable[[Iterable[Key]], None]) -> None:
    """
    Join the bodies of a case whose names differ in the country alone: spelt out, in initials, or left out.

    Left out it is where one body only bears the name with a country before it: at home "the Nurses Union" is the
    country's own.
    """
    spelled: dict[str, list[Key]] = defaultdict(list)
    for key, actor in bodies.items():
        if actor.kind == "body" and not actor.known:
            spelled[states.spelled(body_key(actor.name).split())].append(key)
    for keys in spelled.values():
        join(keys)
    longer: dict[str, list[str]] = defaultdict(list)
    for name in sorted(spelled):
        if (rest := states.rest(name)) is not None:
            longer[rest].append(name)
    for rest, names in sorted(longer.items()):
        if len(names) == 1 and len(rest.split()) >= _ENOUGH and rest in spelled:
            join([*spelled[names[0]], *spelled[rest]])
