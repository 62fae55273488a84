"""What a stand must be made of: a clause with its verb, its subject and its matter, or a side's own plain word."""

import re

from crosswire.model import Move, Statement

from .held import STANCE
from .joined import names_of
from .reader import Reader

# Whom an accord binds that names nobody: "the two sides agreed".
EVERYBODY = "*"
_NO = re.compile(
    r"n['’]t\b|\b(?:no|not|never|nothing|none|nobody|cannot|neither|nor|without|red lines?|non-negotiable|refus\w+"
    r"|rul\w+ out|out of the question)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"[,;] (?:while|whereas|but|and|though|although)\b")
# "... and demanded it freeze the work": "it" is who was named last.
_OF_IT = re.compile(r"\band (?:demand|insist|urg|ask|want|press|call)\w*(?: on| for)?(?: that)? (?:it|them|they)\b")
# Words before a name that leads a sentence: "Yesterday the Arland government".
_LEADING = 3
_KEEPS_ON = frozenset({"reject", "red_line"})


def is_backed(said: Statement, act: str, party: str, reader: Reader) -> bool:
    """
    Tell whether more than a sentence's words at large makes the stand that it is read to take.

    "Depends on", "ready to rebuild", "being urged to": what a report tells in its own voice needs a clause whose
    subject is the party. Who speaks takes his stand himself; what a stranger says that a side promised is no promise.
    """
    if act == "PROMISE" and (is_bound(said, party, reader) or not _is_own(said, party, reader)):
        return _is_own(said, party, reader)
    if any(_is_it(one, act, party, reader) for one in reader.moves.get(said.id, ())):
        return True
    if act == "CONCEDE" or (act == "RED_LINE" and _NO.search(said.evidence.quote) is None):
        return False  # "will only announce it after a study"
    return said.mode != "narrated" or _is_by(said, party, reader)


def vows(said: Statement, move: Move, party: str, reader: Reader) -> bool:
    """Tell whether a side gives its word: by a verb of promising, or by what it "will" do under an accord."""
    if not _is_own(said, party, reader):
        return False
    return not move.modal or is_bound(said, party, reader) or said.lemma in reader.pledging


def is_bound(said: Statement, party: str, reader: Reader) -> bool:
    """Tell whether a report tells of an accord that a side, or everybody, has come to."""
    return not reader.agreed.isdisjoint({(said.article, party), (said.article, EVERYBODY)})


def is_of_others(said: Statement, party: str, reader: Reader) -> bool:
    """Tell whether the clauses of a statement name who agreed, and a side is not among them: it only announced it."""
    moves = reader.moves.get(said.id, ())
    pairs = [
        {reader.side(one.agent), reader.side(one.target)} for one in moves if one.joint and one.agent and one.target
    ]
    return bool(pairs) and not any(party in pair for pair in pairs)


def is_beside(said: Statement, move: Move) -> bool:
    """Tell whether a clause is the report's own beside what another says: "Arland yielded, while Vale said ..."."""
    if said.cue is None or any(one.start <= move.clause.start < one.end for one in said.contents):
        return False
    start = said.evidence.start
    between = said.evidence.quote[max(0, move.clause.end - start) : max(0, said.cue.start - start)]
    return _TURN.search(between) is not None


def is_asked(said: Statement, act: str, party: str, reader: Reader) -> bool:
    """Tell whether a side is who something is asked of: "Vale feared Arland was arming and demanded it stop"."""
    match = _OF_IT.search(said.evidence.quote) if act in ("DEMAND", "APPEAL") else None
    if match is None:
        return False
    before = said.evidence.quote[: match.start()]
    named = [at for name in names_of(party, said, reader.actors, reader.side) if (at := before.find(name)) >= 0]
    return bool(named) and len(before[: min(named)].split()) > _LEADING


def _is_own(said: Statement, party: str, reader: Reader) -> bool:
    """Tell whether no stranger without a name tells of a party."""
    return said.unnamed is None or said.speaker is not None or _is_by(said, party, reader)


def _is_by(said: Statement, party: str, reader: Reader) -> bool:
    """Tell whether who tells a stand goes by the party's name or speaks for it: "Arland's memorandum", its ministry."""
    if reader.traces[said.id].camp.partition(":")[2] == party:
        return True
    names = names_of(party, said, reader.actors, reader.side) if said.unnamed else ()
    return any(re.search(rf"\b{re.escape(name)}\b", said.unnamed or "") for name in names)


def _is_it(move: Move, act: str, party: str, reader: Reader) -> bool:
    taken, other = STANCE.get(move.act), STANCE[act]
    same = taken == other or "condition" in (taken, other) or {taken, other} == _KEEPS_ON
    return same and (move.agent is None or reader.side(move.agent) == party)
