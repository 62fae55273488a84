"""The dead and the wounded a sentence counts, and how many incidents it counts."""

import re
from collections.abc import Iterator

from crosswire.model import Figure, Quantity, Reading, Span
from crosswire.read.detached import quantities
from crosswire.read.grammar import BE, HAVE, NEGATORS, PREPOSITIONS
from crosswire.read.pledge_scene import starting_in
from crosswire.read.words import Words

_KILLED = re.compile(r"kill|martyr(?:ed|ing)|dead\b|die[sd]?\b|death|bodies|fatal|lives\b")
_WOUNDED = re.compile(r"wound|injur|hurt\b")
_COUNTED = frozenset(
    "time violation attack incident breach strike shelling raid shot airstrike occasion execution".split()
)
_PEOPLE_NOT = frozenset("day hour minute week month year km m mile % shell drone rocket missile truck vehicle".split())
_RISEN = frozenset({"risen", "rose", "rises", "climbed", "grown", "gone", "raised", "put", "puts", "stood", "stands"})
_PAST = frozenset({"earlier", "previously", "initially"})
# The dead of months are no toll of one incident.
_IN_ALL = re.compile(
    r"\bsince (?:(?:[\w-]+ ){0,4}(?:began|started|erupted|broke)|the (?:start|beginning|outbreak|onset) of|"
    r"january|february|march|april|may|june|july|august|"
    r"september|october|november|december|mid|early|late|last|then|it)\b"
    r"|\b(?:over|in|during) the (?:past|last) (?:\w+ )?(?:months?|years?)\b"
    r"|\bsince (?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['’]s)"
    r"|\bduring the (?:\w+ )?(?:uprising|war|conflict|unrest|revolt)\b|\bin (?:\w+ ){1,2}(?:months|years) of\b"
    r"|\b(?:months|years?) of (?:[\w-]+ )?(?:violence|fighting|unrest|protests?|war|conflict|bloodshed|revolt)\b"
    r"|\boverview of\b"
    r"|\b(?:uprising|conflict|war|unrest|crackdown|fighting|revolt|campaign|offensive)\b[^.;]{0,80}"
    r"\b(?:has|have|had) (?:been )?(?:\w+ )?"
    r"(?:killed|claimed|cost|left)\b"
    r"|\b(?:killed|died|dead) (?:\w+ ){0,3}in (?:the |a |his |its )?(?:[\w-]+ )?"
    r"(?:uprising|conflict|war|unrest|crackdown|revolt)\b|\bin (?:more than |nearly |almost |over )?\w+ months\b"
)
# The dead of a country in a day are no toll of one place.
_ALL_OVER = re.compile(
    r"\bnation-?wide\b|\b(?:across|throughout|around|all over) (?:the (?:whole )?(?:country|nation)\b|[A-Z])"
    r"|\b(?:in|across) (?:various|different|several|many|other|all) parts of\b"
    # "In Arland itself, 40 people were killed on Thursday".
    r"|\b[Ii]n (?:the )?(?:[A-Z][\w’'-]+ ){1,3}(?:itself|as a whole)\b|\bcountry-?wide\b"
)
# Words of an aside after a count.
_ASIDE = 12
# Words between a count and the verb that says what befell those counted.
_REACH = 5
# Who is counted by an article alone: "killing a girl of 17", "a soldier was wounded".
_VICTIMS = frozenset(
    "person man woman citizen boy girl child baby infant toddler teenager civilian villager resident soldier guard "
    "serviceman officer policeman marine sailor fisherman farmer driver worker medic paramedic doctor nurse journalist "
    "reporter cameraman student teacher pensioner peacekeeper firefighter rescuer monk priest crewman fighter "
    "commander mother father grandmother grandfather passer-by".split()
)
# Words of what is told of such a one before the noun: "a 17-year-old Peruvian girl".
_DESCRIBED = 4
_LIES = BE | HAVE | frozenset({"been", "reportedly", "later", "also", "seriously", "badly", "lightly", "slightly"})
_DEALT = frozenset({"killing", "killed", "wounding", "wounded", "injuring", "injured", "hurting", "maiming"})
_JOINING = frozenset({"and", "but", "while", ",", ";"})
# "Killing one and wounding three": a number that nothing is counted by, behind what befell those.
_NUMBERS = {word: at for at, word in enumerate(str.split("one two three four five six seven eight nine ten"), 1)}
_ENDS = frozenset({"and", "but", ",", ".", ";", "after", "when", "in", "on", "at", "near", "before", "overnight"})
# "Killed and three others wounded": these stand between a count and what befell it.
_OTHERS = frozenset({"others", "more", "other", "people"})


