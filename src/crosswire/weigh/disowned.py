"""Promises that their own maker says were never made: "there is no commitment to a review"."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.model import Change, Claim, Commitment, Statement

from .propositions import COMMITTING
from .sides import Sides

# What nobody has told to be kept or broken.
_OPEN = frozenset({"announced", "due", "lapsed"})


def with_disowned(
    commitments: Iterable[Commitment], claims: Sequence[Claim], statements: Iterable[Statement], sides: Sides
) -> tuple[Commitment, ...]:
    """Return the commitments; one that the side said to have made it denies is disputed, whatever its day."""
    by_id = {claim.id: claim for claim in claims}
    said = {one.id: one for one in statements}
    homes = {one: claim for claim in claims if claim.denied_by for one in claim.statements}
    return tuple(_weighed(one, homes, by_id, said, sides) for one in commitments)


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
    first = min(own, key=lambda claim: (claim.first is None, claim.first, claim.id))
    change = Change("disputed", first.first, first.origins, first.evidence)
    evidence = tuple(dict.fromkeys((*one.evidence, *first.evidence)))
    statements = (*one.statements, *(told for told in first.statements if told not in one.statements))
    return msgspec.structs.replace(
        one, status="disputed", changes=(*one.changes, change), evidence=evidence, statements=statements
    )


def _is_own(denial: Statement, one: Commitment, sides: Sides) -> bool:
    """Tell whether a denial is of having promised, and of the side that is said to have."""
    speaker = denial.speaker or denial.agent
    return denial.event in COMMITTING and speaker is not None and sides.of(speaker) in one.promisors
