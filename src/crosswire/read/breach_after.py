"""What the sentences after an incident tell of it: its dead and wounded, and in whose log it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Breach, Span, Statement
from crosswire.read.breach_sides import Desk
from crosswire.read.breach_tolls import tolls_in
from crosswire.read.grammar import MODALS, NEGATORS
from crosswire.text.tokens import terms

# Sentences after the incident's own in which its toll may still be told.
_AFTER = 3
_HARMED = re.compile(r"\b(?:killed|dead|died|dies|wounded|injured|hurt|lost their lives)\b")
_OTHER = frozenset({"if", "would", "could", "may", "might", "since"})
# "A notebook, kept by the volunteers of Blue Lantern": whose log it is.
_KEPT = re.compile(
    r"\b(?:log|logbook|notebook|diary|journal|register|record|records|database|report|tally)\b[^.;]{0,40}"
    r"\b(?:kept|written|compiled|drawn up|published|issued|prepared|maintained) by\b[^.;]{0,80}"
)
_PAPER = re.compile(r"\b(?:log|logbook|notebook|diary|journal|register|records?|database|report|tally|entry|it)\b")


def tolls_after(desk: Desk, found: Sequence[Breach], statements: Sequence[Statement]) -> Iterator[Breach]:
    """
    Yield the dead and wounded that sentences right after an incident count: "Two crewmen were hurt, Stav says".

    What they tell is of the incident before, of its kind, place and day; they accuse nobody themselves.
    """
    laid = sorted((one for one in found if one.answer is None), key=lambda one: one.span)
    starts = [one.span.start for one in laid]
    told = {one.span.start for one in found if one.killed or one.wounded}
    reading = desk.reading
    for number, sentence in enumerate(reading.sentences):
        low = sentence.of(desk.article.text).lower()
        if reading.paragraphs[number] == 0 or _HARMED.search(low) is None:
            continue
        if any(sentence.start <= one.span.start < sentence.end for one in laid):
            continue  # it tells of an incident itself
        at = bisect_right(starts, sentence.start) - 1
        before = laid[at] if at >= 0 else None
        first = bisect_right(desk.sentence_starts, before.span.start) - 1 if before is not None else 0
        if before is None or number - first > _AFTER or before.span.start in told and not _is_open(before):
            continue
        places = desk.words.inside(sentence)
        words = desk.words.low[places.start : places.stop]
        if not NEGATORS.isdisjoint(words) or not (MODALS | _OTHER).isdisjoint(words):
            continue
        killed, wounded = tolls_in(reading, desk.words, places)
        said = _saying(sentence, statements)
        if said is None or not (killed or wounded) or said.opinion:
            continue
        yield Breach(
            statement=said.id,
            type=before.type,
            span=sentence,
            accuser=said.speaker,
            place=before.place,
            site=before.site,
            day=before.day,
            words=tuple(dict.fromkeys((*before.words, *(one for one in terms(low) if one.isalpha())))),
            killed=killed if before.killed is None else None,
            wounded=wounded if before.wounded is None else None,
        )


def _is_open(before: Breach) -> bool:
    """Tell whether an incident's own sentence counts the dead but not the wounded, or the reverse."""
    return (before.killed is None) != (before.wounded is None)


def _saying(sentence: Span, statements: Sequence[Statement]) -> Statement | None:
    starts = [one.evidence.start for one in statements]
    here = statements[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    return next((one for one in here if not one.headline), None)


def keeper_of(desk: Desk) -> str | None:
    """Return whose log an article goes by: "a notebook, kept by the volunteers of Blue Lantern"."""
    found = {actor for match in _KEPT.finditer(desk.article.text.lower()) for actor in _bodies_in(desk, match)}
    return found.pop() if len(found) == 1 else None


def _bodies_in(desk: Desk, match: re.Match[str]) -> Iterator[str]:
    for one in desk.reading.mentions:
        if match.start() <= one.start and one.end <= match.end() and one.actor is not None:
            if desk.actor_kinds.get(one.actor) in ("body", "group"):
                yield one.actor


def by_log(desk: Desk, found: Sequence[Breach], statements: Sequence[Statement]) -> list[Breach]:
    """Return incidents with the keeper of the log that they stand in as who alleges them."""
    open_ = {one.id: one for one in statements if one.speaker is None and one.mode == "indirect"}
    if not any(one.accused and one.accuser is None and one.statement in open_ for one in found):
        return list(found)
    keeper = keeper_of(desk)
    if keeper is None:
        return list(found)
    cited = {
        name for name, one in open_.items() if one.source and _PAPER.search(one.source.of(desk.article.text).lower())
    }
    return [
        msgspec.structs.replace(one, accuser=keeper, watched=True)
        if one.statement in cited and one.accused and one.accuser is None and one.accused != keeper
        else one
        for one in found
    ]
