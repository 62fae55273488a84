"""Counts of the dead of one event, in whatever unit or in none: "26 people were killed", "put the toll at 26"."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Figure, Qualifier, Span
from crosswire.text.numbers import find_numbers
from crosswire.text.tokens import terms
from crosswire.weigh.deeds import toll_words

# The unit of every such count here.
DEAD = "dead"
# Words after which a number counts the dead without a noun of its own.
_COUNT_OF = re.compile(
    r"\b(?:(?:death )?toll|number of (?:the )?(?:dead|deaths|people killed|those killed|victims))\b", re.IGNORECASE
)
# "26 were killed": a number with no noun, before its verb.
_KILLED = re.compile(r" (?:were|was|are|have been|had been|has been)? ?(?:killed|dead|died)\b", re.IGNORECASE)
# Characters from those words to their number: "the toll, which had stood at nine on Monday, rose to 26".
_AFTER = 40
_GROUP = re.compile(
    r"\b(crew|team|group|delegation|staff|panel|fleet|squad|garrison|jury|board|cabinet)s?\sof\s"
    r"(?:(?:about|around|some|at least|nearly|only)\s)?$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:at least|no fewer than|more than|over)\W*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|some|nearly|almost|roughly)\W*$", re.IGNORECASE)
# What follows a number that counts something else, or nothing: "at 9 p.m.", "26 per cent", "26 May".
_ELSE = re.compile(r"\s?(?:(?i:[ap]\.?m\b|%|per\b|percent)|-|[:.]\d)|\s[A-Z]")


def counted(figures: Sequence[Figure], text: str, span: Span) -> list[Figure]:
    """
    Return the figures of a stretch, those that count the dead in one unit, and the bare numbers that do so.

    >>> text = "Rescuers put the toll at 26."
    >>> [(one.low, one.unit, one.span.of(text)) for one in counted([], text, Span(0, len(text)))]
    [(26.0, 'dead', '26')]
    """
    figures = [_of_group(one, text, span) for one in figures]
    stems = frozenset(terms(span.of(text)))
    if not stems & toll_words("words"):
        return figures
    units = toll_words("units")
    found = [msgspec.structs.replace(one, unit=DEAD) if one.unit in units else one for one in figures]
    return found + [one for one in _bare(text, span) if not any(one.span.meets(it.span) and it.unit for it in found)]


def _of_group(figure: Figure, text: str, span: Span) -> Figure:
    """Return a figure with the group that it is the size of as its unit: "a crew of seven"."""
    before = _GROUP.search(text, max(span.start, figure.span.start - _AFTER), figure.span.start)
    return msgspec.structs.replace(figure, unit=before[1].lower()) if before and figure.unit is None else figure


def _bare(text: str, span: Span) -> list[Figure]:
    found: list[Figure] = []
    for number in find_numbers(text, span.start, span.end):
        if number.kind not in ("digits", "words"):
            continue
        before = text[max(span.start, number.start - _AFTER) : number.start]
        after = text[number.end : min(span.end, number.end + _AFTER)]
        follows = (
            _COUNT_OF.search(before) is not None and not re.search(r"\d|[;:.!?]", before) and not _ELSE.match(after)
        )
        if follows or _KILLED.match(after):
            qualifier = _qualifier(before)
            high = None if qualifier == "at-least" else number.value
            found.append(Figure(number.value, high, DEAD, Span(number.start, number.end), qualifier))
    return found


def _qualifier(before: str) -> Qualifier:
    if _AT_LEAST.search(before):
        return "at-least"
    return "about" if _ABOUT.search(before) else "exactly"
