"""Tolls of one event in whatever unit they are counted, and counts of what is left of one exchange."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from crosswire.model import Quantity, Statement
from crosswire.text.numbers import find_numbers

from .counts import SAME_MOMENT, is_update, may_both_hold, stand_for
from .deeds import toll_words
from .docket import Conflict, Docket, Voice, within
from .nations import sentences_of
from .nearby import Nearby
from .places import places_of
from .propositions import Proposition, is_vague
from .scopes import Counted, Scope, may_be_one, place_key, scope_of

# Days between two counts of what is left of one exchange.
SAME_BALANCE = 2
# "450 to go", "another 450 remain", "that leaves 450": digits, and the few words that may stand before "remain".
_LEFT = re.compile(
    r"\b(\d{1,3}(?:,\d{3})+|\d{1,6})(?: [\w’']+){0,2} (?:to go|remain(?:s|ing)?|still to come|outstanding|are left)\b"
    r"|\bleav(?:es|ing) (?:another |some )?(\d{1,3}(?:,\d{3})+|\d{1,6})\b",
    re.IGNORECASE,
)
# "The number of dead", "the death toll": the number that follows counts them, without a noun of its own.
_COUNT_OF = re.compile(
    r"\b(?:number of (?:the )?(?:dead|deaths|people killed|those killed|victims)|number killed|death toll"
    r"|(?:put|puts|putting|placed|set) the (?:death )?toll at)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"\b(?:no more than|not more than|at most|at no more than|fewer than)\W*$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:at least|no fewer than|more than|over)\W*$", re.IGNORECASE)
# A report with this many different tolls tells of a war: the place alone does not say whose dead each counts.
MANY_TOLLS = 3
# What tolls that one report tells are looked up by, and the characters between two that it sets side by side.
BESIDE, REACH = "beside:", 240
# Characters back in which a report names the place of what it counts.
LAST_NAMED = 700
# Characters from those words to their number.
COUNTED_AFTER = 60


class Toll(msgspec.Struct, frozen=True):
    """How many dead one voice counts, and the places the event may be of."""

    voice: Voice
    figure: Quantity
    places: frozenset[str]
    scope: Scope


def find_tolls(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts between tolls of one event, and between counts of what is left of one exchange."""
    by_place: dict[str, list[Toll]] = defaultdict(list)
    for toll in _tolls(docket):
        for place in sorted(toll.places):
            by_place[place].append(toll)
    seen: set[tuple[str, str]] = set()
    for place, tolls in sorted(by_place.items()):
        nearby = Nearby(tolls, lambda toll: toll.voice.said)
        for at, one in enumerate(tolls):
            for to, other in nearby.within(one.voice.said, SAME_MOMENT):
                key = one.voice.said.statement.id, other.voice.said.statement.id
                if to <= at or key in seen or (place.startswith(BESIDE) and not _beside(one, other)):
                    continue
                if _clash(one, other, docket):
                    seen.add(key)
                    when = one.voice.said.when or other.voice.said.when
                    ends = stand_for(one.voice.claim, one.figure), stand_for(other.voice.claim, other.figure)
                    yield Conflict("figure", "dead", *ends, when)
    yield from _balances(docket)


def _tolls(docket: Docket) -> Iterator[Toll]:
    """Yield the tolls of one event, by reports that tell of one or two, and those of a war."""
    given: dict[str, set[float | None]] = defaultdict(set)
    found = []
    voices = docket.bearing("counts")
    counts = docket.counted.of([voice.said for voice in voices], lambda item: _count(item, docket))
    for voice, counted in zip(voices, counts, strict=True):
        given[voice.said.statement.article] |= counted.given
        if counted.figure is not None and counted.scope is not None:
            scene = _event_places(voice, counted.scope, docket)
            found.append(Toll(voice, counted.figure, scene, counted.scope))
    for one in found:
        told = one.voice.said.statement
        few = one.scope.long or len(given[told.article]) < MANY_TOLLS
        beside = {BESIDE + told.article} if told.speaker or told.unnamed or told.via else set()
        yield msgspec.structs.replace(one, places=(one.places if few else frozenset()) | beside)


def _count(item: Proposition, docket: Docket) -> Counted:
    """Return what a statement counts: it follows from the statement, its actors and the states of the case."""
    given, figure = frozenset([one.low for one in _counted(item)]), _toll(item)
    return Counted(given, figure, scope_of(item, figure, docket.sides, docket.nations) if figure else None)


def _beside(one: Toll, other: Toll) -> bool:
    """Tell whether a report sets two voices' counts next to each other, and neither names a place of its own."""
    if one.scope.places != other.scope.places:
        return False
    ours, theirs = (toll.voice.said.statement.evidence for toll in (one, other))
    return -1 <= max(ours.start, theirs.start) - min(ours.end, theirs.end) <= REACH


