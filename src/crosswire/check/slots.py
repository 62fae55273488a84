"""Figures and dates of a statement, compared one by one with those of its evidence."""

import datetime as dt
import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.tolls import DEAD, counted
from crosswire.check.words import keys_of
from crosswire.model import Difference, Figure, Span, Time
from crosswire.weigh.deeds import toll_words

# A sentence is of the same event as the statement, so that another figure in it contradicts, when it holds this share
# of the statement's other words.
SAME_EVENT = 0.5
# Of two counts of the dead, less of the words need be alike.
_SAME_TOLL = 0.2
# A sentence that has the figure clears it when it holds at least this much of what the nearest sentence holds.
AS_NEAR = 0.75
_DATELINE = re.compile(r"\s?(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?[.\s]{0,2}\s?(?:[-–—]|--)\s|\s?/[^/\n]{1,30}/\.")
# Enough when the sentence also has the word that the date goes with ("began on 12 May").
_SAME_DEED = 0.3
# Characters between a verb of saying and the day on which it was said: "said on Wednesday", "told reporters on Friday".
_SAID_ON = 16
# "Over the weekend" may be the Saturday.
_WIDER = dt.timedelta(days=3)
_COUNTED_FROM = re.compile(r"\b(?:after|before|later|earlier)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\W{0,3}(?:he|she|it|they|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
# Sentences looked at for the date of a deed: it may be told without what else the statement tells.
_LOOKED_AT = 48
# "One firefighter was killed.": a sentence of so few words tells of what those around it tell.
_CURT = 4
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_OF_THE = re.compile(r"\s(?:out )?of (?:the |its |their |these |those )?")
_SHARP = frozenset({"minute", "day"})


def figure_differences(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> list[Difference]:
    """Return the figures that no evidence has while a sentence of the same event has another of the same unit."""
    found: list[Difference] = []
    for figure in counted(stated.figures, text, stated.span):
        if figure.low is None or _in_time(figure, stated):
            continue
        theirs = [(unit, other) for unit in units for other in _figures(unit, library)]
        rivals = [
            (alike(stated, unit, library, figure.span, near=len(unit.keys) <= _CURT), unit, other)
            for unit, other in theirs
            if other.low is not None
            and _same_unit(figure, other)
            and not _agree(figure, other)
            and not _is_whole(figure, other, stated, text)
            and not _names_another(other, unit, stated, library)
        ]
        share, unit, other = max(rivals, key=lambda one: one[0], default=(0.0, None, None))
        # A sentence that has the figure clears it, unless it tells of something else and a nearer one has another.
        clearing = [unit for unit, one in theirs if _agree(figure, one) and not _of_another(figure, one)]
        clearing += [unit for unit in units if _written(figure, stated, unit, library)]
        if clearing and "-" in figure.span.of(text):
            # "The ten-day truce" names the truce; how long it lasted is not what is said.
            continue
        cleared = max((beside(stated, one, (unit, units[0]), library, figure.span) for one in clearing), default=-1.0)
        if (
            unit is not None
            and other is not None
            and _is_rival(figure, share, stated, unit, library)
            and cleared < AS_NEAR * share
        ):
            source = library.articles[unit.source]
            words = other.span.of(source.text)
            note = f"the sources have “{words}”, not “{figure.span.of(text)}”"
            evidence = library.at(unit.source, other.span)
            found.append(Difference("figure", figure.span, figure.span.of(text), words, note, evidence))
    return found


def date_differences(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> list[Difference]:
    """Return the dates that no evidence has while a sentence of the same event has another one as sharp."""
    found: list[Difference] = []
    for time in stated.times:
        if time.start is None or time.end is None or time.precision not in _SHARP | {"month", "year"}:
            continue
        pool = [*units, *_of_the_deed(_dated_word(stated, time), stated, units, library)]
        theirs = [(unit, one) for unit in pool for one in library.times(unit) if one.start and one.end]
        if _reported_on(time, units, library) or any(_same_weekday(time, unit, text, library) for unit in units):
            continue
        others = [one for one in stated.times if one.start and one.end and one is not time]
        # "Between 29 April and 20 May": a sentence on the one is silent on the other.
        theirs = [(unit, one) for unit, one in theirs if not any(_meet(it, one) for it in others)]
        rivals = [
            (_dated_word(stated, time) in unit.keys, alike(stated, unit, library, time.span), -at, unit, other)
            for at, (unit, other) in enumerate(theirs)
            if other.precision == time.precision and not _meet(time, other) and _dates_the_deed(other, unit, library)
        ]
        same, share, _, unit, other = max(rivals, default=(False, 0.0, 0, None, None), key=lambda one: one[:3])
        # A sentence that has the date clears it, unless it tells of something else and a nearer one has another.
        clearing = [one for one, it in theirs if _meet(time, it) and _clears(time, it, one, library)]
        cleared = max((beside(stated, one, (unit, units[0]), library, time.span) for one in clearing), default=-1.0)
        if cleared >= AS_NEAR * share:
            continue
        if unit is not None and other is not None and share >= (_SAME_DEED if same else SAME_EVENT):
            words = other.span.of(library.articles[unit.source].text)
            shown = _day(other) if not other.explicit or "day" in words.lower() else words
            note = f"the sources have “{words}”{'' if shown == words else f' [{shown}]'}, not “{time.span.of(text)}”"
            evidence = library.at(unit.source, other.span)
            found.append(Difference("date", time.span, time.span.of(text), words, note, evidence))
    return found


def same_event(stated: Stated, unit: Unit, library: Library, but: Span) -> bool:
    """Tell whether a sentence holds enough of what the statement says beside the words at `but`."""
    return alike(stated, unit, library, but) >= SAME_EVENT


def alike(stated: Stated, unit: Unit, library: Library, but: Span, *, near: bool = False) -> float:
    """Return the share of a statement's words, those at `but` apart, that a sentence holds, or those `near` it too."""
    keys = keys_of(word for word in stated.words if not but.meets(Span(word.start, word.end)))
    total = library.mass(keys)
    shared = keys & (unit.keys | unit.near if near else unit.keys)
    return library.mass(shared) / total if total > 0 and len(shared) > 1 else 0.0


def beside(stated: Stated, unit: Unit, others: tuple[Unit | None, Unit], library: Library, but: Span) -> float:
    """Return how much of a statement a sentence holds, with those around it where it goes on from one of the others."""
    # "He expects it on 8 December" goes on from the sentence that says who and what.
    goes_on = _GOES_ON.match(library.text(unit)) is not None
    near = goes_on and any(one and one.source == unit.source and one.index + 1 == unit.index for one in others)
    return alike(stated, unit, library, but, near=near)


def settled_spans(stated: Stated, units: Sequence[Unit], library: Library) -> list[Span]:
    """Return the figures and dates of a statement that its evidence has, in whatever words."""
    times = [other for unit in units for other in library.times(unit)]
    figures = [other for unit in units for other in library.figures(unit)]
    dated = [
        time.span
        for time in stated.times
        if time.start and (any(_meet(time, other) for other in times) or _reported_on(time, units, library))
    ]
    counted = [one for one in stated.figures if one.low is not None and not _in_time(one, stated)]
    return dated + [one.span for one in counted if any(_same_unit(one, it) and _agree(one, it) for it in figures)]


def _figures(unit: Unit, library: Library) -> list[Figure]:
    return counted(library.figures(unit), library.articles[unit.source].text, unit.span)


def _is_whole(figure: Figure, other: Figure, stated: Stated, text: str) -> bool:
    """Tell whether a source's figure is the whole of which the statement counts a part: "two of the six"."""
    of = _OF_THE.match(text, figure.span.end)
    return of is not None and any(one.span.start == of.end() and _agree(one, other) for one in stated.figures)


def _is_rival(figure: Figure, share: float, stated: Stated, unit: Unit, library: Library) -> bool:
    """Tell whether a sentence with another figure is of the same event as the statement."""
    if share >= SAME_EVENT:
        return True
    if figure.unit != DEAD or share < _SAME_TOLL:
        return False
    # Tolls are told in ever other words, but of somewhere: what the statement names must be what the source is about.
    names = frozenset(word.key for word in stated.words if word.is_name)
    return not names or bool(names & (unit.keys | unit.near | library.leads[unit.source]))


def _in_time(figure: Figure, stated: Stated) -> bool:
    return any(time.span.meets(figure.span) and time.kind == "date" for time in stated.times)


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may both hold: ranges and bounds that meet."""
    if other.low is None and other.high is None:
        return False
    if (
        one.unit != other.unit
        and None not in (one.unit, other.unit)
        and one.noun is not None
        and other.noun is not None
    ):
        return one.low == other.low and one.high == other.high
    low, high = _bounds(one)
    its_low, its_high = _bounds(other)
    return low <= its_high and its_low <= high


def _bounds(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else float("-inf")
    high = figure.high if figure.high is not None else float("inf")
    # "About 9,000" and "9,100" agree; "at least 14" does not make 19 of it.
    slack = 0.05 if figure.qualifier == "about" else 0.0
    if figure.qualifier == "at-least" and figure.low is not None:
        return figure.low, figure.low
    if figure.qualifier == "at-most" and figure.high is not None:
        return figure.high, figure.high
    return low - abs(low) * slack, high + abs(high) * slack


def _written(figure: Figure, stated: Stated, unit: Unit, library: Library) -> bool:
    """Tell whether a sentence has the number, counting nothing or nothing else."""
    keys = {word.key for word in stated.words if figure.span.meets(Span(word.start, word.end)) and word.is_number}
    others = [one for one in _figures(unit, library) if one.low == figure.low]
    return bool(keys) and keys <= unit.keys and not (others and all(_of_another(figure, one) for one in others))


def _of_another(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count what cannot be the same: three drones are no three firefighters."""
    units = {one.unit, other.unit}
    return len(units) == 2 and None not in units and not units & (toll_words("units") | {DEAD})


def _names_another(figure: Figure, unit: Unit, stated: Stated, library: Library) -> bool:
    """Tell whether a figure only names something that the statement does not tell of: "a ten-day pause"."""
    if "-" not in figure.span.of(library.articles[unit.source].text):
        return False
    behind = [word.key for word in unit.words if word.start >= figure.span.end]
    return not frozenset(behind[:2]) & keys_of(stated.words)


def _same_unit(one: Figure, other: Figure) -> bool:
    return one.unit is not None and one.unit == other.unit


def _meet(one: Time, other: Time) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end and other.start <= one.end


def _reported_on(time: Time, units: Sequence[Unit], library: Library) -> bool:
    """Tell whether a report of that day or the next gives no day of its own: it tells of its own day."""
    assert time.start is not None
    assert time.end is not None
    for unit in units:
        published = library.articles[unit.source].published
        near = published and time.start <= published <= time.end + dt.timedelta(1)
        if near and not any(one.start for one in library.times(unit)):
            return True
    return False


def _same_weekday(time: Time, unit: Unit, text: str, library: Library) -> bool:
    """Tell whether a sentence has the weekday that a statement gives without a date: of which week, nobody says."""
    day = _WEEKDAY.match(text, time.span.start) if not time.explicit else None
    source = library.articles[unit.source].text
    return day is not None and any(
        _WEEKDAY.match(source, one.span.start, one.span.start + len(day.group()))
        and one.span.of(source).startswith(day[0])
        for one in library.times(unit)
    )


def _day(time: Time) -> str:
    return f"{time.start:%-d %B %Y}" if time.start == time.end else f"{time.start:%-d %B} to {time.end:%-d %B %Y}"


def _dated_word(stated: Stated, time: Time) -> str:
    """Return the word that a date goes with: the nearest before it that is no name and no number."""
    before = [word.key for word in stated.words if word.end <= time.span.start and word.key[0].isalpha()]
    return before[-1] if before else ""


def _of_the_deed(deed: str, stated: Stated, units: Sequence[Unit], library: Library) -> list[Unit]:
    """Return further sentences that have the word a date goes with, said of something that the statement is of."""
    if not deed:
        return []
    found = library.find(keys_of(stated.words), _LOOKED_AT)
    return [unit for unit in found if deed in unit.keys and unit not in units]


def _clears(time: Time, other: Time, unit: Unit, library: Library) -> bool:
    """
    Tell whether a sentence's date may be the statement's: hardly wider, and not counted from another event.

    "Two days after the truce began" is not when it began, and what "the last ten days" hold has no date.
    """
    assert None not in (time.start, time.end, other.start, other.end)
    wider = (other.end - other.start) - (time.end - time.start)  # type: ignore[operator]
    counted = _COUNTED_FROM.search(other.span.of(library.articles[unit.source].text))
    return wider <= _WIDER and counted is None


def _dates_the_deed(time: Time, unit: Unit, library: Library) -> bool:
    """Tell whether a date is of what a sentence tells, and not of when somebody said so: "said on Wednesday"."""
    cues = [one.cue for one in library.readings[unit.source].attributions if one.cue and one.kind != "direct"]
    said = any(0 <= time.span.start - cue.end <= _SAID_ON for cue in cues)
    return not said and not _in_dateline(time, unit, library)


def _in_dateline(time: Time, unit: Unit, library: Library) -> bool:
    """Tell whether a date is that of the report, in front of its first words: "CORVANE, May 8 (Meridian Wire) -"."""
    text = library.articles[unit.source].text
    return time.span.start - unit.span.start < 60 and _DATELINE.match(text, time.span.end) is not None
