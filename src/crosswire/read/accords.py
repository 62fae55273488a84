"""Papers that bind: whether a sentence speaks of what a deal says, and how it came about."""

import re

from crosswire.model import Form, Span
from crosswire.read.pledge_scene import Scene

_UNDER = (
    r"\b(?:under|as part of|in line with|by the terms of|according to) (?:the |a |an |that |this |its |their )?"
    r"(?:[\w'’-]+ ){0,5}?(?:%s)\b|\b(?:%s) (?:under|by|in) which\b"
)
# What binds where it says "under which": "an exchange under which both will free 100".
_KINDS = "arrangement|exchange|formula|package|scheme|swap|truce"
# "Arland, for its part, will": what one side gives beside what the other does.
_RETURN = re.compile(r"\bin (?:exchange|return)\b(?! for)|, (?:for|on) (?:its|his|her|their) part, will\b")
_AGREED = re.compile(r"\b(?:as agreed|confirmed that|(?:sides|parties|both) agreed that|it was agreed)\b")
_SIGNED = re.compile(r"\b(?:signed|signs|sign|signing|signature|inked|initialled)\b")
_JOINT = re.compile(r"\bjoint (?:statement|communiqu[eé]|report|declaration)\b")
_patterns: dict[frozenset[str], re.Pattern[str]] = {}


def speaks_of_paper(scene: Scene, sentence: Span, places: range) -> bool:
    """Tell whether a sentence speaks of what a deal says, or of what is given in exchange."""
    low = sentence.of(scene.article.text).lower()
    if is_under_paper(scene, sentence) or _RETURN.search(low) or _AGREED.search(low):
        return True
    here = scene.words.low[places.start : places.stop]
    papers = not scene.table.accords.isdisjoint(here) or _JOINT.search(low) is not None
    return bool(_SIGNED.search(low)) and papers


def is_under_paper(scene: Scene, sentence: Span) -> bool:
    """Tell whether a sentence tells what somebody does "under the deal"."""
    accords = scene.table.accords
    if accords not in _patterns:
        named = "|".join(sorted({*accords, "document", "joint statement", "plan", "terms"}))
        _patterns[accords] = re.compile(_UNDER % (named, f"{named}|{_KINDS}"))
    return bool(_patterns[accords].search(sentence.of(scene.article.text).lower()))


def form_of(sentence: str) -> Form | None:
    """
    Return the form a sentence in lower case gives what it tells of, None where it gives none.

    >>> form_of("they signed a deal"), form_of("in a joint statement they promised"), form_of("they agreed")
    ('signed', 'joint statement', None)
    """
    if _SIGNED.search(sentence):
        return "signed"
    return "joint statement" if _JOINT.search(sentence) else None
