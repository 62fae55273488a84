"""Names of a statement, compared one by one with those of its evidence."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosswire.check.clause_evidence import says_clause
from crosswire.check.library import Library, Unit
from crosswire.check.sides import is_one_side
from crosswire.check.slots import AS_NEAR, alike, beside, same_event
from crosswire.check.statements import Stated
from crosswire.check.words import Word, keys_of
from crosswire.model import Difference, Reading, Span

_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December", re.IGNORECASE
)

_LONG = 5


def name_differences(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], reading: Reading, library: Library
) -> tuple[list[Difference], list[Difference]]:
    """
    Return the names that no evidence has where a sentence of the same event has another name in their place.

    A sentence of the `pool` that has the name, and tells of the same event as far as the other one, clears it. Second
    come those where the other name is of another kind: a sign that the statement is not held, and no error to name.
    """
    # Who says it is compared apart.
    quoted = [quote.span for quote in stated.quotes] + [one.source for one in stated.attributions if one.source]
    found: list[Difference] = []
    doubtful: list[Difference] = []
    for first, last in names_of(stated.words):
        name = stated.words[first:last]
        span = Span(name[0].start, name[-1].end)
        near = [unit for unit in units if same_event(stated, unit, library, span)]
        # A sentence on something else that names the same party tells nothing of this.
        if _MONTH.fullmatch(span.of(text)) or any(is_one_side(span, text, reading, unit, library) for unit in near):
            continue
        if any(quote.covers(span) for quote in quoted) or any(_has(name, unit) for unit in near):
            continue
        if near and any(says_clause(stated, name, text, unit, library) for unit in units):
            continue
        if any(time.span.meets(span) for time in stated.times) or _is_cleared(stated, name, span, near, pool, library):
            continue
        for unit in near:
            other, fits = _rival(first, last, stated, unit, text, reading=reading, library=library)
            if other is not None:
                words = other.of(library.articles[unit.source].text)
                note = f"the sources have “{words}”, not “{span.of(text)}”"
                place = library.at(unit.source, other)
                (found if fits else doubtful).append(Difference("name", span, span.of(text), words, note, place))
                break
    return found, doubtful


def _has(name: Sequence[Word], unit: Unit) -> bool:
    """Tell whether a sentence, or one beside it, has a word of a name or one made of it: "European" for "Europe"."""
    around = unit.keys | unit.near
    return any(word.key in around or any(one in around for one in _made_of(word.key)) for word in name)


def _made_of(key: str) -> list[str]:
    # Short names are the beginnings of too many others.
    return [stem + ending for stem in (key, key[:-1]) for ending in ("n", "an", "ian")] if len(key) > _LONG else []


def _is_cleared(
    stated: Stated, name: Sequence[Word], span: Span, near: Sequence[Unit], pool: Sequence[Unit], library: Library
) -> bool:
    if not near:
        return False
    nearest = max(near, key=lambda unit: alike(stated, unit, library, span))
    least = AS_NEAR * alike(stated, nearest, library, span)
    holders = [unit for unit in pool if keys_of(name) & unit.keys]
    return any(beside(stated, unit, (nearest, pool[0]), library, span) >= least for unit in holders)


def names_of(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the runs of name words that stand next to each other."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if not word.is_name:
            continue
        if found and found[-1][1] == at and word.start - words[at - 1].end <= 1:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _rival(
    first: int, last: int, stated: Stated, unit: Unit, text: str, *, reading: Reading, library: Library
) -> tuple[Span | None, bool]:
    """Return the name that a sentence has in place of a statement's, and whether it may be another of its kind."""
    span = Span(stated.words[first].start, stated.words[last - 1].end)
    instead = _in_place_of(first, last, stated.words, unit)
    its = _of_its_kind(span, stated, unit, reading, library)
    if instead is None or instead == its:
        return its, True
    if _is_described(span, text, library) == _is_described(instead, library.articles[unit.source].text, library):
        if _may_be_alike(span, instead, stated, unit, reading, library):
            return instead, True
        # "With Rovia's envoy, Ilan Moss": of what stands there, the one that is of the same kind.
        return (its, True) if its is not None else (instead, False)
    return instead, False


def _is_described(span: Span, text: str, library: Library) -> bool:
    """Tell whether a name describes somebody who is not named: "the Rovian leader" may be any Rovian's name."""
    behind = text[span.end : span.end + 2]
    made = library.vocabulary.is_made(span.of(text))
    return made and behind[:1] == " " and behind[1:].islower()


def _in_place_of(first: int, last: int, words: Sequence[Word], unit: Unit) -> Span | None:
    """Return the name of a sentence that stands where the statement has its own, the words around both being alike."""
    ours, theirs = [word.key for word in words], [word.key for word in unit.words]
    mine = frozenset(ours)
    for kind, i, j, k, n in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "replace" and i <= first and last <= j:
            spare = [at for at in range(k, n) if unit.words[at].is_name and unit.words[at].key not in mine]
            if spare:
                run = [at for at in spare if at - spare[0] == spare.index(at)]
                # "Told Reuters on Tuesday that Oldport" holds three names and not one.
                apart = (at for at in run[1:] if unit.words[at].start - unit.words[at - 1].end > 1)
                run = run[: next(apart, run[-1] + 1) - run[0]]
                return Span(unit.words[run[0]].start, unit.words[run[-1]].end)
    return None


def _may_be_alike(span: Span, other: Span, stated: Stated, unit: Unit, reading: Reading, library: Library) -> bool:
    """Tell whether two names may stand for one another: nobody knows their kinds to differ."""
    ours = {kind for place, kind, _ in _named(reading, stated.span) if place.meets(span)}
    theirs = {kind for place, kind, _ in _named(library.readings[unit.source], unit.span) if place.meets(other)}
    return not ours or not theirs or bool(ours & theirs)


def _of_its_kind(span: Span, stated: Stated, unit: Unit, reading: Reading, library: Library) -> Span | None:
    """Return the only name of the same kind that a sentence has and the statement has not."""
    kind = next((kind for place, kind, _ in _named(reading, stated.span) if place.meets(span)), None)
    if kind is None:
        return None
    mine = keys_of(stated.words)
    text = library.articles[unit.source].text
    others = {
        actor: place
        for place, its, actor in reversed(_named(library.readings[unit.source], unit.span))
        if its == kind and not keys_of(library.vocabulary.words(text, place)) & mine
    }
    return next(iter(others.values())) if len(others) == 1 else None


def _named(reading: Reading, within: Span) -> list[tuple[Span, str, str]]:
    """Return the names in a stretch: their places, kinds and actors."""
    kinds = {one.id: one.kind for one in reading.actors}
    return [
        (one.span, kinds[one.actor], one.actor)
        for one in reading.mentions
        if one.actor in kinds and one.kind in ("name", "surname") and within.covers(one.span)
    ]
