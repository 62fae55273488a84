"""
The stances of each report, from one weighing to the next.

A report's stances stand for as long as all that they are read by does: its statements and where these come from, whom
it names, the rounds of talks. Only where an answer is to what an earlier report put are they read anew each time.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from crosswire.model import Round

from .backed import EVERYBODY
from .bare_figures import bind_units
from .held import Held
from .on_no_issue import stands_on_no_issue
from .reader import Reader
from .replies import Talk
from .reports import Report
from .stances import stances_of
from .still import changed_actors


class Read(msgspec.Struct, frozen=True):
    """A report's stances, those it put on the way to them, whom they name, and what they were read by."""

    report: Report
    by: tuple[object, ...]
    names: frozenset[str]
    found: tuple[Held, ...]
    put: tuple[Held, ...]
    beyond: bool


class Stood:
    """The stances of a case. For `once` no more is held than one weighing needs."""

    def __init__(self, *, once: bool = False) -> None:
        """Know nothing."""
        self._once = once
        self._reader: Reader | None = None
        self._units: Mapping[str, str] = {}
        self._held: dict[str, Read] = {}

    def of(self, reports: Mapping[str, Report], reader: Reader) -> Iterator[Held]:
        """Yield the stances of all reports, in their order."""
        told = {article: one for article, one in reports.items() if one.stands}
        stands = [said for one in told.values() for said in one.stands]
        units = bind_units(stands, reader.moves, reader.topics)
        changed = None if units != self._units else _changed(self._reader, reader)
        held, self._held, self._reader, self._units = self._held, {}, None if self._once else reader, units
        talk = Talk(reader.topics, units)
        for article, report in told.items():
            by = _read_by(report, reader)
            known = held.get(article)
            stands_still = known is not None and known.report is report and known.by == by and not known.beyond
            if known is not None and stands_still and changed is not None and changed.isdisjoint(known.names):
                talk.take(known.put)
            else:
                known = _read(report, by, reader, talk)
            if not self._once:
                self._held[article] = known
            yield from known.found


def _read(report: Report, by: tuple[object, ...], reader: Reader, talk: Talk) -> Read:
    mark, talk.beyond = talk.mark(), False
    found = tuple(stances_of(report.stands, reader, talk))
    found += tuple(stands_on_no_issue(report.stands, {one.statement.id for one in found}, reader))
    return Read(report, by, _names(report, reader), found, talk.since(mark), talk.beyond)


def _names(report: Report, reader: Reader) -> frozenset[str]:
    """Return all whom a report's stances may be of, or be told by, and the sides they act for."""
    moves = [move for said in report.stands for move in reader.moves.get(said.id, ())]
    named = {*report.named, *(one for move in moves for one in (move.agent, move.target))} - {None}
    camps = {reader.traces[said.id].camp.partition(":")[2] for said in report.stands}
    every = {one for one in named | camps if one is not None}
    return frozenset(every | set(map(reader.side, every)))


def _read_by(report: Report, reader: Reader) -> tuple[object, ...]:
    """Return what a report's stances follow from besides its statements and whom it names."""
    article = report.reading.article
    traces = [reader.traces[said.id] for said in report.stands]
    both = reader.both.present.get(article), reader.both.papers.get(article)
    bound = (article, EVERYBODY) in reader.agreed
    return reader.articles[article], traces, both, article in reader.talking, bound


def _changed(before: Reader | None, now: Reader) -> frozenset[str] | None:
    """Return who came, went, is known otherwise or takes stands otherwise, None where more has changed."""
    if before is None or _of_all(before) != _of_all(now):
        return None
    apart = (before.outsiders ^ now.outsiders) | (before.bystanders ^ now.bystanders) | (before.side.own ^ now.side.own)
    acting = {name for name, one in now.actors.items() if one.party in apart} if apart else set()
    return changed_actors(before.actors, now.actors) | apart | acting


def _of_all(reader: Reader) -> tuple[object, ...]:
    """Return what the stances of every report follow from."""
    return reader.words, list(_told(reader.rounds)), reader.mediators, reader.both.pair, reader.side.alone


def _told(rounds: Iterable[Round]) -> Iterator[tuple[object, ...]]:
    return ((one.id, one.parties, one.held, one.day, one.ordinal) for one in rounds)
