"""Whose word is a view of the matter and no part of it: analysts, scholars, institutes."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from crosswire.model import Actor, Statement

_WORD = re.compile(r"[a-z][a-z-]*")
# An office ends where it says of what or whom: "professor of law", "editor at a weekly", "analyst, who ...".
# What one may have seen and not only thought.
_SEEN = frozenset({"ATTACK", "DETAIN", "MOBILISE", "PROTEST", "RELEASE", "VIOLATE"})
_OFFICE = re.compile(r",|\b(?:and|of|at|with|for|from|in|who|on)\b")


class Onlookers(msgspec.Struct, frozen=True):
    """The packs' words for offices of people who look on, and for bodies that do."""

    offices: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()

    def is_one(self, speaker: Actor | None, unnamed: str | None) -> bool:
        """
        Tell whether a speaker looks on: by the office of a person, the name of a body, the words for one unnamed.

        >>> onlookers = Onlookers(frozenset({"analyst"}), ("institute",))
        >>> onlookers.is_one(None, "two security analysts"), onlookers.is_one(None, "the minister")
        (True, False)
        """
        if speaker is None:
            return bool(unnamed) and self._is_office(unnamed or "")
        if speaker.kind == "person":
            return bool(speaker.role) and self._is_office(speaker.role or "")
        return speaker.kind == "body" and not speaker.known and self._is_body(speaker.name)

    def _is_office(self, words: str) -> bool:
        office = _WORD.findall(_OFFICE.split(words.lower(), maxsplit=1)[0])
        return bool(office) and office[-1].removesuffix("s") in self.offices

    def _is_body(self, name: str) -> bool:
        low = f" {name.lower()} "
        return any(f" {one} " in low for one in self.bodies)


def onlookers_of(lexicon: Mapping[str, Iterable[str]]) -> Onlookers:
    """Return the packs' words for those who look on."""
    return Onlookers(frozenset(lexicon.get("onlookers", ())), tuple(sorted(lexicon.get("onlooking-bodies", ()))))


def only_judges(lead: Statement) -> bool:
    """Tell whether a statement tells of no deed seen and counts nothing: who saw or counted is a witness."""
    counts = any(one.unit is not None for one in lead.figures)
    return lead.event not in _SEEN and lead.event_date is None and not counts
