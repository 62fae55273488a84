"""Slips that change no name and no figure: an answer where there was none, a share for a total, another listener."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.check.curt import curt_difference
from crosswire.check.doers import doer_difference
from crosswire.check.exchanged import excepted_difference, exchanged_difference
from crosswire.check.extents import extent_difference
from crosswire.check.library import Library, Unit
from crosswire.check.offices import office_difference
from crosswire.check.ordinals import ordinal_difference
from crosswire.check.polarity import lists
from crosswire.check.rates import rate_difference
from crosswire.check.settled_deeds import settled_difference
from crosswire.check.statements import Stated
from crosswire.check.tolls import counted
from crosswire.check.words import keys_of
from crosswire.model import Difference, Figure, Reading, Span
from crosswire.text.tokens import terms

_EACH = re.compile(
    r"\b(?:each|apiece|per side|on (?:each|either) side|from (?:each|either) side|on both sides)\b", re.IGNORECASE
)
_WHOLE = re.compile(
    r"\b(?:in total|in all|altogether|all told|combined|between (?:them|the two)|overall)\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:told|tells|tell|telling)\s(?:the\s)?(?:[\w-]{1,20}\s){0,4}?$", re.IGNORECASE)
_NOT_YET = re.compile(
    r"(?:\b(?:not|never|yet to|without)|n['’]t)\s(?:yet\s|formally\s|officially\s|publicly\s)*(?P<verb>[a-z]{3,15})",
    re.IGNORECASE,
)
# How far behind a figure the word stands that shares it out, and how far before an outlet the verb of telling.
_BEHIND, _BEFORE = 45, 70
# A sentence that holds this share of a statement's words tells of the same.
_HALF = 0.5
# The same but for where, when it holds this share of the other words.
_SAME_PLACE = 0.6
_ASIDE = re.compile(r",\s(?:where|which|who|whose|when|while|as)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|at)\s(?:the\s(?:[a-z-]{1,15}\s){0,3}(?:of\s)?)?$", re.IGNORECASE)


def turned(
    stated: Stated,
    text: str,
    units: Sequence[Unit],
    library: Library,
    *,
    pool: Sequence[Unit],
    outlets: re.Pattern[str] | None,
) -> list[Difference]:
    """Return the first slip of each kind against the evidence, and against curt sentences of the pool."""
    found = (
        answer_difference(stated, text, units, library),
        share_difference(stated, text, units, library) or rate_difference(stated, text, units, library),
        listener_difference(stated, text, units, library, outlets=outlets) if outlets else None,
        ordinal_difference(stated, text, units, library),
        curt_difference(stated, text, units, pool, library) or excepted_difference(stated, text, units, library),
        exchanged_difference(stated, text, units, library),
        doer_difference(stated, text, pool, library),
        extent_difference(stated, text, units, library),
        office_difference(stated, text, units, library),
        settled_difference(stated, text, units, pool, library),
    )
    return [one for one in found if one]


def answer_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the answer that a report tells of where the sources say that there was none: "has not responded"."""
    answers, silences = lists()["answers"], lists()["silences"]
    given = [
        match
        for match in re.finditer(r"[a-z]{4,15}", stated.span.of(text))
        if set(terms(match.group())) & answers and not _NOT_YET.search(stated.span.of(text))
    ]
    if not given or any(set(terms(library.text(unit))) & set(terms(given[0].group())) for unit in units[:1]):
        return None
    for unit in units[:1]:
        words = library.text(unit)
        for silent in _NOT_YET.finditer(words):
            if set(terms(silent["verb"])) & silences:
                start = stated.span.start + given[0].start()
                span = Span(start, start + len(given[0].group()))
                place = Span(unit.span.start + silent.start(), unit.span.start + silent.end())
                theirs = place.of(library.articles[unit.source].text)
                note = f"the source has “{theirs}” where the report has “{span.of(text)}”"
                return Difference("polarity", span, span.of(text), theirs, note, library.at(unit.source, place))
    return None


def share_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the figure that is one side's in the sources and the whole in the report, or the other way round."""
    for figure in counted(stated.figures, text, stated.span):
        mine = _spread(figure, text, stated.span)
        if mine is None:
            continue
        theirs = [
            (unit, other, _spread(other, library.articles[unit.source].text, unit.span))
            for unit in units
            for other in counted(library.figures(unit), library.articles[unit.source].text, unit.span)
            if other.low == figure.low and other.unit == figure.unit
        ]
        told = [(unit, other, at) for unit, other, at in theirs if at is not None]
        if not told or any(at[1] == mine[1] for _, _, at in told):
            continue
        unit, other, at = told[0]
        place, span = Span(other.span.start, at[0]), Span(figure.span.start, mine[0])
        words = place.of(library.articles[unit.source].text)
        note = f"the sources have “{words}”, not “{span.of(text)}”"
        return Difference("figure", span, span.of(text), words, note, library.at(unit.source, place))
    return None


