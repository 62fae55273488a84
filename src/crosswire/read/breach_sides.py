"""Whose door an incident is laid at: the sides that a sentence names, and which of them did the deed."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from crosswire.model import Article, Reading, Statement
from crosswire.read.breach_words import Kinds
from crosswire.read.grammar import BE, PREPOSITIONS
from crosswire.read.scene import ARMS
from crosswire.read.words import Words

ACTING = frozenset({"state", "body", "group"})
# Who acts for a state without arms.
_CREWS = frozenset("operators authorities vessels vessel boats boat ship ships officials crews patrol".split())
_HOME = frozenset({"army", "military"})
_DESERTERS = frozenset({"defectors", "deserters", "dissidents", "exiles"})
# Between a side and what it did nothing of these stands: another clause has begun.
_STOPS = frozenset(
    {"after", "before", "when", "while", "as", "because", ";", ":", "—", "which", "that", "says", "said"}
)
_NEAR = 9
# Words from a side's adjective to the noun of its deed: "a Chilean overnight missile attack".
_ADJECTIVE = 3
# Words from the subject of a passive to its participle, auxiliaries and an adverb between.
_SUBJECT = 5


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One sentence of what a statement says, as word places."""

    said: Statement
    places: range


class Desk(msgspec.Struct, frozen=True):
    """One article, laid out for reading its incidents."""

    article: Article
    reading: Reading
    words: Words
    kinds: Kinds
    adjectives: dict[str, str]
    actor_kinds: dict[str, str]
    named: list[int]
    sentence_starts: list[int]
    silent: bool
    # The side each actor acts for, of those that act for one.
    parties: dict[str, str]


def sides_in(desk: Desk, places: range) -> Iterator[tuple[int, str]]:
    """Yield the sides named among words, by name or by the adjective of what is theirs."""
    for at in places:
        owner = desk.words.owner[at]
        if owner >= 0:
            actor = desk.reading.mentions[owner].actor
            if actor is not None and desk.actor_kinds.get(actor) in ACTING:
                # "Kestrian troops" are no side of their own.
                whose = desk.adjectives.get(desk.words.low[at]) if actor not in desk.parties else None
                yield at, whose or actor
        elif (actor := desk.adjectives.get(desk.words.low[at])) is not None and _arms_follow(desk, at):
            yield at, actor
        elif (state := _home_of(desk, at)) is not None:
            yield at, state


def _home_of(desk: Desk, at: int) -> str | None:
    """Return the state meant by "government aircraft", or by "the army" where a report names one state only."""
    low = desk.words.low
    if low[at] == "government":
        return _state(desk) if _arms_follow(desk, at) else None
    return only_state(desk) if low[at] in _HOME and low[at - 1] == "the" else None


def _state(desk: Desk) -> str | None:
    """Return the state whose government is meant: the one that the article names most."""
    named = Counter(m.actor for m in desk.reading.mentions if m.actor and desk.actor_kinds.get(m.actor) == "state")
    counted = named + Counter(one.party for one in desk.reading.actors if one.party in named)
    return min(counted, key=lambda one: (-counted[one], one or ""), default=None)


def only_state(desk: Desk) -> str | None:
    """Return the one state an article names: "the army" is its."""
    named = {m.actor for m in desk.reading.mentions if m.actor and desk.actor_kinds.get(m.actor) == "state"}
    return named.pop() if len(named) == 1 else None


def _arms_follow(desk: Desk, at: int) -> bool:
    """Tell whether an adjective of a state heads its arms: "Chilean rocket artillery", never "a Chilean journalist"."""
    near = desk.words.low[at + 1 : at + 4]
    armed = next(
        (
            step
            for step, word in enumerate(near)
            if word in ARMS or word + "s" in ARMS or word in desk.kinds.arms or word in _CREWS
        ),
        None,
    )
    return armed is not None and not _DESERTERS.intersection(near[armed + 1 :])


def accused_in(desk: Desk, unit: Unit, deed: int, *, blamed: bool) -> str | None:
    """Return whose deed it is: the side before an active verb, after "by", or the first that is blamed."""
    low, places = desk.words.low, unit.places
    sides = list(sides_in(desk, places))
    by = next((at for at in range(deed, min(places.stop, deed + _NEAR)) if low[at] == "by"), None)
    if by is not None:
        after = next((actor for at, actor in sides if by < at <= by + 4), None)
        if after is not None or by <= deed + 3:
            return after
    whose = _adjective_of(desk, places, deed)
    if whose is not None and not blamed:
        return whose
    passive = is_passive(desk.words, deed, places)
    if blamed:
        # "The convoy was refused passage": to whom it was done is not who did it.
        others = [actor for at, actor in sides if not (passive and _suffers(low, at, deed))]
        return others[0] if others else None
    if passive:
        return None
    for at, actor in reversed(sides):
        before = low[at - 1] if at > places.start else ""
        before = low[at - 2] if before in ("the", "a", "an") and at - 1 > places.start else before
        if at > deed or deed - at > _NEAR or not _STOPS.isdisjoint(low[at + 1 : deed]):
            continue
        if before not in PREPOSITIONS or at >= deed - 1:
            return actor
    return None


def _adjective_of(desk: Desk, places: range, deed: int) -> str | None:
    """Return whose an attack is by the adjective before its noun: "killed in a Chilean attack on the town"."""
    low = desk.words.low
    if low[deed + 1 : deed + 2] not in (["on"], ["that"], ["in"], ["near"], ["against"], ["at"]):
        return None
    for at in range(deed - 1, max(places.start, deed - _ADJECTIVE) - 1, -1):
        if low[at] in PREPOSITIONS or not low[at].isalpha():
            return None
        if low[at] in desk.adjectives:
            before = low[at - 1] if at > places.start else ""
            return desk.adjectives[low[at]] if before in ("a", "the", "in", "by", "this", "that", "new") else None
    return None


def _suffers(low: list[str], at: int, deed: int) -> bool:
    """Tell whether a side is the subject of a passive deed: it stands right before it, in the same clause."""
    return 0 < deed - at <= _SUBJECT and _STOPS.isdisjoint(low[at + 1 : deed])


def charges_other(desk: Desk, unit: Unit, deed: int) -> bool:
    """Tell whether who speaks for one side says what another has done: "a Chilean patrol boat had boarded it"."""
    accuser, accused = unit.said.speaker, accused_in(desk, unit, deed, blamed=False)
    # What a source nobody names, a log or satellite images tell is laid at that door, by nobody's name.
    cited = unit.said.unnamed is not None and unit.said.mode == "indirect"
    if accused is None or (accuser is None and not cited and desk.article.genre != "statement"):
        return False
    # A state may be named by what is its own alone: "a Valmoran drone".
    known = accused if accused in desk.adjectives.values() else None
    ours, theirs = desk.parties.get(accuser or ""), desk.parties.get(accused, known)
    return theirs is not None and ours != theirs and (ours is not None or accuser is None)


def is_passive(words: Words, deed: int, places: range) -> bool:
    return any(words.low[at] in BE for at in range(max(places.start, deed - 3), deed))


def is_aside(words: Words, deed: int, places: range) -> bool:
    """Tell whether a deed only says who somebody is: "the teachers kidnapped by the group were handed over"."""
    low = words.low
    if low[deed + 1 : deed + 2] != ["by"] or is_passive(words, deed, places):
        return False
    return any(low[at] in BE for at in range(deed + 2, places.stop))
