"""Figures, dates and names of a statement, compared one by one with those of its evidence."""

import datetime as dt
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosswire.check.clause_evidence import says_clause
from crosswire.check.library import Library, Unit
from crosswire.check.sides import is_one_side
from crosswire.check.statements import Stated
from crosswire.check.tolls import DEAD, counted
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Figure, Reading, Span, Time
from crosswire.weigh.deeds import toll_words

# A sentence is of the same event as the statement, so that another figure in it contradicts, when it holds this share
# of the statement's other words.
SAME_EVENT = 0.5
# Of two counts of the dead, less of the words need be alike.
_SAME_TOLL = 0.2
# A sentence that has the figure clears it when it holds at least this much of what the nearest sentence holds.
_AS_NEAR = 0.75
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
_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December", re.IGNORECASE
)
_SHARP = frozenset({"minute", "day"})


def figure_differences(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> list[Difference]:
    """Return the figures that no evidence has while a sentence of the same event has another of the same unit."""
    found: list[Difference] = []
    for figure in counted(stated.figures, text, stated.span):
        if figure.low is None or _in_time(figure, stated):
            continue
        theirs = [(unit, other) for unit in units for other in _figures(unit, library)]
        rivals = [
            (_alike(stated, unit, library, figure.span, near=len(unit.keys) <= _CURT), unit, other)
            for unit, other in theirs
            if other.low is not None
            and _same_unit(figure, other)
            and not _agree(figure, other)
            and not _names_another(other, unit, stated, library)
        ]
        share, unit, other = max(rivals, key=lambda one: one[0], default=(0.0, None, None))
        # A sentence that has the figure clears it, unless it tells of something else and a nearer one has another.
        clearing = [unit for unit, one in theirs if _agree(figure, one) and not _of_another(figure, one)]
        clearing += [unit for unit in units if _written(figure, stated, unit, library)]
        if clearing and "-" in figure.span.of(text):
            # "The ten-day truce" names the truce; how long it lasted is not what is said.
            continue
        cleared = max((_beside(stated, one, (unit, units[0]), library, figure.span) for one in clearing), default=-1.0)
        if (
            unit is not None
            and other is not None
            and _is_rival(figure, share, stated, unit, library)
            and cleared < _AS_NEAR * share
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
        if _reported_on(time, units, library):
            continue
        others = [one for one in stated.times if one.start and one.end and one is not time]
        # "Between 29 April and 20 May": a sentence on the one is silent on the other.
        theirs = [(unit, one) for unit, one in theirs if not any(_meet(it, one) for it in others)]
        rivals = [
            (_dated_word(stated, time) in unit.keys, _alike(stated, unit, library, time.span), -at, unit, other)
            for at, (unit, other) in enumerate(theirs)
            if other.precision == time.precision and not _meet(time, other) and _dates_the_deed(other, unit, library)
        ]
        same, share, _, unit, other = max(rivals, default=(False, 0.0, 0, None, None), key=lambda one: one[:3])
        # A sentence that has the date clears it, unless it tells of something else and a nearer one has another.
        clearing = [one for one, it in theirs if _meet(time, it) and _clears(time, it, one, library)]
        cleared = max((_beside(stated, one, (unit, units[0]), library, time.span) for one in clearing), default=-1.0)
        if cleared >= _AS_NEAR * share:
            continue
        if unit is not None and other is not None and share >= (_SAME_DEED if same else SAME_EVENT):
            words = other.span.of(library.articles[unit.source].text)
            shown = _day(other) if not other.explicit or "day" in words.lower() else words
            note = f"the sources have “{words}”{'' if shown == words else f' [{shown}]'}, not “{time.span.of(text)}”"
            evidence = library.at(unit.source, other.span)
            found.append(Difference("date", time.span, time.span.of(text), words, note, evidence))
    return found


def name_differences(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], reading: Reading, library: Library
) -> tuple[list[Difference], list[Difference]]:
    """
    Return the names that no evidence has where a sentence of the same event has another name in their place.

    A sentence of the `pool` that has the name, and tells of the same event as far as the other one, clears it. Second
    come those where the other name is of another kind: a sign that the statement is not held, and no error to name.
    """
    # Who says it is compared apart.
    quoted = [quote.span for quote in stated.quotes] + [one.source for one in stated.attributions if one.source]
    found: list[Difference] = []
    doubtful: list[Difference] = []
    for first, last in names_of(stated.words):
        name = stated.words[first:last]
        span = Span(name[0].start, name[-1].end)
        if _MONTH.fullmatch(span.of(text)) or any(is_one_side(span, text, reading, unit, library) for unit in units):
            continue
        near = [unit for unit in units if same_event(stated, unit, library, span)]
        if any(quote.covers(span) for quote in quoted) or any(keys_of(name) & (unit.keys | unit.near) for unit in near):
            continue
        if near and any(says_clause(stated, name, text, unit, library) for unit in units):
            continue
        if any(time.span.meets(span) for time in stated.times) or _is_cleared(stated, name, span, near, pool, library):
            continue
        for unit in near:
            other = _in_place_of(first, last, stated.words, unit) or _of_its_kind(span, stated, unit, reading, library)
            if other is not None:
                words = other.of(library.articles[unit.source].text)
                note = f"the sources have “{words}”, not “{span.of(text)}”"
                alike = _may_be_alike(span, other, stated, unit, reading, library)
                place = library.at(unit.source, other)
                (found if alike else doubtful).append(Difference("name", span, span.of(text), words, note, place))
                break
    return found, doubtful


def _is_cleared(
    stated: Stated, name: Sequence[Word], span: Span, near: Sequence[Unit], pool: Sequence[Unit], library: Library
) -> bool:
    if not near:
        return False
    nearest = max(near, key=lambda unit: _alike(stated, unit, library, span))
    least = _AS_NEAR * _alike(stated, nearest, library, span)
    holders = [unit for unit in pool if keys_of(name) & unit.keys]
    return any(_beside(stated, unit, (nearest, pool[0]), library, span) >= least for unit in holders)


def same_event(stated: Stated, unit: Unit, library: Library, but: Span) -> bool:
    """Tell whether a sentence holds enough of what the statement says beside the words at `but`."""
    return _alike(stated, unit, library, but) >= SAME_EVENT


def _alike(stated: Stated, unit: Unit, library: Library, but: Span, *, near: bool = False) -> float:
    """Return the share of a statement's words, those at `but` apart, that a sentence holds, or those `near` it too."""
    keys = keys_of(word for word in stated.words if not but.meets(Span(word.start, word.end)))
    total = library.mass(keys)
    shared = keys & (unit.keys | unit.near if near else unit.keys)
    return library.mass(shared) / total if total > 0 and len(shared) > 1 else 0.0


def _beside(stated: Stated, unit: Unit, others: tuple[Unit | None, Unit], library: Library, but: Span) -> float:
    """Return how much of a statement a sentence holds, with those around it where it goes on from one of the others."""
    # "He expects it on 8 December" goes on from the sentence that says who and what.
    goes_on = _GOES_ON.match(library.text(unit)) is not None
    near = goes_on and any(one and one.source == unit.source and one.index + 1 == unit.index for one in others)
    return _alike(stated, unit, library, but, near=near)


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


def _day(time: Time) -> str:
    return f"{time.start:%-d %B %Y}" if time.start == time.end else f"{time.start:%-d %B} to {time.end:%-d %B %Y}"


def names_of(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the runs of name words that stand next to each other."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if not word.is_name:
            continue
        if found and found[-1][1] == at and word.start - words[at - 1].end <= 1:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _in_place_of(first: int, last: int, words: Sequence[Word], unit: Unit) -> Span | None:
    """Return the name of a sentence that stands where the statement has its own, the words around both being alike."""
    ours, theirs = [word.key for word in words], [word.key for word in unit.words]
    mine = frozenset(ours)
    for kind, i, j, k, n in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "replace" and i <= first and last <= j:
            spare = [at for at in range(k, n) if unit.words[at].is_name and unit.words[at].key not in mine]
            if spare:
                run = [at for at in spare if at - spare[0] == spare.index(at)]
                # "Told Reuters on Tuesday that Oldport" holds three names and not one.
                apart = (at for at in run[1:] if unit.words[at].start - unit.words[at - 1].end > 1)
                run = run[: next(apart, run[-1] + 1) - run[0]]
                return Span(unit.words[run[0]].start, unit.words[run[-1]].end)
    return None


def _may_be_alike(span: Span, other: Span, stated: Stated, unit: Unit, reading: Reading, library: Library) -> bool:
    """Tell whether two names may stand for one another: nobody knows their kinds to differ."""
    ours = {kind for place, kind, _ in _named(reading, stated.span) if place.meets(span)}
    theirs = {kind for place, kind, _ in _named(library.readings[unit.source], unit.span) if place.meets(other)}
    return not ours or not theirs or bool(ours & theirs)


def _of_its_kind(span: Span, stated: Stated, unit: Unit, reading: Reading, library: Library) -> Span | None:
    """Return the only name of the same kind that a sentence has and the statement has not."""
    kind = next((kind for place, kind, _ in _named(reading, stated.span) if place.meets(span)), None)
    if kind is None:
        return None
    mine = keys_of(stated.words)
    text = library.articles[unit.source].text
    others = {
        actor: place
        for place, its, actor in reversed(_named(library.readings[unit.source], unit.span))
        if its == kind and not keys_of(library.vocabulary.words(text, place)) & mine
    }
    return next(iter(others.values())) if len(others) == 1 else None


def _named(reading: Reading, within: Span) -> list[tuple[Span, str, str]]:
    """Return the names in a stretch: their places, kinds and actors."""
    kinds = {one.id: one.kind for one in reading.actors}
    return [
        (one.span, kinds[one.actor], one.actor)
        for one in reading.mentions
        if one.actor in kinds and one.kind in ("name", "surname") and within.covers(one.span)
    ]


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
