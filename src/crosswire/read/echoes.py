"""Numbers that come again without their noun: "it settled for 1,000", after a demand of 2,600 and 1,000 prisoners."""

from bisect import bisect_left
from collections.abc import Sequence

from crosswire.model import Figure
from crosswire.read.loaded import Hit

# Smaller numbers come again by chance.
_SMALLEST = 5
# Letters between a number and the word for its matter: "ten-day truce", "a ceasefire of 30 days".
_GAP = 24
# How many earlier figures are looked at; no report of talks in BASIL or the demo has more before its last.
_MANY = 60
_FORM = "issue:process_format"


def find_echo(
    figures: Sequence[Figure], earlier: Sequence[Figure], issues: Sequence[Hit], starts: Sequence[int]
) -> tuple[Hit, ...]:
    """
    Return the issue that one of `figures` had where the article counted the same before, nothing when none had.

    `earlier` are the figures before, `issues` the article's issue words, `starts` where these start.
    """
    for figure in figures:
        if figure.low is None or figure.low < _SMALLEST or figure.low != figure.high:
            continue
        for other in reversed(earlier[-_MANY:]):
            same = (other.low, other.high) == (figure.low, figure.high)
            if same and (figure.unit is None or other.unit is None or figure.unit == other.unit):
                hit = _beside(other, issues, starts)
                if hit is not None:
                    return (hit,)
    return ()


def _beside(figure: Figure, issues: Sequence[Hit], starts: Sequence[int]) -> Hit | None:
    """Return the issue word in or right beside a figure, one after it before one before it."""
    span = figure.span
    after = bisect_left(starts, span.start)
    for hit in issues[after : after + 4]:
        if hit.start <= span.end + _GAP and hit.key.startswith("issue:") and hit.key != _FORM:
            return hit
    for hit in reversed(issues[max(0, after - 4) : after]):
        if hit.end >= span.start - _GAP and hit.key.startswith("issue:") and hit.key != _FORM:
            return hit
    return None
