"""What somebody who searches means: every form of a word, the words used for it, and a name's other spellings."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

import msgspec

from crosswire.packs import PackActor
from crosswire.text.tokens import terms
from crosswire.weigh.spelling import fold
from crosswire.weigh.synonyms import used_alike

# What a word stands for less than itself: the word another report uses for it.
_OTHER = 0.8
# Longer names are whole phrases, whose words stand for other things too.
_LONGEST = 3


class Sought(msgspec.Struct, frozen=True):
    """One word of a search: its stem, the stems of what is used for it, and all of these as words to look up."""

    stem: str
    others: frozenset[str]
    words: tuple[str, ...]

    def share(self, stems: Collection[str]) -> float:
        """Return how far a text with these stems holds it: whole, in another word, or not at all."""
        return 1.0 if self.stem in stems else 0.0 if self.others.isdisjoint(stems) else _OTHER


def seek(words: str, actors: Iterable[PackActor] = ()) -> list[Sought]:
    """
    Return the words of a search that tell something, each with what reports use for it.

    >>> [(one.stem, one.share(["armistic"]), one.share(["ship"])) for one in seek("the truce")]
    [('truce', 0.8, 0.0)]
    """
    known = _spellings(tuple(actors))
    found: dict[str, Sought] = {}
    for word in re.findall(r"[^\W_]+(?:[-'’.][^\W_]+)*", words):
        for stem in terms(word):
            # "Cease-fire" is two words, and fire is no truce.
            others = [one for one in (*used_alike(stem), *known.get(fold(word), ())) if len(terms(one)) == 1]
            stems = frozenset(one for other in others for one in terms(other)) - {stem}
            found.setdefault(stem, Sought(stem, stems, (word, *dict.fromkeys(others))))
    return list(found.values())


def look_up(words: str, wanted: Iterable[Sought]) -> str:
    """Return every word that an index of texts is to be asked for."""
    return " ".join(re.findall(r"\w+", " ".join([words, *(other for one in wanted for other in one.words)])))


def share_held(wanted: Sequence[Sought], stems: Collection[str]) -> float:
    """Return how much of a search a text with these stems holds, between 0 and 1."""
    return sum(one.share(stems) for one in wanted) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=8)
def _spellings(actors: tuple[PackActor, ...]) -> dict[str, list[str]]:
    """Map each name of one word, and each surname, to the others that the same actor goes by."""
    found: dict[str, list[str]] = {}
    for actor in actors:
        names = [one for one in (actor.name, *actor.aliases) if len(one.split()) <= _LONGEST]
        single = [one.split()[-1] if actor.kind == "person" else one for one in names]
        single = list(dict.fromkeys([*single, *actor.metonyms, *actor.adjectives]))
        words = [one for one in single if len(one.split()) == 1]
        for one in words:
            held = found.setdefault(fold(one), [])
            held += [other for other in words if other not in held and other != one]
    return found
