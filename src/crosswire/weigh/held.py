"""One party's stance in one statement, and which stance each act takes."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

import msgspec

from crosswire.model import Move, StatedBy, Statement, Taken

from .bearings import Bearing

# The stance each act takes. A promise is an offer of one's own doing, an appeal the softest demand.
STANCE: Mapping[str, Taken] = {
    "DEMAND": "demand",
    "APPEAL": "demand",
    "PROPOSE": "offer",
    "OFFER": "offer",
    "COUNTER": "offer",
    "PROMISE": "offer",
    "CONCEDE": "offer",
    "ACCEPT": "accept",
    "AGREE_JOINT": "accept",
    "REJECT": "reject",
    "CONDITION": "condition",
    "RED_LINE": "red_line",
}


class Held(msgspec.Struct, frozen=True):
    """
    One party's stance in one statement: on which issue, in which round, told by whom.

    `move` is the clause that takes it, None where it is the statement's own act; `answers` is the id of the statement
    and the party whose stance it answers. `single` is true where the issue is one matter; `bearings` say what its words
    tell of its order, `addressed` are the other sides that its sentence names.
    """

    party: str
    issue: str
    round: str | None
    day: dt.date | None
    stance: Taken
    act: str
    stated_by: StatedBy
    by: str | None
    statement: Statement
    joint: bool = False
    move: Move | None = None
    answers: tuple[str, str] | None = None
    single: bool = False
    bearings: frozenset[Bearing] = frozenset()
    addressed: frozenset[str] = frozenset()


def may_stand(said: Statement) -> bool:
    """Tell whether a statement, or what it tells of, is an act that is a stance: one in nine is."""
    return _is_stance(said.act) or (said.event is not None and _is_stance(said.event))


@cache
def _is_stance(act: str) -> bool:
    return act.partition(".")[0] in STANCE
