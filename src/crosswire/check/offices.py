"""Offices that sources give to nobody in a deed: "the presidents signed" where two foreign ministers did."""

import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import keys_of
from crosswire.model import Difference, Span

# A sentence is of the same when it, with those around it, holds this share of the statement's other words.
_SAME = 0.6
_OFFICES = (
    ("head of state", r"(?<!vice )(?<!vice-)presidents?|presidential"),
    ("head of government", r"prime ministers?|premiers?|chancellors?|taoiseach"),
    ("monarch", r"kings?|queens?|emirs?|sultans?|crown princes?"),
    ("foreign minister", r"foreign ministers?|foreign secretar(?:y|ies)|secretar(?:y|ies) of state"),
    ("defence minister", r"def[ea]n[cs]e ministers?|def[ea]n[cs]e secretar(?:y|ies)"),
    ("finance minister", r"finance ministers?|treasury secretar(?:y|ies)|chancellors? of the exchequer"),
    ("interior minister", r"interior ministers?|home secretar(?:y|ies)"),
    (
        "another minister",
        r"(?:transport|health|education|energy|justice|labou?r|agriculture|environment|culture) "
        r"(?:ministers?|secretar(?:y|ies))",
    ),
    ("trade minister", r"(?:trade|commerce) (?:ministers?|secretar(?:y|ies)|representatives?)"),
)
_PATTERNS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _OFFICES)


def office_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the office of a statement that no evidence has, where one has another office in the like."""
    for name, pattern in _PATTERNS:
        ours = pattern.search(text, stated.span.start, stated.span.end)
        if ours is None or any(pattern.search(_around(unit, library)) for unit in units):
            continue
        span = Span(*ours.span())
        rest = keys_of(word for word in stated.words if not span.meets(Span(word.start, word.end)))
        for unit in units:
            if library.share(rest, unit, near=True) < _SAME:
                continue
            theirs = next(
                (match for other, one in _PATTERNS if other != name and (match := one.search(library.text(unit)))), None
            )
            if theirs is not None and not _is_ours(theirs, stated, text):
                place = Span(unit.span.start + theirs.start(), unit.span.start + theirs.end())
                words = place.of(library.articles[unit.source].text)
                note = f"the sources have “{words}” there, not “{ours.group()}”"
                return Difference("name", span, ours.group(), words, note, library.at(unit.source, place))
    return None


def _is_ours(theirs: re.Match[str], stated: Stated, text: str) -> bool:
    """Tell whether the statement names the sources' office as well."""
    return theirs.group().lower().rstrip("s") in stated.span.of(text).lower()


def _around(unit: Unit, library: Library) -> str:
    """Return a sentence with those beside it."""
    source = library.articles[unit.source].text
    return source[max(0, unit.span.start - 300) : unit.span.end + 300]
