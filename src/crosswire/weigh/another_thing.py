"""An offer turned down, and another thing taken: a yes that is none to what its party refused."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from crosswire.model import Position

from .accounts import Stances
from .held import Held
from .linked import bound
from .propositions import Lens

_REFUSES, _WANTS = frozenset({"reject", "red_line"}), frozenset({"demand", "offer", "condition"})
# "Rejected it in May and later accepted it": one matter, answered twice in a sentence.
_TURNED = re.compile(r"\b(?:later|eventually|finally|initially|at first|previously|earlier|had|before|after)\b")
_OTHER = re.compile(r"\b(?:instead|another|different|rival|alternative|separate|new)\b")


def putters(stances: Stances) -> dict[str, frozenset[str]]:
    """Return who each statement says put something: of whose the yes beside it is one ("a plan proposed by Peru")."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in stances.values():
        for one in group:
            if one.stance in _WANTS:
                found[one.statement.id].add(one.party)
    return {said: frozenset(parties) for said, parties in found.items()}


def takes_another(
    accepted: Position,
    wanted: Position,
    ours: Iterable[Position],
    theirs: Iterable[Position],
    stances: Stances,
    put: Mapping[str, AbstractSet[str]],
    lens: Lens,
) -> bool:
    """
    Tell whether a party's yes is to another thing than what the other put, of whose bids it turned one down.

    It is where the yes does not answer what was put, names who else put it, counts it otherwise, or stands beside the
    refusal in one sentence. `ours` and `theirs` are all positions of the two in the round.
    """
    if accepted.stance != "accept" or accepted.act == "AGREE_JOINT" or wanted.stance not in _WANTS:
        return False
    bids = [one for one in theirs if one.stance in _WANTS]
    refused = [
        one
        for one in ours
        if one.stance in _REFUSES and any(bound(stances[one.id], stances[bid.id], lens).holds for bid in bids)
    ]
    if not refused:
        return False
    asked = stances[wanted.id]
    at = {(one.statement.id, one.party) for one in asked}
    beside = {held.statement.id for one in refused for held in stances[one.id]}
    return all(_is_other(yes, asked, at, beside, put, lens.sides.of) for yes in stances[accepted.id])


def _is_other(
    yes: Held,
    asked: Sequence[Held],
    at: AbstractSet[tuple[str, str]],
    beside: AbstractSet[str],
    put: Mapping[str, AbstractSet[str]],
    side: Callable[[str], str],
) -> bool:
    named = {one for one in put.get(yes.statement.id, ()) if one != yes.party}
    if yes.move is not None and yes.move.target is not None:
        named.add(side(yes.move.target))
    if named and asked[0].party not in named:
        return True
    words = _words(yes)
    if _counts(yes) and all(_differ(_counts(yes), _counts(one)) for one in asked):
        return True
    if _OTHER.search(words):
        return True
    back = yes.move is not None and yes.move.back and not yes.move.issues
    if yes.statement.id in beside:
        return not back and not _TURNED.search(yes.statement.evidence.quote)
    return yes.answers not in at and not back


def _words(held: Held) -> str:
    if held.move is None:
        return held.statement.evidence.quote
    start, quote = held.statement.evidence.start, held.statement.evidence.quote
    # "Instead" may close the sentence behind the clause.
    return quote[max(0, held.move.clause.start - start) :]


def _counts(held: Held) -> dict[str | None, set[float]]:
    """Return the exact amounts that the words of a stance give, by unit."""
    found: dict[str | None, set[float]] = defaultdict(set)
    span = held.move.clause if held.move is not None else held.statement.evidence.span
    for one in held.statement.figures:
        if span.start <= one.start < span.end and one.low is not None and one.low == one.high:
            found[one.unit].add(one.low)
    return found


def _differ(ours: Mapping[str | None, AbstractSet[float]], theirs: Mapping[str | None, AbstractSet[float]]) -> bool:
    """Tell whether both count in one unit and no amount is the same."""
    shared = ours.keys() & theirs.keys()
    return any(ours[unit].isdisjoint(theirs[unit]) for unit in shared)
