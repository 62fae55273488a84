"""Whose "the security forces" are: those of the state that a report is about, where it is about one."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Mapping
from itertools import compress

import msgspec

from crosswire.model import Reading
from crosswire.read.grammar import AUXILIARIES, PREPOSITIONS, SUBORDINATORS
from crosswire.read.scene import ARMS
from crosswire.read.words import Words
from crosswire.text.verbs import lemma_of

# A summary of the world's news, or a transcript, is about another state every few paragraphs.
_AROUND = 2500
# The state is named so often around, and so many times as often as any other; measured by eye on T17's Syria and
# Egypt, where 1.5 times gave the army of the country that the report was sent from in all but long transcripts.
_LEAST, _MARGIN = 2, 1.5
# How many times more the forces of a state count than its bare name.
_ARMED = 3
# Before these words stand "the", a word that joins or reports, or nothing; an adjective may make them another's.
_OPENERS = (
    frozenset('the a an that and but or , . ? ! " “ ” ‘ ( ) - – — : ; say says said saying where reports'.split())
    | SUBORDINATORS
    | (PREPOSITIONS - {"of", "like", "unlike", "against", "on", "at", "to", "into", "toward", "towards"})
    | AUXILIARIES
)
_REGIME = "regime"
# "Army deserters", "soldiers who defected", "troops loyal to a rival" are no state's.
_LEFT = frozenset("defectors deserters dissidents exiles mutineers loyal who defecting deserting veterans".split())
# What forces carry out, beside the packs' deeds: "an army offensive".
_CARRIED_OUT = frozenset("offensive offensives operation operations crackdown sweep".split())
# These name people, and so head what they stand in.
_PLURALS = frozenset({"troops", "soldiers", "authorities"})


class Homes(msgspec.Struct, frozen=True):
    """Where an article names which state, in text order."""

    starts: tuple[int, ...]
    states: tuple[str, ...]
    # Where a state is called a regime, which state; and the state that the report's own outlet belongs to.
    regimes: tuple[tuple[int, str], ...] = ()
    own: str | None = None

    def regime(self, offset: int) -> str | None:
        """
        Return the state that "the regime" is at `offset`: the last one called so, else the one the text is about.

        >>> Homes((0, 9), ("PER", "PER"), ((4, "CHL"),)).regime(8), Homes((0, 9), ("PER", "PER"), own="PER").regime(8)
        ('CHL', None)
        """
        called = bisect_left(self.regimes, (offset, ""))
        if called:
            return self.regimes[called - 1][1]
        home = self.around(offset)
        # A state's own press calls its foe a regime, never its government.
        return home if home != self.own else None

    def around(self, offset: int) -> str | None:
        """Return the state that the text around `offset` is about, None where several are named about as often."""
        first, last = bisect_left(self.starts, offset - _AROUND), bisect_right(self.starts, offset + _AROUND)
        counted = Counter(self.states[first:last]).most_common(2)
        if not counted or counted[0][1] < _LEAST:
            return None
        return counted[0][0] if len(counted) == 1 or counted[0][1] >= _MARGIN * counted[1][1] else None


def find_homes(reading: Reading, words: Words, adjectives: Mapping[str, str], own: str | None = None) -> Homes:
    """
    Return where an article names states: by name, by who acts for one, and by their adjectives.

    `own` is the state whose outlet tells it.
    """
    kinds = {actor.id: actor for actor in reading.actors}
    named: list[tuple[int, str]] = []
    for one in reading.mentions:
        actor = kinds.get(one.actor or "")
        if actor is None:
            continue
        side = actor.id if actor.kind == "state" else actor.party
        if side is not None and side in kinds and kinds[side].kind == "state":
            named.append((one.start, side))
    for at in compress(range(len(words.low)), map(adjectives.__contains__, words.low)):
        if words.owner[at] < 0:
            named.append((words.starts[at], adjectives[words.low[at]]))
        # A report on what is done in one country names its forces, whoever else comments on them.
        if not ARMS.isdisjoint(words.low[at + 1 : at + 4]):
            named += [(words.starts[at], adjectives[words.low[at]])] * _ARMED
    named.sort()
    called = _regimes(reading, words, adjectives, {one.id: one.party or one.id for one in kinds.values()})
    return Homes(tuple(start for start, _ in named), tuple(state for _, state in named), called, own)


def _regimes(
    reading: Reading, words: Words, adjectives: Mapping[str, str], sides: Mapping[str, str]
) -> tuple[tuple[int, str], ...]:
    """Return where a side is called a regime by name or adjective: "the Chilean regime"."""
    found = []
    for at in compress(range(1, len(words.low)), map(_REGIME.__eq__, words.low)):
        owner = words.owner[at] if words.owner[at] >= 0 else words.owner[at - 1]
        side = sides.get(reading.mentions[owner].actor or "") if owner >= 0 else adjectives.get(words.low[at - 1])
        if side is not None:
            found.append((words.starts[at], side))
    return tuple(found)


def opens_home(
    words: Words,
    at: int,
    named: Mapping[str, tuple[tuple[str, ...], ...]],
    deeds: Container[str],
    *,
    owned: bool = False,
) -> int | None:
    """
    Return the last word of a name for a state's own forces that begins at `at`: "the security forces"; else None.

    What an adjective or an owner makes another's, or deserters, are none; with `owned` the owner is known. `deeds` are
    words for what they may do: "army shelling".
    """
    if at >= len(words.low) or words.low[at] not in named or words.owner[at] >= 0:
        return None
    low = words.low
    for rest in named[low[at]]:
        last = at + len(rest)
        if tuple(low[at + 1 : last + 1]) != rest:
            continue
        before = low[at - 1] if at else ""
        plain = owned or not before or before in _OPENERS or before.endswith("ly")
        after = low[last + 1] if last + 1 < len(low) else "."
        # "Government supporters", "an army base": one word alone must be the head, or own a deed.
        owns = (after in deeds or after in _CARRIED_OUT) and low[
            at
        ] != "military"  # "a military assault" may be anybody's
        heads = bool(rest) or low[at] in _PLURALS or owns or _ends_name(after)
        return last if plain and heads and after not in _LEFT else None
    return None


def _ends_name(after: str) -> bool:
    """Tell whether a word may follow a subject: a verb, a preposition, a mark."""
    grammar = after in AUXILIARIES or after in PREPOSITIONS or after in ("of", "and", "also", "who")
    return grammar or not after[0].isalpha() or after.endswith(("ed", "ly")) or lemma_of(after) is not None
