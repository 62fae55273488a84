"""What the sentences after an incident tell of it: its dead and wounded, and in whose log it stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Breach, Response, Span, Statement, When
from crosswire.read.breach_answers import speaks_to
from crosswire.read.breach_sides import ACTING, Desk, only_state, sides_in
from crosswire.read.breach_sites import site_in
from crosswire.read.breach_tolls import tolls_in
from crosswire.read.detached import when_of
from crosswire.read.grammar import MODALS, NEGATORS
from crosswire.read.pledge_scene import starting_in
from crosswire.text.tokens import terms

# Sentences after the incident's own in which its toll may still be told.
_AFTER = 3
# Sentences after a charge in which the accused side still answers it.
_ANSWERED = 4
# Statements that stand in so many sentences, at most.
_NEAREST = 24
# So many dead are those of a war, and of no one incident.
_WHOLE_WAR = 1000
# Sentences before a bare "blamed" in which the harm is told.
_BLAMED = 2
_HARMED = re.compile(r"\b(?:killed|dead|died|dies|wounded|injured|hurt|lost their lives)\b")
# "It was the army that opened fire": who is accused turns the charge round.
_TURNS = re.compile(
    r"\bit was (?:[\w’'-]+ ){1,4}(?:that|who|which) (?:had )?(?:first )?"
    r"(?:open|fir|attack|start|broke|shot|beg|violat|struck|shell|provok)\w*"
    r"|\b(?:opened fire|fired|attacked|struck|shot) first\b|\b(?:in|of) self-defen[cs]e\b|\bonly defended\b"
)
# A count that takes the place of an earlier one.
_UPDATED = re.compile(
    r"\btoll\b[^.;]{0,40}\b(?:rose|risen|climbed|grown|raised|gone up)\b|\braised the (?:death )?toll\b"
)
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
    if not laid:
        return
    starts = [one.span.start for one in laid]
    said_at = [one.evidence.start for one in statements]
    told = {one.span.start for one in found if one.killed or one.wounded}
    reading = desk.reading
    for number, sentence in enumerate(reading.sentences):
        low = sentence.of(desk.article.text).lower()
        if reading.paragraphs[number] == 0 or (_HARMED.search(low) is None and _UPDATED.search(low) is None):
            continue
        if any(sentence.start <= one.span.start < sentence.end for one in laid):
            continue  # it tells of an incident itself
        at = bisect_right(starts, sentence.start) - 1
        before = laid[at] if at >= 0 else None
        first = bisect_right(desk.sentence_starts, before.span.start) - 1 if before is not None else 0
        updated = _UPDATED.search(low) is not None
        if before is None or number - first > _AFTER:
            continue
        if before.span.start in told and not (updated or _is_open(before)):
            continue
        places = desk.words.inside(sentence)
        words = desk.words.low[places.start : places.stop]
        if not NEGATORS.isdisjoint(words) or not (MODALS | _OTHER).isdisjoint(words):
            continue
        killed, wounded = tolls_in(reading, desk.words, places)
        said = _saying(sentence, statements, said_at)
        if killed is not None and (killed.low or 0.0) >= _WHOLE_WAR:
            continue  # "where the army killed thousands in 1982"
        another = said is not None and said.speaker is not None and said.speaker != before.accuser
        if another and before.day is None and not updated and any(_days_in(desk, sentence)):
            continue  # "37 people were killed on Tuesday, the group said": a day's dead, after a deed of no day
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
            killed=killed if updated or before.killed is None else None,
            wounded=wounded if updated or before.wounded is None else None,
        )


def blamed_for_harm(desk: Desk, found: Sequence[Breach], statements: Sequence[Statement]) -> Iterator[Breach]:
    """Yield the charges that name no deed but follow its harm: "said seven had been hurt, and blamed the company"."""
    told = {one.statement for one in found}
    reading = desk.reading
    for said in statements:
        target = said.target
        if said.act.partition(".")[0] != "ACCUSE" or said.id in told or said.headline or said.opinion:
            continue
        if target is None or desk.actor_kinds.get(target) not in ACTING or "blam" not in said.evidence.quote.lower():
            continue
        number = bisect_right(desk.sentence_starts, said.evidence.start) - 1
        near = reading.sentences[max(0, number - _BLAMED) : number + 1]
        harmed = [one for one in near if _HARMED.search(one.of(desk.article.text).lower())]
        tolls = [tolls_in(reading, desk.words, desk.words.inside(one)) for one in reversed(harmed)]
        killed, wounded = next((one for one in tolls if any(one)), (None, None))
        if not (killed or wounded):
            continue
        days = {day for one in near for day in _days_in(desk, one)}
        yield Breach(
            statement=said.id,
            type="attack",
            span=said.evidence.span,
            accused=target,
            accuser=said.speaker or said.agent,
            day=days.pop() if len(days) == 1 else None,
            words=tuple(one for one in terms(" ".join(one.of(desk.article.text) for one in harmed)) if one.isalpha()),
            killed=killed,
            wounded=wounded,
        )


def with_harm(desk: Desk, found: Sequence[Breach]) -> list[Breach]:
    """Return incidents with the day, place and toll of the harm told right before them: "an ambush on Saturday"."""
    return [_filled(desk, one) if _is_bare(one) else one for one in found]


def _is_bare(one: Breach) -> bool:
    named = one.day or one.place or one.site or one.killed or one.wounded
    return one.type == "attack" and one.accused is not None and one.answer is None and not named


def _filled(desk: Desk, one: Breach) -> Breach:
    number = bisect_right(desk.sentence_starts, one.span.start) - 1
    near = desk.reading.sentences[max(0, number - _BLAMED) : number]
    harmed = [at for at in near if _HARMED.search(at.of(desk.article.text).lower())]
    if not harmed:
        return one
    places = desk.words.inside(harmed[-1])
    killed, wounded = tolls_in(desk.reading, desk.words, places)
    days = set(_days_in(desk, harmed[-1]))
    if not (killed or wounded) or len(days) != 1:
        return one
    site = site_in(desk.article.text, desk.reading, harmed[-1], harmed[-1].start)
    return msgspec.structs.replace(one, day=days.pop(), killed=killed, wounded=wounded, site=site)


def _days_in(desk: Desk, sentence: Span) -> Iterator[When]:
    for time in starting_in(desk.reading.times, sentence):
        if time.precision == "day" and (day := when_of(time)) is not None:
            yield msgspec.structs.replace(day, start=0, end=0)


def answers_after(
    desk: Desk, found: Sequence[Breach], statements: Sequence[Statement], words: Mapping[Response, Sequence[str]]
) -> Iterator[Breach]:
    """
    Yield what an accused side says to a charge in the sentences after it: "Goria calls it a lie".

    `words` are the packs' for each kind of answer; who speaks, or leads the sentence, is of the accused side.
    """
    charges = [one for one in found if one.answer is None and one.accused not in (None, "they")]
    if not charges:
        return
    replied = {one.span.start for one in found if one.answer is not None}
    patterns = {kind: _any_of(tuple(listed)) for kind, listed in words.items() if listed}
    said_at = [one.evidence.start for one in statements]
    number = {one.id: bisect_right(desk.sentence_starts, one.evidence.start) - 1 for one in statements}
    for charge in charges:
        here = bisect_right(desk.sentence_starts, charge.span.start) - 1
        first = bisect_right(said_at, charge.span.start)
        for said in statements[first : first + _NEAREST]:
            if number[said.id] - here > _ANSWERED or said.headline or said.opinion:
                continue
            who = said.speaker or said.agent or _leader(desk, said)
            if who is None or not _is_of(desk, who, charge, next_to=number[said.id] - here <= 1):
                continue
            low = said.evidence.quote.lower().replace("’", "'")
            kind = next((one for one, pattern in patterns.items() if pattern.search(low)), None)
            kind = kind or ("counter-accused" if _TURNS.search(low) else None)
            if kind is None or said.evidence.start in replied:
                continue
            denied = kind == "denied" and said.act == "DENY" and bool(said.contents)
            if denied and not speaks_to(desk, said.contents[0], charge.words):
                continue
            yield msgspec.structs.replace(
                charge,
                statement=said.id,
                span=said.evidence.span,
                accuser=who if kind == "admitted" else None,
                accused=who if who in desk.parties else charge.accused,
                words=tuple(one for one in terms(low) if one.isalpha()),
                killed=None,
                wounded=None,
                count=None,
                answer=kind,
            )


def _is_of(desk: Desk, who: str, charge: Breach, *, next_to: bool) -> bool:
    """
    Tell whether somebody speaks for the side that a charge accuses.

    Right after it that is also a person whose side the report does not name, where it is not who charges.
    """
    accused = desk.parties.get(charge.accused or "", charge.accused)
    alone = next_to and who not in desk.parties and desk.actor_kinds.get(who) == "person" and who != charge.accuser
    return alone or desk.parties.get(who, who) == accused


def _leader(desk: Desk, said: Statement) -> str | None:
    """Return the side that a sentence names first."""
    places = desk.words.inside(said.evidence.span)
    named = next((side for _, side in sides_in(desk, places)), None)
    return named or (
        only_state(desk) if desk.words.low[places.start : places.start + 2] == ["the", "government"] else None
    )


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?![\w-])")


def _is_open(before: Breach) -> bool:
    """Tell whether an incident's own sentence counts the dead but not the wounded, or the reverse."""
    return (before.killed is None) != (before.wounded is None)


def _saying(sentence: Span, statements: Sequence[Statement], starts: Sequence[int]) -> Statement | None:
    here = statements[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
    return next((one for one in here if not one.headline), None)


def keeper_of(desk: Desk) -> str | None:
    """Return whose log an article goes by: "a notebook, kept by the volunteers of Blue Lantern"."""
    found = {actor for match in _KEPT.finditer(desk.article.text.lower()) for actor in _bodies_in(desk, match)}
    return found.pop() if len(found) == 1 else None


def _bodies_in(desk: Desk, match: re.Match[str]) -> Iterator[str]:
    for one in desk.reading.mentions:
        inside = match.start() <= one.start and one.end <= match.end()
        if inside and one.actor is not None and desk.actor_kinds.get(one.actor) in ("body", "group"):
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
