"""Two who have changed places in a sentence: who did which of two things, and whom a "not" is said of."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Span

# A sentence is of the same when it, with those around it, holds this share of the statement's words.
_SAME = 0.6
_HELPS = re.compile(r"\s(?:(?:has|have|had|will|would|also|then|again|later)\s){0,2}")
# A noun is a doer where it opens a clause: "The guild signed", "; the mill refused".
_OPENS = re.compile(r"(?:^|[.;:,!?\n“\"]|\b(?:and|but|while|whereas))\s*(?:the|a|an)\s$", re.IGNORECASE)
_NOT = re.compile(
    r"\bnot\s(?:(?:with|by|to|from|for|at|on|of|against)\s)?(?:the\s)?(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
)


class Pair(NamedTuple):
    """Somebody or something named, with the word right behind: "Hezbollah jets", "the guild signed"."""

    who: Word
    what: Word


def exchanged_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return whom a sentence of the same has in the other one's place, each of the two being in both."""
    quoted = [one.span for one in stated.quotes]
    mine = [one for one in _pairs(stated.words, text) if not any(it.covers(_span(one.who)) for it in quoted)]
    theirs = [(unit, one) for unit in units for one in _pairs(unit.words, library.articles[unit.source].text)]
    keys = keys_of(stated.words)
    for one in mine:
        if any(it.who.key == one.who.key and it.what.key == one.what.key for _, it in theirs):
            continue
        for unit, it in theirs:
            if it.what.key != one.what.key or it.who.key not in keys or one.who.key not in unit.keys:
                continue
            if _are_paired(one, it, mine, [other for where, other in theirs if where is unit]) and _is_same(
                keys, unit, library
            ):
                return _difference(_span(one.who), text, _span(it.who), unit, library)
    return None


def excepted_difference(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the name that a "not" is said of where a sentence says it of another name of the statement."""
    ours = _NOT.search(text, stated.span.start, stated.span.end)
    if ours is None:
        return None
    excepted = keys_of(library.vocabulary.words(text, Span(*ours.span("name"))))
    keys = keys_of(stated.words)
    for unit in units:
        source = library.articles[unit.source].text
        theirs = _NOT.search(source, unit.span.start, unit.span.end)
        if theirs is None:
            continue
        place = Span(*theirs.span("name"))
        others = keys_of(library.vocabulary.words(source, place))
        apart = excepted and others and not excepted & others
        if apart and excepted <= unit.keys and others <= keys and _is_same(keys, unit, library):
            return _difference(Span(*ours.span("name")), text, place, unit, library, kind="polarity")
    return None


def _are_paired(one: Pair, it: Pair, mine: Sequence[Pair], theirs: Sequence[Pair]) -> bool:
    """Tell whether each of the two has something in both: they have changed places, and no one was left out."""
    ours = {pair.what.key for pair in mine if pair.who.key == it.who.key} - {one.what.key}
    their_own = {pair.what.key for pair in theirs if pair.who.key == one.who.key} - {one.what.key}
    return bool(ours) and bool(their_own) and (one.who.is_name == it.who.is_name)


def _pairs(words: Sequence[Word], text: str) -> list[Pair]:
    return [
        Pair(who, what)
        for who, what in pairwise(words)
        if what.key[0].isalpha()
        and text[what.start].islower()
        and _HELPS.fullmatch(text, who.end, what.start)
        and (who.is_name or (who.key[0].isalpha() and _OPENS.search(text[max(0, who.start - 12) : who.start])))
    ]


def _is_same(keys: frozenset[str], unit: Unit, library: Library) -> bool:
    return library.mass(keys & (unit.keys | unit.near)) >= _SAME * library.mass(keys)


def _span(word: Word) -> Span:
    return Span(word.start, word.end)


def _difference(ours: Span, text: str, theirs: Span, unit: Unit, library: Library, *, kind: str = "name") -> Difference:
    words = theirs.of(library.articles[unit.source].text)
    note = f"the sources have “{words}” there, not “{ours.of(text)}”"
    evidence = library.at(unit.source, theirs)
    return Difference("polarity" if kind == "polarity" else "name", ours, ours.of(text), words, note, evidence)
