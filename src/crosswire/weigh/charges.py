"""Who lays which deed at whose door: accusations, and deeds told by the other side's speaker."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from .docket import Docket, Voice
from .marks import DEEDS
from .nations import THEY, Blame, blamed, named_sides, sentences_of
from .propositions import Proposition

_OFFICIAL = re.compile(
    r"^(?!.*\b(?:former|ex-|retired)).*\b(?:official|envoy|diplomat|spokes\w+|negotiator|ambassador)s?$", re.I
)


class Charge(msgspec.Struct, frozen=True):
    """One voice's charge: the side that makes it, the side it is made against, and the deed if one is named."""

    voice: Voice
    accuser: str
    accused: str
    whom: str
    act: str | None = None


def find_charges(docket: Docket) -> list[Charge]:
    """Return the charges of a docket in the order of its voices; "they" are whom the speaker's side else accuses."""
    found: list[Charge] = []
    vague: list[tuple[int, Charge]] = []
    for voice in docket.bearing("blames"):
        for charge in _charges(voice, docket):
            if charge.accused == THEY:
                vague.append((len(found), charge))
            elif charge.accused != charge.accuser:
                found.append(charge)
    foes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for charge in found:
        foes[charge.voice.said.statement.article, charge.accuser][charge.accused] += 1
    for _, charge in vague:
        named = foes.get((charge.voice.said.statement.article, charge.accuser), Counter())
        if len(named) == 1:
            foe = next(iter(named))
            found.append(msgspec.structs.replace(charge, accused=foe, whom=foe))
    return found


def _charges(voice: Voice, docket: Docket) -> Iterator[Charge]:
    item, sides = voice.said, docket.sides
    if item.statement.opinion:
        return
    named = None if item.negated else _charge(item, docket)
    if named:
        yield Charge(voice, sides.of(named[0]), sides.of(named[1]), named[1], deed_in(item))
        return
    accuser = item.statement.speaker and sides.of(item.statement.speaker)
    if not accuser or not sides.is_state(accuser) or item.act == "DENY" or item.statement.realis != item_realis(item):
        return
    seen: set[Blame] = set()
    for sentence in sentences_of(item.statement):
        blame = blamed(sentence, docket.nations)
        if blame and blame.side != accuser and blame not in seen:
            seen.add(blame)
            yield Charge(voice, accuser, blame.side, blame.side, blame.act)


def item_realis(item: Proposition) -> str:
    """Return the realis a told deed has; a "not" in one sentence of a speech leaves the others alone."""
    return "negated" if item.statement.realis == "negated" else "actual"


def deed_in(item: Proposition) -> str | None:
    """Return the deed a proposition is of or speaks of."""
    return item.act if item.act in DEEDS else item.statement.event


def _charge(item: Proposition, docket: Docket) -> tuple[str, str] | None:
    """Return who blames whom: an accusation, or a deed that one side's speaker lays at another's door."""
    said = item.statement
    if item.act == "ACCUSE" and item.agent and item.target:
        return item.agent, item.target
    if item.act == "ACCUSE" and item.agent:
        whom = _only_other(item, item.agent, docket)
        return (item.agent, whom) if whom else None
    teller = said.speaker or _state_of(said.unnamed, docket)
    if item.act not in DEEDS or teller is None or item.realis != "actual":
        return None
    doer = item.agent or _only_other(item, teller, docket)
    return (teller, doer) if doer else None


def _state_of(unnamed: str | None, docket: Docket) -> str | None:
    """Return the one state whose official speaks without a name: "Arland's envoy", "a senior Arlandic diplomat"."""
    if unnamed is None or _OFFICIAL.search(unnamed) is None:
        return None
    sides = named_sides(unnamed, docket.nations)
    return next(iter(sides)) if len(sides) == 1 else None


def _only_other(item: Proposition, speaker: str, docket: Docket) -> str | None:
    """Return the one state besides the speaker's own that is named: "Arlandic guns shelled the road"."""
    known, own = docket.sides.actors, docket.sides.of(speaker)
    states = {party for party in item.parties if party in known and known[party].kind == "state"}
    if docket.sides.is_state(own):
        states.update(side for words in sentences_of(item.statement) for side in named_sides(words, docket.nations))
    others = sorted(states - {own})
    return others[0] if len(others) == 1 else None
