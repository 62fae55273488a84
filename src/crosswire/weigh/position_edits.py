"""Carry the user's corrections of positions into the stances behind them, from which gaps and disputes follow."""

from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Claim, Decision, Position, Skipped, Statement

from .edits import Grounds, edit_records
from .held import Held

Stances = dict[str, tuple[Held, ...]]


def edit_positions(
    positions: Sequence[Position],
    stances: Stances,
    decisions: Sequence[Decision],
    claims: Sequence[Claim],
    grounds: Grounds,
) -> tuple[tuple[Position, ...], Stances, tuple[Skipped, ...]]:
    """Return the positions as corrected, the stances that now stand behind them, and what is to be said of it."""
    edited, notes = edit_records("position", positions, decisions, grounds)
    lost = not all(one.claims for one in edited)
    home = {said: claim.id for claim in claims for said in claim.statements} if lost else {}
    whole = tuple(
        one if one.claims else msgspec.structs.replace(one, claims=(home[one.lead],) if one.lead in home else ())
        for one in edited
    )
    by_id = {one.id: one for one in grounds.statements}
    behind = {one.id: _behind(one, stances, by_id) if one.marks else stances[one.id] for one in whole}
    return whole, behind, notes


def _behind(one: Position, stances: Stances, statements: Mapping[str, Statement]) -> tuple[Held, ...]:
    old = stances.get(one.id)
    if old is None:
        said = statements[one.lead]
        return (Held(one.party, one.issue, one.round, one.day, one.stance, one.act, one.stated_by, one.by, said),)
    return tuple(
        msgspec.structs.replace(
            held, party=one.party, issue=one.issue, round=one.round, stance=one.stance, act=one.act, joint=False
        )
        for held in old
    )
