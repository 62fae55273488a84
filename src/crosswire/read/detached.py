"""Figures and times taken out of their article, so that statements of several can be compared."""

from collections.abc import Iterable

from crosswire.model import Figure, Quantity, Time, When


def quantities(figures: Iterable[Figure]) -> tuple[Quantity, ...]:
    """Return the figures as they are compared across articles."""
    return tuple(
        Quantity(
            figure.unit,
            figure.low,
            figure.high,
            figure.qualifier,
            figure.each,
            figure.formula,
            figure.subset,
            figure.span.start,
            figure.span.end,
        )
        for figure in figures
    )


def when_of(time: Time) -> When | None:
    """Return the days a time expression names, None when it names none."""
    if time.start is None or time.end is None:
        return None
    return When(time.start, time.end, time.precision, time.span.start, time.span.end)
