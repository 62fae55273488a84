"""The sides of a case: parties, or each actor for itself where a case is one country's own politics."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from crosswire.model import Actor, Statement

from .held import STANCE

_SHARE_ALONE = 0.8
# Fewer stances than these do not show that a case is one country's own politics.
_FEW = 6


class Sides(msgspec.Struct, frozen=True):
    """
    Which side each actor acts for, so that a minister's and the state's act can be one.

    `kept` keeps what is asked of all actors together, so that no sentence looks through them again.
    """

    actors: Mapping[str, Actor]
    kept: dict[str, frozenset[str]] = {}

    def of(self, actor: str) -> str:
        """Return the actor's side: its party, or itself."""
        found = self.actors.get(actor)
        return (found.party if found else None) or actor

    def agree(self, one: str | None, other: str | None) -> bool:
        """Tell whether the two may name the same doer; an unnamed doer may be anybody."""
        if one is None or other is None or one == other:
            return True
        side, its = self.of(one), self.of(other)
        return side == its and (side in (one, other) or "person" not in (self._kind(one), self._kind(other)))

    def differ(self, one: str | None, other: str | None) -> bool:
        """Tell whether the two are known and act for different sides."""
        return one is not None and other is not None and self.of(one) != self.of(other)

    def is_state(self, side: str) -> bool:
        """Tell whether a side is a state."""
        return self._kind(side) == "state"

    def state_words(self) -> frozenset[str]:
        """Return the first words of the states' names, lower case."""
        found = self.kept.get("state")
        if found is None:
            states = (actor.name for actor in self.actors.values() if actor.kind == "state" and actor.name)
            found = self.kept["state"] = frozenset(name.split()[0].lower() for name in states)
        return found

    def doers(self, *actors: str | None) -> list[str]:
        """Return those of the actors that can act: a place is where it happens."""
        return [actor for actor in actors if actor and self._kind(actor) != "place"]

    def parties(self, *actors: str | None) -> list[str]:
        """Return those of the actors that can be a side: neither a place nor an outlet."""
        return [actor for actor in actors if actor and self._kind(actor) not in ("place", "outlet")]

    def people(self, actors: Iterable[str]) -> frozenset[str]:
        """Return those of the actors that are known to be persons."""
        return frozenset(actor for actor in actors if actor in self.actors and self._kind(actor) == "person")

    def places(self, *actors: str | None) -> frozenset[str]:
        """Return those of the actors that are places."""
        return frozenset(actor for actor in actors if actor and self._kind(actor) == "place")

    def _kind(self, actor: str) -> str:
        found = self.actors.get(actor)
        return found.kind if found else "person"


class Camps(msgspec.Struct, frozen=True):
    """
    Whose side each actor is on for taking a stand: its party's, or its own.

    Where each stands `alone` nobody is on another's, those of their `own` nowhere.
    """

    actors: Mapping[str, Actor]
    alone: bool = False
    own: frozenset[str] = frozenset()

    def __call__(self, actor: str) -> str:
        """Return an actor's side."""
        known = None if self.alone or actor in self.own else self.actors.get(actor)
        return (known.party if known else None) or actor


def sides_of(statements: Iterable[Statement], actors: Mapping[str, Actor]) -> Camps:
    """Tell sides by party; where nearly all act for one state (a country's own politics), each stands for itself."""
    holders = {one for said in statements if said.act in STANCE for one in (said.agent or said.speaker,) if one}
    counts = Counter(map(Camps(actors), holders))
    states = [one for one in counts if one in actors and actors[one].kind == "state"]
    most = max((counts[one] for one in states), default=0)
    alone = most > _SHARE_ALONE * sum(counts.values()) and sum(counts.values()) >= _FEW
    return Camps(actors, alone=alone)
