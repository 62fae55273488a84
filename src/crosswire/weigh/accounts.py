"""Accounts of a position beside the party's own: what replaced what, where they differ, and amounts on a scale."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import msgspec

from crosswire.model import FIRMNESS, OTHER_MATTERS, Dispute, Position, Side
from crosswire.packs.schema import PackIssue

from .held import Held
from .linked import bound
from .nations import named_sides, nation_words
from .propositions import SPEECH_GAP, Lens

Stances = Mapping[str, Sequence[Held]]

_REFUSES = frozenset({"reject", "red_line"})
_YIELDS = frozenset({"offer", "accept"})
# A refused amount is the other side's, and a promised one may be an instalment.
_MEASURED, _UNMEASURED = frozenset({"demand", "offer", "accept", "condition"}), frozenset({"PROMISE"})


def relate(
    positions: Sequence[Position], stances: Stances, lens: Lens, issues: Sequence[PackIssue]
) -> tuple[Position, ...]:
    """Return the positions with what superseded each, what contradicts it, and where its amount stands on the scale."""
    groups: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for one in positions:
        groups[one.party, one.issue].append(one)
    scales = _scales(positions, stances, {issue.id: issue.scale for issue in issues if issue.scale})
    nations = nation_words(lens.sides.actors.values())
    told_by = {one.id: named_sides(one.by, nations) if one.by else frozenset() for one in positions}
    return tuple(
        msgspec.structs.replace(
            one,
            superseded_by=_superseded(one, groups[one.party, one.issue], stances, lens),
            # A side's own official without a name gives no other's account of it.
            contradicts=None
            if one.party in told_by[one.id]
            else _contradicted(one, groups[one.party, one.issue], stances, lens),
            scale=scales.get(one.id),
        )
        for one in positions
    )


def _superseded(one: Position, own: Sequence[Position], stances: Stances, lens: Lens) -> str | None:
    """
    Return the party's own next position on the same matter, of another stance or firmer words and of a later day.

    Who says less firmly what he said before has not taken it back, nor who names a condition in the same round.
    """
    later = [
        other
        for other in own
        if other.stated_by == "self"
        and one.stated_by == "self"
        and one.day is not None
        and other.day is not None
        and other.day > one.day
        and (other.stance != one.stance or FIRMNESS.index(other.firmness) > FIRMNESS.index(one.firmness))
        and not (one.stance in _REFUSES and other.stance == "condition" and one.round == other.round is not None)
        and not (one.stance == "demand" and other.stance in _REFUSES)  # to refuse less is to ask for it still
        and bound(stances[one.id], stances[other.id], lens).holds
    ]
    return min(later, key=lambda other: (str(other.day), other.id)).id if later else None


def _contradicted(one: Position, own: Sequence[Position], stances: Stances, lens: Lens) -> str | None:
    """
    Return the party's own position that another's account of it does not fit: told to yield, it says it will not.

    The other way round, told to refuse what it says it accepts. An account of an earlier round or week is no
    contradiction: minds change.
    """
    if one.stated_by == "self" or one.act == "AGREE_JOINT" or _of_the_past(one, stances[one.id]):
        return None
    if one.issue == OTHER_MATTERS:
        return None
    against = _REFUSES if one.stance in _YIELDS else _YIELDS if one.stance in _REFUSES else frozenset()
    found = [
        other
        for other in own
        if other.stated_by == "self"
        and other.stance in against
        and other.round == one.round
        and _of_one_time(one, other)
        and not (one.stance in _REFUSES and _is_later(other, one))  # who gives way the day after has changed its mind
        and not _quoted_for(one, other)
        and bound(stances[one.id], stances[other.id], lens).holds
    ]
    return min(found, key=lambda other: (str(other.day), other.id)).id if found else None


def _of_one_time(one: Position, own: Position) -> bool:
    """Tell whether two were stated within the days in which a stance is repeated."""
    return one.day is None or own.day is None or abs((one.day - own.day).days) <= SPEECH_GAP


def _is_later(own: Position, one: Position) -> bool:
    return own.day is not None and one.day is not None and own.day > one.day


def _of_the_past(one: Position, held: Sequence[Held]) -> bool:
    """Tell whether an account is of what a party wanted once: "under the reformists, in 2003, it agreed to halt"."""
    if one.day is None:
        return False
    since = one.day - dt.timedelta(days=SPEECH_GAP)
    return any(when.last < since for item in held for when in item.statement.times)


def _quoted_for(one: Position, own: Position) -> bool:
    """Tell whether a report gives its own account beside the party's words: it quotes them to bear the account out."""
    return one.by is None and not {at.article for at in one.evidence}.isdisjoint(at.article for at in own.evidence)


def find_contradictions(positions: Sequence[Position]) -> list[Dispute]:
    """Return a dispute for each account of a position that the party's own words do not fit."""
    by_id = {one.id: one for one in positions}
    found: dict[str, Dispute] = {}
    for one in positions:
        own = by_id.get(one.contradicts or "")
        if own is None:
            continue
        name = f"position|{one.id}|{own.id}"
        found[name] = Dispute(
            id="d" + blake2b(name.encode(), digest_size=5).hexdigest(),
            kind="position",
            topic=one.issue,
            sides=(_side("told of it", one), _side("its own words", own)),
            actors=(one.party,),
            issues=(one.issue,),
        )
    return [found[name] for name in sorted(found)]


def _side(label: str, position: Position) -> Side:
    return Side(label, position.claims, position.origins, position.evidence)


def _scales(positions: Sequence[Position], stances: Stances, units: Mapping[str, str]) -> dict[str, float]:
    """
    Place the amounts that positions name between the two ends that parties cite, 0 to 100.

    The ends are the lowest and the highest amount of the issue's unit in any position; without two parties that name
    different amounts there is no scale.
    """
    amounts: dict[str, dict[str, float]] = defaultdict(dict)
    for one in positions:
        if one.stance not in _MEASURED or one.act in _UNMEASURED:
            continue
        named = {
            figure.low
            for figure in stances[one.id][0].statement.figures
            if figure.unit == units.get(one.issue) and figure.low is not None and not figure.subset
        }
        if len(named) == 1:
            amounts[one.issue][one.id] = named.pop()
    party = {one.id: one.party for one in positions}
    found: dict[str, float] = {}
    for values in amounts.values():
        low, high = min(values.values()), max(values.values())
        cited = {party[one] for one, value in values.items() if value in (low, high)}
        if low < high and len(cited) > 1:
            found |= {one: round(100 * (value - low) / (high - low), 1) for one, value in values.items()}
    return found
