"""Bodies that name their country or leave it out: "Health NZ" is Health New Zealand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from crosswire.model import Actor

from .spelling import body_key, initials

Key = TypeVar("Key")
# Words of a name that may stand for a longer one with the country before it.
_ENOUGH = 2


def join_abroad(bodies: Mapping[Key, Actor], join: Callable[[Iterable[Key]], None]) -> None:
    """
    Join the bodies of a case whose names differ in the country alone: spelt out, in initials, or left out.

    Left out it is where one body only bears the name with a country before it: at home "the Nurses Union" is the
    country's own.
    """
    states = {body_key(actor.name) for actor in bodies.values() if actor.kind == "state"}
    short = {initials(name.title()): name for name in sorted(states) if " " in name}
    spelled: dict[str, list[Key]] = defaultdict(list)
    for key, actor in bodies.items():
        if actor.kind == "body" and not actor.known:
            words = body_key(actor.name).split()
            spelled[" ".join(short.get(word, word) if len(words) > 1 else word for word in words)].append(key)
    for keys in spelled.values():
        join(keys)
    longer: dict[str, list[str]] = defaultdict(list)
    for name in sorted(spelled):
        words = name.split()
        # "Guinea-Bissau" and not "Guinea": the longest, whatever order the states come in.
        ends = (at for at in range(len(words) - 1, 0, -1) if " ".join(words[:at]) in states)
        if (end := next(ends, None)) is not None:
            longer[" ".join(words[end:])].append(name)
    for rest, names in sorted(longer.items()):
        if len(names) == 1 and len(rest.split()) >= _ENOUGH and rest in spelled:
            join([*spelled[names[0]], *spelled[rest]])
