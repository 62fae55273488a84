"""When a promise was made, as far as one report knows: in a round that it names, on a day, or in a month."""

import datetime as dt
from collections.abc import Sequence

from crosswire.model import Evidence, Round

from .told import Told

# First and last day.
Window = tuple[dt.date, dt.date]


def round_of(told: Told, rounds: Sequence[Round]) -> Round | None:
    """Return the one held round that the sentence of a promise names, None where it names none or several."""
    named = [one for one in rounds if one.held and any(_covers(place, told) for place in one.passages)]
    return named[0] if len(named) == 1 else None


def made_in(told: Told, rounds: Sequence[Round]) -> Window | None:
    """
    Return the days within which a promise was made, where its own sentence tells: "at the last round", "in July".

    A month in which one round only was held is that round's day: what two sides agreed in July, they agreed there.
    """
    named = round_of(told, rounds)
    if named is not None:
        return named.day, named.day
    said, published = told.statement, told.article.published
    when = said.event_date
    if when is None or said.act != "AGREE_JOINT" or said.realis != "actual":
        return None
    if published is not None and when.last > published and when.first != when.last:
        return None
    if when.first != when.last:
        held = [one for one in rounds if one.held and when.first <= one.day <= when.last]
        return (held[0].day, held[0].day) if len(held) == 1 else (when.first, when.last)
    return (when.first, when.last) if published is None or when.last <= published else None


def _covers(place: Evidence, told: Told) -> bool:
    return place.article == told.article.id and place.start <= told.span.start < place.end
