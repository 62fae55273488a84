"""Who does what where no name says so: "the union has offered" of an offer that the company made."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from crosswire.check.library import Library, Unit
from crosswire.check.speakers import kind_of
from crosswire.check.statements import Stated
from crosswire.check.words import keys_of
from crosswire.model import Difference, Span
from crosswire.read.grammar import PREPOSITIONS
from crosswire.text.tokens import terms
from crosswire.text.verbs import lemma_of
from crosswire.weigh.synonyms import canonical

# A sentence is of the same when it, with those around it, holds this share of the statement's words.
_SAME = 0.5
_TOKEN = re.compile(r"[A-Za-z][\w’'-]*|\d[\d.,]*|[,;:.!?“”\"()]")
_DET = frozenset({"the", "a", "an", "its", "their"})
_NO_NOUN = _DET | PREPOSITIONS | {"of"}
_OPENING = frozenset({".", ";", ":", ",", "“", '"', "(", "and", "but", "that", "while", "as", "whereas", "after"})
_HELPS = frozenset("has have had will would also again later then now still not".split())
_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_AFTER_THIRD = frozenset("the a an to its their his her that no more less".split())
_NP, _ASIDE = 4, 10
_SPEECH = frozenset("say tell add note claim report state announce argue insist warn".split())


@cache
def _telling() -> frozenset[str]:
    """Return the stems of the verbs that tell of a deed or an answer, as `cues.toml` lists them."""
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return frozenset(_stem(word) for word in data["deeds"])


class NounDoing(NamedTuple):
    """A verb done by somebody told by a noun: the noun, the verb's stem, and where both stand."""

    who: str
    verb: str
    noun: Span
    place: Span


def noun_doings(text: str, within: Span) -> Iterator[NounDoing]:
    """
    Yield who does what in a stretch, where a noun opens a clause: "the union, which is small, has offered".

    >>> [(one.who, one.verb) for one in noun_doings("The mill, near Orm, has raised its price.", Span(0, 41))]
    [('mill', 'rais')]
    """
    tokens = list(_TOKEN.finditer(text, within.start, within.end))
    low = [token.group().lower() for token in tokens]
    for at, word in enumerate(low):
        if word not in _DET or (at and low[at - 1] not in _OPENING):
            continue
        for head in range(at + 1, min(at + 1 + _NP, len(tokens) - 1)):
            if not (low[head].isalpha() or "-" in low[head]) or low[head] in _NO_NOUN:
                break
            verb = _verb(low, tokens, head + 1)
            if verb is not None:
                noun = tokens[head]
                yield NounDoing(_stem(low[head]), _stem(low[verb]), Span(*noun.span()), Span(*tokens[verb].span()))
                break


def _verb(low: Sequence[str], tokens: Sequence[re.Match[str]], at: int) -> int | None:
    """Return the place of the verb that follows a noun, over an aside between commas and over helping verbs."""
    if at < len(low) and low[at] == ",":
        close = next((step for step in range(at + 1, min(len(low), at + _ASIDE)) if low[step] == ","), None)
        if close is None:
            return None
        at = close + 1
    helped = False
    while at < len(low) and (low[at] in _HELPS or (low[at].endswith("ly") and len(low[at]) > 4)):
        helped = helped or low[at] in _HELPS
        at += 1
    if at >= len(low) or low[at] in _BE or not tokens[at].group().islower():
        return None
    past = (low[at].endswith("ed") and len(low[at]) > 4) or lemma_of(low[at]) is not None
    third = low[at].endswith("s") and not low[at].endswith("ss") and at + 1 < len(low)
    third = third and (low[at + 1] in _AFTER_THIRD or low[at + 1][0].isdigit())
    return at if past or third or (helped and low[at].isalpha()) else None


def _stem(word: str) -> str:
    lemma = lemma_of(word) or word
    return next(iter(sorted(canonical(terms(lemma)))), lemma)


def doer_difference(stated: Stated, text: str, pool: Sequence[Unit], library: Library) -> Difference | None:
    """Return the noun that a statement has do what every source has another noun do, both being told of there."""
    keys = keys_of(stated.words)
    near = [unit for unit in pool if library.share(keys, unit, near=True) >= _SAME]
    for mine in noun_doings(text, stated.span):
        kind = kind_of(mine.noun.of(text))
        if kind is None or mine.verb in _SPEECH or any(one.span.covers(mine.place) for one in stated.quotes):
            continue
        theirs = [
            (unit, one)
            for unit in near
            for one in noun_doings(library.articles[unit.source].text, unit.span)
            if one.verb == mine.verb
        ]
        kinds = [kind_of(one.noun.of(library.articles[unit.source].text)) for unit, one in theirs]
        if not theirs or None in kinds or kind in kinds:
            continue
        unit, other = theirs[0]
        told = {doing.who for one in near for doing in noun_doings(library.articles[one.source].text, one.span)}
        if mine.who in told or mine.who in unit.keys | unit.near:
            words = other.noun.of(library.articles[unit.source].text)
            note = f"the sources have the {words} do it, not the {mine.noun.of(text)}"
            return Difference("name", mine.noun, mine.noun.of(text), words, note, library.at(unit.source, other.noun))
    return None


def untold_doing(stated: Stated, text: str, pool: Sequence[Unit], library: Library) -> Difference | None:
    """Return a verb of doing something to somebody that a statement has a noun do, and that no source holds at all."""
    held = frozenset(key for unit in pool for key in (*unit.keys, *unit.near))
    for mine in noun_doings(text, stated.span):
        if mine.verb in held or kind_of(mine.noun.of(text)) is None or mine.verb not in _telling():
            continue
        if not any(one.span.covers(mine.place) for one in stated.quotes):
            note = f"no source has “{mine.place.of(text)}” of it"
            return Difference("words", mine.place, mine.place.of(text), None, note)
    return None
