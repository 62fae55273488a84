"""What a count of the dead covers: whose dead, how long, how much of a land, which place and day; `scopes.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from crosswire.model import Quantity, Statement, When
from crosswire.text.times import MONTHS, WEEKDAYS

from .propositions import Proposition
from .sides import Sides

# A day's report of a place is of that day or of the one before.
SAME_DAY = 1
# Counts of one event lie within this factor of each other; of a war, or where both name place and day, within the
# second.
ALIKE, ALIKE_SURE = 5, 20
# Whose dead a count is of that names nobody.
ANYBODY = "anybody"
_WORD = r"[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){0,2}"
# Where it was: "in Orm", "in the port city of Orm", "south of Orm".
_WHERE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|(?:town|city|village|port|district|suburbs?|province|"
    rf"region|governorate|outskirts|camp|north|south|east|west) of) (?:the )?(?:[a-z-]{{2,20}} ){{0,3}}({_WORD})"
)
_ALSO = re.compile(rf"(?:,? and |,? or |, (?=(?:in |the )?{_WORD}(?:,|,? and|,? or) ))(?:in |the )?({_WORD})")
# What follows counts parts of the whole before it.
_PARTS = re.compile(r",? (?:including|among them|of whom|of them|with)\b|[:;] ")
# "13 in Orm, nine in Fenn and one each in Dell": a count taken apart by place is of all of them.
_PART_IN = re.compile(
    rf"\b(?:\d{{1,6}}|[a-z]{{3,10}})(?: each| people| deaths| fatalities)? in (?:the )?(?:[a-z]+ of )?{_WORD}"
)
# "Another 35", "20 of the dead": more than was counted before, and less than all.
_MORE = re.compile(r"\b(?:another|a further|an additional|as many as|up to) $", re.IGNORECASE)
_SOME = re.compile(
    r"\W{1,3}(?:more|others|new|extra|additional|further)\b"
    r"|\s(?:people |bodies )?(?:of|among) (?:the|those|these|them|its|their|his|her)\b"
)
_SINCE_ONE = re.compile(
    r"\bsince (?:[a-z]{3,6}day['’]s|the) (?:[\w-]{2,20} ){0,2}(?:strike|attack|raid|blast|explosion|bombing|shelling)\b"
)
_END = re.compile(r"[.!?;][\"'”’)]{0,3}\s")
_NO_PLACES = frozenset((*MONTHS, *WEEKDAYS))


class Scope(msgspec.Struct, frozen=True):
    """
    What one count of the dead covers.

    `whose` names those counted, `feared` a count of what is only thought, `long` one of weeks, `wide` one of a whole
    land; `past` tells that the event is not the one reported. `places` are the first words of the places it names,
    `day` the event's.
    """

    whose: str
    low: float | None
    high: float | None
    feared: bool
    long: bool
    wide: bool
    past: bool
    places: frozenset[str]
    day: When | None


class Counted(msgspec.Struct, frozen=True, gc=False):
    """What one statement counts: the numbers of dead it gives, and the one for the whole event with what it covers."""

    given: frozenset[float | None]
    figure: Quantity | None = None
    scope: Scope | None = None


def scope_of(item: Proposition, figure: Quantity, sides: Sides, nations: Mapping[str, str]) -> Scope | None:
    """Return what a count covers; nothing for one that adds to another, or is a part of it."""
    said = item.statement
    sentence, at = _sentence(said, figure)
    if at is not None:
        number_end = figure.end - figure.start + at
        if _MORE.search(sentence, max(0, at - 20), at) or _SOME.match(sentence, number_end):
            return None
    low = sentence.lower()
    if _rate().search(low):
        return None
    apart = len(_PART_IN.findall(sentence)) > 1
    land = any(word in low for word in _listed("wide")) or _of_a_land(sentence, nations) or apart
    # "Since Monday's strike" counts that strike's dead, and "since Monday" a week's.
    long = bool(_long().search(_SINCE_ONE.sub(" ", low)))
    whole = sentence[: _cut(sentence, at)]
    towns, states = _places(whole, said, sides, nations)
    return Scope(
        whose=_whose(figure.unit),
        low=figure.low,
        high=figure.high if figure.qualifier != "at-least" else None,
        feared=bool(_feared().search(low)),
        long=long,
        wide=land or (bool(states) and not towns),
        past=any(word in low for word in _listed("elsewhen")) or _dated_before(item),
        places=towns or states,
        day=item.day,
    )


def may_be_one(one: Scope, other: Scope, first: Proposition, second: Proposition) -> bool:
    """Tell whether two counts cover the same dead: nothing that either says speaks against it."""
    people = _one_people(one, other) or _one_people(other, one)
    if not people or (one.feared, one.long) != (other.feared, other.long):
        return False
    # A count of a war seldom names its land; one of a town does name the town.
    if one.wide != other.wide and not (one.long and not (one.places and other.places) and _town(one) == _town(other)):
        return False
    if one.places and other.places and one.places != other.places:
        return False
    few, many = sorted(scope.low or scope.high or 0 for scope in (one, other))
    if few * (ALIKE_SURE if one.long or _is_one_event(one, other) else ALIKE) <= many:
        return False
    if one.long:
        return not (one.past or other.past)
    return _one_moment(one, other, first, second)


def _one_moment(one: Scope, other: Scope, first: Proposition, second: Proposition) -> bool:
    """Tell whether two counts are of one day's event; of a whole land's day, once it is over."""
    dated = one.day is not None and other.day is not None
    if dated and not _meet(one.day, other.day):
        return False
    if one.past or other.past or one.wide:
        return dated and _is_over(one.day, first) and _is_over(other.day, second)
    return _in_days(one, second) and _in_days(other, first)


def _is_one_event(one: Scope, other: Scope) -> bool:
    """Tell whether two counts name one place and one day."""
    return bool(one.places & other.places) and one.day is not None and one.day == other.day


def _town(scope: Scope) -> bool:
    return bool(scope.places) and not scope.wide


def _one_people(one: Scope, other: Scope) -> bool:
    """Tell whether two counts are of one people, or the other counts more of some than the one counts in all."""
    if one.whose == other.whose:
        return True
    return one.whose == ANYBODY and one.high is not None and other.low is not None and other.low > one.high


def _meet(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.first <= other.last and other.first <= one.last


def _is_over(day: When | None, item: Proposition) -> bool:
    """Tell whether a day was over when it was reported: until then its count still runs."""
    return day is not None and (item.published is None or day.last < item.published)


def _in_days(scope: Scope, other: Proposition) -> bool:
    """Tell whether an undated report came out when a dated one's event was news."""
    if scope.day is None or other.day is not None or other.published is None:
        return True
    return 0 <= (other.published - scope.day.last).days <= SAME_DAY


