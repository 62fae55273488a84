"""The day of talks whose own sentence names none, and rounds told without the noun for them."""

import datetime as dt
import re
from bisect import bisect_left

import msgspec

from crosswire.model import Occasion, Reading

# "Met for the first time on Monday", "sat down together for the first time": the first of a row.
FIRST_TIME = re.compile(
    r"\b(?:met|meet|meeting|sat down|negotiated|talked|came together)\b[^.;:,\n]{0,40}? for the first time\b"
    r"(?! (?:since|in (?:\w+ ){0,2}(?:years|months|decades))\b)"
)
# "The second took place on Tuesday", after words of rounds not far before.
ELLIPTIC = re.compile(
    r"(?<=[.?!] )the (?P<ordinal>first|second|third|fourth|fifth|sixth)(?=,? (?:took place|was held|ended|began|opened|"
    r"followed|broke up|lasted|got under way|closed)\b)"
)
ROUND_NEAR = 400
# A live report gives the hour before each entry, and tells of its own day.
_CLOCK = re.compile(r"(?:^|\n)\s{0,4}\d{1,2}[:.]\d{2}\b")
_ENTRIES = 2
_AHEAD = re.compile(r"\b(?:next|will|would|to be held|due|planned|scheduled|expected|tomorrow)\b")
# Days before a report within which a day that its last sentence named is the day it tells of.
_FRESH = 2


def is_live(low: str) -> bool:
    r"""
    Tell whether a text is a live report, entry by entry.

    >>> is_live("09:05 Talks open.\n\n10:30 Talks go on."), is_live("Talks opened at 09:05.")
    (True, False)
    """
    return len(_CLOCK.findall(low)) >= _ENTRIES


def told_day(one: Occasion, reading: Reading, published: dt.date | None, low: str, *, live: bool) -> Occasion:
    """
    Return an occasion with the day it is told of where its own sentence gives none and speaks of nothing to come.

    That is a live report's own day, or the one day that the sentence before named, if it is fresh. `low` is the text.
    """
    if one.day is not None or published is None or not (one.rowed or live):
        return one
    sentence = one.sentence
    number = bisect_left(reading.sentences, sentence)
    if number == 0 or reading.paragraphs[number] == 0:
        return one
    inside = [time for time in reading.times if sentence.covers(time.span) and time.kind == "date"]
    if inside or _AHEAD.search(sentence.of(low)):
        return one
    if live:
        return msgspec.structs.replace(one, day=published)
    before = reading.sentences[number - 1]
    days = {
        time.start
        for time in reading.times
        if before.covers(time.span) and time.kind == "date" and time.precision == "day" and time.start == time.end
    }
    day = next(iter(days)) if len(days) == 1 else None
    if day is None or not 0 <= (published - day).days <= _FRESH:
        return one
    return msgspec.structs.replace(one, day=day)
