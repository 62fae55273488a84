"""Whether two stances are on one matter: in words, by address, or because one answers the other in place."""

from collections.abc import Mapping

import msgspec

from crosswire.model import Article

from .propositions import Lens
from .stances import Held
from .synonyms import canonical, everyday

# Telling words two positions must share, or the part of the shorter one's that one shared word must be.
_SHARED, _SHARE = 2, 0.34
# A short answer ("Kestria turned that down") stands right after what it answers.
_NEAR, _SHORT = 12, 5
_HOLLOW = 0.5


class Matters(msgspec.Struct, frozen=True):
    """What matters are told apart by: the names of actors, which are none, and the articles for what stands where."""

    lens: Lens
    articles: Mapping[str, Article]


class Linked(msgspec.Struct, frozen=True):
    """Whether two stances are on one matter, whether they are one joint act, and how strongly."""

    holds: bool
    joint: bool = False
    strength: float = 0.0


def linked(one: Held, other: Held, matters: Matters) -> Linked:
    """Tell whether two stances are on one matter."""
    if one.joint and other.joint and one.statement.id == other.statement.id:
        return Linked(True, True, 1.0)
    ours, theirs = _matter(one, matters), _matter(other, matters)
    common = ours & theirs
    share = len(common) / max(1, min(len(ours), len(theirs)))
    if len(common) >= _SHARED or (common and share >= _SHARE):
        return Linked(True, strength=len(common) + share)
    if _answers(one, other, matters) or _answers(other, one, matters):
        return Linked(True, strength=1.0)
    return Linked(False)


def _matter(held: Held, matters: Matters) -> frozenset[str]:
    """Return the words that say what a stance is about: neither names of who acts nor words of any news."""
    said, share = held.statement, everyday()
    names: set[str] = set()
    for actor in (*said.actors, said.speaker or "", said.agent or "", held.party):
        known = matters.lens.sides.actors.get(actor)
        if known is not None and known.kind != "place":
            names.update(matters.lens.names.get(actor, ()))
    words = canonical(said.terms) - names - _STANCE_WORDS
    return frozenset(word for word in words if share.get(word, 1.0) >= _HOLLOW)


# Words of taking a stance, as stems: they say how, and not on what.
_STANCE_WORDS = canonical(
    "demand reject accept offer propos propose agre agree refus refuse insist condit condition call urg urge ask readi "
    "ready deal talk negoti posit chief deleg reiter repeat".split()
)


def _answers(answer: Held, asked: Held, matters: Matters) -> bool:
    """Tell whether a short answer stands right after what it answers, in one article."""
    one, other = answer.statement, asked.statement
    if one.article != other.article or answer.stance not in ("reject", "accept", "red_line"):
        return False
    gap = one.evidence.start - other.evidence.end
    text = matters.articles[one.article].text
    content = " ".join(span.of(text) for span in one.contents)
    return 0 <= gap <= _NEAR and len(canonical(one.terms)) <= _SHORT and len(content.split()) <= _SHORT + 5