def sums_up(text: str) -> bool:
    """
    Tell whether a sentence counts the dead of months or of a whole conflict: no one incident's.

    >>> sums_up("9,000 have died since the revolt began"), sums_up("nine have died since noon")
    (True, False)
    """
    low = text.lower()
    return _KILLED.search(low) is not None and _IN_ALL.search(low) is not None


def is_all_over(text: str) -> bool:
    """
    Tell whether what a sentence counts happened all over a country.

    >>> is_all_over("killed 20 across Peru"), is_all_over("killed 20 across the river")
    (True, False)
    """
    return _ALL_OVER.search(text) is not None


def tolls_in(reading: Reading, words: Words, places: range) -> tuple[Quantity | None, Quantity | None]:
    """Return how many a sentence says were killed, and how many wounded: each count by the nearest such word."""
    killed: Figure | None = None
    wounded: Figure | None = None
    if places and _IN_ALL.search(words.join(places.start, places.stop)):
        return None, None
    for figure in _inside(reading, words, places):
        if figure.unit in _PEOPLE_NOT or figure.unit in _COUNTED or figure.subset or figure.low is None:
            continue
        fate = _fate(words, places, figure)
        if fate == "killed" and killed is None:
            killed = figure
        elif fate == "wounded" and wounded is None:
            wounded = figure
    open_ = killed is None or wounded is None
    alone = dict((*_one(reading, words, places), *_bare(words, places), *_alone(words, places))) if open_ else {}
    return (
        quantities((killed,))[0] if killed else alone.get("killed"),
        quantities((wounded,))[0] if wounded else alone.get("wounded"),
    )


def _alone(words: Words, places: range) -> Iterator[tuple[str, Quantity]]:
    """Yield the one victim that a sentence counts by an article, the last first: "killing a 17-year-old girl"."""
    low = words.low
    for at in reversed(places):
        if low[at] not in ("a", "an") or (at > places.start and low[at - 1] in NEGATORS):
            continue
        noun = next((to for to in range(at + 1, min(places.stop, at + 2 + _DESCRIBED)) if low[to] in _VICTIMS), None)
        if noun is None or not PREPOSITIONS.isdisjoint(low[at + 1 : noun]):
            continue
        if noun + 1 < places.stop and low[noun + 1] in ("'s", "’s"):
            continue
        told = next((to for to in range(noun + 1, places.stop) if low[to] not in _LIES), places.stop)
        passive = told > noun + 1 or low[told : told + 1] in (["died"], ["dead"])
        fate = _named(low[at - 1]) if at > places.start else None
        fate = fate or (_named(low[told]) if passive and told < places.stop else None)
        if fate is not None:
            end = words.starts[noun] + len(low[noun])
            yield fate, Quantity("person", 1.0, 1.0, start=words.starts[at], end=end)


def _one(reading: Reading, words: Words, places: range) -> Iterator[tuple[str, Quantity]]:
    """Yield the one victim whom a sentence names, the last first: "Ann Roe was shot dead", "killing Ann Roe"."""
    low, people = words.low, {one.id for one in reading.actors if one.kind == "person"}
    for at in reversed(places):
        owner = words.owner[at]
        if owner < 0 or reading.mentions[owner].actor not in people or words.owner[at + 1 : at + 2] == [owner]:
            continue
        one = reading.mentions[owner]
        before = low[at - 1] if at > places.start else ""
        told = next((to for to in range(at + 1, places.stop) if low[to] not in _LIES), places.stop)
        told += low[told : told + 2] == ["shot", "dead"]
        first = words.at(one.start)
        fate = _named(low[first - 1]) if first > places.start and low[first - 1] in _DEALT else None
        if fate is None and told > at + 1 and told < places.stop and before not in ("and", ","):
            fate = _named(low[told])
        if fate is not None:
            yield fate, Quantity("person", 1.0, 1.0, start=one.start, end=one.end)


