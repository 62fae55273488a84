"""What reports say of each round: level, heads of delegation, mediator, length, agenda, next date, tracks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosswire.model import Actor, Article, DetailKind, Evidence, Occasion, Reading, Round, RoundDetail, Span

from .actors import Unified
from .rounds import called_mediators

# Days after a round in which its reports come out; a report that names another round speaks of that.
_FRESH = 1
_ACTORS = frozenset({"head", "mediator", "host"})
_ORDER: tuple[DetailKind, ...] = ("level", "head", "mediator", "host", "duration", "agenda", "track", "next")


class _Said(msgspec.Struct, frozen=True):
    """One detail as one article gives it."""

    kind: DetailKind
    value: str
    evidence: Evidence
    origin: str
    party: str | None = None
    proposed: bool = False


def detail_rounds(
    rounds: Sequence[Round],
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    unified: Unified,
    origin: Mapping[str, str],
) -> tuple[Round, ...]:
    """
    Return the rounds with their details, each with the passages that give it.

    A note belongs to the round that its own sentence names by day or number, else to the one its report is fresh from.
    Nobody mediates his own talks, only the two parties' delegations have heads, and an envoy stands for his state.
    """
    actors = {actor.id: actor for actor in unified.actors}
    found: dict[str, list[_Said]] = defaultdict(list)
    for article in articles:
        reading = readings.get(article.id)
        if reading is None:
            continue
        noted = list(_said(article, reading, rounds, unified, actors, origin[article.id]))
        cast = {_side(actors, unified.of(article.id, actor.id)) for actor in reading.actors} if noted else set()
        for at, said in noted:
            if not cast.issuperset(at.parties):
                continue  # a report that does not name both parties tells of other talks
            party = _side(actors, said.value) if said.kind in _ACTORS else None
            if _fits(at, said.kind, party):
                found[at.id].append(msgspec.structs.replace(said, party=party))
    return tuple(msgspec.structs.replace(one, details=_gathered(found[one.id])) for one in rounds)


def mediators_of(
    articles: Sequence[Article], readings: Mapping[str, Reading], unified: Unified, rounds: Sequence[Round]
) -> frozenset[str]:
    """
    Return who sits between the parties: who mediated a round, and whom two reports of the case call the mediator.

    Nobody mediates his own talks.
    """
    named = {one.party or one.value for held in rounds for one in held.details if one.kind == "mediator"}
    named |= called_mediators(articles, readings, unified) if rounds else set()
    return frozenset(named).difference(*(held.parties for held in rounds))


def _said(
    article: Article,
    reading: Reading,
    rounds: Sequence[Round],
    unified: Unified,
    actors: Mapping[str, Actor],
    origin: str,
) -> Iterator[tuple[Round, _Said]]:
    for note in reading.notes:
        value = unified.of(article.id, note.value) if note.kind in _ACTORS else note.value
        for at in _rounds_of(article, reading, note.span, rounds):
            yield at, _Said(note.kind, value, _sentence(article, reading, note.span), origin)
    for one in reading.occasions:
        last = _last(rounds, article.published)
        if last is None or not (one.rowed or set(last.parties) <= _parties(one, article, unified, actors)):
            continue  # a journey of one side is no talks of both
        if one.proposed and not one.rowed:
            continue  # and a bid to have some is no date for them
        if one.day is not None and article.published and one.day > article.published:
            said = Evidence.cut(article.id, article.text, one.sentence)
            yield last, _Said("next", one.day.isoformat(), said, origin, proposed=one.proposed)


def _parties(one: Occasion, article: Article, unified: Unified, actors: Mapping[str, Actor]) -> set[str | None]:
    return {_side(actors, unified.of(article.id, actor)) for actor in one.actors}


def _rounds_of(article: Article, reading: Reading, span: Span, rounds: Sequence[Round]) -> list[Round]:
    """Return the round that a sentence names, or all that it lists ("hosted three rounds"), else the fresh one."""
    named = [one for one in reading.occasions if one.sentence.covers(span) and (one.day or one.ordinal)]
    if named:
        found = [
            next((at for at in rounds if at.held and (at.day == one.day or at.ordinal == one.ordinal)), None)
            for one in named
            if one == named[0] or (one.listed and named[0].listed)
        ]
        return [at for at in found if at is not None]
    at = _last(rounds, article.published)
    fresh = at is not None and article.published is not None and (article.published - at.day).days <= _FRESH
    return [at] if at is not None and fresh else []


def _last(rounds: Iterable[Round], day: dt.date | None) -> Round | None:
    held = [one for one in rounds if one.held and day is not None and one.day <= day]
    return max(held, key=lambda one: one.day, default=None)


def _sentence(article: Article, reading: Reading, span: Span) -> Evidence:
    whole = next((one for one in reading.sentences if one.covers(span)), span)
    return Evidence.cut(article.id, article.text, whole)


def _side(actors: Mapping[str, Actor], actor: str) -> str | None:
    known = actors.get(actor)
    return (known.party or known.id) if known else None


def _fits(at: Round, kind: DetailKind, party: str | None) -> bool:
    if kind == "head":
        return party in at.parties
    return kind not in ("mediator", "host") or (party is not None and party not in at.parties)


def _gathered(said: Sequence[_Said]) -> tuple[RoundDetail, ...]:
    groups: dict[tuple[DetailKind, str], list[_Said]] = defaultdict(list)
    if any(one.kind == "next" and not one.proposed for one in said):
        said = [one for one in said if not one.proposed]  # a day that was only proposed gave way to the one set
    for one in said:
        groups[one.kind, one.value].append(one)
    people = {(one.kind, one.party) for one in said if one.kind in _ACTORS and one.value != one.party}
    groups = {key: group for key, group in groups.items() if (key[0], key[1]) not in people}
    return tuple(
        RoundDetail(
            kind=kind,
            value=value,
            evidence=tuple(dict.fromkeys(sorted(one.evidence for one in group))),
            origins=tuple(sorted({one.origin for one in group})),
            party=group[0].party,
        )
        for (kind, value), group in sorted(
            groups.items(), key=lambda item: (_ORDER.index(item[0][0]), -len(item[1]), item[0][1])
        )
    )
