"""What weighing takes from each report by itself: its statements with the case's actors, and their stems."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from crosswire.model import Article, Reading, Statement

from .actors import Unified, rename
from .held import may_stand
from .marks import Marked, marked
from .state_media import is_media
from .synonyms import canonical

Stems = frozenset[str]
# Sentences that open a report: news tells first what it is about. With two, asides join leads (BASIL).
LEADS = 1


class Report(msgspec.Struct, frozen=True, gc=False):
    """
    A reading's statements in the order of the text, with their stems and marks.

    `ids` are what the case calls the reading's actors, `named` all whom the statements name, `actors` those they are
    of. `leads` open the report, `stands` may be or tell of a stance, `links` are the state media that it has things
    from, `issues` what it tells of and does not opine on. `meets` says that some statements tell of a meeting.
    """

    reading: Reading
    ids: tuple[str, ...]
    statements: tuple[Statement, ...]
    stems: tuple[Stems, ...]
    marks: Marked
    named: frozenset[str | None]
    actors: frozenset[str]
    leads: frozenset[str]
    links: frozenset[str]
    stands: tuple[Statement, ...]
    issues: frozenset[str]
    meets: bool


def take_reports(
    articles: Iterable[Article], readings: Mapping[str, Reading], unified: Unified, held: Mapping[str, Report]
) -> dict[str, Report]:
    """Return the reports of the articles that were read; those `held` of the same reading and actors as they are."""
    found: dict[str, Report] = {}
    alike: dict[Stems, Stems] = {}
    named = unified.ids
    for article in articles:
        reading = readings.get(article.id)
        if reading is not None:
            ids = tuple([named.get((article.id, actor.id), actor.id) for actor in reading.actors])
            known = held.get(article.id)
            same = known is not None and known.ids == ids and known.reading is reading
            found[article.id] = known if known and same else _report(reading, ids, unified, alike)
    return found


def _report(reading: Reading, ids: tuple[str, ...], unified: Unified, alike: dict[Stems, Stems]) -> Report:
    ordered = _in_order(reading)
    renamed = {actor.id for actor, name in zip(reading.actors, ids, strict=True) if actor.id != name}
    # Copies and what everybody says share their sets of words.
    stems = tuple([alike.setdefault(one, one) for one in (canonical(said.terms) for said in ordered)])
    statements = tuple([rename(s, unified) if _is_touched(s, renamed) else s for s in ordered])
    moved = {move.statement for move in reading.moves}
    return Report(
        reading=reading,
        ids=ids,
        statements=statements,
        stems=stems,
        marks=marked(statements, stems),
        named=frozenset([one for said in statements for one in named_in(said)]),
        actors=frozenset([one for said in statements for one in said.actors]),
        leads=frozenset(_leads(statements)),
        links=frozenset([link for said in statements for link in (*said.via, said.unnamed) if link and is_media(link)]),
        stands=tuple([said for said in statements if may_stand(said) or said.id in moved]),
        issues=frozenset([one for said in statements if not said.opinion for one in said.issues]),
        meets=any("MEET" in (said.act, said.event) for said in statements),
    )


def named_in(said: Statement) -> Iterable[str | None]:
    """Return the actors that a statement names, None among them, and the names in its chain of attribution."""
    doers = said.agent, said.target, said.event_agent, said.event_target
    return (said.speaker, *doers, *said.actors, *said.via)


def _in_order(reading: Reading) -> list[Statement]:
    """Return statements as they are told: of one sentence, what is said first comes before its answer."""
    return sorted(reading.statements, key=lambda s: (s.evidence.start, s.evidence.end, _said_at(s), s.id))


def _said_at(said: Statement) -> int:
    return min((content.start for content in said.contents), default=said.evidence.start)


def _is_touched(said: Statement, renamed: set[str]) -> bool:
    """Tell whether a statement names an actor that the case calls otherwise, or its actors are in another order."""
    if renamed:
        named = (said.speaker, said.agent, said.target, said.event_agent, said.event_target, *said.via, *said.actors)
        if not renamed.isdisjoint(named):
            return True
    return len(said.actors) > 1 and said.actors != tuple(sorted(set(said.actors)))


def _leads(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield the statements that headline their article, or stand in the first sentences of the body."""
    opened: list[int] = []
    for said in statements:
        start = said.evidence.start
        if not said.headline and start not in opened and len(opened) < LEADS:
            opened.append(start)
        if said.headline or start in opened:
            yield said.id


def statements_of(reports: Iterable[Report]) -> list[Statement]:
    """Return the statements of the reports, in their order."""
    return [said for report in reports for said in report.statements]
