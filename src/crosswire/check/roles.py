"""Who does what: the doer the report gives a verb, against the one the sources give it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crosswire.check.library import Library, Unit
from crosswire.check.speakers import Voices
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Actor, Difference, Reading, Span
from crosswire.text.tokens import terms
from crosswire.text.verbs import irregular_pasts, lemma_of
from crosswire.weigh.synonyms import canonical

# A sentence is of the same deed when it holds this share of the statement's words, the doer apart: less is enough where
# the two have only changed places.
_SAME_DEED, _EXCHANGED = 0.8, 0.45
# One who does it in a sentence that holds nearly as much of the statement may be meant.
_AS_NEAR = 0.75
# The same of the thing that a name is set before.
_OF_THE_SAME = 0.6
# What stands between a doer and the verb: "Valmora, which had asked for more, has again accepted".
_ASIDE = r"(?:, [^,.;:\n“”\"]{1,90},)?"
# A state's government does what the state does.
_ORGAN = (
    r"(?:(?:['’]s)?\s(?:government|army|military|navy|air force|parliament|cabinet|delegation|negotiators|forces|"
    r"troops))?"
)
_ACTIVE = re.compile(
    rf"{_ORGAN}{_ASIDE}\s(?P<helps>(?:(?:has|have|had|will|would|is|are|was|were|be|been|being|also|then|again|still|later|now|"
    r"once|first|both|all|not|\w{3,12}ly)\s){0,4})(?P<verb>[a-z]{3,18})\b"
)
# "Denied it, and accused the other": who does the first does the second; no other name stands between.
_AND_THEN = re.compile(r"[a-z0-9 ,’'-]{0,60}?,? (?:and|but) (?:also |then |later )?(?P<verb>[a-z]{3,18})\b")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s")
_PASSIVE = re.compile(r"\b(?P<verb>[a-z]{3,18})\sby\s(?:the\s)?(?:[\w-]{1,20}\s){0,4}$")
# Behind these a name is not who does it: "the director of the agency said".
_OF = re.compile(
    r"\b(?:of|in|at|from|for|with|to|against|on|near|by|about|between|into|over|than|like|and|or|including)\s(?:the\s)?$"
)
_LISTED_BEFORE = re.compile(r"(?:,| and|,? as well as|,? or)\s(?:the\s)?$")
_LISTED_BEHIND = re.compile(r"(?:,| and|,? as well as|,? or)\s(?:the\s)?[A-Z]")
# How far before a doer its verb may stand, and how far behind it.
_BEFORE, _BEHIND = 40, 150


class Doing(NamedTuple):
    """
    A verb, by its stem, with one who may do it.

    `alone` says that it is certain: named by no pronoun and behind no "of" or "and", nobody being named beside them.
    """

    verb: str
    actor: Actor
    span: Span
    alone: bool


def doings(text: str, within: Span, reading: Reading) -> list[Doing]:
    """Return the verbs of a stretch whose doers stand right before them, or behind a "by"."""
    actors = {one.id: one for one in reading.actors}
    return [
        Doing(verb, actors[one.actor], one.span, one.kind != "pronoun" and _is_alone(text, within, one.span))
        for one in reading.mentions
        if one.actor in actors and within.covers(one.span)
        for verb in _verbs(text, within, one.span)
    ]


def role_difference(
    stated: Stated, text: str, pool: Sequence[Unit], reading: Reading, library: Library, voices: Voices
) -> Difference | None:
    """Return the doer of a statement whom no source has doing it while one has somebody else do it."""
    theirs = [
        (unit, one)
        for unit in pool
        for one in doings(library.articles[unit.source].text, unit.span, library.readings[unit.source])
    ]
    for mine in doings(text, stated.span, reading):
        same = [(unit, one) for unit, one in theirs if one.verb == mine.verb]
        names = keys_of(library.vocabulary.words(text, mine.span))
        if not mine.alone:
            continue
        # Whoever did the like elsewhere need not have done this: the sentence must be of it as nearly.
        own = [_share(stated, mine, unit, library) for unit, one in same if _may_be_one(mine.actor, one.actor, voices)]
        nearest = max((_share(stated, mine, unit, library) for unit in pool), default=0.0) if same else 0.0
        for unit, one in same:
            share = _share(stated, mine, unit, library)
            if _may_be_one(mine.actor, one.actor, voices) or max(own, default=-1.0) >= _AS_NEAR * share:
                continue
            # Another sentence that is much nearer tells what was done; this one tells of something else.
            if share < _AS_NEAR * nearest:
                continue
            if names & keys_of(library.vocabulary.words(library.articles[unit.source].text, one.span)):
                continue
            least = _EXCHANGED if _change(mine, one, stated, unit, library, text) else _SAME_DEED
            if one.alone and share >= least:
                words = one.span.of(library.articles[unit.source].text)
                note = f"the sources have “{words}” do it, not “{mine.span.of(text)}”"
                evidence = library.at(unit.source, one.span)
                return Difference("name", mine.span, mine.span.of(text), words, note, evidence)
    return None


def owner_difference(stated: Stated, text: str, pool: Sequence[Unit], library: Library) -> Difference | None:
    """Return the name that a statement sets before a thing where the sources set another: "Kestrian artillery"."""
    theirs = [(unit, one) for unit in pool for one in _owned(unit.words, library.articles[unit.source].text, library)]
    for word, thing in _owned(stated.words, text, library):
        same = [(unit, owner) for unit, (owner, other) in theirs if other == thing]
        if any(owner.key == word.key for _, owner in same):
            continue
        for unit, owner in same:
            keys = keys_of(one for one in stated.words if one is not word)
            total = library.mass(keys)
            if total and library.mass(keys & unit.keys) >= _OF_THE_SAME * total:
                span, other = Span(word.start, word.end), Span(owner.start, owner.end)
                words = other.of(library.articles[unit.source].text)
                note = f"the sources have “{words}” before it, not “{span.of(text)}”"
                return Difference("name", span, span.of(text), words, note, library.at(unit.source, other))
    return None


def _owned(words: Sequence[Word], text: str, library: Library) -> list[tuple[Word, str]]:
    """Return the adjectives and genitives of names with the thing behind each: "Kestrian artillery", "Halm's mayor"."""
    heads = {one.start: other for one, other in pairwise(words)}
    return [
        (word, thing.key)
        for word, thing in pairwise(words)
        if word.is_name
        and not _goes_on(text, thing, heads.get(thing.start))
        and thing.key[0].isalpha()
        and text[word.end : thing.start] in (" ", "'s ", "’s ")
        and (text[thing.start].islower())
        and library.vocabulary.is_adjective(text[word.start : word.end])
    ]


def _goes_on(text: str, thing: Word, following: Word | None) -> bool:
    """Tell whether a noun only says of which kind the next one is: "Kestria's fruit ban" is no fruit of Kestria's."""
    if following is None or text[thing.end : following.start] != " " or not text[following.start].islower():
        return False
    word = text[following.start : following.end]
    return not (word.endswith(("ed", "s", "ing")) or lemma_of(word) is not None)


