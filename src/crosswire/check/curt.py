"""What sentences of a few words turn round: "The union welcomed it", "The guild has not yet decided"."""

import re
from collections.abc import Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.polarity import lists, opposite_difference
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Span
from crosswire.text.tokens import terms

# Words of a sentence that says one thing and no more.
_MOST = 6
# The sentences around a curt one tell of the same when they hold this share of the statement's words.
_AROUND = 0.6
# A sentence that holds this share says so itself.
_SAYS_SO = 0.6
_NO_SIGN = re.compile(
    r"\bno\s(?:\w{3,12}\s){0,2}(?:indication|evidence|sign|signs|proof|suggestion|hint|confirmation)\s(?:yet\s)?(?:that|of)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"\b(?:no|not|never|nothing|nobody|without)\b|n['’]t\b", re.IGNORECASE)
# Content words that tell of what there is no sign.
_LEAST = 2
_NOT_YET = re.compile(
    r"\b(?P<none>(?:has|have|had)\s(?:not|yet\sto|still\snot)(?:\syet)?|(?:has|have|had)n['’]t(?:\syet)?|did\snot|"
    r"didn['’]t)\s(?P<verb>[a-z]{3,15})",
    re.IGNORECASE,
)
# What is told as done, or as what somebody is doing.
_DEED = re.compile(r"\b(?:has|have|had)\s(?:now\s|also\s|already\s)?(?P<verb>[a-z]{3,15})\b")


def curt_difference(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], library: Library
) -> Difference | None:
    """Return what a curt sentence of the evidence has the other way round, nobody else being the one it is of."""
    found = [_opposed(stated, text, unit, library) for unit in units if len(unit.keys) <= _MOST]
    found += [_unfounded(stated, text, unit, library) for unit in pool if len(unit.keys) <= _MOST]
    found += [_undecided(stated, text, unit, pool, library) for unit in pool if len(unit.keys) <= _MOST]
    return next((one for one in found if one), None)


def _opposed(stated: Stated, text: str, unit: Unit, library: Library) -> Difference | None:
    """Return "welcomed" for "rejected", every other word of a curt sentence being the statement's."""
    found = opposite_difference(stated, text, unit, library)
    if found is None or found.evidence is None:
        return None
    theirs = Span(found.evidence.start, found.evidence.end)
    rest = [word for word in stated.words if not found.span.meets(Span(word.start, word.end))]
    others = keys_of(word for word in unit.words if not theirs.meets(Span(word.start, word.end)))
    keys = keys_of(rest)
    around = library.mass(keys & (unit.keys | unit.near)) >= _AROUND * library.mass(keys)
    return found if len(others) > 1 and others <= keys and around else None


def _unfounded(stated: Stated, text: str, unit: Unit, library: Library) -> Difference | None:
    """Return "no sign that it was" for what a statement says it was, all words of it being the statement's."""
    source = library.articles[unit.source].text
    sign = _NO_SIGN.search(source, *_ends(unit.span))
    if sign is None or _NOT_SO.search(text, *_ends(stated.span)):
        return None
    said = keys_of(word for word in unit.words if word.start >= sign.end())
    if len(said) < _LEAST or not said <= keys_of(stated.words):
        return None
    place, start = Span(*sign.span()), Span(stated.span.start, stated.span.start)
    note = f"the source says “{sign.group()}”"
    return Difference("polarity", start, "", sign.group(), note, library.at(unit.source, place))


def _undecided(stated: Stated, text: str, unit: Unit, pool: Sequence[Unit], library: Library) -> Difference | None:
    """Return "has not yet decided" for what the one who has not is said to have done; no sentence says it was done."""
    source = library.articles[unit.source].text
    silent, deed = _NOT_YET.search(source, *_ends(unit.span)), _DEED.search(text, *_ends(stated.span))
    if silent is None or deed is None or _NOT_YET.search(text, *_ends(stated.span)):
        return None
    if not set(terms(silent["verb"])) & lists()["silences"] or set(terms(deed["verb"])) & lists()["silences"]:
        return None
    before = [word for word in unit.words if word.end <= silent.start()]
    behind = keys_of(word for word in unit.words if word.start >= silent.end())
    doer = keys_of(word for word in stated.words if word.end <= deed.start())
    if not before or keys_of(before) != doer or not behind <= keys_of(stated.words):
        return None
    done = [word for word in stated.words if word.start >= deed.start()]
    if any(_says_so(done, one, library) for one in pool if one is not unit):
        return None
    words, span = silent.group(), Span(*deed.span())
    place = Span(*silent.span())
    note = f"the source has “{words}” where the report has “{span.of(text)}”"
    return Difference("polarity", span, span.of(text), words, note, library.at(unit.source, place))


def _says_so(words: Sequence[Word], unit: Unit, library: Library) -> bool:
    keys = keys_of(words)
    return library.mass(keys & unit.keys) >= _SAYS_SO * library.mass(keys)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