def _spread(figure: Figure, text: str, within: Span) -> tuple[int, bool] | None:
    """Return where the words behind a figure end that share it out (true) or add it up (false), None without any."""
    end = min(within.end, figure.span.end + _BEHIND)
    each, whole = _EACH.search(text, figure.span.end, end), _WHOLE.search(text, figure.span.end, end)
    if (each is None) == (whole is None):
        return None
    return (each.end(), True) if each else (whole.end(), False)  # type: ignore[union-attr]


def listener_difference(
    stated: Stated, text: str, units: Sequence[Unit], library: Library, *, outlets: re.Pattern[str]
) -> Difference | None:
    """Return the outlet that somebody is said to have told something where every sentence has them tell another."""
    ours = _listener(text, stated.span, outlets)
    if ours is None:
        return None
    name = _key(ours.of(text))
    theirs = [
        (unit, place)
        for unit in units
        if _is_of_it(stated, unit, library)
        and (place := _listener(library.articles[unit.source].text, unit.span, outlets)) is not None
    ]
    if not theirs or any(_key(at.of(library.articles[unit.source].text)) == name for unit, at in theirs):
        return None
    unit, place = theirs[0]
    words = place.of(library.articles[unit.source].text)
    note = f"the sources have “{words}”, not “{ours.of(text)}”"
    return Difference("name", ours, ours.of(text), words, note, library.at(unit.source, place))


def _listener(text: str, within: Span, outlets: re.Pattern[str]) -> Span | None:
    for match in outlets.finditer(text, within.start, within.end):
        if _TOLD.search(text[max(within.start, match.start() - _BEFORE) : match.start()]):
            return Span(*match.span("outlet"))
    return None


def _is_of_it(stated: Stated, unit: Unit, library: Library) -> bool:
    keys = keys_of(stated.words)
    return library.mass(keys & unit.keys) >= _HALF * library.mass(keys)


def place_doubt(
    stated: Stated, text: str, units: Sequence[Unit], reading: Reading, library: Library
) -> Difference | None:
    """
    Return where the report has something happen that its evidence has happen elsewhere.

    One town may lie in the other's district: this is a doubt, and no wrong name.
    """
    aside = _ASIDE.search(text, stated.span.start, stated.span.end)
    main = Span(stated.span.start, aside.start() if aside else stated.span.end)
    for place, ours in _places(text, main, reading):
        own = keys_of(library.vocabulary.words(text, ours))
        held = [word for word in stated.words if main.start <= word.start < main.end]
        rest = keys_of(word for word in held if not ours.meets(Span(word.start, word.end)))
        near = [unit for unit in units if library.mass(rest & unit.keys) >= _SAME_PLACE * library.mass(rest)]
        if not own or any(own & unit.keys for unit in near):
            continue
        for unit in near:
            source = library.articles[unit.source].text
            for other, theirs in _places(source, unit.span, library.readings[unit.source]):
                if not keys_of(library.vocabulary.words(source, theirs)) & keys_of(stated.words):
                    note = f"the source has “{other.of(source)}” where the report has “{place.of(text)}”"
                    evidence = library.at(unit.source, other)
                    return Difference("words", place, place.of(text), other.of(source), note, evidence)
    return None


def _places(text: str, within: Span, reading: Reading) -> list[tuple[Span, Span]]:
    """Return the places that a stretch sets something in, with the "in" and without."""
    kinds = {one.id: one.kind for one in reading.actors}
    named = [one.span for one in reading.mentions if kinds.get(one.actor or "") == "place" and within.covers(one.span)]
    return [
        (Span(span.start - len(found.group()), span.end), span)
        for span in named
        if (found := _IN.search(text[max(within.start, span.start - _BEHIND) : span.start]))
    ]


def _key(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def parts(stated: Stated, text: str) -> list[Stated]:
    """Return the clauses of a statement that holds several, each with its own words; none where it holds but one."""
    quoted = [one.span for one in stated.quotes]
    cuts = [
        match.span()
        for match in re.finditer(r";\s+(?:and\s+|but\s+)?|,\s+(?:and|but|while|whereas)\s+", stated.span.of(text))
        if not any(one.start - stated.span.start <= match.start() < one.end - stated.span.start for one in quoted)
    ]
    edges = [0, *(edge for cut in cuts for edge in cut), stated.span.end - stated.span.start]
    spans = [
        Span(stated.span.start + left, stated.span.start + right)
        for left, right in zip(edges[::2], edges[1::2], strict=True)
    ]
    return [
        msgspec.structs.replace(
            stated,
            span=span,
            text=" ".join(span.of(text).split()),
            words=tuple(word for word in stated.words if span.start <= word.start < span.end),
        )
        for span in spans
        if len(spans) > 1
    ]