def _sentence(said: Statement, figure: Quantity) -> tuple[str, int | None]:
    """Return the sentence a figure stands in and its place there; all of the evidence where that is unknown."""
    quote = said.evidence.quote
    at = figure.start - said.evidence.start
    if figure.end <= figure.start or not 0 <= at < len(quote):
        return quote, None
    low = max((match.end() for match in _END.finditer(quote, 0, at)), default=0)
    end = _END.search(quote, at)
    return quote[low : end.end() if end else len(quote)], at - low


def _cut(sentence: str, at: int | None) -> int:
    parts = _PARTS.search(sentence, at or 0)
    return parts.start() if parts else len(sentence)


def _places(
    words: str, said: Statement, sides: Sides, nations: Mapping[str, str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the first words of the towns and the like that a sentence names, and of the states it is in."""
    found = set()
    for match in _WHERE.finditer(words):
        found.add(match[1])
        more = _ALSO.match(words, match.end())
        while more:
            found.add(more[1])
            more = _ALSO.match(words, more.end())
    for actor in sides.places(*said.actors):
        found.update(name for name in sides.actors[actor].names if name in words)
    names = {place_key(name) for name in found if name} - _NO_PLACES
    states = sides.state_words()
    return frozenset(names - nations.keys() - states), frozenset(names & states)


def towns_in(said: Statement, sides: Sides, nations: Mapping[str, str]) -> frozenset[str]:
    """Return the first words of the towns and the like that a sentence names."""
    return _places(said.evidence.quote, said, sides, nations)[0]


def place_key(name: str) -> str:
    """
    Return what a place is known by in whatever form it is named: its first word, and the next where that says little.

    >>> place_key("Orm harbour"), place_key("Abu Dell market")
    ('orm', 'abu dell')
    """
    words = [re.sub(r"['’]s?$", "", word).lower() for word in name.split()]
    return " ".join(words[: 2 if words[0] in _listed("leading") else 1])


def _of_a_land(sentence: str, nations: Mapping[str, str]) -> bool:
    """Tell whether a sentence speaks of all of a state: "across Redland"."""
    return any(match[1].lower() in nations for match in _across().finditer(sentence))


def _dated_before(item: Proposition) -> bool:
    """Tell whether all dates that a statement gives lie well before its report."""
    times = [when for when in item.statement.times if when.precision != "years"]
    if item.published is None or not times:
        return False
    return all((item.published - when.last).days > 2 * SAME_DAY + 1 for when in times)


def _whose(unit: str | None) -> str:
    return next((name for name, units in _data()["whose"].items() if unit in units.split()), unit or ANYBODY)


@cache
def _feared() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['unsure']['words'].split())})\b")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("scopes.toml").read_text(encoding="utf-8"))


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(_data()[name]["words"])


@cache
def _long() -> re.Pattern[str]:
    lasting = "|".join(_data()["long"]["lasting"].split())
    words = "|".join(re.escape(word) for word in _listed("long"))
    return re.compile(
        rf"\b(?:{words})\b|\b(?:during|in|of|by) (?:the|an?|its|this) (?:[\w-]{{2,20}} ){{0,3}}(?:{lasting})\b"
    )


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _listed('rate')))})\b(?! (?:after|before|earlier|later|ago)\b)")


@cache
def _across() -> re.Pattern[str]:
    return re.compile(rf"\b(?:across|throughout|all over|around) ({_WORD})")
