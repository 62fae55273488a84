"""Whom a person speaks for by the office a report gives him: "AARP CEO", "lawyer for Mrs. Lane"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from crosswire.model import Actor

# Offices whose holder's word is the body's own. A member's, a leader's or a speaker's of a chamber is not.
_HEADS = (
    r"(?:ceo|chief executive(?: officer)?|chief operating officer|spokes(?:man|woman|person)|press officer|"
    r"(?:(?:policy|executive|deputy|communications|managing|program) )*(?:director|chief)|president|"
    r"chair(?:man|woman)?|general secretary|secretary general|head|general counsel)"
)
# Whoever leads a party speaks for it; whoever leads a chamber's majority does not speak for the chamber.
_LEADERS = (
    r"(?:(?:party|group|opposition|parliamentary|deputy|interim|acting|new|longtime) )*(?:co-)?leader|"
    r"(?:lead|chief|top|head) negotiator"
)
_MEMBERS = r"(?:(?:deputy )?(?:official|negotiator|commander|representative|delegate|envoy|governor|minister))"
_CHAMBERS = re.compile(
    r"\b(?:Senate|House|Parliament|Congress|Assembly|Council|Chamber|Legislature|Committee|Caucus|Cabinet|Court|"
    r"Bundestag|Knesset|Duma|Rada|Sejm|Lords|Commons)\b"
)
_AGENTS = r"(?:lawyer|attorney|counsel|spokes(?:man|woman|person)|aide|adviser|advisor|chief of staff|representative)"
_FORMER = re.compile(r"\b(?:former|ex|late|retired|acting)\b", re.IGNORECASE)
_TITLE = r"(?:(?:the|mr|mrs|ms|sen|rep|president|secretary)\.? )*(?:[a-z]+(?:['’]s)? )?"
_EDGE = re.compile(r"\b")
_LEAST = 3


def principals(actors: Iterable[Actor]) -> dict[str, str]:
    """Return, for each person of no known party whose role names a body he heads or somebody he acts for, its id."""
    listed = list(actors)
    bodies = {one.name: one.id for one in listed if one.kind == "body" and len(one.name) >= _LEAST}
    persons = {one.name.split()[-1]: one.id for one in listed if one.kind == "person" and len(one.name.split()) > 1}
    heads, agents = _Offices(bodies, _HEADS), _Offices(persons, _AGENTS)
    found = {}
    for one in listed:
        if one.kind == "person" and one.party is None and one.role and not _finds(_FORMER, one.role):
            named = heads.named(one.role) or agents.named(one.role)
            if named and named != one.id:
                found[one.id] = named
    return found


def bodies_led(
    actors: Iterable[Actor], roles: Mapping[str, Counter[str]], owners: Mapping[str, Counter[str]]
) -> dict[str, str]:
    """
    Return, for each person of no known party, the body that most of the roles given to him say he leads.

    `roles` counts, by person, the words by which reports introduce him, `owners` the bodies whose he is said to be.
    """
    listed = list(actors)
    bodies = {
        name: one.party or one.id
        for one in listed
        if one.kind in ("body", "group") and not _finds(_CHAMBERS, one.name)
        for name in (one.name, *one.names)
        if len(name) >= _LEAST
    }
    offices = _Offices(bodies, rf"(?:{_LEADERS}|{_HEADS})")
    found = {}
    for one in listed:
        if one.kind == "person" and one.party is None and (one.id in roles or one.id in owners):
            told = Counter[str]()
            given = roles.get(one.id, Counter[str]())
            held = [(role, times) for role, times in given.items() if not _finds(_FORMER, role)]
            for role, times in held:
                named = offices.named(role)
                if named is not None:
                    told[named] += times
            # Of whom no report gives an office, a possessive may tell: "Ada Roe's Lake Movement".
            if not given or any(offices.is_office(role) for role, _ in held):
                told.update(owners.get(one.id, {}))
            if told:
                found[one.id] = min(told, key=lambda body: (-told[body], body))
    # An official or a commander of a party speaks for it where somebody leads it; any office's "official" does not.
    movements = {one.id for one in listed if one.kind == "group" and one.known and one.party == one.id}
    parties = {name: body for name, body in bodies.items() if body in movements.union(found.values())}
    members = _Offices(parties, _MEMBERS) if parties else None
    for one in listed if members else ():
        if members and one.kind == "person" and one.party is None and one.id not in found:
            offices_held = [role for role in roles.get(one.id, ()) if not _finds(_FORMER, role)]
            of = {body for role in offices_held if (body := members.named(role)) is not None}
            if len(of) == 1:
                found[one.id] = of.pop()
    return found


@lru_cache(maxsize=1 << 16)
def _finds(pattern: re.Pattern[str], role: str) -> bool:
    return pattern.search(role) is not None


class _Offices:
    """Finds whom a role names as "NAME's head", "NAME head" or "head of NAME": all names in one scan of the role."""

    def __init__(self, names: dict[str, str], heads: str) -> None:
        self._names, self._heads = names, heads
        self._listed = sorted(names, key=lambda name: (-len(name), name))
        self._scan = AhoCorasick(self._listed)
        # Most roles name no such office, and are not searched for names.
        self._any = re.compile(rf"\b{heads}\b", re.IGNORECASE)
        # What follows a name and what leads to one: written out around each name they took 2 ms a name to compile.
        self._after = re.compile(rf"(?:['’]s)? {heads}\b", re.IGNORECASE)
        self._before = re.compile(rf"\b{heads} (?:of|for|at|to|with) {_TITLE}\Z", re.IGNORECASE)

    def is_office(self, role: str) -> bool:
        """Tell whether a role is one of these offices, whosever it is."""
        return _finds(self._any, role)

    def named(self, role: str) -> str | None:
        """Return the id of whom a role names, the longest name first."""
        if not _finds(self._any, role):
            return None
        for at in sorted({at for at, _, _ in self._scan.find_matches_as_indexes(role, overlapping=True)}):
            if self._is_office_of(self._listed[at], role):
                return self._names[self._listed[at]]
        return None

    def _is_office_of(self, name: str, role: str) -> bool:
        for found in re.finditer(rf"(?={re.escape(name)})", role, re.IGNORECASE):
            start, end = found.start(), found.start() + len(name)
            if _EDGE.match(role, start) and self._after.match(role, end):
                return True
            if _EDGE.match(role, end) and self._before.search(role, 0, start):
                return True
        return False
