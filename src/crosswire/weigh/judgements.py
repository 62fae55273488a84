"""Characterisation disputes: opposite verdicts on the same event."""

from collections import defaultdict
from collections.abc import Iterator

from crosswire.text.tokens import words

from .docket import Conflict, Docket, Stand, Voice, within
from .likeness import compare
from .matters import same_object, same_occasion, same_role
from .nations import says_no, sentences_of
from .propositions import WISHES
from .verdicts import load_verdicts, passes, verdict_words

# Besides the verdicts themselves, the two must share this many words and this weight, and an actor or an issue.
SHARED, SAME_MATTER = 3, 0.25
SAME_DAYS = 3
# "The talks were pointless" has nothing else to share: then all its other words must be common, within a day.
BRIEF = 3
# Voices of one verdict that are compared with their opposites, latest first.
HEARD = 60
# A thing is judged by what it will do, an event by what it did.
_OF_OBJECTS, _OF_OTHERS = frozenset({"actual", "future", "conditional"}), frozenset({"actual"})


def find_judgements(docket: Docket) -> Iterator[Conflict]:
    """Yield the conflicts of verdict in a docket."""
    heard: dict[tuple[int, int], list[Voice]] = defaultdict(list)
    for voice in docket.bearing("judges"):
        for place in voice.said.verdicts:
            heard[place].append(voice)
    for at, verdict in enumerate(load_verdicts()):
        ours, theirs = (
            [one for one in heard.get((at, pole), [])[-HEARD:] if _judges(one, at, pole)] for pole in (0, 1)
        )
        for one in ours:
            for other in theirs:
                if one.claim != other.claim and _one_matter(one, other, at, docket) and _meant(one, other, at):
                    stands = Stand(one.claim, verdict.one.label), Stand(other.claim, verdict.other.label)
                    yield Conflict("characterisation", verdict.name, *stands)


def _judges(voice: Voice, at: int, pole: int) -> bool:
    """Tell whether a voice passes one verdict, and not its opposite too, of what is and not of what is wished."""
    item = voice.said
    settled = _OF_OBJECTS if load_verdicts()[at].of == "object" else _OF_OTHERS
    return (
        (at, 1 - pole) not in item.verdicts
        and not item.negated
        and item.statement.realis in settled
        and WISHES.isdisjoint((item.act, item.statement.act))
    )


def _one_matter(first: Voice, second: Voice, at: int, docket: Docket) -> bool:
    ours, theirs = first.said.statement, second.said.statement
    of = load_verdicts()[at].of
    return docket.apart(first, second) and (
        (ours.realis == theirs.realis == "actual" and (_wordy(first, second, docket) or _brief(first, second)))
        or (of is not None and _widened(first, second, at, docket))
    )


def _meant(one: Voice, other: Voice, at: int) -> bool:
    """
    Tell whether each passes its verdict in a sentence without a "not": "no success" is no praise.

    The words decide, not their stems: "impassioned" speaks of no impasse, "peace" of no peaceful crowd.
    """
    return all(
        any(not says_no(sentence) and passes(at, pole, words(sentence)) for sentence in sentences_of(said))
        for pole, said in enumerate((one.said.statement, other.said.statement))
    )


def _widened(first: Voice, second: Voice, at: int, docket: Docket) -> bool:
    of = load_verdicts()[at].of
    if of == "role":
        return same_role(first, second, at, docket)
    if of == "occasion":
        return same_occasion(first, second, docket)
    return same_object(first, second, at, docket)


def _wordy(first: Voice, second: Voice, docket: Docket) -> bool:
    ours, theirs = first.said.statement, second.said.statement
    if not within(first.said, second.said, SAME_DAYS):
        return False
    if set(ours.actors).isdisjoint(theirs.actors) and set(ours.issues).isdisjoint(theirs.issues):
        return False
    likeness = compare(first.words, second.words, docket.weights)
    return likeness.shared >= SHARED and likeness.jaccard >= SAME_MATTER


def _brief(first: Voice, second: Voice) -> bool:
    """
    Tell whether two short main clauses judge one issue, or one actor that neither speaker acts for.

    A verdict in passing ("a middle class with a serious stake") is none on what its sentence is about.
    """
    mains = [voice.said.core.telling for voice in (first, second)]
    if not within(first.said, second.said, 1) or any(main.isdisjoint(verdict_words()) for main in mains):
        return False
    ours, theirs = (main - verdict_words() for main in mains)
    shorter, longer = sorted((ours, theirs), key=len)
    one, other = first.said, second.said
    issues = set(one.statement.issues) & set(other.statement.issues)
    speakers = {one.agent, other.agent, one.statement.speaker, other.statement.speaker}
    actors = set(one.statement.actors) & set(other.statement.actors) - speakers
    same = shorter <= longer and len(shorter) >= 1 and bool(issues or actors)
    return len(longer) <= BRIEF and (same or (bool(actors) and not shorter))
