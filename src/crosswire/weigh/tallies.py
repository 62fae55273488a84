"""Tallies of one day: two voices count the same things that crossed, entered or came through one place on it."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from crosswire.model import Quantity, Statement, When

from .counts import is_update, may_both_hold, stand_for
from .docket import Conflict, Docket, Voice, within
from .moved_things import counted_things, is_tally, movements
from .propositions import is_vague
from .scopes import scope_of, towns_in
from .tolls import LAST_NAMED

# "Entered Halden", "left Halden": where things went stands right behind the verb.
_INTO = re.compile(
    r"\b(?:enter|reach|cross|pass|exit|leav|left|depart)\w* (?:through |from |into )?(?:the )?([A-Z]\w+)"
)
# Further apart than this many times two counts are of two things.
FAR = 2.0
_DAY = frozenset({"day", "minute"})
SAME_MOMENT = 1
_MORE = frozenset("another more further additional extra first other others some".split())


class Tally(msgspec.Struct, frozen=True):
    """How many things of one kind one voice counts, how they moved, what stands before their noun, and where."""

    voice: Voice
    figure: Quantity
    moved: frozenset[int]
    kind: frozenset[str]
    places: frozenset[str]


def find_tallies(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts between two counts of the same things on the same day, in whatever verb of one movement."""
    by_day: dict[tuple[str, str], list[Tally]] = defaultdict(list)
    for voice in docket.bearing("tallies"):
        when = voice.said.when
        tally = _tally(voice, docket)
        if tally is not None and when is not None and when.precision in _DAY:
            by_day[tally.figure.unit or "", when.first.isoformat()].append(tally)
    for (unit, _), tallies in sorted(by_day.items()):
        for at, one in enumerate(tallies):
            for other in tallies[at + 1 :]:
                if _clash(one, other, docket):
                    ends = stand_for(one.voice.claim, one.figure), stand_for(other.voice.claim, other.figure)
                    yield Conflict("figure", unit, *ends, one.voice.said.when)


def _tally(voice: Voice, docket: Docket) -> Tally | None:
    said = voice.said.statement
    if not is_tally(said):
        return None
    (figure,) = counted_things(said)
    if said.opinion or said.headline or voice.said.negated or said.realis != "actual" or is_vague(figure, said):
        return None
    scope = scope_of(voice.said, figure, docket.sides, docket.nations)
    if scope is None or scope.long or scope.past:
        return None
    start = said.evidence.start
    words = said.evidence.quote[max(0, figure.start - start) : max(0, figure.end - start)].lower().split()
    kind = frozenset(word for word in words[:-1] if word.isalpha())
    around = said.evidence.quote[max(0, figure.start - start - 12) : max(0, figure.start - start)].lower().split()
    if not _MORE.isdisjoint(kind) or not _MORE.isdisjoint(around[-1:]):
        return None  # "another 60 trucks" adds to a count
    places = scope.places or frozenset(name.lower() for name in _INTO.findall(said.evidence.quote))
    return Tally(voice, figure, movements(said.terms), kind - _NUMBER, places or _before(said, docket))


_NUMBER = frozenset(
    "about around some nearly almost over under more less than at least most exactly a an the one two three four five "
    "six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million dozen".split()
)


def _before(said: Statement, docket: Docket) -> frozenset[str]:
    """Return the places that a report named last before a count that names none, near enough."""
    near = [
        (back, places)
        for voice in docket.told_in(said.article)
        if 0 < (back := said.evidence.start - voice.said.statement.evidence.start) <= LAST_NAMED
        and (places := towns_in(voice.said.statement, docket.sides, docket.nations))
    ]
    return min(near, key=lambda one: (one[0], sorted(one[1])), default=(0, frozenset[str]()))[1]


def _clash(one: Tally, other: Tally, docket: Docket) -> bool:
    first, second = one.voice.said, other.voice.said
    if one.voice.claim == other.voice.claim or may_both_hold(one.figure, other.figure):
        return False
    if one.moved.isdisjoint(other.moved) or (one.kind and other.kind and one.kind != other.kind):
        return False
    if one.places.isdisjoint(other.places) or not _same_days(first.when, second.when):
        return False
    few, many = sorted(figure.low or figure.high or 0.0 for figure in (one.figure, other.figure))
    if few * FAR < many or not within(first, second, SAME_MOMENT):
        return False
    return docket.apart(one.voice, other.voice) and not is_update(first, one.figure, second, other.figure)


def _same_days(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and (one.first, one.last) == (other.first, other.last)
