"""Bring the rounds of talks that reports tell of together: one a day, numbered where reports number them."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from crosswire.model import Actor, Article, Evidence, Occasion, Reading, Round, Statement

from .actors import Unified
from .placed_rounds import placed_rounds, with_placed

# A round that no report numbers wants this many origins: one paper's "talks on Tuesday" may be any meeting.
_ORIGINS_UNNUMBERED = 2
_BIDS = frozenset({"DEMAND", "OFFER", "PROPOSE", "COUNTER", "REJECT", "ACCEPT", "CONDITION", "RED_LINE"})
# Days after talks within which a report is one of them.
_FRESH = 2
_TWO = 2
# Reports that call somebody the mediator, so that all are read that way.
_CALLED = 2
_FOE = 4
# The genre of what sums up others' reports.
_RETOLD = "summary"
# Days after a round within which talks that go on are its own second day.
_GOES_ON = 2
_TODAY, _YESTERDAY = re.compile(r"\btoday\b", re.IGNORECASE), re.compile(r"\byesterday\b", re.IGNORECASE)
# What two printings of one sentence differ in, and the letters by which they are known.
_ALIKE = 100
_LOOSE = re.compile(r"\([^)]*\)|\W+")
_PARTY_KINDS = frozenset({"state", "group", "body"})


class _Told(msgspec.Struct, frozen=True):
    """An occasion in its article, its actors unified and as sides."""

    article: Article
    origin: str
    occasion: Occasion
    venue: str | None
    sides: frozenset[str]

    @property
    def evidence(self) -> Evidence:
        """The sentence that tells of it."""
        return Evidence.cut(self.article.id, self.article.text, self.occasion.sentence)


def find_rounds(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    statements: Sequence[Statement],
    unified: Unified,
    origin: Mapping[str, str],
) -> tuple[Round, ...]:
    """
    Return the rounds of talks of a case, in order of time.

    A round needs a day, and a place in the row ("the second round", "the next round") or two independent origins
    that name both sides. A case without two sides that talk, or without a second round, has none.
    Reports that number a round and leave out its day join the round of that number; a number given to two days stays
    with the one that more origins give it to.
    """
    told = _of_one_day(list(_told(articles, readings, unified, origin)))
    held = [one for one in told if not one.occasion.proposed]
    by_day: dict[dt.date, list[_Told]] = defaultdict(list)
    for one in held:
        if one.occasion.day is not None:
            by_day[one.occasion.day].append(one)
    ordinals = _numbered(by_day)
    by_month = [one for one in held if one.occasion.month is not None]
    undated: dict[int, list[_Told]] = defaultdict(list)
    for one in held:
        if one.occasion.day is None and one.occasion.month is None and one.occasion.ordinal is not None:
            undated[one.occasion.ordinal].append(one)
    actors = {actor.id: actor for actor in unified.actors}
    named = (actor for one in statements for actor in (one.speaker, one.agent, one.target) if actor)
    prominent = Counter(side for actor in named if (side := _side(actors, actor)) is not None)
    rebels = frozenset(one.id for one in unified.actors if one.irregular)
    pair = _pair(told, prominent, called_mediators(articles, readings, unified), rebels)
    ordinals |= _numbered_elsewhere(by_day, undated, ordinals, pair)
    rounds = []
    for day in sorted(by_day):
        ordinal = ordinals.get(day)
        group = [*by_day[day], *(undated.get(ordinal, []) if ordinal is not None else [])]
        group += [one for one in by_month if _in_month(one, day, by_day, ordinals)]
        if ordinal is None and _is_moved(day, group, ordinals):
            continue
        if pair is not None and _counts(group, ordinal, pair):
            rounds.append(_round(day, ordinal, group, pair))
    rounds = _with_first(rounds, by_day, pair)
    # A row has a second round, also one that is only spoken of, or a first one that is called so, between reports of
    # several days: else there is nothing that it would set apart.
    bids = Counter(one.article for one in statements if one.act in _BIDS and not one.headline and not one.opinion)
    reported = [one for one in told if one.article.genre != _RETOLD]
    called = len({one.published for one in articles}) > 1 and any(_opens_row(one, bids) for one in reported)
    called = called or _is_row(reported)
    rowed = any((one.ordinal or 0) > 1 for one in rounds) or any((one.occasion.ordinal or 0) > 1 for one in reported)
    placed = placed_rounds(articles, readings, unified, origin, pair) if pair is not None else []
    if called or rowed:
        return tuple(_between(with_placed(rounds, placed)))
    # Several meetings at places of their own are a row as well.
    return tuple(placed) if sum(one.held for one in placed) >= _TWO else ()


def _of_one_day(told: Sequence[_Told]) -> list[_Told]:
    """
    Give one day to two printings of one sentence of which one says "today" and the other "yesterday".

    A page's date may be that of the evening or of the paper of the next morning: "today" was written first.
    """
    first: dict[str, dt.date] = {}
    for one in told:
        words = one.evidence.quote
        if one.occasion.day is not None and _TODAY.search(words):
            first.setdefault(_opening(_TODAY.sub("", words)), one.occasion.day)
    found = []
    for one in told:
        words = one.evidence.quote
        twin = one.occasion.day is not None and _YESTERDAY.search(words)
        day = first.get(_opening(_YESTERDAY.sub("", words))) if twin else None
        moved = day is not None and one.occasion.day != day
        occasion = msgspec.structs.replace(one.occasion, day=day) if moved else one.occasion
        found.append(msgspec.structs.replace(one, occasion=occasion) if moved else one)
    return found


def _opening(words: str) -> str:
    """Return the letters that two printings of one sentence begin with."""
    return _LOOSE.sub("", words)[:_ALIKE]


def _is_moved(day: dt.date, group: Sequence[_Told], ordinals: Mapping[dt.date, int]) -> bool:
    """Tell whether a day was only planned for a round that reports have on another day."""
    numbers = {one.occasion.ordinal for one in group} - {None}
    planned = all(one.article.published is None or one.article.published < day for one in group)
    return planned and bool(numbers) and numbers <= set(ordinals.values())


def _in_month(one: _Told, day: dt.date, days: Iterable[dt.date], ordinals: Mapping[dt.date, int]) -> bool:
    """Tell whether a round told by its month is that of a day: the one of its number there, or the only one there."""
    month, number = one.occasion.month, one.occasion.ordinal
    if month is None or (month.year, month.month) != (day.year, day.month):
        return False
    there = [other for other in days if (other.year, other.month) == (day.year, day.month)]
    return ordinals.get(day) == number if number in map(ordinals.get, there) else len(there) == 1


def _opens_row(one: _Told, bids: Mapping[str, int]) -> bool:
    """
    Tell whether talks held by the day of the report are called the first round of them.

    A first meeting, too, where the report tells what was bid.
    """
    told, published = one.occasion, one.article.published
    held = told.day is not None and published is not None and 0 <= (published - told.day).days <= _FRESH
    called = "round of" in told.span.of(one.article.text).lower() or bids.get(one.article.id, 0) > 1
    return held and told.ordinal == 1 and called


def _is_row(told: Sequence[_Told]) -> bool:
    """Tell whether what a report calls the first round, on its day, was gone on with on a later one."""
    firsts = [
        one.occasion.day
        for one in told
        if one.occasion.day is not None
        and one.occasion.ordinal == 1
        and "round of" in one.occasion.span.of(one.article.text).lower()
    ]
    later = [one.occasion.day for one in told if one.occasion.rowed and one.occasion.day is not None]
    return any(day < other for day in firsts for other in later)


def _numbered_elsewhere(
    by_day: Mapping[dt.date, Sequence[_Told]],
    undated: Mapping[int, Sequence[_Told]],
    ordinals: Mapping[dt.date, int],
    pair: tuple[str, str] | None,
) -> dict[dt.date, int]:
    """Number the one day of talks of both sides right before a report that gives a number and no day."""
    found: dict[dt.date, int] = {}
    if pair is None:
        return found
    free = [
        day
        for day, group in by_day.items()
        if day not in ordinals and {side for one in group for side in one.sides}.issuperset(pair)
    ]
    for ordinal, reports in sorted(undated.items()):
        if ordinal in ordinals.values():
            continue
        told = [one.article.published for one in reports if one.article.published is not None]
        days = [day for day in free if day not in found and any(0 <= (on - day).days <= _FRESH for on in told)]
        if len(days) == 1 and all((day < days[0]) == (number < ordinal) for day, number in ordinals.items()):
            found[days[0]] = ordinal
    return found


def _with_first(
    rounds: list[Round], by_day: Mapping[dt.date, Sequence[_Told]], pair: tuple[str, str] | None
) -> list[Round]:
    """Add the first round, where all begins with a second one and both sides were told to talk on one day before it."""
    if pair is None or not rounds or rounds[0].ordinal != 2:
        return rounds
    days = [
        day
        for day, group in sorted(by_day.items())
        if day < rounds[0].day and {side for one in group for side in one.sides}.issuperset(pair)
    ]
    if len(days) != 1:
        return rounds
    return [msgspec.structs.replace(_round(days[0], 1, by_day[days[0]], pair), inferred=True), *rounds]


def called_mediators(articles: Iterable[Article], readings: Mapping[str, Reading], unified: Unified) -> frozenset[str]:
    """Return the sides that two reports of the case call the mediator."""
    actors = {actor.id: actor for actor in unified.actors}
    told: Counter[str] = Counter()
    for article in articles:
        notes = readings[article.id].notes if article.id in readings else ()
        named = [actors.get(unified.of(article.id, note.value)) for note in notes if note.kind == "mediator"]
        told.update({one.party or one.id for one in named if one is not None})
    return frozenset(side for side, reports in told.items() if reports >= _CALLED)


def _pair(
    told: Sequence[_Told],
    prominent: Mapping[str, int],
    between: Set[str] = frozenset(),
    rebels: Set[str] = frozenset(),
) -> tuple[str, str] | None:
    """
    Return the two sides that talk: who hosts speaks and acts less often, in all that is told, than who talks.

    Who sits `between` them is neither, where two others are left. A state talks with the `rebels` that fight it, of
    whom a quarter as much is told, before it talks with another state.
    """
    sides = {side for one in told for side in one.sides}
    if len(sides - between) >= _TWO:
        sides -= between
    if told and len(sides) < _TWO:
        # One side's reports often name only itself beside the talks, and many name nobody there.
        sides |= set(sorted(prominent, key=lambda side: (-prominent[side], side))[:2])
    ranked = sorted(sides, key=lambda side: (-prominent[side], side))
    foes = [one for one in ranked[1:] if one in rebels and _FOE * prominent[one] >= prominent[ranked[0]]]
    ranked = [ranked[0], foes[0]] if foes else ranked
    return (min(ranked[:2]), max(ranked[:2])) if len(ranked) > 1 else None


def _counts(group: Sequence[_Told], ordinal: int | None, pair: tuple[str, str]) -> bool:
    """
    Tell whether what reports tell of a day makes it a round: a place in the row, or two origins naming both sides.

    A summary tells of rounds that reports told of; its own day, and the days it was asked for, are no rounds.
    """
    group = [one for one in group if one.article.genre != _RETOLD]
    if group and (ordinal is not None or any(one.occasion.rowed for one in group)):
        return True
    named = {side for one in group for side in one.sides}
    return len({one.origin for one in group}) >= _ORIGINS_UNNUMBERED and named.issuperset(pair)


def _told(
    articles: Iterable[Article], readings: Mapping[str, Reading], unified: Unified, origin: Mapping[str, str]
) -> Iterable[_Told]:
    actors = {actor.id: actor for actor in unified.actors}
    for article in articles:
        reading = readings.get(article.id)
        for one in reading.occasions if reading else ():
            named = [unified.of(article.id, actor) for actor in one.actors]
            sides = frozenset(side for actor in named if (side := _side(actors, actor)) is not None)
            venue = unified.of(article.id, one.venue) if one.venue else None
            yield _Told(article, origin[article.id], one, venue, sides)


def _side(actors: Mapping[str, Actor], actor: str) -> str | None:
    known = actors.get(actor)
    side = actors.get(known.party or known.id) if known else None
    return side.id if side is not None and side.kind in _PARTY_KINDS else None


def _numbered(by_day: Mapping[dt.date, Sequence[_Told]]) -> dict[dt.date, int]:
    """
    Give each number to the day that most origins give it to, and each day one number.

    Whoever lists several rounds may begin with the first of a year: what numbers one by itself goes before.
    """
    votes: dict[tuple[int, dt.date], set[tuple[str, bool]]] = defaultdict(set)
    for day, group in by_day.items():
        for one in group:
            if one.occasion.ordinal is not None:
                votes[one.occasion.ordinal, day].add((one.origin, one.occasion.listed))
    given: dict[dt.date, int] = {}
    # What was held goes before what was only planned for another day.
    past = {day for day, group in by_day.items() if any((one.article.published or day) >= day for one in group)}
    ranked = sorted(
        votes.items(),
        key=lambda item: (
            item[0][1] not in past,
            -sum(not listed for _, listed in item[1]),
            -len(item[1]),
            item[0],
        ),
    )
    for (ordinal, day), _ in ranked:
        fits = all((other < day) == (number < ordinal) for other, number in given.items())
        if day not in given and ordinal not in given.values() and fits:
            given[day] = ordinal
    return given


def _round(day: dt.date, ordinal: int | None, group: Sequence[_Told], pair: tuple[str, str]) -> Round:
    told = {(one.article.id, one.venue) for one in group if one.article.genre != _RETOLD}
    venues = Counter(venue for _, venue in told if venue)
    first: dict[str, Evidence] = {}
    for one in sorted(group, key=lambda one: (one.article.published or dt.date.max, one.article.id, one.occasion.span)):
        first.setdefault(one.article.id, one.evidence)
    return Round(
        id=f"round:{day.isoformat()}",
        day=day,
        ordinal=ordinal,
        inferred=False,
        venue=min(venues, key=lambda venue: (-venues[venue], venue), default=None),
        parties=pair,
        held=any(one.article.published is not None and one.article.published >= day for one in group),
        origins=tuple(sorted({one.origin for one in group})),
        evidence=tuple(first.values()),
        passages=tuple(sorted({one.evidence for one in group if not one.occasion.listed})),
    )


def _between(rounds: Sequence[Round]) -> Iterable[Round]:
    """
    Number a round that no report numbers where its neighbours leave it one number only.

    The last of all, days after a numbered one, is the next of the row: "met again", "resumed their talks".
    """
    last: Round | None = None
    for place, one in enumerate(rounds):
        after = rounds[place + 1].ordinal if place + 1 < len(rounds) else None
        before = last.ordinal if last is not None else 0
        gap = before is not None and after is not None and after - before == _TWO
        ends = place == len(rounds) - 1 and last is not None and (one.day - last.day).days > _GOES_ON
        if one.ordinal is None and before is not None and one.held and (gap or ends):
            one = msgspec.structs.replace(one, ordinal=before + 1, inferred=True)
        last = one
        yield one
