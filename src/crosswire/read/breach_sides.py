"""Whose door an incident is laid at: the sides that a sentence names, and which of them did the deed."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import msgspec

from crosswire.model import Article, Reading, Span, Statement
from crosswire.read.breach_home import Homes, opens_home
from crosswire.read.breach_words import Kinds
from crosswire.read.governments import rebels_at, strikers_at
from crosswire.read.grammar import AUXILIARIES, BE, PREPOSITIONS
from crosswire.read.scene import ARMS
from crosswire.read.words import Words
from crosswire.text.verbs import lemma_of

ACTING = frozenset({"state", "body", "group"})
# Who acts for a state without arms.
_CREWS = frozenset("operators authorities vessels vessel boats boat ship ships officials crews patrol".split())
_HOME = frozenset({"army", "military"})
_DESERTERS = frozenset({"defectors", "deserters", "dissidents", "exiles"})
# Letters around the name of a state's forces in which the sentence says where it was.
_WITHIN = 300
_INSIDE = frozenset({"in", "across", "inside", "throughout"})
_FOES = frozenset("opposition rebels rebel insurgents insurgency militants protesters dissidents people".split())
# Between a side and what it did nothing of these stands: another clause has begun.
_STOPS = frozenset(
    {"after", "before", "when", "while", "as", "because", ";", ":", "—", "which", "that", "says", "said"}
)
_NEAR = 9
_OPENING = frozenset({"after", "before", "since", "as", "until"})
_COUNTS = frozenset("one two three four five six seven eight nine ten several dozens many some more other".split())
_ARTICLES = frozenset({"the", "a", "an", "some"})
_FIRE = frozenset(
    "shelling shells shell fire rockets rocket missiles missile mortars mortar bombardment gunfire artillery drone "
    "drones projectile projectiles bullets shots".split()
)
# Words from a side's adjective to the noun of its deed: "a Chilean overnight missile attack".
_ADJECTIVE = 3
# An owner's mark, and a short "is".
_MARKS = frozenset({"'s", "’s"})
# What befell those counted, and what stands between that and whose deed it was in.
_BEFELL = frozenset(
    "killed wounded injured hurt shot died targeted hit struck beaten arrested detained abducted".split()
)
_IN_WHAT = frozenset({"in", "during", "under", "after"})
# Words from what befell somebody to who did it.
_DOER = 6
# Words from the subject of a passive to its participle, auxiliaries and an adverb between.
_SUBJECT = 5
# What stands before the adjective of whose deed it is: "killed in a Chilean attack", "died during Chilean shelling".
_BEFORE_WHOSE = frozenset("a an the in by this that new during under from after amid of".split())


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
    homes: Homes = Homes((), ())

    def sentence_of(self, offset: int) -> Span:
        """Return the sentence that the word at `offset` stands in."""
        return self.reading.sentences[max(0, bisect_right(self.sentence_starts, offset) - 1)]


# What anyone may put on or show.
_DRESSED = frozenset("wearing wore dressed disguised clad bearing carrying carried showing in".split())
_DRESS = frozenset(
    "uniform uniforms fatigues insignia id identity cards card passports papers colours flag flags".split()
)


def sides_in(desk: Desk, places: range) -> Iterator[tuple[int, str]]:
    """Yield the sides named among words, by name or by the adjective of what is theirs."""
    for at in places:
        owner = desk.words.owner[at]
        if owner >= 0:
            actor = desk.reading.mentions[owner].actor
            if desk.words.low[at] in desk.adjectives and _is_struck(desk, at):
                continue
            if actor is not None and desk.actor_kinds.get(actor) in ACTING and not is_of_others(desk, at):
                # "Kestrian troops" are no side of their own.
                whose = desk.adjectives.get(desk.words.low[at]) if actor not in desk.parties else None
                yield at, whose or _state_of(desk, owner) or actor
            elif actor is not None and (state := _commanded(desk, actor, at)) is not None:
                yield at, state
        elif (actor := desk.adjectives.get(desk.words.low[at])) is not None and _arms_follow(desk, at):
            if not _is_struck(desk, at) and not is_of_others(desk, at):
                yield at, actor
        elif (state := _home_of(desk, at)) is not None:
            yield at, state
        elif group := rebels_at(desk.words, desk.reading, at) or strikers_at(desk.words, desk.reading, at):
            yield at, group


def _state_of(desk: Desk, mention: int) -> str | None:
    """Return the state whose body is named by what it is alone: "the army" is that state's, and no side of its own."""
    one = desk.reading.mentions[mention]
    side = desk.parties.get(one.actor or "")
    bare = one.kind == "nominal" and desk.actor_kinds.get(one.actor or "") == "body"
    return side if bare and side is not None and desk.actor_kinds.get(side) == "state" else None


