"""Deeds told as done that the sources have still to come, and terms told without the condition they hang on."""

import re
from collections.abc import Iterator, Sequence

from crosswire.check.library import Library, Unit
from crosswire.check.statements import Stated
from crosswire.check.words import keys_of
from crosswire.model import Difference, Span
from crosswire.text.clauses import clauses
from crosswire.text.tokens import terms
from crosswire.text.verbs import lemma_of
from crosswire.weigh.synonyms import canonical

# A sentence is of the same when it holds this share of the statement's words.
_SAME = 0.55
_DONE = re.compile(
    r"\b(?:has|have|had)(?: (?:now|already|since|also|\w{3,12}ly))?(?: been)? (?P<perfect>[a-z]{3,18})\b"
    r"|\b(?:was|were)(?: \w{3,12}ly)? (?P<passive>[a-z]{3,18})\b"
)
_PAST = re.compile(r"\b(?P<past>[a-z]{3,18})\b")
_TO_COME = re.compile(
    r"\b(?:will|would|shall|must|should|is to|are to|to be"
    r"|(?:is|are|was|were) (?:due|set|expected|scheduled|planned) (?:to|for)"
    r"|(?:plans?|planned|agrees?|agreed|pledged|promised|undertook|vowed|intends?|ready|willing|prepared) to"
    r"|ha(?:s|ve) yet to)"
    r"(?: (?:then|also|not|be|have|\w{3,12}ly)){0,2} (?P<verb>[a-z]{3,18})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:will|shall|would|could|may|might|should|to be|is to|are to|if|unless|not|never|no|without|ahead of|plans?|"
    r"planned|agreed|pledged|promised|due|expected|scheduled)\b|n['’]t\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:(?:was|were|has been|have been|had been) held|took place|met)\b")
_PLANNED = re.compile(
    r"\b(?:is|are) (?:\w+ly )?(?:planned|scheduled|due|expected|set|to be held|to take place)\b|\bwill be\b"
)
_AT_ONCE = re.compile(
    r"\b(?:at once|immediately|right away|straight away|without delay|unconditionally|without (?:any )?conditions?)\b",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"\b(?:once|after|if|unless|until|till|provided|providing|when|only|subject to|depend\w*|conditions?|"
    r"conditional\w*|in return|in exchange|as long as|so long as|contingent)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"[ ,]+(?:but )?(?:only (?:after|if|when|once)|on condition that|provided that|unless)\b", re.IGNORECASE
)
_TELLING = frozenset({"said", "says", "told", "tells", "added", "according"})


def settled_difference(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], library: Library
) -> Difference | None:
    """Return what a statement tells as done or settled, and its evidence as still to come or hanging on something."""
    near = [unit for unit in units if library.share(keys_of(stated.words), unit) >= _SAME]
    return _to_come(stated, text, near, pool, library) or _hanging(stated, text, near, library)


def _to_come(
    stated: Stated, text: str, units: Sequence[Unit], pool: Sequence[Unit], library: Library
) -> Difference | None:
    words = stated.span.of(text)
    if not units or _OPEN.search(words) or any(one.cue for one in stated.attributions):
        return None
    done = dict(_done(words, stated.span.start))
    # What any source tells as done, by that verb, is done.
    over = {stem for unit in pool for stem in _told_done(library.text(unit))}
    for unit in units[:1]:
        said = library.text(unit)
        ahead = {stem: match for match in _TO_COME.finditer(said) for stem in _stem(match["verb"])}
        stem = next((stem for stem in done if stem in ahead and stem not in over), None)
        if stem is not None:
            return _words(done[stem], text, ahead[stem], unit, library, "yet to come there, not done")
        held, planned = _HELD.search(words), _PLANNED.search(said)
        if held and planned and not any(_HELD.search(library.text(one)) for one in pool):
            span = Span(stated.span.start + held.start(), stated.span.start + held.end())
            return _words(span, text, planned, unit, library, "yet to come there, not done")
    return None


def _told_done(words: str) -> set[str]:
    """Return the stems of the verbs that a sentence tells as done, those left out that it has to come."""
    ahead = [match.span() for match in _TO_COME.finditer(words)]
    return {stem for stem, span in _done(words, 0, _PAST) if not any(start <= span.start < end for start, end in ahead)}


def _done(words: str, start: int, pattern: re.Pattern[str] = _DONE) -> Iterator[tuple[str, Span]]:
    """Yield the stems of the verbs told as done, with their places."""
    for match in pattern.finditer(words):
        group = match.lastgroup or "past"
        verb = match[group]
        if (verb.endswith("ed") or lemma_of(verb) is not None) and verb not in _TELLING:
            for stem in _stem(verb):
                yield stem, Span(start + match.start(group), start + match.end(group))


def _stem(verb: str) -> list[str]:
    lemma = lemma_of(verb.lower())
    return sorted(canonical(terms(lemma or verb.lower())))[:1]


def _hanging(stated: Stated, text: str, units: Sequence[Unit], library: Library) -> Difference | None:
    """Return the "at once" of what hangs on something in its clause, or an "only after" that no clause of it has."""
    words = stated.span.of(text)
    now, only = _AT_ONCE.search(words), _ONLY.search(words)
    for unit in units[:1]:
        source = library.articles[unit.source].text
        main = {word.key for word in stated.words if not only or word.end <= stated.span.start + only.start()}
        parts = [
            (library.mass(main & keys_of(library.vocabulary.words(source, part))), part)
            for part in clauses(source, unit.span)
        ]
        part = max(parts, default=(0.0, unit.span), key=lambda one: (one[0], -one[1].start))[1]
        hangs = _HANGS.search(source, part.start, part.end)
        if now and hangs and not _AT_ONCE.search(library.text(unit)):
            span = Span(stated.span.start + now.start(), stated.span.start + now.end())
            place = Span(hangs.start(), part.end)
            note = f"the source has “{' '.join(place.of(source).split())}”, and not “{span.of(text)}”"
            return Difference("words", span, span.of(text), place.of(source), note, library.at(unit.source, place))
        if (
            only
            and not hangs
            and not any(_HANGS.search(library.text(one)) for one in units if one.source != unit.source)
        ):
            span = Span(stated.span.start + only.end() - len(only.group().lstrip(" ,")), stated.span.end)
            note = f"the source sets no such condition: “{span.of(text)}”"
            return Difference("words", span, span.of(text), None, note, library.at(unit.source, part))
    return None


def _words(ours: Span, text: str, theirs: re.Match[str], unit: Unit, library: Library, what: str) -> Difference:
    place = Span(unit.span.start + theirs.start(), unit.span.start + theirs.end())
    said = place.of(library.articles[unit.source].text)
    note = f"the source says “{said}”: {what}"
    return Difference("words", ours, ours.of(text), said, note, library.at(unit.source, place))
