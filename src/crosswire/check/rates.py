"""What a figure is for each of, and where it starts from: "600 a week" for "600 a day", "up to" for "up from"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.tolls import counted
from crosswire.check.words import keys_of
from crosswire.model import Difference, Figure, Span

_RATE = re.compile(
    r"\s?(?:a|an|per|each|every)\s(?P<unit>hour|day|night|week|fortnight|month|quarter|year|decade|shift|person|head|"
    r"household|worker|barrel|tonne|ton|kilo|litre|container|mile|kilometre|dose|ticket|seat|share)\b|"
    r"\s(?P<often>hourly|daily|weekly|monthly|yearly|annually)\b",
    re.IGNORECASE,
)
_OFTEN = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
# "Rose to 12", "from 9 to 12": where it stands now, and where it stood.
_TO = re.compile(
    r"\bto\s(?:(?:about|around|nearly|almost|some|roughly|over|just|more than|less than)\s){0,2}$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:from|against|compared with)\s(?:(?:about|around|nearly|almost|some|roughly|over|just|more than|less than)\s)"
    r"{0,2}$",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 40, 30
# A sentence is of the same when it holds this share of the statement's words.
_SAME = 0.5


class Marked(NamedTuple):
    """A figure with the words that say what it is for each of, or whether it was reached or left."""

    mark: str
    span: Span


def rate_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the figure that is for each of something else, or left and not reached, in every sentence of the same."""
    same = [unit for unit in units if _is_same(stated, unit, library)]
    for figure in counted(stated.figures, text, stated.span):
        for read in (_rate, _end):
            mine = read(figure, text, stated.span)
            theirs = [
                (unit, marked)
                for unit in same
                for other in counted(library.figures(unit), library.articles[unit.source].text, unit.span)
                if (other.low, other.high, other.unit) == (figure.low, figure.high, figure.unit)
                if (marked := read(other, library.articles[unit.source].text, unit.span)) is not None
            ]
            if mine is None or not theirs or any(marked.mark == mine.mark for _, marked in theirs):
                continue
            unit, marked = theirs[0]
            words = marked.span.of(library.articles[unit.source].text)
            note = f"the sources have “{words}”, not “{mine.span.of(text)}”"
            evidence = library.at(unit.source, marked.span)
            return Difference("figure", mine.span, mine.span.of(text), words, note, evidence)
    return None


def _rate(figure: Figure, text: str, within: Span) -> Marked | None:
    """Return what a figure is for each of: "600 crowns a week"."""
    found = _RATE.match(text, figure.span.end, min(within.end, figure.span.end + _BEHIND))
    if found is None:
        return None
    each = found["unit"] or _OFTEN[found["often"].lower()]
    return Marked(each.lower(), Span(figure.span.start, found.end()))


def _end(figure: Figure, text: str, within: Span) -> Marked | None:
    """Return whether a figure was reached ("rose to 12") or left ("up from 9")."""
    before = text[max(within.start, figure.span.start - _BEFORE) : figure.span.start]
    for mark, found in (("to", _TO.search(before)), ("from", _FROM.search(before))):
        if found is not None:
            return Marked(mark, Span(figure.span.start - len(found.group()), figure.span.end))
    return None


def _is_same(stated: Stated, unit: Unit, library: Library) -> bool:
    keys = keys_of(stated.words)
    return library.mass(keys & unit.keys) >= _SAME * library.mass(keys)
