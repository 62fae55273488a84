"""Another count of what has just been counted: "The board put the figure at 40", "... the firm says 900"."""

import re
from collections.abc import Iterator

from crosswire.model import Quantity, Statement

from .counts import may_both_hold, stand_for
from .docket import Conflict, Docket, Voice

# Characters between a count and the words that count it again.
NEAR = 260
# Two counts further apart than this many times are of two things.
FAR = 5.0
_NOUN = r"(?:figure|number|count|toll|total|tally|cost|estimate|sum)"
# "Its count was about 31,000", "has put the cost at 1.1 billion", "the number was 260,000".
_PUT = re.compile(
    rf"\b(?:put(?:s|ting)?|estimat(?:es?|ed|ing)) (?:it|this|(?:the|that|its) {_NOUN}(?: of [\w ]{{1,30}})?) at\b"
    # "The employers' count is 1,020."
    rf"|\w['’]s? (?:own )?{_NOUN} (?:was|is)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    rf"\b(?:the|its|his|her|their|that) (?:(?:own|true|real|actual|final) )?{_NOUN} (?:was|is|stood at|stands at)\b"
    rf"|{_PUT.pattern}",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[\s\"“]{0,3}(?:(?:about|around|some|nearly|almost|only|just) )?[$£€]?\d[\d,.]{0,14}[\s.,;\"”]{0,4}"
)
_SPENT = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "%", "time", "age"})


def find_recounts(docket: Docket) -> Iterator[Conflict]:
    """Yield the figure conflicts of two named or unnamed voices of one report, the second of which counts again."""
    again = [voice for voice in docket.bearing("figure") if _counts_again(voice)]
    reports: dict[str, list[Voice]] = {}
    for article in {voice.said.statement.article: None for voice in again}:
        told = docket.told_in(article)
        reports[article] = [voice for voice in told if _is_spoken(voice) and voice.said.statement.figures]
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


def _is_spoken(voice: Voice) -> bool:
    said = voice.said.statement
    return bool(said.speaker or said.unnamed) and said.mode != "narrated" and bool(said.contents) and not said.opinion


def _counts_again(voice: Voice) -> bool:
    """Tell whether a voice gives one figure and names it as one: "its own count was 31,000", or the number alone."""
    said = voice.said.statement
    if len(said.figures) != 1 or not said.contents or said.opinion or voice.said.negated or said.figures[0].low is None:
        return False
    start, quote = said.evidence.start, said.evidence.quote
    words = quote[max(0, said.contents[0].start - start) : max(0, said.contents[-1].end - start)]
    cue = said.cue.start if said.cue else said.contents[0].start
    told = quote[max(0, min(cue, said.contents[0].start) - start) : max(0, said.contents[-1].end - start)]
    told = " ".join(told.split())
    if not _is_spoken(voice):
        # "The minister has put the figure at 40" is somebody's count, whoever tells of it.
        return _PUT.search(told) is not None
    return _NUMBER.fullmatch(words) is not None or _AGAIN.search(told) is not None


def _stands_before(one: Voice, again: Voice, docket: Docket) -> bool:
    ours, theirs = one.said.statement, again.said.statement
    start = min(theirs.contents[0].start, theirs.cue.start if theirs.cue else theirs.contents[0].start)
    near = -1 <= start - ours.contents[-1].end <= NEAR and ours.contents[0].start < theirs.contents[0].start
    # A number alone is of what the same sentence counts: "... joined, the union says; the firm says 900".
    near = near and (theirs.evidence.start == ours.evidence.start or not _is_bare(theirs))
    return near and one.claim != again.claim and _two_voices(one, again, docket)


def _is_bare(said: Statement) -> bool:
    words, start = said.evidence.quote, said.evidence.start
    content = words[max(0, said.contents[0].start - start) : max(0, said.contents[-1].end - start)]
    return _NUMBER.fullmatch(content) is not None and _AGAIN.search(" ".join(words.split())) is None


def _two_voices(one: Voice, again: Voice, docket: Docket) -> bool:
    """Tell whether two counts are two voices'; one that only its report tells of is whose the sentence names."""
    ours, theirs = one.said.statement, again.said.statement
    if not _is_spoken(again):
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
