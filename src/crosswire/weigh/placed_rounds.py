"""Rounds of talks that reports know by where they were: "agreed in Arn on 3 May", "the Arn meeting, held on 3 May"."""

import datetime as dt
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from crosswire.model import Actor, Article, Evidence, Mention, Reading, Round, Span, Time

from .actors import Unified

# Reports that date a meeting at one place: a day that one alone gives may be anybody's.
_ORIGINS, _GAP, _NEXT_DAY = 2, 60, 2
_SPARE = frozenset({"opinion", "summary"})
# A town that no list knows may be taken for a body.
_PLACES = frozenset({"place", "body"})
# What tells of talks, or of what they end in.
_TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|session|summit|round|conference|communiqu[eé]|agreement|accord|deal|treaty|truce|minutes"
    r"|joint (?:report|statement|declaration)|delegations?|envoys|ministers|officials|(?:two|both) sides"
    r"|agreed|accepted|promised|undertook|pledged)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:in|at) (?:the )?(?:\w+ (?:town|city|port|resort|capital|village) of )?$", re.IGNORECASE)
_KINDS = r"(?:peace |trade |border |joint |ministerial |technical |inaugural |final |third |second |first |fourth )?"
_NAMED = re.compile(rf" {_KINDS}(?:talks|meeting|session|summit|round|negotiations|conference)\b")
# A paper that is known by where it was made.
_PAPER = re.compile(
    rf" {_KINDS}(?:agreement|deal|accord|communiqu[eé]|minutes|declaration|protocol|report|statement|understanding)\b",
    re.IGNORECASE,
)
# "In the Red Sea city of Vell": the sea is no place of talks.
_OF_TOWN = re.compile(r" (?:city|town|port|resort|capital|region|village)\b")
# A day on which talks were once to be, or by, before or since which something is.
_NOT_THEN = re.compile(
    r"\b(?:(?:was|were) (?:originally )?to|(?:should|would|might) have|had been due|not|instead of|by|before|until"
    r"|since|after|from)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# What is only planned, or called off.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|expect\w+|due|plan(?:s|ned)?|scheduled|(?:is|are|was|were) to|set (?:for|to)|propos\w+"
    r"|invit\w+|offer\w+|suggest\w+|refus\w+|reject\w+|cancel\w+|postpon\w+|put off|called off|ready|want\w*|hop\w+"
    r"|if|might|ahead of|before)\b",
    re.IGNORECASE,
)
_PARTING = re.compile(r"[;:]|\b(?:but|while|after|before|since|when|which (?!(?:was|were) held))\b")

_Placed = TypeVar("_Placed", Mention, Time)


class _Met(msgspec.Struct, frozen=True):
    """A sentence that dates talks at a place."""

    article: Article
    origin: str
    sentence: Span
    venue: str
    day: dt.date | None
    sides: frozenset[str]
    # Where the words for place and day end.
    end: int = 0


def placed_rounds(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    unified: Unified,
    origin: Mapping[str, str],
    pair: tuple[str, str],
) -> list[Round]:
    """Return the rounds that reports of two origins lay at one place and day, in order of time."""
    by_venue: dict[str, list[_Met]] = defaultdict(list)
    known: dict[str, set[str]] = defaultdict(set)
    for one in _met(articles, readings, unified, origin):
        if one.day is None:
            known[one.venue].add(one.origin)
        else:
            by_venue[one.venue].append(one)
    found = []
    latest = max((one.published for one in articles if one.published is not None), default=dt.date.min)
    for venue, told in by_venue.items():
        for group in _of_days(told):
            named = [one for one in group if one.sides]
            ours = [one for one in named if not one.sides.isdisjoint(pair)]
            origins = {one.origin for one in group}
            strange = [one for one in named if len(one.sides) > 1 and not one.sides.issuperset(pair)]
            if not origins or len(origins | known[venue]) < _ORIGINS or 2 * len(ours) < len(named):
                continue
            if 2 * len(strange) >= len(group):
                continue  # "signed in Arn on 27 June" by one of them and a third
            if len(origins) < _ORIGINS and not any(one.sides.issuperset(pair) for one in ours):
                continue  # one report alone: it must tell of both sides there
            met = _round(venue, group, pair)
            if met.held or met.day > latest:  # of a day that was only planned nobody tells that they met
                found.append(met)
    return sorted(found, key=lambda one: (one.day, one.venue or ""))


def with_placed(rounds: Sequence[Round], placed: Sequence[Round]) -> list[Round]:
    """Return the rounds with those known by their place: one of the same days gets its venue from them."""
    whole = list(rounds)
    for one in placed:
        near = [at for at, held in enumerate(whole) if abs((held.day - one.day).days) <= _NEXT_DAY]
        at = min(near, key=lambda at: (not whole[at].held, abs((whole[at].day - one.day).days)), default=None)
        if at is None:
            whole.append(one)
        elif one.held and whole[at].venue in (None, one.venue):
            origins = tuple(sorted({*whole[at].origins, *one.origins}))
            told = {words.article: words for words in (*one.evidence, *whole[at].evidence)}
            passages = tuple(sorted({*whole[at].passages, *one.passages}))
            whole[at] = msgspec.structs.replace(
                whole[at], venue=one.venue, origins=origins, evidence=tuple(told.values()), passages=passages
            )
    return sorted(whole, key=lambda one: one.day)


