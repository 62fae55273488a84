"""Who takes a stand whose verb has no plain subject: "went in demanding", "it is not up for negotiation"."""

from collections.abc import Sequence

from crosswire.model import Statement
from crosswire.read.cues import Cue
from crosswire.read.grammar import BE, PREPOSITIONS, SUBORDINATORS, is_adverb
from crosswire.read.move_clause import WHOLE, Floor, head_of, party_of, side_of
from crosswire.read.roles import subject_before

# Verbs before a participle that tell how a side came or went: "had gone in demanding", "ended up accepting".
_MOTION = frozenset(
    str.split("""
    went gone go goes came come comes walked began begun opened started ended emerged arrived left returned stood
    keep keeps kept continue continues continued carry carries carried
    """)
)
_PARTICLES = frozenset({"in", "out", "up", "away", "back", "by", "off", "forward", "on"})
_IT = frozenset({"it", "that", "this"})
# Words of "unacceptable to the Peruvian side", and of a front such as "For the Peruvian side, ...".
_FOR, _FRONT = 4, 7
_COUNTS = frozenset({"two", "three"})
_MARKS = frozenset({'"', "“", "‘", "'", ","})
_MINDED = frozenset({"against", "opposed", "ready", "prepared", "willing", "unwilling", "reluctant"})
_FALLS = frozenset({"fell", "falls", "fall", "has", "had", "have"})


def motion_before(floor: Floor, cue: Cue, limit: range) -> int | None:
    """Return the place of the verb of coming or going that a participle hangs on, None without one."""
    low = floor.scene.words.low
    step = cue.first - 1
    while step > limit.start and (low[step] in _PARTICLES or is_adverb(low[step])):
        step -= 1
    ing = low[cue.first].endswith("ing")
    return step if ing and step > limit.start and low[step] in _MOTION else None


def who_else(floor: Floor, said: Statement, cue: Cue, limit: range) -> str | None:
    """Return the side of a verb that has no plain subject."""
    return _who_moved(floor, cue, limit) or _who_stands_apart(floor, said, cue, limit)


def _who_moved(floor: Floor, cue: Cue, limit: range) -> str | None:
    """Return the side that came or went "demanding" something."""
    step = motion_before(floor, cue, limit)
    index = subject_before(floor.scene.words, floor.scene.mentions, step, limit) if step is not None else None
    return side_of(floor, floor.scene.mentions[index].actor) if index is not None else None


def subject_is_it(floor: Floor, places: range) -> bool:
    """Tell whether what is judged is only pointed at: "It is not up for negotiation"."""
    low = floor.scene.words.low
    first = next((at for at in places if low[at] not in _MARKS), None)
    return first is not None and low[first] in _IT and low[first + 1 : first + 2] != ["not"]


def is_impersonal(floor: Floor, cue: Cue, limit: range) -> bool:
    """Tell whether nobody takes a stand: "it is accepted [that] the talks will be short"; "it was rejected" is one."""
    low = floor.scene.words.low
    after = low[cue.last + 1] if cue.last + 1 < limit.stop else "."
    goes_on = after.isalpha() and after not in PREPOSITIONS | SUBORDINATORS - {"that"} and not is_adverb(after)
    return goes_on and after not in ("and", "or", "but") and head_of(low, cue.first, limit) == "it"


def _who_stands_apart(floor: Floor, said: Statement, cue: Cue, limit: range) -> str | None:
    """Return the side that the telling parts from its verb: "Arland, he said, demands recognition"."""
    words = floor.scene.words
    before = [span for span in said.contents if span.end <= words.starts[cue.first]]
    if not before or cue.first != limit.start or any(low in _MARKS for low in words.low[cue.first : cue.last + 1]):
        return None
    owners = {words.owner[at] for at in words.inside(before[-1]) if words.low[at] not in _MARKS}
    index = next(iter(owners)) if len(owners) == 1 else -1
    return side_of(floor, floor.scene.mentions[index].actor) if index >= 0 else None


def are_all(floor: Floor, cue: Cue, limit: range) -> bool:
    """Tell whether an agreement is that of all who talk: "the two sides agreed", "ended with agreement on"."""
    low = floor.scene.words.low
    inside = low[cue.first : cue.last + 1]
    # "Gave Arland three days to accept" counts days, and no sides.
    return head_of(low, cue.first, limit) in WHOLE or inside[0] == "with" or not (WHOLE - _COUNTS).isdisjoint(inside)


def is_said_once_more(cue: Cue, cues: Sequence[Cue], places: range) -> bool:
    """Tell whether the same act follows with the object of both: "does not accept, and will not accept, any link"."""
    bare = places.stop <= cue.last + 2  # a comma may follow: "has not accepted, and will never accept, an amnesty"
    alike = (cue.act, "RED_LINE") if cue.act in ("ACCEPT", "REJECT") else (cue.act,)
    return bare and any(other.act in alike and cue.last < other.first < cue.last + 7 for other in cues)


def judge_of(floor: Floor, cue: Cue, limit: range) -> str | None:
    """Return for whom something is what a phrase says: "is unacceptable to Peru", "for Peru, a truce is a red line"."""
    low, owner = floor.scene.words.low, floor.scene.words.owner
    after = cue.last + 1
    near = range(0)
    if after < limit.stop and low[after] in ("to", "for"):
        near = range(after + 1, min(limit.stop, after + _FOR))
    elif low[limit.start] == "for":
        comma = next((at for at in range(limit.start, min(cue.first, limit.start + _FRONT)) if low[at] == ","), 0)
        near = range(limit.start + 1, comma)
    index = next((owner[at] for at in near if owner[at] >= 0), -1)
    return side_of(floor, party_of(floor, index)) if index >= 0 else None


def is_predicate(floor: Floor, cue: Cue, limit: range) -> bool:
    """Tell whether a phrase says what something is: "a withdrawal is out of the question"."""
    low = floor.scene.words.low
    if not _MINDED.isdisjoint(low[cue.first : cue.last + 1]):
        return False  # "is against a truce", "is unwilling to lift it"
    if low[cue.first] in BE | _FALLS or "be" in low[cue.first : cue.last]:
        return True
    far = 10 if low[cue.first - 1] in ("but", "yet") else 3  # "was a first step, but not enough"
    before = range(max(limit.start, cue.first - far), cue.first)
    return any(low[at] in BE or low[at] in ("remain", "remains", "remained") for at in before)
