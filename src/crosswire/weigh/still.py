"""Whether a proposition is still what the last weighing made of its statement: its words weigh the same, and so on."""

from collections.abc import Mapping, Set

from crosswire.model import Actor

from .propositions import Lens, Proposition
from .reports import Report, named_in


class Still:
    """What changed between two weighings of a case, asked of one proposition after the other."""

    def __init__(self, before: Lens | None, now: Lens) -> None:
        """Compare two lenses; nothing holds where there was none before."""
        self._none = before is None or before.weights.unseen != now.weights.unseen
        # The words that weigh otherwise than they did.
        self.words: Set[str] = frozenset()
        self._actors: Set[str] = frozenset()
        self._articles: Set[str] = frozenset()
        if before is None or self._none:
            return
        old, new = before.weights.known, now.weights.known
        words = {term for term, weight in new.items() if old.get(term) != weight}
        self.words = words | (old.keys() - new.keys()) | (before.weights.names ^ now.weights.names)
        self._actors = changed_actors(before.sides.actors, now.sides.actors)
        self._articles = {
            article
            for article in before.casts.keys() | now.casts.keys()
            if before.casts.get(article) != now.casts.get(article)
        }

    def may_hold(self, report: Report) -> bool:
        """Tell whether any proposition of a report may still hold."""
        return not self._none and report.reading.article not in self._articles

    def stands(self, report: Report) -> bool:
        """Tell whether all propositions of a report hold that bear no word which weighs otherwise."""
        return self.may_hold(report) and not self.is_recast(report)

    def is_recast(self, report: Report) -> bool:
        """Tell whether somebody whom a report names came, went or is known otherwise."""
        return not self._actors.isdisjoint(report.named)

    def holds(self, item: Proposition, *, recast: bool) -> bool:
        """
        Tell whether nothing that a proposition, or a comparison of it, was made from has changed.

        Its report may still hold, and is `recast` or not.
        """
        words, said = self.words, item.statement
        if not (words.isdisjoint(item.words.terms) and (item.core is item.words or words.isdisjoint(item.core.terms))):
            return False
        if item.opening is not None and not words.isdisjoint(item.opening.terms):
            return False
        return not recast or self._actors.isdisjoint((*named_in(said), *item.parties))


def changed_actors(before: Mapping[str, Actor], now: Mapping[str, Actor]) -> frozenset[str]:
    """Return the actors that came, went or are known otherwise, and those who act for one of them."""
    changed = before.keys() ^ now.keys()
    # Most are the very same object, and need not be compared.
    changed |= {name for name, one in now.items() if (its := before.get(name)) is not one and its != one}
    acting = {name for name, actor in now.items() if actor.party in changed}
    return frozenset(changed | acting)
