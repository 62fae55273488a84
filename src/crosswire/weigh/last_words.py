"""What of a party's positions in a round still stands: a refusal does not, once it agreed to the matter."""

from collections.abc import Sequence

from crosswire.model import Position

from .accounts import Stances

_REFUSES = frozenset({"reject", "red_line"})


def last_words(positions: Sequence[Position], stances: Stances) -> list[Position]:
    """
    Return the positions of a party on an issue in a round without what it refused before it agreed.

    Only an agreement of both sides, or one on an issue that is a single matter, takes a refusal back: else a party may
    well accept one thing and refuse another.
    """
    agreed = [
        one
        for one in positions
        if one.stance == "accept" and (one.act == "AGREE_JOINT" or any(held.single for held in stances[one.id]))
    ]
    return [one for one in positions if one.stance not in _REFUSES or not any(_follows(yes, one) for yes in agreed)]


def _follows(agreed: Position, refused: Position) -> bool:
    """Tell whether an agreement is of a later day than a refusal, or further on in each report that tells of that."""
    if agreed.day is not None and refused.day is not None and agreed.day != refused.day:
        return agreed.day > refused.day
    ends = {one.article: one.end for one in refused.evidence}
    starts = {one.article: one.start for one in agreed.evidence}
    return all(article in starts and end <= starts[article] for article, end in ends.items())
