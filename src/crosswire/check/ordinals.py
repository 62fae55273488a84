"""Which one of several: the fifth round where the sources have the fourth."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Span
from crosswire.text.tokens import terms
from crosswire.weigh.synonyms import canonical

_SPELLED = str.split("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_VALUES = {word: at for at, word in enumerate(_SPELLED, start=1)}
# "The fifth indirect round": what is counted stands within three words.
_ORDINAL = re.compile(
    rf"\b(?P<which>{'|'.join(_SPELLED)}|\d{{1,2}}(?:st|nd|rd|th))(?P<behind>(?:\s[a-z][a-z-]{{2,20}}){{1,3}})",
    re.IGNORECASE,
)
# Behind "the first time" and "the third quarter" nothing is told of a row of events; parts and times are no rounds.
_NO_ROW = frozenset(
    terms("time place half quarter part step thing year month week day hand century degree largest biggest")
)
# A month's day: "on the 5th of May".
_OF_MONTH = re.compile(r"\sof\s[A-Z]")
# A sentence is of the same event when it holds this share of the other words; one with the same ordinal clears it when
# it holds nearly as much.
_SAME_EVENT, _AS_NEAR = 0.5, 0.75
_LOOKED_AT = 16


class Ordinal(NamedTuple):
    """One of a row: its number, the stems of the words behind it, and where it stands."""

    value: int
    stems: frozenset[str]
    span: Span


def ordinals(text: str, within: Span) -> list[Ordinal]:
    """
    Return the ordinals of a stretch that count events, meetings and the like, in text order.

    >>> [(one.value, one.span.of("The 2nd round")) for one in ordinals("The 2nd round", Span(0, 13))]
    [(2, '2nd round')]
    """
    found: list[Ordinal] = []
    for match in _ORDINAL.finditer(text, within.start, within.end):
        words = match["which"].lower()
        stems = frozenset(stem for word in match["behind"].split() for stem in canonical(terms(word)))
        nearest = frozenset(terms(match["behind"].split()[0]))
        if stems and not nearest & _NO_ROW and not _OF_MONTH.match(text, match.end("which")):
            value = _VALUES.get(words) or int(re.sub(r"\D", "", words))
            found.append(Ordinal(value, stems, Span(*match.span())))
    return found


def ordinal_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the one of a row that a statement tells of where the sources tell the same of another one."""
    quoted = [one.span for one in stated.quotes]
    mine = [one for one in ordinals(text, stated.span) if not any(quote.covers(one.span) for quote in quoted)]
    if not mine:
        return None
    more = library.find(keys_of(stated.words), _LOOKED_AT)
    pool = [*units, *(unit for unit in more if unit not in units)]
    for one in mine:
        rest = [word for word in stated.words if not one.span.meets(Span(word.start, word.end))]
        theirs = [(unit, it, _alike(rest, unit, library)) for unit in pool for it in _of_unit(unit, library)]
        same = [share for unit, it, share in theirs if it.value == one.value]
        rivals = [
            (share, -at, unit, it)
            for at, (unit, it, share) in enumerate(theirs)
            # Where the statement tells of that one, too, each may stand for itself.
            if it.stems & one.stems and share >= _SAME_EVENT and it.value not in {other.value for other in mine}
        ]
        share, _, unit, it = max(rivals, default=(0.0, 0, None, None), key=lambda rival: rival[:2])
        if unit is None or it is None or max(same, default=0.0) >= _AS_NEAR * share:
            continue
        span, source = _which(one, text), library.articles[unit.source].text
        place = _which(it, source)
        note = f"the sources have “{it.span.of(source)}”, not “{one.span.of(text)}”"
        return Difference("figure", span, span.of(text), place.of(source), note, library.at(unit.source, place))
    return None


def _of_unit(unit: Unit, library: Library) -> list[Ordinal]:
    return ordinals(library.articles[unit.source].text, unit.span)


def _which(one: Ordinal, text: str) -> Span:
    return Span(one.span.start, one.span.start + len(one.span.of(text).split()[0]))


def _alike(words: Sequence[Word], unit: Unit, library: Library) -> float:
    keys = keys_of(words)
    total, shared = library.mass(keys), keys & unit.keys
    return library.mass(shared) / total if total and len(shared) > 1 else 0.0
