"""Who agrees with whom: an agreement of both, one side's yes, and two sides that one verb joins."""

from crosswire.model import Statement
from crosswire.read.cues import Cue
from crosswire.read.move_clause import Floor, party_of, side_of
from crosswire.read.roles import find_roles, joined_to

_ENDS = (["."], [","], [";"])


def together(
    floor: Floor, cue: Cue, name: str, holder: str | None, partner: str | None, *, joined: bool
) -> tuple[str, str | None]:
    """Return the act of a stand and its target once who agrees with whom is known; `joined` by "and", it is both."""
    if joined:
        both = name == "AGREE_JOINT" or _agrees(floor, name, cue)
        return ("AGREE_JOINT", partner) if both else (name, None)
    if name == "AGREE_JOINT" and partner is None and holder is not None and _agrees_to(floor, cue):
        return "ACCEPT", None  # "agreed to a truce": whom with, nobody says
    with_another = name == "ACCEPT" and partner is not None and _agrees_with(floor, cue)
    return ("AGREE_JOINT" if with_another else name), partner


def _agrees(floor: Floor, name: str, cue: Cue) -> bool:
    return name == "ACCEPT" and floor.scene.words.low[cue.first].startswith("agree")


def _agrees_to(floor: Floor, cue: Cue) -> bool:
    low = floor.scene.words.low
    return low[cue.first].startswith("agree") and "to" in low[cue.first + 1 : cue.last + 2]


def only_agrees(floor: Floor, cue: Cue) -> bool:
    """Tell whether a clause says no more than that somebody agreed: "Borland asked for cameras. Arland agreed."."""
    low = floor.scene.words.low
    return cue.first == cue.last and low[cue.first].startswith("agree") and low[cue.last + 1 : cue.last + 2] in _ENDS


def _agrees_with(floor: Floor, cue: Cue) -> bool:
    """Tell whether a side agrees with another on a thing: "agreed with Peru on inspections"."""
    words = floor.scene.words
    if words.low[cue.last] != "with" or not words.low[cue.first].startswith("agree"):
        return False
    at = next(
        (step for step in range(cue.last + 1, len(words.low)) if words.owner[step] < 0 and words.low[step] != "the"), 0
    )
    return words.low[at] in ("on", "to")


def second_of(floor: Floor, cue: Cue, limit: range, holder: str | None) -> str | None:
    """Return the second of two sides that a verb joins: "Arland and Borland have agreed to open their ports"."""
    roles = find_roles(floor.scene.words, floor.scene.mentions, cue, limit)
    if roles.agent is None or cue.passive:
        return None
    found = side_of(floor, party_of(floor, joined_to(floor.scene.words, floor.scene.mentions, roles.agent)))
    return found if found != holder and party_of(floor, roles.agent) is not None else None


def listed_before(floor: Floor, said: Statement, cue: Cue, limit: range) -> list[str]:
    """Return who stands before the last two of a list: Chile and Peru in "Chile, Peru, Arland and Oria demanded"."""
    words, mentions = floor.scene.words, floor.scene.mentions
    index = find_roles(words, mentions, cue, limit).agent
    if index is None and said.source is not None:
        index = next((words.owner[at] for at in words.inside(said.source) if words.owner[at] >= 0), None)
    found: list[str] = []
    while index is not None and index > 0:
        place = words.at(mentions[index].full.start)
        before = words.owner[place - 2] if place > 1 and words.low[place - 1] == "," else -1
        inside = 0 <= before < index and mentions[before].start >= said.evidence.start
        side = side_of(floor, party_of(floor, before)) if inside else None
        if side is None:
            break
        found.append(side)
        index = before
    return found
