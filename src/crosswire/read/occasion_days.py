"""The day of talks whose own sentence names none, and rounds told without the noun for them."""

import datetime as dt
import re
from bisect import bisect_left

import msgspec

from crosswire.model import Occasion, Reading

_NTHS = ("first", "second", "third", "fourth", "fifth", "sixth")
_NTH = rf"(?P<ordinal>{'|'.join(_NTHS)})"
# What is asked first, as hardly any text holds it: plain words cost a tenth of searching.
SOME_TIME = tuple(f"{lead} {word}" for word in _NTHS for lead in ("the", "a")), " time"
SOME_OF = tuple(f"the {word}" for word in _NTHS), " of "
# "Met for the first time on Monday", "sat down together for a second time": the first and the second of a row.
NTH_TIME = re.compile(
    r"\b(?:met|meet|meeting|sat down|negotiated|talked|came together|(?:back|returned) to the (?:negotiating )?table)\b"
    rf"[^.;:\n]{{0,40}}? for (?:the|a) {_NTH} time\b"
    r"(?! (?:since|this|in (?:\w+ ){0,2}(?:weeks|years|months|decades))\b)"
)
# "Met again", "talks resumed", "another round": one more of a row, whichever that is.
SOME_AGAIN = tuple(
    str.split(
        "met again,sat down again,gathered again,reconvened,resumed,to the table,negotiating table,another round,"
        "fresh round,new round,further round,follow-up,further talks,further negotiations,fresh talks,new talks,"
        "more talks,next round,next session,next meeting,time this,time in,back on,down again,collapsed again",
        ",",
    )
)
AGAIN = re.compile(
    r"\b(?:(?:met|sat down|gathered|convened) (?:once )?again|reconvened"
    r"|(?:held|had|began|opened) (?:further|fresh|new|more) (?:[\w-]+ )?(?:talks|negotiations)"
    r"|(?:follow-up|next) (?:round|session|meeting|sitting) (?:took place|was held|ended|began|opened|came|followed)"
    r"|(?:met|gathered|sat down)[^.;:\n]{0,40}? for the (?:second|third|fourth|fifth) time (?:this|in)"
    r"|(?:talks|negotiations) (?:were back on|collapsed again|broke down again|went into another day)"
    r"|resumed (?:their |the |its )?(?:[\w-]+ ){0,2}(?:talks|negotiations)"
    r"|(?:talks|negotiations) (?:[\w-]+ ){0,8}?resumed"
    r"|(?:returned|came back|were back|went back) to the (?:negotiating |bargaining |conference )?table"
    r"|(?:held|had|began|opened|completed|ended|after|in) (?:another|a fresh|a new|a further|a follow-up) "
    r"(?:round|session|meeting|sitting)(?: of (?:[a-z-]+ ){0,2}(?:talks|negotiations|bargaining))?)\b"
)
# "In the second of their three meetings".
ONE_OF = re.compile(
    rf"\bthe {_NTH} of (?:their|the|these|those|two|three|four|five|six) "
    r"(?:[\w-]+ ){0,2}?(?:meetings|rounds|sessions)\b"
)
# "The second took place on Tuesday", "and the second in Oslo on 9 June", after words of rounds not far before.
ELLIPTIC = re.compile(
    # What stands before it is looked at behind the word, so that the search can skip to the next one.
    r"the (?:(?<=[.?!] the )(?P<ordinal>first|second|third|fourth|fifth|sixth)(?=,? (?:took place|was held|ended|"
    r"began|opened|followed|broke up|lasted|got under way|closed)\b)"
    r"|(?:(?<=and the )|(?<=; the )|(?<=, the ))(?P<again>first|second|third|fourth|fifth|sixth)(?: one)? (?:in|at) "
    r"[\w’' -]{2,30} on(?= ))"
)
ROUND_NEAR = 400
# A live report gives the hour before each entry, and tells of its own day.
_CLOCK = re.compile(r"(?:^|\n)\s{0,4}\d{1,2}[:.]\d{2}\b")
_ENTRIES = 2
_AHEAD_BEFORE = re.compile(
    r"\b(?:next|further|future|another|(?:prepar\w{1,5}|ready|calls?) for"
    r"|ahead of|before|announce\w{0,5}(?: of)?|prospects? (?:of|for)|run-up to|(?:date|venue) (?:of|for))"
    r" (?:[\w-]+ ){0,2}$"
)
_AHEAD_AFTER = re.compile(
    r"[^.;]{0,40}?\b(?:will|would|to be held|is due|are due|planned|scheduled|expected|tomorrow)\b"
)
# What tells in the next sentence that the day it names is that of the talks just named.
_HELD = re.compile(r"\b(?:met|held|took place|sat|ended|opened|began|closed|gathered)\b")
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

    That is a live report's own day, or the one day that the sentence before named, or the
    next if it tells of meeting, where that is fresh. `low` is the text.
    """
    if one.day is not None or published is None or not (one.rowed or live):
        return one
    sentence = one.sentence
    number = bisect_left(reading.sentences, sentence)
    if reading.paragraphs[number] == 0:
        return one
    if any(sentence.covers(time.span) and time.kind == "date" and time.precision == "day" for time in reading.times):
        return one
    before = _AHEAD_BEFORE.search(low, max(sentence.start, one.span.start - 40), one.span.start)
    if before is not None or _AHEAD_AFTER.match(low, one.span.end, sentence.end):
        return one
    if live:
        return msgspec.structs.replace(one, day=published)
    # A title's date is the page's own.
    day = _day_of(reading, number - 1, published) if number and reading.paragraphs[number - 1] else None
    if day is None and number + 1 < len(reading.sentences) and _HELD.search(reading.sentences[number + 1].of(low)):
        day = _day_of(reading, number + 1, published)
    if day is None or not 0 <= (published - day).days <= _FRESH:
        return one
    return msgspec.structs.replace(one, day=day)


def _day_of(reading: Reading, number: int, published: dt.date) -> dt.date | None:
    """Return the one day that a sentence names, beside that of its dateline."""
    sentence = reading.sentences[number]
    days = {
        time.start
        for time in reading.times
        if sentence.covers(time.span) and time.kind == "date" and time.precision == "day" and time.start == time.end
    }
    if len(days) > 1:
        days.discard(published)
    return next(iter(days)) if len(days) == 1 else None