def _bare(words: Words, places: range) -> Iterator[tuple[str, Quantity]]:
    """Yield the counts without a noun behind what befell those counted, the last first: "killing 12, wounding 30"."""
    low = words.low
    for at in reversed(places[1:]):
        number = _NUMBERS.get(low[at]) or (int(low[at]) if low[at].isdecimal() and len(low[at]) < len("1000") else None)
        fate = _named(low[at - 1]) if number and low[at - 1] in _DEALT else None
        if number and fate and (at + 1 >= len(low) or low[at + 1] in _ENDS):
            yield (
                fate,
                Quantity(
                    "person", float(number), float(number), start=words.starts[at], end=words.starts[at] + len(low[at])
                ),
            )


def _named(word: str) -> str | None:
    """Return the fate that a verb names."""
    return "killed" if _KILLED.match(word) else "wounded" if _WOUNDED.match(word) else None


def _fate(words: Words, places: range, figure: Figure) -> str | None:
    if figure.unit in ("killed", "dead", "death", "body", "fatality"):
        return "killed"
    first, last = words.at(figure.span.start), words.at(figure.span.end)
    if figure.unit in ("wounded", "injured", "injury"):
        # "Two of the wounded died" adds to the dead a number that their count holds already.
        return None if any(word.startswith(("die", "dying")) for word in words.low[last : last + 2]) else "wounded"
    counted = words.low[max(places.start, first - 4) : max(places.start, first - 1)]
    if words.low[first - 1] in ("to", "at") and not _RISEN.isdisjoint(counted):
        before = words.low[places.start : first]
        return "killed" if "toll" in before and _PAST.isdisjoint(before) else None  # "had earlier put the toll at 14"
    if words.low[last : last + 1] and words.low[last] in _OTHERS:
        first, last = max(first, last - 1), last + 1  # "killed and three others wounded": what stands after counts
    if words.low[last : last + 1] == [","] and words.low[last + 1 : last + 2] in (["including"], ["among"]):
        # "26 people, including three children, have been killed": the aside stands between.
        last = next((at + 1 for at in range(last + 2, min(places.stop, last + _ASIDE)) if words.low[at] == ","), last)
    closed = next((at for at in range(last + 1, min(places.stop - 1, last + _ASIDE)) if words.low[at] == ","), None)
    if words.low[last : last + 1] == [","] and closed is not None and words.low[closed + 1] in _LIES:
        last = closed + 1  # "one man, Ann Berg's brother, was killed"
    # "Was killed and three people were injured": what stands before is of others.
    apart = words.low[first - 1] in _JOINING and not _LIES.isdisjoint(words.low[last : last + 1])
    best: tuple[int, str] | None = None
    for at in range(max(places.start, first - (0 if apart else _REACH)), min(places.stop, last + _REACH)):
        fate = _named(words.low[at])
        if fate is not None:
            gap = max(first - at, at - last + 1, 0)
            best = min(best, (gap, fate)) if best else (gap, fate)
    return best[1] if best else None


def count_in(reading: Reading, span: Span) -> Quantity | None:
    """Return how many times it is said to have happened: "12 violations", "four times"."""
    found = [one for one in starting_in(reading.figures, span) if one.unit in _COUNTED and one.low]
    return quantities(found[:1])[0] if found else None


def _inside(reading: Reading, words: Words, places: range) -> list[Figure]:
    start, end = words.starts[places.start], words.starts[places.stop - 1] + len(words.low[places.stop - 1])
    return list(starting_in(reading.figures, Span(start, end)))
