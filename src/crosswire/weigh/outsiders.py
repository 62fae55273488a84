"""Who speaks for no government by his office: a legislator, somebody who was in office once, an analyst."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

import msgspec

from crosswire.model import Actor, Reading, Statement

from .actors import Unified
from .sides import Camps

_PARTS = re.compile(r"[,;/()]|\s(?:and|who|turned)\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OF = frozenset("of for in at on to with from by under".split())
# Two letters that bind an office to its past: "ex-minister".
_EX = "ex-"
# "An Oria-drafted text" is Oria's, "an Oria-backed offer" is not.
_AUTHORED = frozenset({"-drafted", "-proposed", "-sponsored", "-authored", "-offered"})


class Offices(msgspec.Struct, frozen=True):
    """
    The packs' words for offices: of a state, outside it, past, chambers and who sits there, rivals of a government.

    >>> words = {"state-offices": ["minister"], "outside-offices": ["senator"], "past-offices": ["former"]}
    >>> offices = offices_of(words)
    >>> [offices.is_outside(one) for one in ("senator", "former foreign minister", "Foreign Minister", "chair")]
    [True, True, False, None]
    """

    state: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    chambers: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    rivals: frozenset[str] = frozenset()
    no_chambers: tuple[str, ...] = ()

    def is_outside(self, role: str) -> bool | None:
        """Tell whether an office is outside the government; None for one that does not say ("chairman")."""
        low = role.lower()
        for words in self.no_chambers:
            low = low.replace(words, words.replace(" ", "-"))
        told = [one for part in _PARTS.split(low) if (one := self._of_part(_WORD.findall(part))) is not None]
        # A lawmaker and chief negotiator speaks for those who sent him.
        return all(told) if told else None

    def is_rival(self, role: str) -> bool:
        """Tell whether an office is in the opposition, which bargains at home."""
        return not self.rivals.isdisjoint(_WORD.findall(role.lower()))

    def _of_part(self, words: list[str]) -> bool | None:
        stop = next((at for at, word in enumerate(words) if word in _OF), len(words))
        office = words[:stop]
        if not office:
            return None
        if any(word in self.past or word.startswith(_EX) for word in office) or not self.rivals.isdisjoint(words):
            return True
        if office[-1] in self.seats and not self.chambers.isdisjoint(word.partition("'")[0] for word in words):
            return True
        if office[-1].removesuffix("s") in self.outside:
            return True
        return False if not self.state.isdisjoint(word.removesuffix("s") for word in words) else None


def offices_of(lexicon: Mapping[str, Iterable[str]]) -> Offices:
    """Return the packs' words for offices."""
    names = ("state-offices", "outside-offices", "past-offices", "chambers", "chamber-seats", "rival-camps")
    state, outside, past, chambers, seats, rivals = (frozenset(lexicon.get(name, ())) for name in names)
    return Offices(state, outside, past, chambers, seats, rivals, tuple(lexicon.get("no-chambers", ())))


def find_outsiders(
    readings: Mapping[str, Reading], unified: Unified, offices: Offices, listed: Mapping[str, Iterable[str]] = {}
) -> frozenset[str]:
    """
    Return the persons and groups that speak for no government in any office that a report or a pack gives them.

    Whom one report calls a general of old and another an envoy is an envoy. `listed` are the packs' offices by actor.
    """
    judge = lru_cache(maxsize=None)(offices.is_outside)
    told: dict[str, set[bool | None]] = defaultdict(set)
    for article, reading in readings.items():
        for actor in reading.actors:
            words = actor.role if actor.kind == "person" else actor.name if actor.kind == "group" else None
            if words:
                told[unified.of(article, actor.id)].add(judge(words))
    for actor in unified.actors:
        if actor.kind == "person":
            told[actor.id].update(map(judge, listed.get(actor.id, ())))
    return frozenset(one for one, found in told.items() if found - {None} == {True})


def apart(side: Camps, outsiders: AbstractSet[str], actors: Mapping[str, Actor]) -> Camps:
    """Return whose side each actor is on for taking a stand: not his state's, where he does not speak for it."""
    own = set()
    for one in outsiders & actors.keys():
        party = actors[one].party
        if party is not None and (party not in actors or actors[party].kind == "state"):
            own.add(one)
    return msgspec.structs.replace(side, own=frozenset(own))


def only_backs(said: Statement, party: str, actors: Mapping[str, Actor]) -> bool:
    """Tell whether a sentence names a side only as who stands behind another's thing: "an Oria-backed offer"."""
    known = actors.get(party)
    names = (known.name, *known.names) if known is not None else ()
    spelt = [re.escape(name) for name in names if f"{name}-" in said.evidence.quote]
    if not spelt or said.speaker is not None:
        return False
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b(-[a-z]+ed\b)?")
    return all(match[1] is not None and match[1] not in _AUTHORED for match in named.finditer(said.evidence.quote))


def is_hearsay(
    said: Statement, party: str, outsiders: AbstractSet[str], offices: Offices, actors: Mapping[str, Actor]
) -> bool:
    """
    Tell whether a stand is a side's, and told by somebody who speaks for no government, named or not.

    What he says that a state is ready for is no stand of his own either.
    """
    aside = said.speaker in outsiders if said.speaker else bool(said.unnamed and offices.is_outside(said.unnamed))
    if not aside:
        return False
    held = said.agent if party == said.speaker else party
    if held is None or held not in actors:
        return False
    # A party's own leader may well hold no office of state.
    own = said.speaker in actors and actors[said.speaker].party == held if said.speaker else False
    return actors[held].kind == "state" or (actors[held].kind in ("body", "group") and not own)
