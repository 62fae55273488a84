"""The sides of a case: parties, or each actor for itself where a case is one country's own politics."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from crosswire.model import Actor, Statement

from .held import STANCE

_SHARE_ALONE = 0.8
# Fewer stances than these do not show that a case is one country's own politics.
_FEW = 6


def sides_of(statements: Iterable[Statement], actors: Mapping[str, Actor]) -> Callable[[str], str]:
    """Tell sides by party; where nearly all act for one state (a country's own politics), each stands for itself."""
    holders = {one for said in statements if said.act in STANCE for one in (said.agent or said.speaker,) if one}

    def party(actor: str) -> str:
        known = actors.get(actor)
        return (known.party if known else None) or actor

    counts = Counter(party(one) for one in holders)
    states = [one for one in counts if one in actors and actors[one].kind == "state"]
    most = max((counts[one] for one in states), default=0)
    alone = most > _SHARE_ALONE * sum(counts.values()) and sum(counts.values()) >= _FEW
    return (lambda actor: actor) if alone else party