def _verbs(text: str, within: Span, span: Span) -> list[str]:
    first = max(within.start, span.start - _BEFORE)
    behind = _ACTIVE.match(text, span.end, min(within.end, span.end + _BEHIND))
    before = _PASSIVE.search(text, first, span.start)
    found = [before["verb"]] if before else []
    # "Is leading it" is done by whom it is said of, "is led" is not.
    if behind and (not _BE.search(behind["helps"]) or behind["verb"].endswith("ing")):
        found.append(behind["verb"])
        further = _AND_THEN.match(text, behind.end(), min(within.end, behind.end() + _BEHIND))
        found += [further["verb"]] if further and _is_past(further["verb"]) else []
    return [stem for word in found if _is_verb(word) for stem in sorted(canonical(terms(word)))[:1]]


def verb_after(text: str, within: Span, span: Span) -> Span | None:
    """Return the place of the verb whose doer is named at `span`, None behind an "of" and before no verb."""
    first = max(within.start, span.start - _BEFORE)
    behind = _ACTIVE.match(text, span.end, min(within.end, span.end + _BEHIND))
    if behind is None or _OF.search(text[first : span.start]) or _BE.search(behind["helps"]):
        return None
    verb = behind["verb"]
    return Span(*behind.span("verb")) if _is_past(verb) or lemma_of(verb) is not None else None


def _is_alone(text: str, within: Span, span: Span) -> bool:
    before = text[max(within.start, span.start - _BEFORE) : span.start]
    listed = _LISTED_BEFORE.search(before) or _LISTED_BEHIND.match(text, span.end)
    # "Proposed by the president": here it is the "by" that tells.
    return not listed and (_PASSIVE.search(before) is not None or _OF.search(before) is None)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in irregular_pasts()


def _is_verb(word: str) -> bool:
    return (word.endswith(("ed", "s", "en", "ing")) and not word.endswith(("ss", "us"))) or word in irregular_pasts()


def _may_be_one(one: Actor, other: Actor, voices: Voices) -> bool:
    """Tell whether two doers may be one: the same, or of one side."""
    a, b = voices.known(one), voices.known(other)
    if a.kind == b.kind == "person":
        # Two ministers of one state are two.
        return voices.same(a, b)
    return voices.same(one, other) or (a.party or a.id) == (b.party or b.id)


def _share(stated: Stated, mine: Doing, unit: Unit, library: Library) -> float:
    keys = keys_of(word for word in stated.words if not mine.span.meets(Span(word.start, word.end)))
    total = library.mass(keys)
    return library.mass(keys & unit.keys) / total if total and len(keys & unit.keys) > 1 else 0.0


def _change(mine: Doing, other: Doing, stated: Stated, unit: Unit, library: Library, text: str) -> bool:
    """Tell whether the two doers are both in both: they have changed places."""
    ours = keys_of(library.vocabulary.words(text, mine.span))
    theirs = keys_of(library.vocabulary.words(library.articles[unit.source].text, other.span))
    return bool(ours & (unit.keys | unit.near)) and bool(theirs & keys_of(stated.words))
