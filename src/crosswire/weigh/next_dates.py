"""Two sides' days for the meeting to come: "we meet again on the 20th", "the next round will be on the 27th"."""

import re
from collections.abc import Iterator

from crosswire.model import When

from .docket import Conflict, Docket, Stand, Voice
from .nations import named_sides, sentences_of
from .nearby import Nearby
from .places import one_place, places_of

# Days between the two reports, and between the days they name: with more, one meeting was put off or follows the other.
TOGETHER, SHIFT = 2, 21
_SHARP = frozenset({"minute", "day"})
_NEXT = re.compile(
    r"\b(?:next|new|fresh|another|second|third|fourth|fifth|sixth|\d+th) (?:[\w-]+ ){0,2}"
    r"(?:rounds?|meetings?|sessions?|talks)\b|\b(?:meet|sit down|gather|convene) (?:once )?again\b"
    r"|\b(?:talks|negotiations) (?:will|would|are (?:due |set )?to) (?:resume|continue|be held|take place|restart)\b",
    re.IGNORECASE,
)


def find_next_dates(docket: Docket) -> Iterator[Conflict]:
    """Yield the date conflicts between two sides that each name a day for their next meeting."""
    found = [(voice, when) for voice in docket.bearing("dates") if (when := _next_day(voice)) is not None]
    near = Nearby(found, lambda pair: pair[0].said)
    for one, ours in found:
        for _, (other, theirs) in near.within(one.said, TOGETHER):
            gap = abs((ours.first - theirs.first).days)
            if one.claim < other.claim and 0 < gap <= SHIFT and _rivals(one, other, docket):
                stands = Stand(one.claim, ours.first.isoformat()), Stand(other.claim, theirs.first.isoformat())
                yield Conflict("date", "MEET", *stands)


def _next_day(voice: Voice) -> When | None:
    """Return the one day still to come on which a speaker says the next meeting is."""
    said, published = voice.said.statement, voice.said.published
    when = said.event_date
    if said.speaker is None or when is None or when.precision not in _SHARP or published is None:
        return None
    told = when.first > published and not voice.said.negated and not said.opinion
    return when if told and _NEXT.search(said.evidence.quote) else None


def _rivals(one: Voice, other: Voice, docket: Docket) -> bool:
    """Tell whether two sides speak of one meeting, that of the two of them, and neither has it from the other."""
    sides = {docket.sides.of(voice.said.statement.speaker or "") for voice in (one, other)}
    if len(sides) == 1 or one.claim == other.claim or not all(map(docket.sides.is_state, sides)):
        return False
    sentences = [words for voice in (one, other) for words in sentences_of(voice.said.statement)]
    named = {side for words in sentences for side in named_sides(words, docket.nations)}
    ours, theirs = places_of(one.said, docket.sides), places_of(other.said, docket.sides)
    venue = not (ours and theirs) or any(one_place(here, there) for here in ours for there in theirs)
    return named <= sides and venue and docket.apart(one, other)
