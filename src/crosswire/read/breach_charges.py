"""Who is charged with an incident, by whom: what stands after "accused", and whose door a sentence lays it at."""

import re
from collections.abc import Iterator

import msgspec

from crosswire.model import Statement
from crosswire.read.breach_sides import (
    ACTING,
    Desk,
    Unit,
    accused_in,
    is_governed,
    is_of_others,
    is_passive,
    is_worn,
    sides_in,
)
from crosswire.read.governments import government_at
from crosswire.read.grammar import BE

LAYING = frozenset({"ACCUSE"})
DEEDS = frozenset({"ATTACK", "VIOLATE", "DETAIN", "MOBILISE"})
# "Drew gas from the line, in violation of the contract".
FLOUTING = re.compile(r"\bin (?:[a-z]+ )?(?:violation|breach) of\b")
_EACH_OTHER = re.compile(r"\b(?:each other|the other|one another|traded (?:accusations|blame)|mutual accusations)\b")
# What ends a charge: "accused Arland of misleading it over the fate of a man who was shot".
_ENDS = frozenset({",", "after", "when", "while", "who", "which", "whose", "amid", "although", "because", "that", "as"})
_INSIDE = frozenset({"in", "inside", "across", "near", "outside", "throughout", "around"})
_WHERE = frozenset({"in", "near", "on", "at", "outside"})
_HARMING = frozenset("killed wounded injured hurt maimed left damaged destroyed hit struck".split())
# Between these words stands who is accused: "accused Arland of", "blamed Arland for".
_OF = frozenset({"of", "for", "over"})
# A charge of so few words names no deed: "accused Arland of it".
_SHORT = 4
# Words from a deed to the name of who did it.
_REACH = 14
# These a person may do for himself.
_OF_PERSONS = frozenset({"attack", "seizure", "small arms"})
_STOPS = frozenset({"after", "before", "when", "while", "as", "because", ";", ":", "—", "which", "that"})


class Charge(msgspec.Struct, frozen=True, gc=False):
    """What is charged: its words, those that name whom, and whether the deed may stand outside ("Y was blamed")."""

    words: range
    whom: range | None = None
    open: bool = True


def charged_in(desk: Desk, unit: Unit) -> Charge:
    """Return the words of the charge itself: those after "accused" or "blamed", up to the next clause."""
    low, places = desk.words.low, unit.places
    mark = next((at for at in places if low[at].startswith(("accus", "blam"))), None)
    if mark is None:
        if not (unit.said.lemma or "").startswith(("accus", "blam")) or unit.said.mode == "direct":
            return Charge(places)
        mark = places.start - 1  # the reporting verb stands before what is said
    stop = next((to for to in range(mark + 1, places.stop) if _ends(low, to)), places.stop)
    held = range(mark + 1, stop)
    if not BE.isdisjoint(low[max(places.start, mark - 3) : mark]) or low[mark + 1 : mark + 2] == ["of"]:
        return Charge(held)
    of = next((at for at in held if low[at] in _OF), None)
    blames = low[mark].startswith("blam") if mark >= 0 else False
    if of is None:
        return Charge(held, None, open=True)
    return Charge(range(of + 1, stop), range(mark + 1, of), open=blames or stop - of < _SHORT)


def _ends(low: list[str], at: int) -> bool:
    """Tell whether a charge ends here; what follows from it is of it: "of shelling the town, killing three"."""
    if low[at] == "," and low[at + 1 : at + 2]:
        if low[at + 2 : at + 4] in (["of", "them"], ["of", "whom"]) or low[at + 1] == "including":
            return False  # "killing three people, two of them children, and injuring 14"
        # "In Ardal, on Saturday and killing three": where and when end no charge.
        harm = low[at + 1] == "and" and at + 2 < len(low) and low[at + 2] in ("killing", "injuring", "wounding")
        return not (harm or low[at + 1].endswith("ing") or low[at + 1] in _WHERE)
    if low[at] in ("that", "which") and low[at + 1 : at + 2] and low[at + 1] in _HARMING:
        return False  # "of breaking the truce with mortar fire that wounded one soldier"
    return low[at] in _ENDS


