"""Whether two stances are on one matter: in words, by address, or because one answers the other in place."""

from collections.abc import Sequence

import msgspec

from .held import Held
from .propositions import Lens
from .short_answers import follows
from .synonyms import canonical, everyday

# Telling words two positions must share, or the part of the shorter one's that one shared word must be.
_SHARED, _SHARE = 2, 0.3
_HOLLOW = 0.5
# "Recognise" and "recognition" have two stems and one beginning.
_BEGINNING = 6


class Linked(msgspec.Struct, frozen=True):
    """Whether two stances are on one matter, whether they are one joint act, and how strongly."""

    holds: bool
    joint: bool = False
    strength: float = 0.0
    # Each wants the other's step first.
    order: bool = False
    # One was read as the answer to the other, or names whom it answers.
    direct: bool = False
    # Both are on an issue that is one matter.
    single: bool = False


# Wordings of one position that are compared; the rest say the same.
_SPOKESMEN = 4


def bound(ours: Sequence[Held], theirs: Sequence[Held], lens: Lens) -> Linked:
    """Tell whether two positions are on one matter: whether any two of their wordings are."""
    found = [linked(one, other, lens) for one in ours[:_SPOKESMEN] for other in theirs[:_SPOKESMEN]]
    return max(found, key=lambda link: (link.joint, link.order, link.holds, link.strength), default=Linked(False))


def linked(one: Held, other: Held, lens: Lens) -> Linked:
    """Tell whether two stances are on one matter."""
    if one.joint and other.joint and one.statement.id == other.statement.id:
        return Linked(True, True, 1.0, direct=True)
    if one.issue == other.issue and one.round == other.round and (_crosses(one, other) or _crosses(other, one)):
        return Linked(True, strength=2.0, order=True)
    if one.issue == other.issue and (_replies(one, other) or _replies(other, one)):
        return Linked(True, strength=2.0, direct=True)
    if one.issue == other.issue and one.round == other.round and (_withholds(one, other) or _withholds(other, one)):
        return Linked(True, strength=1.5, direct=True)
    if one.issue == other.issue and one.single and other.single:
        promised = "PROMISE" in (one.statement.act, other.statement.act)  # a step may be less than what was asked
        if one.round == other.round or (one.party != other.party and not promised):
            return Linked(True, strength=1.0, single=True)
    ours, theirs = _matter(one, lens), _matter(other, lens)
    common = ours & theirs
    share = len(common) / max(1, min(len(ours), len(theirs)))
    if len(common) >= _SHARED or (common and share >= _SHARE):
        return Linked(True, strength=len(common) + share, direct=_named(one, other, lens))
    # Whose demand it is that a party rejects says more than shared words.
    if one.issue == other.issue and _named(one, other, lens):
        return Linked(True, strength=1.5, direct=True)
    if (len(ours) <= 1 and _answers(one, other)) or (len(theirs) <= 1 and _answers(other, one)):
        return Linked(True, strength=1.0)
    return Linked(False)


def _matter(held: Held, lens: Lens) -> frozenset[str]:
    """Return the words that say what a stance is about; they are worked out once for each statement and party."""
    key = held.statement.id, held.party
    found = lens.matters.get(key)
    if found is None:
        found = lens.matters[key] = _words_on(held, lens)
    return found


def _words_on(held: Held, lens: Lens) -> frozenset[str]:
    """Return the words of a stance but the names of who acts and words of any news."""
    said, share = held.statement, everyday()
    names: set[str] = set()
    for actor in (*said.actors, said.speaker or "", said.agent or "", held.party):
        known = lens.sides.actors.get(actor)
        if known is not None and known.kind != "place":
            names.update(lens.names.get(actor, ()))
    words = canonical(said.terms) - names - _STANCE_WORDS
    return frozenset(word[:_BEGINNING] for word in words if share.get(word, 1.0) >= _HOLLOW)


# Words of taking a stance, as stems: they say how, and not on what.
_STANCE_WORDS = canonical(
    "demand reject accept offer propos propose agre agree refus refuse insist condit condition call urg urge ask readi "
    "ready deal talk negoti posit chief deleg reiter repeat".split()
)


def _replies(answer: Held, asked: Held) -> bool:
    """Tell whether a stance was read as the answer to the other."""
    return answer.answers == (asked.statement.id, asked.party)


def _crosses(one: Held, other: Held) -> bool:
    """
    Tell whether one asks for a thing before anything else, and the other will not hear of it until something is.

    Or whether the other offers something instead, or wants to keep what it is to give up.
    """
    if one.stance not in ("demand", "condition"):
        return False
    asked = "yields" in one.bearings and "keeps" not in one.bearings and other.party in one.addressed
    if asked and other.stance == "demand" and "keeps" in other.bearings and "yields" not in other.bearings:
        return True
    if one.stance != "demand":
        return False
    instead = other.stance == "offer" and "instead" in other.bearings
    return instead or ("first" in one.bearings and other.stance == "condition" and "until" in other.bearings)


def _withholds(answer: Held, asked: Held) -> bool:
    """Tell whether one asks the other to give something up, and that refuses to: "withdraw from", "will not cede"."""
    named = answer.party in asked.addressed and asked.stance in ("demand", "condition")
    return named and answer.stance in ("reject", "red_line") and "yields" in answer.bearings & asked.bearings


def _named(one: Held, other: Held, lens: Lens) -> bool:
    """Tell whether either stance names the other's party as the one it answers."""
    return _aimed(one, other, lens) or _aimed(other, one, lens)


def _aimed(answer: Held, asked: Held, lens: Lens) -> bool:
    """Tell whether an answer names the other party as the one whose demand or offer it answers."""
    said = answer.statement
    target = said.target if said.act == answer.act else said.event_target
    return answer.stance in ("reject", "accept") and target is not None and lens.sides.of(target) == asked.party


def _answers(answer: Held, asked: Held) -> bool:
    """Tell whether one stance is a short answer that stands right after the other."""
    return answer.stance in ("reject", "accept", "red_line") and follows(answer.statement, asked.statement)