def _of_days(told: Iterable[_Met]) -> Iterator[list[_Met]]:
    """Yield what is told of each stretch of days that follow one another: talks of two days are one round."""
    group: list[_Met] = []
    last = dt.date.min
    for one in sorted(told, key=lambda one: (one.day or last, one.article.id, one.sentence)):
        if group and one.day is not None and (one.day - last).days > _NEXT_DAY:
            yield group
            group = []
        group.append(one)
        last = one.day or last
    if group:
        yield group


def _round(venue: str, group: Sequence[_Met], pair: tuple[str, str]) -> Round:
    first: dict[str, Evidence] = {}
    ordered = sorted(group, key=lambda one: (one.article.published or dt.date.max, one.article.id, one.sentence))
    for one in ordered:
        first.setdefault(one.article.id, _words(one))
    day = min(one.day for one in group if one.day is not None)
    return Round(
        id=f"round:{day.isoformat()}",
        day=day,
        ordinal=None,
        inferred=False,
        venue=venue,
        parties=pair,
        held=any(map(_is_held, group)),
        origins=tuple(sorted({one.origin for one in group})),
        evidence=tuple(first.values()),
        passages=tuple(sorted({_words(one) for one in group})),
    )


def _is_held(one: _Met) -> bool:
    """Tell whether a sentence tells of talks that took place: it is of a report after them, and speaks of no plan."""
    published = one.article.published
    if published is None or one.day is None or published < one.day:
        return False
    return _AHEAD.search(one.article.text, one.sentence.start, min(one.sentence.end, one.end + _GAP // 2)) is None


def _words(one: _Met) -> Evidence:
    return Evidence.cut(one.article.id, one.article.text, one.sentence)


def _met(
    articles: Iterable[Article], readings: Mapping[str, Reading], unified: Unified, origin: Mapping[str, str]
) -> Iterator[_Met]:
    """Yield the places at which reports lay talks, with the day beside them; None where they only name them by it."""
    known = {actor.id: actor for actor in unified.actors}
    for article in articles:
        reading = readings.get(article.id)
        if reading is None or article.genre in _SPARE:
            continue
        actors = {actor.id: actor for actor in reading.actors}
        for sentence, mentions, times in _sentences(reading):
            named = (known.get(unified.of(article.id, one.actor)) for one in mentions if one.actor)
            sides = frozenset(_side(known, one) for one in named if one is not None) - {""}
            for place in mentions:
                if place.actor is None or place.actor not in actors or actors[place.actor].kind not in _PLACES:
                    continue
                at = _is_where(article.text, sentence, place)
                if not (at or _PAPER.match(article.text, place.end)):
                    continue
                talks = at and times and _TALKS.search(article.text, sentence.start, sentence.end)
                day = _day(article.text, sentence, place, times) if talks else None
                venue = unified.of(article.id, place.actor)
                if day is not None or not _AT.search(article.text, sentence.start, place.start):
                    end = max([place.end, *(one.span.end for one in times if one.start == day)])
                    yield _Met(article, origin[article.id], sentence, venue, day, sides, end)


def _side(known: Mapping[str, Actor], actor: Actor) -> str:
    side = known.get(actor.party or actor.id)
    return side.id if side is not None and side.kind in ("state", "group") else ""


def _sentences(reading: Reading) -> Iterator[tuple[Span, list[Mention], list[Time]]]:
    """Yield the sentences, each with its mentions and the days it names; those of a headline date nothing."""
    mentions, times = deque(reading.mentions), deque(reading.times)
    for number, sentence in enumerate(reading.sentences):
        named = _inside(mentions, sentence, lambda one: one.start)
        days = _inside(times, sentence, lambda one: one.span.start)
        days = [one for one in days if one.kind == "date" and one.precision == "day"]
        headline = number < len(reading.paragraphs) and reading.paragraphs[number] == 0
        yield sentence, named, [] if headline else days


def _inside(items: "deque[_Placed]", sentence: Span, start: Callable[[_Placed], int]) -> "list[_Placed]":
    """Return those of some items that start in a sentence; they and those before it are taken off."""
    found = []
    while items and start(items[0]) < sentence.end:
        one = items.popleft()
        if start(one) >= sentence.start:
            found.append(one)
    return found


def _is_where(text: str, sentence: Span, place: Mention) -> bool:
    before = text[max(sentence.start, place.start - _GAP) : place.start]
    there = _AT.search(before) is not None and _OF_TOWN.match(text, place.end) is None
    return there or _NAMED.match(text, place.end) is not None


def _day(text: str, sentence: Span, place: Mention, times: Sequence[Time]) -> dt.date | None:
    """Return the day named beside a place, in its own clause: "at Arn on 21 May"; None for one that it was not."""
    near = [one for one in times if one.start is not None and _between(text, place, one) is not None]
    best = min(near, key=lambda one: len(_between(text, place, one) or ""), default=None)
    if best is None:
        return None
    first = min(best.span.start, place.start)
    if _NOT_THEN.search(text, max(sentence.start, first - _GAP), best.span.start):
        return None
    return best.start


def _between(text: str, place: Mention, time: Time) -> str | None:
    """Return what stands between a place and a day, None where that is another clause or far away."""
    first, last = (place.end, time.span.start) if place.end <= time.span.start else (time.span.end, place.start)
    # "On Saturday in the first stage of what was agreed in Arn": the day is of the stage.
    most = _GAP if place.end <= time.span.start else _GAP // 3
    words = text[first:last] if first <= last <= first + most else None
    return None if words is None or _PARTING.search(words) else words