def charges(
    desk: Desk, unit: Unit, kind: str, deed: int, *, charge: Charge | None
) -> list[tuple[str | None, str | None]]:
    """Return who is accused by whom; both ways where each accuses the other, nobody where no side is named."""
    said = unit.said
    blamed = charge is not None
    sentence = said.evidence.quote.lower()
    if blamed and _EACH_OTHER.search(sentence):
        sides = list(dict.fromkeys(side for _, side in sides_in(desk, desk.words.inside(said.evidence.span))))[:2]
        return [(sides[1], sides[0]), (sides[0], sides[1])] if len(sides) == 2 else []
    accuser = said.speaker or (said.agent if said.act in LAYING else None) or _ruling(desk, said)
    if said.act in LAYING and said.target and _is_only_worn(desk, unit, said.target):
        return []
    if said.act in LAYING and said.target and (target := _acting(desk, said.target, kind)):
        # "The army accused Arland": no army accuses its own state, so it was not that state's.
        itself = desk.actor_kinds.get(accuser or "") == "body" and desk.parties.get(accuser or "") == target
        return [(target, None if itself else accuser)]
    if charge is not None and charge.whom is not None:
        return [(_named_in(desk, charge.whom, kind), accuser)]
    # "Navy spokesman Maas called it a breach": whose spokesman he is, is nobody he accuses.
    own = set(_whose(desk, said)) - {said.speaker}
    found = accused_in(desk, unit, deed, blamed=blamed)
    found = None if found in own else found
    if found is None and not blamed:
        doer = said.agent if said.act in DEEDS and not said.speaker else said.event_agent
        doer = doer if said.act in DEEDS or said.act in ("STATE", "CLAIM_RESP") else None
        if doer and _may_do(desk, unit, deed, doer) and doer not in (said.speaker, *own):
            found = doer if desk.actor_kinds.get(doer) in ACTING else None
    if found is None and kind == "breach" and not blamed and FLOUTING.search(sentence):
        free = (side for at, side in sides_in(desk, unit.places) if not is_governed(desk, at, unit.places))
        found = next((side for side in free if side != accuser), None)
    if found is None and kind == "access denied" and not is_passive(desk.words, deed, unit.places):
        # "The group stopped two trucks at the bridge and turned them back", "soldiers of X denied a patrol access".
        first = next(iter(sides_in(desk, unit.places)), None)
        opens = first is not None and first[0] <= unit.places.start + 2 and "by" not in desk.words.low[deed : deed + 4]
        found = said.agent if said.act == "DENY" else first[1] if first and opens else None
        accuser = None if said.act == "DENY" else accuser
    if found is None and not blamed and said.act == "CLAIM_RESP":
        return []  # "said it had struck the depot": its own deed is its account, and no charge
    if found is None and said.speaker and desk.words.low[unit.places.start] in ('"', "“", "‘", "they"):
        opening = [word for word in desk.words.low[unit.places.start : unit.places.start + 3] if word.isalpha()]
        found = "they" if opening[:1] == ["they"] else None
    return [(found, accuser)]


def _whose(desk: Desk, said: Statement) -> Iterator[str | None]:
    """Yield the actors that a source names; not where it is: "monitors inside Peru"."""
    for one in desk.reading.mentions if said.source else ():
        if said.source and said.source.covers(one.span):
            at = desk.words.at(one.start)
            before = desk.words.low[at - 1] if at else ""
            if before not in _INSIDE or one.start == said.source.start:
                yield one.actor


def _ruling(desk: Desk, said: Statement) -> str | None:
    """Return the state whose government speaks without its name: "the government accused the rebels of"."""
    if said.unnamed is None or said.source is None:
        return None
    kinds, places = desk.actor_kinds, desk.words.inside(said.source)
    return next((one for at in places if (one := government_at(desk.words, desk.reading, kinds, at))), None)


def _acting(desk: Desk, target: str, kind: str) -> str | None:
    """Return the side that a charged actor is, or that a person acts for who is charged with what states do."""
    if desk.actor_kinds.get(target) in ACTING:
        return target
    if kind in _OF_PERSONS:
        return None
    side = desk.parties.get(target)
    return side if side is not None and desk.actor_kinds.get(side) == "state" else None


def _named_in(desk: Desk, places: range, kind: str) -> str | None:
    """Return the first side that words name, that of a person who acts for a state where they name no other."""
    sides = [side for at, side in sides_in(desk, places) if not is_governed(desk, at, places)]
    if sides:
        return sides[0]
    owners = (desk.words.owner[at] for at in places)
    people = (desk.reading.mentions[owner].actor for owner in owners if owner >= 0)
    return next((side for one in people if one and (side := _acting(desk, one, kind))), None)


def _is_only_worn(desk: Desk, unit: Unit, target: str) -> bool:
    """Tell whether a side is named only by what somebody wears or shows: anyone may put that on."""
    named = [at for at in unit.places if desk.words.owner[at] >= 0]
    named = [at for at in named if desk.reading.mentions[desk.words.owner[at]].actor == target]
    return bool(named) and all(is_worn(desk, at) for at in named)


def _may_do(desk: Desk, unit: Unit, deed: int, doer: str) -> bool:
    """Tell whether a statement's doer stands where who did this deed would: before it, or after a "by"."""
    low = desk.words.low
    if low[deed].startswith("kill"):
        return False
    if is_passive(desk.words, deed, unit.places) and "by" not in low[deed : unit.places.stop]:
        return False
    for at in range(max(unit.places.start, deed - _REACH), min(unit.places.stop, deed + _REACH)):
        owner = desk.words.owner[at]
        if owner < 0 or desk.reading.mentions[owner].actor != doer or is_of_others(desk, at):
            continue
        if at > deed and "by" in low[deed:at]:
            return True
        if at < deed and not is_governed(desk, at, unit.places) and _STOPS.isdisjoint(low[at + 1 : deed]):
            return True
    return False
