"""Who takes a stand whose verb has no plain subject: "went in demanding", "it is not up for negotiation"."""

from crosswire.read.cues import Cue
from crosswire.read.grammar import is_adverb
from crosswire.read.move_clause import Floor, side_of
from crosswire.read.roles import subject_before

# Verbs before a participle that tell how a side came or went: "had gone in demanding", "ended up accepting".
_MOTION = frozenset(
    str.split("""
    went gone go goes came come comes walked began begun opened started ended emerged arrived left returned stood
    """)
)
_PARTICLES = frozenset({"in", "out", "up", "away", "back", "by", "off", "forward"})
_IT = frozenset({"it", "that", "this"})
_MARKS = frozenset({'"', "“", "‘", "'", ","})


def motion_before(floor: Floor, cue: Cue, limit: range) -> int | None:
    """Return the place of the verb of coming or going that a participle hangs on, None without one."""
    low = floor.scene.words.low
    step = cue.first - 1
    while step > limit.start and (low[step] in _PARTICLES or is_adverb(low[step])):
        step -= 1
    ing = low[cue.first].endswith("ing")
    return step if ing and step > limit.start and low[step] in _MOTION else None


def who_moved(floor: Floor, cue: Cue, limit: range) -> str | None:
    """Return the side that came or went "demanding" something."""
    step = motion_before(floor, cue, limit)
    index = subject_before(floor.scene.words, floor.scene.mentions, step, limit) if step is not None else None
    return side_of(floor, floor.scene.mentions[index].actor) if index is not None else None


def subject_is_it(floor: Floor, places: range) -> bool:
    """Tell whether what is judged is only pointed at: "It is not up for negotiation"."""
    low = floor.scene.words.low
    first = next((at for at in places if low[at] not in _MARKS), None)
    return first is not None and low[first] in _IT and not low[first + 1 : first + 2] == ["not"]
