"""How far a figure could have fallen otherwise: percentile bootstrap over units that were drawn together."""

import random
from collections.abc import Callable, Sequence

Counts = tuple[float, ...]
DRAWS = 1_000


def interval(units: Sequence[Counts], figure: Callable[[Counts], float]) -> tuple[float, float]:
    """
    Return the 95 % interval of `figure` of the summed counts, over units (articles, stories) drawn with replacement.

    >>> interval([(1.0, 1.0, 1.0)] * 5, f1)
    (1.0, 1.0)
    """
    chance = random.Random(7)
    drawn = sorted(figure(_total(chance.choices(units, k=len(units)))) for _ in range(DRAWS))
    return drawn[DRAWS // 40], drawn[-DRAWS // 40 - 1]


def f1(counts: Counts) -> float:
    """Return F1 of (right, found, wanted)."""
    right, found, wanted = counts
    return 2 * right / (found + wanted) if found + wanted else 0.0


def with_interval(units: Sequence[Counts], figure: Callable[[Counts], float], *, scale: int = 1) -> str:
    """Return a table's cell: the figure and its interval; `scale` 100 for per cent."""
    values = (figure(_total(units)), *interval(units, figure))
    digits = 3 if scale == 1 else 1
    middle, low, high = (f"{scale * value:.{digits}f}" for value in values)
    return f"{middle} ({low}-{high})"


def _total(units: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*units, strict=True)))