def _last_named(said: Statement, docket: Docket) -> frozenset[str]:
    """Return, for a count that names no place, those that its report named last before it, near enough."""
    before = [
        (back, places)
        for voice in docket.told_in(said.article)
        if 0 < (back := said.evidence.start - voice.said.statement.evidence.start) <= LAST_NAMED
        and (places := places_of(voice.said, docket.sides))
    ]
    return min(before, key=lambda one: one[0], default=(0, frozenset[str]()))[1]


def _event_places(voice: Voice, scope: Scope, docket: Docket) -> frozenset[str]:
    """
    Return what a toll is looked up by: the places it names, those named last before it, or of the article's attacks.

    A war's is looked up by its states and its article, a land's by its day.
    """
    said = voice.said.statement
    if scope.long:
        lands = {docket.sides.of(actor) for actor in said.actors}
        return frozenset({said.article, *(side for side in lands if docket.sides.is_state(side))})
    if scope.wide:
        return frozenset({scope.day.first.isoformat()} if scope.day else ())
    if scope.places:
        return scope.places
    scene = _last_named(said, docket) or docket.scenes.get(said.article, frozenset())
    return frozenset(place_key(docket.sides.actors[place].name) for place in scene)


def _toll(item: Proposition) -> Quantity | None:
    """Return the one number of dead a statement gives, for the whole event; a growing toll is no rival of the old."""
    said = item.statement
    stems = said.terms
    about = not toll_words("words").isdisjoint(stems)
    if said.opinion or not (said.figures or about) or not toll_words("update").isdisjoint(stems):
        return None
    given = _counted(item)
    whole = given[0] if len({(f.low, f.high) for f in given}) == 1 else None
    if not given and about:
        whole = _in_words(item)
    if whole is None or said.realis not in ("actual", "negated"):
        return None
    # "No more than six" is a count, whatever its "no" was read as.
    return whole if whole.qualifier == "at-most" or not item.negated else None


def _counted(item: Proposition) -> list[Quantity]:
    """Return the numbers of dead a statement gives that are no parts."""
    said = item.statement
    if not said.figures:
        return []
    units = toll_words("dead" if toll_words("words").isdisjoint(said.terms) else "units")
    return [f for f in said.figures if not f.subset and f.unit in units and not is_vague(f, said)]


def _in_words(item: Proposition) -> Quantity | None:
    """Return the number that follows "the number of dead" in one sentence of what is said."""
    for words in sentences_of(item.statement):
        if match := _COUNT_OF.search(words):
            stop = min(len(words), match.end() + COUNTED_AFTER)
            number = next((n for n in find_numbers(words, match.end(), stop) if n.kind in ("digits", "words")), None)
            if number is None:
                return None
            before = words[match.end() : number.start]
            bound = "at-most" if _AT_MOST.search(before) else "at-least" if _AT_LEAST.search(before) else "exactly"
            return Quantity("person", number.value, number.value, bound)
    return None


def _clash(one: Toll, other: Toll, docket: Docket) -> bool:
    first, second = one.voice.said, other.voice.said
    if one.voice.claim == other.voice.claim or may_both_hold(one.figure, other.figure):
        return False
    if not may_be_one(one.scope, other.scope, first, second):
        return False
    if not within(first, second, SAME_MOMENT) or not docket.apart(one.voice, other.voice):
        return False
    if first.when and second.when and first.when.first != second.when.first:
        return False
    return not _updates(one, other)


def _updates(one: Toll, other: Toll) -> bool:
    """Tell whether the toll published later is the higher: the count went on."""
    return is_update(one.voice.said, one.figure, other.voice.said, other.figure)


def _balances(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts between two voices of one report, or of one issue, that count what is left."""
    counted = [(voice, left) for voice in docket.bearing("left") if (left := _left(voice)) is not None]
    nearby = Nearby(counted, lambda item: item[0].said)
    for at, (one, ours) in enumerate(counted):
        for to, (other, theirs) in nearby.within(one.said, SAME_BALANCE):
            if to <= at:
                continue
            first, second = one.said.statement, other.said.statement
            matter = first.article == second.article or bool(set(first.issues) & set(second.issues))
            voices = (first.speaker, first.unnamed) != (second.speaker, second.unnamed)
            apart = docket.apart(one, other) or (first.article == second.article and voices)
            together = one.claim != other.claim and within(one.said, other.said, SAME_BALANCE)
            if matter and apart and together and not may_both_hold(ours, theirs):
                yield Conflict("figure", "remaining", stand_for(one.claim, ours), stand_for(other.claim, theirs))


def _left(voice: Voice) -> Quantity | None:
    said = voice.said.statement
    if said.opinion or said.realis in ("conditional", "questioned"):
        return None
    found = {float((m[1] or m[2]).replace(",", "")) for words in sentences_of(said) for m in _LEFT.finditer(words)}
    value = next(iter(found), None)
    if value is None or len(found) > 1:
        return None
    # "About 60" is not 60.
    figure = next((one for one in said.figures if value in (one.low, one.high)), None)
    return Quantity("remaining", value, value, figure.qualifier) if figure else Quantity("remaining", value, value)
