"""Whose stand a verb takes: its subject's, the speaker's, or that of whoever led the sentence before."""

from collections.abc import Sequence

from crosswire.model import Span, Statement
from crosswire.read.cues import Cue
from crosswire.read.grammar import AUXILIARIES, FIRST_PERSON, NEGATORS, SUBJECT_PRONOUNS, is_adverb
from crosswire.read.move_clause import ANSWERS, Floor, head_of, head_place, party_of, people_of, side_of
from crosswire.read.move_fronts import side_of_official
from crosswire.read.move_heads import are_all
from crosswire.read.move_offices import stands_for

_OPENING = frozenset({"the", "a", "an", ",", ";", "and", "but", "that"})
_READY = frozenset("ready prepared willing unwilling reluctant able unable keen eager".split())
_BOTH = frozenset({"both", "two"})
# What each of two sides may do for itself.
BY_BOTH = frozenset({"DEMAND", "APPEAL", "OFFER", "ACCEPT", "REJECT", "RED_LINE", "PROPOSE"})
# Words before whoever leads a sentence: "On Monday the ...".
_LED = 3
_CONFIRMED, _BINDS = ("confirm", "reaffirm"), ("commit", "oblig", "bind", "bound")
# Words in which the subject of "confirmed that" stands.
_SUBJECT = 6


def holder_of(
    floor: Floor,
    said: Statement,
    cue: Cue,
    agent: str | None,
    limit: range,
    before: Span | None = None,
    *,
    narrated: bool = False,
) -> str | None:
    """
    Return whose stand a verb takes: its subject's, or the speaker's who says "we", "it", "our members".

    A report's own "it" or "they" is who leads the sentence `before`, where nobody was found for it.
    """
    low, words = floor.scene.words.low, floor.scene.words
    step = head_place(low, cue.first, limit)
    head = low[step] if step >= limit.start else ""
    narrated = narrated or said.mode == "narrated"
    if head in FIRST_PERSON:
        return floor.voice_at(words.starts[cue.first]) or said.speaker
    if agent is None and (side := nameless(floor, cue, limit)) is not None:
        return side
    if head in floor.own and words.owner[step] < 0:
        whose = people_of(floor, step, limit)
        return whose or (_state(floor) if head == "government" else None) or (None if narrated else said.speaker)
    if agent is not None:
        return side_of(floor, agent)
    if narrated:
        return _leader(floor, before) if head in ("it", "they") else None
    spoken = said.mode == "direct" or floor.voice_at(words.starts[cue.first]) is not None
    if said.act == "ACCUSE" and head in ("it", "they"):
        return None  # "accused the union of greed when it demanded more"
    if spoken and head in ("they", "he", "she"):
        return None  # "They agree that ...", says whoever sat between them
    if head == "that" and step != limit.start:
        return None  # "wording that guarantees it"
    if head == "to" and _others_are(low, step, limit):
        return None  # "western powers were ready to accept it"
    return said.speaker if head in ("it", "they", "he", "she", "to", "that", "there", "") else None


def _others_are(low: Sequence[str], to: int, limit: range) -> bool:
    """Tell whether what stands before "ready to" or "willing to" is the verb of a subject that goes by no name."""
    at = to - 1
    if at <= limit.start or low[at] not in _READY:
        return False
    at -= 1
    while at > limit.start and (low[at] in AUXILIARIES or is_adverb(low[at]) or low[at] in NEGATORS):
        at -= 1
    return low[at].isalpha() and low[at] not in SUBJECT_PRONOUNS | AUXILIARIES | {"that"} and not is_adverb(low[at])


def nameless(floor: Floor, cue: Cue, limit: range) -> str | None:
    """Return the side of a verb's subject that goes by no name: "the Peruvians want", "the prime minister refused"."""
    # A reporting word opens its stretch: its subject stands before that.
    wide = range(max(0, cue.first - _SUBJECT), limit.stop)
    low = floor.scene.words.low
    head = head_place(low, cue.first, wide)
    # "A senior Peruvian official refused": the words from the last article or mark on.
    first = next((at for at in range(head, wide.start - 1, -1) if low[at] in _OPENING), wide.start)
    official = side_of_official(floor, low[first : head + 1]) if not cue.passive else None
    return official or stands_for(floor.scene, floor.offices, head, wide.start)


def _state(floor: Floor) -> str | None:
    """Return the state whose government is meant, where the article names only one that the packs know."""
    states = [one.id for one in floor.scene.actors.values() if one.kind == "state" and one.known]
    return states[0] if len(states) == 1 else None


def _leader(floor: Floor, before: Span | None) -> str | None:
    """Return the first side that the sentence before names, where it opens that sentence or follows its front."""
    if before is None:
        return None
    places = floor.scene.words.inside(before)
    for at in places:
        if at - places.start > _LED and floor.scene.words.low[at - 1] not in (",", "the"):
            return None  # "A refusal would cost Arland much. It ..."
        owner = floor.scene.words.owner[at]
        actor = floor.scene.actors.get(floor.scene.mentions[owner].actor or "") if owner >= 0 else None
        if actor is not None and actor.known and actor.kind in ("state", "body", "group", "person"):
            return actor.id
    return None


def _are_both(floor: Floor, cue: Cue, limit: range) -> bool:
    """Tell whether the subject says in so many words that it is both: "a figure both capitals accepted"."""
    at = head_place(floor.scene.words.low, cue.first, limit)
    return not _BOTH.isdisjoint(floor.scene.words.low[max(limit.start, at - 2) : at + 1])


def taker_of(
    floor: Floor, cue: Cue, name: str, holder: str | None, limit: range, *, narrated: bool
) -> tuple[str, str | None] | None:
    """
    Return the act and whose it is once all who talk, and whom a text binds, are told apart; None where it is nobody's.

    What both capitals accept, they agree on; one side that confirms what was agreed agrees to nothing by that.
    """
    words = floor.scene.words
    if name == "AGREE_JOINT" and words.low[cue.first].startswith(_CONFIRMED):
        wide = range(max(0, cue.first - _SUBJECT), limit.stop)
        return (name, None) if are_all(floor, cue, wide) else None
    bound = next((words.owner[at] for at in range(cue.first + 1, cue.last) if words.owner[at] >= 0), None)
    binds = name in ("PROMISE", "ACCEPT") and words.low[cue.first].startswith(_BINDS) and bound is not None
    if binds and "would" in words.low[max(limit.start, cue.first - 2) : cue.first]:
        return None  # "a plan that would oblige Arland to leave": Arland has agreed to nothing
    if name == "PROMISE" and binds:
        holder = (
            side_of(floor, party_of(floor, bound)) if bound is not None else None
        )  # "the text commits Arland to return"
    whole = (holder is None or narrated) and are_all(floor, cue, limit)
    if whole and (name == "AGREE_JOINT" or (name == "ACCEPT" and _are_both(floor, cue, limit))):
        return "AGREE_JOINT", None
    they = head_of(words.low, cue.first, limit) == "they" and "both" not in words.low[max(0, cue.first - 8) : cue.first]
    if whole and name in BY_BOTH and not cue.passive and not they:
        return name, None  # "both want a truce"
    return None if holder is None and not (cue.passive and name in ANSWERS) else (name, holder)
