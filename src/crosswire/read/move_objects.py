"""The words that say what a stand is on, and the verbs that take none for all their words."""

from collections.abc import Sequence

from crosswire.read.cues import Cue
from crosswire.read.grammar import AUXILIARIES, RELATIVES, is_adverb
from crosswire.read.move_clause import Floor, left_end, right_end
from crosswire.read.move_governed import past_meanwhile
from crosswire.read.move_heads import motion_before

# Acts that are stands on a matter.
STANDS = frozenset("DEMAND APPEAL PROPOSE OFFER COUNTER PROMISE CONCEDE ACCEPT AGREE_JOINT REJECT RED_LINE".split())
_UNASKED = frozenset("stop stops stopped stopping cease ceased quit without instead avoid avoided".split())


def object_of(floor: Floor, cue: Cue, cues: Sequence[Cue], limit: range, *, whole: bool) -> range:
    """Return the words that say what a stand is on: those after its verb, or the `whole` clause of a passive."""
    antecedent = _antecedent(floor, cue, limit)
    first = cue.first + (cue.kind != "phrase")  # "open to a meeting" names its matter with the words of being ready
    if antecedent is not None:
        # What another verb before it governs begins after that: "rejected a truce, which Arland accepted".
        verbs = [other.last + 1 for other in cues if other.kind != "noun" and other.last < cue.first - 1]
        first = max([antecedent, *(at for at in verbs if at < cue.first - 2)])
    elif whole:
        first = left_end(floor, cue.first, limit)
    going = next(
        (at for at in range(cue.last + 1, min(cue.last + 5, limit.stop)) if floor.scene.words.low[at] == "to"), 0
    )
    past = going if going and past_meanwhile(floor.scene.words.low, going) == cue.last else cue.last + 1
    stop = right_end(floor, past, limit, cues)
    if cue.act == "OFFER":  # "open to any dialogue that respects its fishermen": what is offered is dialogue
        low, owner = floor.scene.words.low, floor.scene.words.owner
        stop = next((at for at in range(cue.last + 3, stop) if low[at] == "that" and owner[at - 1] < 0), stop)
    return range(first, max(first, stop))


def is_aside(floor: Floor, cue: Cue, limit: range) -> bool:
    """Tell whether a verb takes no stand: "neither took it nor ...", "has stopped asking", "reports calling for it"."""
    low = floor.scene.words.low
    if "neither" in low[max(0, cue.first - 6) : cue.first]:
        return True
    if cue.form != "gerund" and not low[cue.first].endswith("ing"):
        return False
    if not _UNASKED.isdisjoint(low[max(limit.start, cue.first - 2) : cue.first]):
        return True
    step = cue.first - 1
    while step > limit.start and is_adverb(low[step]):
        step -= 1
    if motion_before(floor, cue, limit) is not None:
        return False
    named = floor.scene.words.owner[step] >= 0
    return step > limit.start and low[step].isalpha() and not named and low[step] not in AUXILIARIES | {"with"}


def _antecedent(floor: Floor, cue: Cue, limit: range) -> int | None:
    """Return where what "that it refused", "which Arland accepted" hang on begins, None for a main clause."""
    low = floor.scene.words.low
    step = cue.first - 1
    stop = max(limit.start, cue.first - 6)
    while step >= stop and (low[step] in AUXILIARIES or floor.scene.words.owner[step] >= 0):
        step -= 1
    if step <= limit.start or not (low[step] in RELATIVES - {"who"} or low[step] == "that") or step == cue.first - 1:
        return None
    before = step - 2 if low[step - 1] == "," else step - 1
    subject = not any(floor.scene.words.owner[at] >= 0 for at in range(step + 1, cue.first))
    if subject and not cue.passive and low[step] != "that":
        return None  # "Peru, which has refused inspections": what is refused follows
    asked = floor.scene.act_at(range(max(limit.start, before - 1), before + 1))
    if low[step] == "that" and asked is not None and asked.act in STANDS:
        return None  # "demanded that it accept"
    return left_end(floor, before, limit)
