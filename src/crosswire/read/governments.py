"""Which state "the government" is, and which side "the rebels" are, where a report is about one of either."""

from collections import Counter
from collections.abc import Mapping

from crosswire.model import Reading
from crosswire.read.grammar import PREPOSITIONS, is_adverb
from crosswire.read.words import Words

_RULING = frozenset({"government", "cabinet", "authorities"})
# What a movement under arms is called once it has been named.
_REBELS = frozenset({"rebels", "militia", "insurgents", "militants", "guerrillas", "separatists", "insurgency"})
# Who stands at the gates in a strike, and what the body that called it is.
_STRIKERS = frozenset({"pickets", "picketers", "strikers"})
_UNIONS = frozenset({"union", "unions", "guild", "brotherhood", "federation"})
# Words of description between "the" or an owner and the noun: "Peru's internationally recognised government".
_DESCRIBED = 3
# Characters in which a report names the state it is about, and how many times more often than any other it is named.
_OPENING, _MARGIN = 300, 1.5


def government_at(words: Words, reading: Reading, kinds: Mapping[str, str], at: int) -> str | None:
    """Return the state whose government the word at `at` means: its owner's, else the one the report is about."""
    if at < 0 or at >= len(words.low) or words.low[at] not in _RULING or words.owner[at] >= 0:
        return None
    step = at - 1
    while step > max(0, at - 1 - _DESCRIBED) and _describes(words, step):
        step -= 1
    if step < 0:
        return None
    if words.low[step] == "'s" and step > 0:
        owner = words.owner[step - 1]
        actor = reading.mentions[owner].actor if owner >= 0 else None
        return actor if actor is not None and kinds.get(actor) == "state" else None
    return _home_of(reading, kinds) if words.low[step] == "the" else None


def _home_of(reading: Reading, kinds: Mapping[str, str]) -> str | None:
    """Return the state a report is about: the one its opening names, else that named far more often than any other."""
    named = [(one.start, one.actor) for one in reading.mentions if one.actor and kinds.get(one.actor) == "state"]
    opening = {actor for start, actor in named if start < _OPENING}
    if len(opening) == 1:
        return opening.pop()
    counted = Counter(actor for _, actor in named).most_common(2)
    if not counted:
        return None
    alone = len(counted) == 1 or counted[0][1] >= _MARGIN * counted[1][1]
    return counted[0][0] if alone else None


def _describes(words: Words, at: int) -> bool:
    word = words.low[at]
    return words.owner[at] < 0 and word.isalpha() and word != "the" and (is_adverb(word) or word not in PREPOSITIONS)


def rebels_at(words: Words, reading: Reading, at: int) -> str | None:
    """Return the one movement a report names, where "the rebels" or "the militia" stand at `at` without a name."""
    if at < 1 or words.low[at] not in _REBELS or words.low[at - 1] != "the" or words.owner[at] >= 0:
        return None
    named = {one.id for one in reading.actors if one.kind == "group" and one.party == one.id and one.known}
    return named.pop() if len(named) == 1 else None


def strikers_at(words: Words, reading: Reading, at: int) -> str | None:
    """Return the one union a report names, where "pickets" or "strikers" stand at `at`."""
    if words.low[at] not in _STRIKERS or words.owner[at] >= 0:
        return None
    named = {one.id for one in reading.actors if one.kind == "body" and _UNIONS & set(one.name.lower().split())}
    return named.pop() if len(named) == 1 else None