def _is_struck(desk: Desk, at: int) -> bool:
    """Tell whether arms suffer what is done: "shot down a Chilean warplane", "struck Chilean bombers"."""
    low = desk.words.low
    before = low[at - 2] if at > 1 and (low[at - 1] in _ARTICLES | _COUNTS or low[at - 1].isdigit()) else low[at - 1]
    done = before.endswith(("ed", "own")) or lemma_of(before) is not None
    return done and before in desk.kinds.done


def is_worn(desk: Desk, at: int) -> bool:
    """Tell whether a name only says what somebody wears or shows: "gunmen wearing Arland army uniforms"."""
    low = desk.words.low
    return not _DRESSED.isdisjoint(low[max(0, at - 3) : at]) and not _DRESS.isdisjoint(low[at : at + 5])


def is_of_others(desk: Desk, at: int) -> bool:
    """Tell whether a name only says whose country or ranks somebody is of: "Arland's opposition", "Oria deserters"."""
    if is_worn(desk, at):
        return True
    near = desk.words.low[at + 1 : at + 5]
    return (near[:1] == ["'s"] and not _FOES.isdisjoint(near)) or not _DESERTERS.isdisjoint(near[:2])


def _home_of(desk: Desk, at: int) -> str | None:
    """Return the state meant by "government aircraft", or by "the army" where a report names one state only."""
    low = desk.words.low
    if low[at] == "government" and _arms_follow(desk, at):
        return _state(desk)
    if low[at] in ARMS and low[at + 1 : at + 3] == ["on", "the"] and low[at + 4 : at + 5] == ["side"]:
        return desk.adjectives.get(low[at + 3])  # "troops on the Chilean side of the border"
    if low[at] in _HOME and low[at - 1] == "the" and (only := only_state(desk)) is not None:
        return only
    if opens_home(desk.words, at, desk.kinds.home, desk.kinds.by_word) is None:
        return None
    if low[at] == "regime":
        return desk.homes.regime(desk.words.starts[at])
    return _country_of(desk, at) or desk.homes.around(desk.words.starts[at])


def _country_of(desk: Desk, at: int) -> str | None:
    """Return the state that the sentence around a word says it happened in: "held in Peru by the security forces"."""
    start = desk.words.starts[at]
    first, last = bisect_left(desk.homes.starts, start - _WITHIN), bisect_left(desk.homes.starts, start + _WITHIN)
    sentence = desk.sentence_of(start)
    for place, state in zip(desk.homes.starts[first:last], desk.homes.states[first:last], strict=True):
        if sentence.start < place < sentence.end and desk.words.low[desk.words.at(place) - 1] in _INSIDE:
            return state
    return None


def _commanded(desk: Desk, person: str, at: int) -> str | None:
    """Return the state whose arms go by the name of a person who acts for it: "Doe's troops shelled the port"."""
    low = desk.words.low
    follows = at + 1 + (low[at + 1 : at + 2] == ["'s"])
    side = desk.parties.get(person)
    armed = low[follows : follows + 1] and low[follows] in ARMS
    return side if armed and side is not None and desk.actor_kinds.get(side) == "state" else None


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
    if armed is None:
        return opens_home(desk.words, at + 1, desk.kinds.home, desk.kinds.by_word, owned=True) is not None
    return not _DESERTERS.intersection(near[armed + 1 :])


