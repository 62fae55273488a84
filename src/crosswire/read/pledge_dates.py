"""The days a promise names: the last one, the first, and one without a mark."""

import datetime as dt
import re
from bisect import bisect_right

import msgspec

from crosswire.model import Span, Time, When
from crosswire.read.detached import when_of
from crosswire.read.pledge_scene import Scene, starting_in

_DUE = frozenset({"by", "before", "until", "till", "through"})
_TOLD = frozenset({"announced", "announcing", "said", "told", "published", "unveiled", "confirmed"})
# Days after which a day without a year that looks past is next year's.
_LONG_PAST = 60
# An accord of so many days ago or more is not today's news: its terms ran from then.
_RECENT = 31
_NOT_DONE = re.compile(
    r"\b(?:has|have|had) (?:not|yet to|never)\b[^.;]{3,160}\b(?:that|which) (?:[a-z]+ ){1,2}(?:had )?"
    r"(?:agreed|promised|pledged|undertook|committed|vowed)\b"
)
_WIDE = frozenset({"year", "years", "season"})


# What counts of a whole war, and of the year.
_OF_WAR = re.compile(
    r"\bsince (?:the )?(?:\w+ ){0,3}(?:war|invasion|conflict|hostilities|fighting|uprising|outbreak)\b"
    r"|\bsince the (?:start|beginning|outbreak|outset) of the (?:[\w-]+ ){0,2}(?:war|invasion|conflict|hostilities)\b"
    r"|\b(?:during|over|throughout|in the course of) the (?:[\w-]+ )?(?:war|conflict|invasion)\b"
)
_OF_YEAR = re.compile(r"\b(?:so far )?this year\b|\bsince the (?:start|beginning) of the year\b")


def counted_since(scene: Scene, sentence: Span) -> dt.date | None:
    """Return the latest day from which a sentence's counts run: "since May", "this year"; None where it names none."""
    low = sentence.of(scene.article.text).lower()
    published = scene.article.published
    if _OF_WAR.search(low) is not None:
        return dt.date.min
    if published is not None and _OF_YEAR.search(low) is not None:
        return dt.date(published.year, 1, 1)
    for time in starting_in(scene.reading.times, sentence):
        at = scene.words.at(time.span.start)
        if "since" in scene.words.low[max(0, at - 1) : at + 1] and (when := when_of(time)) is not None:
            return when.last
    return None


def dates_of(scene: Scene, first: int, stop: int) -> tuple[When | None, When | None, When | None]:
    """Return the last day named for what the words tell, the first, and a day named without either mark."""
    words, due, starts, plain = scene.words, None, None, None
    span = scene.span(first, stop)
    for time in starting_in(scene.reading.times, span):
        at = words.at(time.span.start)
        before = words.low[max(first, at - 3) : at]
        opening = words.low[at] if at < len(words.low) else ""
        when = when_of(time) or _within(scene, time, before)
        if words.low[words.at(time.span.end) : words.at(time.span.end) + 1] == ["'s"]:
            continue  # "under Thursday's accord"
        if not _TOLD.isdisjoint(words.low[max(first, at - 6) : at]):
            continue  # "an agreement announced on Tuesday", "the club said on Thursday": the day of the telling
        marks = {*(before[-2:-1] if before[-1:] == ["the"] else before[-1:]), opening}
        bound = bool(_DUE & marks) or before[-2:] == ["later", "than"] or "within" in marks
        if when is None or (time.precision in _WIDE and not bound):
            continue
        if bound:
            due = due or _coming(scene, time, when)
        elif {"from", "beginning", "starting", "start", "as"} & {*before, opening}:
            starts = starts or when
        else:
            plain = plain or when
    return due, starts, plain


def _coming(scene: Scene, time: Time, when: When) -> When:
    """Return a day of this year that is past as the next year's: what is promised "by 31 December" lies ahead."""
    published = scene.article.published
    written = scene.article.text[time.span.start : time.span.end]
    if published is None or when.last >= published or re.search(r"\d{4}", written) or when.precision != "day":
        return when
    if (published - when.last).days < _LONG_PAST or (when.last.month, when.last.day) == (2, 29):
        return when
    day = when.last.replace(year=when.last.year + 1)
    return msgspec.structs.replace(when, first=day, last=day)


def _within(scene: Scene, time: Time, before: list[str]) -> When | None:
    """Return the last day of "within ten days" of the report, or of the older day on which its sentence was agreed."""
    published = scene.article.published
    if time.kind != "duration" or time.days is None or before[-1:] != ["within"] or published is None:
        return None
    starts = [one.start for one in scene.reading.sentences]
    sentence = scene.reading.sentences[max(0, bisect_right(starts, time.span.start) - 1)]
    opening = Span(sentence.start, time.span.start)
    if _NOT_DONE.search(opening.of(scene.article.text)):
        return None  # "has not freed the crew that it agreed to free within 30 days": since when, nobody says
    days = [when for one in starting_in(scene.reading.times, opening) if (when := when_of(one)) is not None]
    old = [when.last for when in days if (published - when.last).days > _RECENT]
    last = (old[-1] if old else published) + dt.timedelta(days=time.days)
    return When(last, last, "day", time.span.start, time.span.end)
