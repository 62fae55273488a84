"""Whom a question means by a name or a capital: "What does Lima want?" asks of Peru."""

from crosswire.assess.desk import Desk
from crosswire.assess.frames import is_named
from crosswire.assess.plan import capitals_in


def is_meant(desk: Desk, actor: str, words: str) -> bool:
    """Tell whether a question's words name an actor of the case, a state by its capital too."""
    return is_named(desk.actors.get(actor), words) or actor in capitals_in(desk.packs, words)
