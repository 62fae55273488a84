"""The packs' words for incidents: which kind of act a sentence names, who watches, and what was seen."""

from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from crosswire.model import IncidentType
from crosswire.packs import Packs
from crosswire.read.words import Words, split_words
from crosswire.text.verbs import all_forms

_PREFIX = "incident:"
# Words from "turned" to "back", whom between.
_TURN = 8


class Kinds(msgspec.Struct, frozen=True):
    """Kinds of incident by the first word of what names them, the sharpest kind first; and words of watching."""

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    order: tuple[IncidentType, ...]
    watchers: tuple[str, ...]
    imagery: tuple[str, ...]
    arms: frozenset[str]
    omissions: frozenset[str] = frozenset()
    # What a state's own forces are called where the report is about that state, by the first word.
    home: Mapping[str, tuple[tuple[str, ...], ...]] = {}
    # First words of arms that may stand idle, and what is done with them.
    idle: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    # What is struck or captured in words only, and what helps another's deed without doing it.
    figures: frozenset[str] = frozenset()
    abetting: frozenset[str] = frozenset()

    landing: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    estranged: frozenset[str] = frozenset()

    def is_idle(self, words: Words, places: range, deed: int, kind: str) -> bool:
        """Tell whether arms are only spoken of: "sent attack helicopters", never "helicopters fired on the town"."""
        if words.low[deed] not in self.idle:
            return False
        low = words.low
        # A rocket that lands hits; a plane that does is at home.
        done = self.done if kind in ("air", "drone") else self.done | self.landing
        told = (at for at in places if at != deed and low[at] in done)
        return not any(low[at] not in _KINDS_OF_ARMS or low[at + 1 : at + 2] != [low[deed]] for at in told)

    def find(self, words: Words, places: range) -> tuple[IncidentType, int] | None:
        """Return the sharpest kind that the words at `places` name, and the first word that names it."""
        best: tuple[bool, int, bool, int] | None = None
        for at in places:
            if words.low[at] not in self.by_word:
                continue
            for rest, rank in self.by_word[words.low[at]]:
                # "Moving guns" tells more than "guns": several words come before one.
                # "Killed in a Chilean attack": the attack says whose it was.
                found = (not rest, rank, words.low[at].startswith("kill"), at)
                if tuple(words.low[at + 1 : at + 1 + len(rest)]) == rest and (best is None or found < best):
                    best = found
        if best is None or self.order[best[1]] in ("breach", "attack"):
            turned = _turned_back(words, places)
            if turned is not None:
                return "access denied", turned
        return (self.order[best[1]], best[3]) if best else None

    def is_private(self, words: Words, source: range) -> bool:
        """Tell whether a source speaks for no state: "the Peruvian activist Ana Roe"."""
        return not self.private.isdisjoint(words.low[source.start : source.stop])

    def is_watched(self, source: str) -> bool:
        """Tell whether a source is named as one that watches for nobody's side."""
        return _holds(source, self.watchers)

    def is_seen(self, sentence: str) -> bool:
        """Tell whether a sentence rests on what can be seen: photographs, satellite images."""
        return _holds(sentence, self.imagery)


def _turned_back(words: Words, places: range) -> int | None:
    """Return the verb of "turned the volunteers' own launch back from the pier", never "turned the clock back"."""
    for at in places:
        if words.low[at] not in ("turned", "turning", "turn"):
            continue
        for to in range(at + 2, min(places.stop - 1, at + _TURN)):
            if words.low[to] in ("back", "away") and words.low[to + 1] in ("from", "at"):
                return at
    return None


def _holds(text: str, listed: Sequence[str]) -> bool:
    low = text.lower()
    return any(word in low for word in listed)


_kinds: dict[str, Kinds] = {}


def incident_kinds(packs: Packs) -> Kinds:
    """
    Return the kinds of incident that `packs` name, gathered once for each digest.

    >>> from crosswire.packs import load
    >>> incident_kinds(load("negotiation")).order[:3]
    ('access denied', 'drone', 'air')
    """
    if packs.digest not in _kinds:
        _kinds[packs.digest] = _gather(packs)
    return _kinds[packs.digest]


# The sharpest first: a sentence that names a drone and an attack tells of a drone.
_ORDER: tuple[IncidentType, ...] = (
    "access denied", "drone", "air", "shelling", "ill-treatment", "seizure", "small arms", "movement", "breach",
    "attack",
)  # fmt: skip

_ARMED = ("drone", "air", "shelling")
# "Attack helicopters" attack nobody by their name.
_KINDS_OF_ARMS = frozenset({"attack", "strike", "assault"})


def _gather(packs: Packs) -> Kinds:
    by_word: dict[str, set[tuple[tuple[str, ...], int]]] = {}
    for rank, kind in enumerate(_ORDER):
        for entry in packs.words(_PREFIX + kind):
            spelt = {entry, entry + "s"} | (set(all_forms(entry)) if entry.isalpha() else set())
            for one in spelt:
                first, *rest = split_words(one)
                by_word.setdefault(first, set()).add((tuple(rest), rank))
    return Kinds(
        {word: tuple(sorted(found, key=lambda one: (one[1], -len(one[0]), one[0]))) for word, found in by_word.items()},
        _ORDER,
        packs.words("watchers"),
        packs.words("imagery"),
        frozenset(
            word
            for kind in ("drone", "air", "shelling")
            for one in packs.words(_PREFIX + kind)
            for word in (one, one + "s")
        ),
        frozenset(one for word in packs.words("incident-omission") for one in (word.split()[0], *_forms(word))),
        _by_first_word(packs.words("home-forces")),
        frozenset(one for word in packs.words("incident-arms") for one in (word.split()[0], word.split()[0] + "s")),
        frozenset(one for word in packs.words("incident-deeds") for one in (word, *_forms(word))),
        frozenset(packs.words("incident-figures")),
        frozenset(packs.words("incident-abetting")),
        frozenset(one for word in packs.words("incident-landing") for one in (word, *_forms(word))),
        frozenset(one for word in packs.words("private-voices") for one in (word, word + "s")),
        frozenset(packs.words("estranged-names")),
    )


def _by_first_word(listed: Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in listed:
        first, *rest = split_words(entry)
        found.setdefault(first, []).append(tuple(rest))
    return {word: tuple(sorted(rests, key=lambda one: (-len(one), one))) for word, rests in found.items()}


def _forms(word: str) -> tuple[str, ...]:
    return tuple(all_forms(word)) if word.isalpha() else ()


assert set(_ORDER) == set(get_args(IncidentType)), "every kind of incident has its place in the order"
