"""Whether a statement's own act is on another thing than the issue that its sentence names."""

from collections.abc import Callable, Iterable, Sequence

from crosswire.model import Move, Statement

from .held import STANCE, Held
from .topics import Topics

# Characters of what a stand names itself; "the plan" may be anything.
_WORDY = 12
# Verbs that only tell: what they tell of may be another's stand.
_TELLING = frozenset({"say", "tell", "add", "report", "announce", "note"})


def is_elsewhere(one: Held, moves: Iterable[Move], side: Callable[[str], str], topics: Topics) -> bool:
    """
    Tell whether a stand's own words name a thing, and not its issue, which another clause of its sentence names.

    "Refugees have doubled since Arland agreed to implement the plan": Arland agreed to nothing about refugees. No
    clause says of topics of general news that it is on them: there its words are looked at.
    """
    start = one.statement.evidence.start
    words = one.statement.evidence.quote
    moves = tuple(moves)
    return _is_anothers(one, moves, side) or any(
        (move.act == one.act or (move.act == "AGREE_JOINT" and one.act == "ACCEPT"))
        and move.agent is not None
        and side(move.agent) == one.party
        and not move.back
        and not move.issues
        and move.span.end - move.span.start >= _WORDY
        and one.issue not in move.beside
        and not topics.names(one.issue, words[move.span.start - start : move.span.end - start])
        and not _goes_on(one.statement, move)
        for move in moves
    )


def _is_anothers(one: Held, moves: Sequence[Move], side: Callable[[str], str]) -> bool:
    """
    Tell whether a report's sentence tells of this act once, as another's: "Oria signed after Arland refused to meet".

    So does what somebody only tells: "Oria's premier said the League had appealed to its members to withdraw".
    """
    said = one.statement
    if said.mode == "direct" or (said.mode != "narrated" and said.unnamed is None and said.lemma not in _TELLING):
        return False
    alike = [move for move in moves if STANCE.get(move.act) == one.stance and move.agent is not None]
    own = any(side(move.agent) == one.party for move in alike if move.agent is not None)
    return any(not move.modal for move in alike) and not own and not any(move.joint for move in moves)


def accepts_alone(holder: str, moves: Iterable[Move], side: Callable[[str], str]) -> bool:
    """Tell whether a clause says that one side "agreed to" a thing, with no word of with whom."""
    return any(
        one.act == "ACCEPT" and not one.joint and one.agent is not None and side(one.agent) == side(holder)
        for one in moves
    )


def _goes_on(said: Statement, move: Move) -> bool:
    """Tell whether a colon leads from a stand to the words that say it in full."""
    return said.evidence.quote[max(0, move.clause.end - said.evidence.start) :].lstrip()[:1] == ":"
