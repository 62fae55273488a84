"""How many of a number, and for how long: "all six" where the sources have four of them, months for weeks."""

import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import keys_of
from crosswire.model import Difference, Span
from crosswire.text.tokens import terms

# A sentence is of the same when it, with those around it, holds this share of the statement's words.
_SAME = 0.5
_NUMBER = (
    r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|ninety|a hundred)"
)
_ALL = re.compile(
    rf"\b(?:all|every|each|both)(?: of)?(?: (?:the|its|their|his|her|[\w’']+['’]s))?(?: {_NUMBER})?"
    r"(?: daily| remaining| main)? (?P<noun>[a-z]{3,20})\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"\b(?:{_NUMBER}|most|many|half|several|some|a few|few|a third|two thirds|part|none)(?: out)? of "
    rf"(?:(?:the|its|their|his|her)(?: {_NUMBER})?|{_NUMBER})(?: daily| remaining| main)? (?P<noun>[a-z]{{3,20}})\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?<![\d.,])(?P<number>\d[\d,]*\d|\d)(?![\d.,%]*\d)")
_OF_WHICH = re.compile(
    r"(?<![\d.,])(?P<part>\d[\d,]*)(?: out)? of (?:the |its |their |(?:[\w’']+ ){0,3}[\w’']+['’]s )?"
    r"(?P<whole>\d[\d,]*\d|\d)\b"
)
_TIME = r"(?P<unit>second|minute|hour|day|week|month|year|decade)s?"
_LASTING = re.compile(
    rf"\b(?P<number>{_NUMBER}|(?:(?<=within )|(?<=for )|(?<=after )|(?<=every ))a)[ -]{_TIME}\b", re.IGNORECASE
)


def extent_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the whole that a statement tells of where the sources tell of a part, or a time in another unit."""
    near = [unit for unit in units if _is_of_it(stated, unit, library)]
    return (
        _whole(stated, text, near, library)
        or _part(stated, text, near, library)
        or _lasting(stated, text, near, library)
    )


def _whole(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    for ours in _ALL.finditer(text, stated.span.start, stated.span.end):
        noun = terms(ours["noun"])
        told = [(unit, match) for unit in units for match in _ALL.finditer(library.text(unit))]
        if not noun or any(terms(match["noun"]) == noun for _, match in told):
            continue
        for unit in units:
            for theirs in _SOME.finditer(library.text(unit)):
                if terms(theirs["noun"]) == noun:
                    return _figure(Span(*ours.span()), text, theirs, unit, library)
    return None


def _part(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the number of a whole that a statement tells of where the sources tell of a part of it: "900 of 1,400"."""
    for ours in _COUNT.finditer(text, stated.span.start, stated.span.end):
        number = ours["number"]
        for unit in units:
            for theirs in _OF_WHICH.finditer(library.text(unit)):
                if theirs["whole"] == number and theirs["part"] not in stated.span.of(text):
                    return _figure(Span(*ours.span("number")), text, theirs, unit, library)
    return None


def _lasting(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    for ours in _LASTING.finditer(text, stated.span.start, stated.span.end):
        told = [(unit, match) for unit in units for match in _LASTING.finditer(library.text(unit))]
        same = [(unit, match) for unit, match in told if match["number"].lower() == ours["number"].lower()]
        if any(match["unit"].lower() == ours["unit"].lower() for _, match in same):
            continue
        if same:
            return _figure(Span(*ours.span()), text, same[0][1], same[0][0], library)
    return None


def _is_of_it(stated: Stated, unit: Unit, library: Library) -> bool:
    keys = keys_of(stated.words)
    return library.share(keys, unit, near=True) >= _SAME and bool(keys & unit.keys)


def _figure(ours: Span, text: str, theirs: re.Match[str], unit: Unit, library: Library) -> Difference:
    place = Span(unit.span.start + theirs.start(), unit.span.start + theirs.end())
    words = place.of(library.articles[unit.source].text)
    note = f"the sources have “{words}”, not “{ours.of(text)}”"
    return Difference("figure", ours, ours.of(text), words, note, library.at(unit.source, place))
