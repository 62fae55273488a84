"""Another count of what has just been counted: "The board put the figure at 40", "... the firm says 900"."""

from collections.abc import Iterator

from crosswire.model import Quantity, Statement

from .again import counts_again, is_bare, is_spoken
from .counts import may_both_hold, stand_for
from .docket import Conflict, Docket, Voice

# Characters between a count and the words that count it again.
NEAR = 260
# Two counts further apart than this many times are of two things.
FAR = 5.0
_SPENT = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "%", "time", "age"})


def find_recounts(docket: Docket) -> Iterator[Conflict]:
    """Yield the figure conflicts of two named or unnamed voices of one report, the second of which counts again."""
    again = [voice for voice in docket.bearing("again") if counts_again(voice.said.statement)]
    reports: dict[str, list[Voice]] = {}
    for article in {voice.said.statement.article: None for voice in again}:
        told = docket.told_in(article)
        reports[article] = [voice for voice in told if is_spoken(voice.said.statement) and voice.said.statement.figures]
    for voice in again:
        (figure,) = voice.said.statement.figures
        first = max(
            (one for one in reports[voice.said.statement.article] if _stands_before(one, voice, docket)),
            key=_end,
            default=None,
        )
        if first is None:
            continue
        for one in first.said.statement.figures:
            if _is_rival(one, figure):
                when = first.said.when or voice.said.when
                yield Conflict(
                    "figure",
                    one.unit or figure.unit or "",
                    stand_for(first.claim, one),
                    stand_for(voice.claim, figure),
                    when,
                )
                break


def _stands_before(one: Voice, again: Voice, docket: Docket) -> bool:
    ours, theirs = one.said.statement, again.said.statement
    start = min(theirs.contents[0].start, theirs.cue.start if theirs.cue else theirs.contents[0].start)
    near = -1 <= start - ours.contents[-1].end <= NEAR and ours.contents[0].start < theirs.contents[0].start
    # A number alone is of what the same sentence counts: "... joined, the union says; the firm says 900".
    near = near and (theirs.evidence.start == ours.evidence.start or not is_bare(theirs))
    return near and one.claim != again.claim and _two_voices(one, again, docket)


def _two_voices(one: Voice, again: Voice, docket: Docket) -> bool:
    """Tell whether two counts are two voices'; one that only its report tells of is whose the sentence names."""
    ours, theirs = one.said.statement, again.said.statement
    if not is_spoken(theirs):
        named = theirs.evidence.quote.lower()
        return ours.speaker not in theirs.actors and not (ours.unnamed and ours.unnamed.lower() in named)
    return docket.apart(one, again) or _two_bodies(ours, theirs)


def _two_bodies(one: Statement, other: Statement) -> bool:
    """Tell whether two unnamed voices of one paper are two: "the union" and "the board"."""
    heads = [said.unnamed.lower() for said in (one, other) if said.unnamed and said.unnamed.lower().startswith("the ")]
    return len(set(heads)) == 2


def _is_rival(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures can be counts of one thing that differ."""
    if one.low is None or other.low is None or one.low <= 0 or other.low <= 0 or one.subset or other.subset:
        return False
    units = one.unit == other.unit or None in (one.unit, other.unit)
    apart = max(one.low, other.low) / min(one.low, other.low)
    return (
        units and one.unit not in _SPENT and other.unit not in _SPENT and apart < FAR and not may_both_hold(one, other)
    )


def _end(voice: Voice) -> int:
    return voice.said.statement.contents[-1].end
