"""Statements copied whole from a source: they differ from it in nothing, whatever is read in the two."""

from crosswire.check.library import Library, Unit
from crosswire.check.quotations import Quotations, squeeze

# Shorter sentences stand in other reports by chance.
_LEAST = 6


def copied_whole(words: str, quotations: Quotations, library: Library) -> list[Unit]:
    """
    Return the first sentences of the places that hold words as they are, from a sentence's start to a sentence's end.

    A part of a sentence is no copy of it: what stands before it may deny it.
    """
    if len(words.split()) < _LEAST:
        return []
    found: list[Unit] = []
    for one in quotations.exact(words):
        first = library.unit_at(one.source, one.span.start)
        last = library.unit_at(one.source, one.span.end - 1)
        if first is None or last is None:
            continue
        text = library.articles[one.source].text
        before, after = text[first.span.start : one.span.start], text[one.span.end : last.span.end]
        if not squeeze(before) and not squeeze(after):
            found.append(first)
    return found
