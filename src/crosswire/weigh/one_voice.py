"""One voice on one occasion in two reports: what it said is read apart by the words around it, and is one remark."""

from crosswire.text.tokens import terms

from .propositions import Proposition

# Words besides names that two reports of one remark share, and their part of the shorter one's.
LEAST, PART = 3, 0.6
# Days between two reports of one remark.
OCCASION = 1
# A question or a condition is no other reading of a plain remark.
_PLAIN = frozenset({"actual", "future", "negated"})


def same_voice(one: Proposition, other: Proposition) -> bool:
    """Tell whether one speaker says both: by name, or by the same words for one who is not named."""
    ours, theirs = one.statement, other.statement
    if ours.speaker is not None or theirs.speaker is not None:
        return ours.speaker == theirs.speaker
    return bool(ours.unnamed and theirs.unnamed) and _called(ours.unnamed) == _called(theirs.unnamed) != frozenset()


def one_remark(one: Proposition, other: Proposition) -> bool:
    """
    Tell whether two reports give one remark of one voice, so far as its words tell.

    "The army was sending six hundred", "the army would send six hundred by nightfall": a reporter's tense, and the act
    that it is read as, tell no two remarks of a day apart.
    """
    if one.family == other.family or not {one.realis, other.realis} <= _PLAIN or one.nots != other.nots:
        return False
    if one.published is None or other.published is None or abs((one.published - other.published).days) > OCCASION:
        return False
    common = len(one.words.telling & other.words.telling)
    least = min(len(one.words.telling), len(other.words.telling))
    return common >= LEAST and common >= PART * least and same_voice(one, other)


def voice_marks(item: Proposition) -> list[tuple[object, ...]]:
    """Return what may stand for a shared word when pairs are looked for: the speaker."""
    return [("voice", item.statement.speaker)] if item.statement.speaker else []


def _called(words: str | None) -> frozenset[str]:
    return frozenset(terms(words or ""))
