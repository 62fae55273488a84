"""When a promise was made, as far as one report knows: in a round that it names, on a day, or in a month."""

import datetime as dt
import re
from collections.abc import Sequence

from crosswire.model import Evidence, Round

from .told import Told

# Days after a round in which its reports come out.
_FRESH = 1
_AGREED = re.compile(r"\bagree(?:d|ment)?\b")
_AGAIN = re.compile(r"\b(?:(?:re)?(?:confirm|affirm)\w*|as agreed|recall\w*|earlier|previous\w*|already)\b")
# First and last day.
Window = tuple[dt.date, dt.date]


def round_of(told: Told, rounds: Sequence[Round]) -> Round | None:
    """Return the one held round that the sentence of a promise names, None where it names none or several."""
    named = [one for one in rounds if one.held and any(_covers(place, told) for place in one.passages)]
    return named[0] if len(named) == 1 else None


def round_at(told: Told, within: Window | None, rounds: Sequence[Round]) -> str | None:
    """
    Return the round a promise came out of: the one held on its day, else the one its report is fresh from.

    What is only confirmed there ("as agreed in May") came out of no round that the report names.
    """
    if within is not None:
        return next((one.id for one in rounds if one.held and (one.day, one.day) == within), None)
    words = told.statement.evidence.quote
    if not _AGREED.search(words) or _AGAIN.search(words):
        return None
    day = told.article.published
    fresh = [one.id for one in rounds if one.held and day is not None and 0 <= (day - one.day).days <= _FRESH]
    return fresh[-1] if fresh else None


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
    if when is None or said.act not in ("AGREE_JOINT", "MEET") or said.realis != "actual":
        return None
    if published is not None and when.last > published and when.first != when.last:
        return None
    if when.first != when.last:
        held = [one for one in rounds if one.held and when.first <= one.day <= when.last]
        return (held[0].day, held[0].day) if len(held) == 1 else (when.first, when.last)
    return (when.first, when.last) if published is None or when.last <= published else None


def _covers(place: Evidence, told: Told) -> bool:
    return place.article == told.article.id and place.start <= told.span.start < place.end