def accused_in(desk: Desk, unit: Unit, deed: int, *, blamed: bool) -> str | None:
    """Return whose deed it is: the side before an active verb, after "by", or the first that is blamed."""
    low, places = desk.words.low, unit.places
    sides = list(sides_in(desk, places))
    by = next((at for at in range(deed, min(places.stop, deed + _NEAR)) if low[at] == "by"), None)
    if by is not None:
        after = next((actor for at, actor in sides if by < at <= by + 4 and _is_agent(low, by, at)), None)
        if after is not None or by <= deed + 3:
            return after
    whose = _adjective_of(desk, places, deed)
    if blamed:
        sides = list(_laid_at(desk, places, sides))
    if whose is not None and not blamed:
        return whose
    passive = is_passive(desk.words, deed, places)
    if blamed and passive and low[deed].startswith("kill"):
        return None  # "500 have been killed, which has alienated Arland" charges nobody with it
    if blamed:
        # "The convoy was refused passage": to whom it was done is not who did it.
        others = [actor for at, actor in sides if not (passive and _suffers(low, at, deed))]
        return others[0] if others else None
    if passive:
        return _befallen_by(desk, places, sides)
    for at, actor in reversed(sides):
        if at > deed or deed - at > _NEAR or any(_stops(low, step) for step in range(at + 1, deed)):
            continue
        if _is_another_clause(low, at, deed):
            continue
        if not is_governed(desk, at, places) or at >= deed - 1:
            return actor
    return _firing_from(desk, deed, sides) or _befallen_by(desk, places, sides)


def _befallen_by(desk: Desk, places: range, sides: Sequence[tuple[int, str]]) -> str | None:
    """Return the side by whom, or in whose raid, somebody was killed: "shot dead by Peru's army"."""
    low = desk.words.low
    for at in (at for at in places if low[at] in _BEFELL):
        leads = [to for to in range(at + 1, min(places.stop, at + _DOER)) if low[to] == "by" or low[to] in _IN_WHAT][:1]
        leads += [to for to in range(at + 2, places.stop) if low[to] == "from" and low[to - 1] in _FIRE][:1]
        for led, (place, actor) in product(leads, sides):
            if not (led < place <= led + 4 and _is_agent(low, led, place)):
                continue
            if low[led] not in _IN_WHAT or any(word in desk.kinds.by_word for word in low[place + 1 : place + 3]):
                return actor
    return None


def _stops(low: list[str], at: int) -> bool:
    """Tell whether another clause begins; "the army was said to be shelling it" goes on."""
    return low[at] in _STOPS and not (low[at] == "said" and low[at + 1 : at + 2] == ["to"])


def is_governed(desk: Desk, at: int, places: range) -> bool:
    """Tell whether a preposition stands before the name that word `at` is of: "in the Arland press"."""
    low, owner = desk.words.low, desk.words.owner
    while at > places.start and owner[at] >= 0 and owner[at - 1] == owner[at]:
        at -= 1
    step = at - 1
    while step > places.start and low[step] in ("the", "a", "an", "its", "their"):
        step -= 1
    if step < places.start:
        return False
    if low[step] in ("and", "or") and step > places.start and owner[step - 1] >= 0:
        return is_governed(desk, step - 1, places)  # "sheltered by Guinea and Arland, they struck"
    if low[step] == "of":
        return ARMS.isdisjoint(low[max(places.start, step - 1) : step])  # "soldiers of Arland"
    # "Attacked an Arland office, shooting two": what a deed is done to.
    # "After Arland's troops opened fire": that word opens a clause.
    return low[step] in PREPOSITIONS - _OPENING or (low[step].endswith("ed") and low[step] in desk.kinds.done)


