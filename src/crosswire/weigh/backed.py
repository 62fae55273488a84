"""What a stand must be made of: a clause with its verb, its subject and its matter, or a side's own plain word."""

import re
from collections.abc import Callable, Iterable

from crosswire.model import Move, Statement

from .held import STANCE

_NO = re.compile(
    r"n['’]t\b|\b(?:no|not|never|nothing|none|nobody|cannot|neither|nor|without|red lines?|non-negotiable|refus\w+|rul\w+ out"
    r"|out of the question)\b",
    re.IGNORECASE,
)
_KEEPS_ON = frozenset({"reject", "red_line"})


def is_backed(said: Statement, act: str, party: str, moves: Iterable[Move], side: Callable[[str], str]) -> bool:
    """
    Tell whether a clause takes the stand that a statement as a whole is read to take.

    What a report tells in its own voice is read as a stand by its words at large ("depends on", "ready to rebuild",
    "being urged to"): without a clause whose subject is the party it is none. Who speaks takes his stand himself.
    """
    if any(_is_it(one, act, party, side) for one in moves):
        return True
    if act == "CONCEDE" or (act == "RED_LINE" and _NO.search(said.evidence.quote) is None):
        return False  # "will only announce it after a study"
    return said.mode != "narrated"


def is_of_others(party: str, moves: Iterable[Move], side: Callable[[str], str]) -> bool:
    """Tell whether the clauses of a statement name who agreed, and a side is not among them: it only announced it."""
    pairs = [{side(one.agent), side(one.target)} for one in moves if one.joint and one.agent and one.target]
    return bool(pairs) and not any(party in pair for pair in pairs)


def is_beside(said: Statement, move: Move) -> bool:
    """Tell whether a clause stands outside what somebody says and beside how it is told: the report's own words."""
    start, end = move.clause.start, move.clause.end
    within = any(one.start <= start < one.end for one in said.contents)
    return not within and said.cue is not None and not start <= said.cue.start < end


def is_by(said: Statement, party: str, names: Iterable[str], side: Callable[[str], str]) -> bool:
    """Tell whether who tells a stand goes by the party's name: "Arland's memorandum", "the Arland delegation"."""
    told = said.unnamed or ""
    if not told:
        alone = said.speaker is None and said.mode != "narrated"
        return alone and said.agent is not None and side(said.agent) == party
    return any(re.search(rf"\b{re.escape(name)}\b", told) for name in names)


def _is_it(move: Move, act: str, party: str, side: Callable[[str], str]) -> bool:
    taken, other = STANCE.get(move.act), STANCE[act]
    same = taken == other or "condition" in (taken, other) or {taken, other} == _KEEPS_ON
    return same and (move.agent is None or side(move.agent) == party)
