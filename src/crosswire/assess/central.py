"""Who belongs to the matter of a case: whom many reports name, and whoever deals with one of those."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from crosswire.model import OTHER_MATTERS, Dossier, Position

# The share of the reports that names a party of the matter, and that names one of its chief parties.
# Measured on 23 windows: seven of ten that fewer name, beside no chief party, stood in news of other countries.
_NAMED, _CHIEF = 0.15, 0.33
# Fewer reports than these tell nothing by their number.
_FEW = 7


class Matter(msgspec.Struct, frozen=True):
    """How large a share of the reports names each party, whom each sentence names, and whom the question names."""

    shares: dict[str, float]
    named: dict[str, frozenset[str]]
    asked: frozenset[str] = frozenset()

    def holds(self, position: Position) -> bool:
        """Tell whether a stand is of the matter: its holder is, or its words name one of the chief parties."""
        if position.issue == OTHER_MATTERS:
            return self._is_chief(position.party) and any(map(self._is_chief, self._beside(position)))
        if position.party in self.asked or self.shares.get(position.party, 1.0) >= _NAMED:
            return True
        return any(map(self._is_chief, self._beside(position)))

    def _beside(self, position: Position) -> frozenset[str]:
        """Return whom the words of a stand name beside its holder."""
        return frozenset[str]().union(*(self.named.get(one, ()) for one in position.statements)) - {position.party}

    def _is_chief(self, party: str) -> bool:
        return party in self.asked or self.shares.get(party, 0.0) >= _CHIEF


def matter_of(dossier: Dossier, asked: Iterable[str] = ()) -> Matter:
    """Return what belongs to the matter of a case, of which the question names `asked`; few reports omit nobody."""
    parties = {one.id: one.party or one.id for one in dossier.actors}
    told: dict[str, set[str]] = defaultdict(set)
    places: dict[tuple[str, int], set[str]] = defaultdict(set)
    for said in dossier.statements:
        for who in (*said.actors, said.speaker, said.agent, said.target):
            if who:
                told[parties.get(who, who)].add(said.article)
                places[said.article, said.evidence.start].add(parties.get(who, who))
    count = len(dossier.articles)
    shares = {one: len(named) / count for one, named in told.items()} if count >= _FEW else {}
    named = {one.id: frozenset(places[one.article, one.evidence.start]) for one in dossier.statements}
    return Matter(shares, named, frozenset(parties.get(one, one) for one in asked))