def _is_another_clause(low: list[str], at: int, deed: int) -> bool:
    """Tell whether others do the deed: "troops had been sent and the villagers had seized an official"."""
    commas = [step for step in range(at + 1, deed - 1) if low[step] == ","]
    if len(commas) == 1 and low[commas[0] + 1] in _ARTICLES:
        return True  # "in all Arland, an outbreak has killed"
    joined = next((step for step in range(at + 2, deed - 1) if low[step] == "and" and low[step + 1] in _ARTICLES), None)
    return joined is not None and not AUXILIARIES.isdisjoint(low[at + 1 : joined])


def _firing_from(desk: Desk, deed: int, sides: Sequence[tuple[int, str]]) -> str | None:
    """Return the state that fire comes from: "shelling from Chile", "rockets fired from Peru"."""
    low = desk.words.low
    if low[deed] not in _FIRE:
        return None
    for at, side in sides:
        if deed < at <= deed + 3 and low[at - 1] == "from" and desk.actor_kinds.get(side) == "state":
            return side
    return None


def _is_agent(low: list[str], by: int, at: int) -> bool:
    """Tell whether a side after "by" did it: "by pirates off Arland's coast" was not by Arland."""
    return PREPOSITIONS.isdisjoint(low[by + 1 : at])


def _laid_at(desk: Desk, places: range, sides: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the sides a charge may be laid at: "two men accused of shooting into Arland's embassy" leaves none."""
    low = desk.words.low
    mark = next((at for at in places if low[at].startswith(("accus", "blam"))), None)
    if mark is not None and mark > places.start:
        passive = not BE.isdisjoint(low[max(places.start, mark - 3) : mark])
        held = low[mark] == "accused" and low[mark + 1 : mark + 2] == ["of"]
        if passive or held:
            sides = [(at, side) for at, side in sides if at < mark and (passive or mark - at <= 1)]
        elif any(at > mark for at, _ in sides):
            sides = [(at, side) for at, side in sides if at > mark]
    for at, side in sides:
        # "Accused rebels of attacking the army": whose own forces suffer it.
        named = desk.words.owner[at] >= 0 or low[at] in desk.adjectives or low[at] == "government"
        charged = mark is not None and mark < at <= mark + 2
        if named or charged or at <= places.start + 1 or low[at - 1] == "by":
            yield at, side


def _adjective_of(desk: Desk, places: range, deed: int) -> str | None:
    """Return whose an attack is by the adjective before its noun: "killed in a Chilean attack on the town"."""
    low = desk.words.low
    if low[deed + 1 : deed + 2] not in (["on"], ["that"], ["in"], ["near"], ["against"], ["at"]):
        return None
    for at in range(deed - 1, max(places.start, deed - _ADJECTIVE) - 1, -1):
        if low[at] in PREPOSITIONS or not low[at].isalpha():
            return None
        if low[at] in desk.adjectives and not _is_struck(desk, at):
            before = low[at - 1] if at > places.start else ""
            return desk.adjectives[low[at]] if before in _BEFORE_WHOSE else None
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
    if words.low[deed].endswith("ing") and words.low[deed - 1] != "being":
        return False  # "have been shelling the town"
    near = range(max(places.start, deed - 3), deed)
    # "Chile's army has shelled it": an owner's mark is no verb.
    be = next((at for at in near if words.low[at] in BE and not (words.low[at] in _MARKS and at < deed - 1)), None)
    # "Was using helicopters" is no passive either.
    return be is not None and not any(words.low[at].endswith("ing") for at in range(be + 1, deed))


def is_aside(words: Words, deed: int, places: range) -> bool:
    """Tell whether a deed only says who somebody is: "the teachers kidnapped by the group were handed over"."""
    low = words.low
    if low[deed + 1 : deed + 2] != ["by"] or is_passive(words, deed, places):
        return False
    return any(low[at] in BE for at in range(deed + 2, places.stop))
