"""Promises that their own maker says were never made, and those whose keeping the other side denies."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.model import Change, Claim, Commitment, Evidence, Statement

from .propositions import COMMITTING
from .sides import Sides

# What nobody has told to be kept or broken.
_OPEN = frozenset({"announced", "due", "lapsed"})


def with_disowned(
    commitments: Iterable[Commitment], claims: Sequence[Claim], statements: Iterable[Statement], sides: Sides
) -> tuple[Commitment, ...]:
    """
    Return the commitments; one that the side said to have made it denies is disputed, whatever its day.

    So is one that only who owed it says to have kept, where another side denies that.
    """
    by_id = {claim.id: claim for claim in claims}
    said = {one.id: one for one in statements}
    homes = {one: claim for claim in claims if claim.denied_by for one in claim.statements}
    told = {one.evidence: one.id for one in said.values() if one.id in homes}
    return tuple(
        _weighed(_unkept(one, told, homes, by_id, said, sides), homes, by_id, said, sides) for one in commitments
    )


def _unkept(
    one: Commitment,
    told: Mapping[Evidence, str],
    homes: Mapping[str, Claim],
    claims: Mapping[str, Claim],
    said: Mapping[str, Statement],
    sides: Sides,
) -> Commitment:
    """Return a commitment as disputed where its keeping rests on denied words of who owed it."""
    last = one.changes[-1] if one.changes else None
    if one.status != "fulfilled" or last is None or not all(words in told for words in last.evidence):
        return one
    kept = [told[words] for words in last.evidence]
    denials = {denial for its in kept for denial in homes[its].denied_by}
    own = all(_side(said[its], sides) in one.promisors for its in kept)
    against = [
        claims[denial]
        for denial in sorted(denials)
        if _side(said[claims[denial].lead], sides) not in (None, *one.promisors)
    ]
    return _disputed(one, against, last.evidence) if own and against else one


def _side(said: Statement, sides: Sides) -> str | None:
    return sides.of(said.speaker) if said.speaker is not None else None


def _disputed(one: Commitment, against: Sequence[Claim], beside: tuple[Evidence, ...] = ()) -> Commitment:
    """Return a commitment with the first of the claims that take it back, beside the words it takes back."""
    first = min(against, key=lambda claim: (claim.first is None, claim.first, claim.id))
    change = Change("disputed", first.first, first.origins, (*beside, *first.evidence))
    evidence = tuple(dict.fromkeys((*one.evidence, *first.evidence)))
    statements = (*one.statements, *(told for told in first.statements if told not in one.statements))
    return msgspec.structs.replace(
        one, status="disputed", changes=(*one.changes, change), evidence=evidence, statements=statements
    )


def _weighed(
    one: Commitment,
    homes: Mapping[str, Claim],
    claims: Mapping[str, Claim],
    said: Mapping[str, Statement],
    sides: Sides,
) -> Commitment:
    if one.status not in _OPEN:
        return one
    denials = {denial for told in one.statements if told in homes for denial in homes[told].denied_by}
    own = [claims[denial] for denial in sorted(denials) if _is_own(said[claims[denial].lead], one, sides)]
    if not own:
        return one
    return _disputed(one, own)


def _is_own(denial: Statement, one: Commitment, sides: Sides) -> bool:
    """Tell whether a denial is of having promised, and of the side that is said to have."""
    speaker = denial.speaker or denial.agent
    return denial.event in COMMITTING and speaker is not None and sides.of(speaker) in one.promisors
