"""Where the statements of each report come from, from one weighing to the next."""

from collections.abc import Mapping

from .origins import Carried, Trace, Tracer, carried_by
from .reports import Report
from .still import changed_actors


class Traced:
    """
    The origins of a case's statements. Those of a report stand for as long as whose it is, and whom it names, do.

    `again` are the reports of before that come from elsewhere now.
    """

    def __init__(self, *, once: bool = False) -> None:
        """Know nothing; for `once`, hold no more than one weighing needs."""
        self._once = once
        self.again: set[str] = set()
        self._tracer: Tracer | None = None
        self._held: dict[str, tuple[Report, tuple[object, ...], dict[str, Trace], Carried]] = {}

    def of(self, reports: Mapping[str, Report], tracer: Tracer) -> dict[str, Trace]:
        """Return the origins of all statements by their ids."""
        held, changed = self._held, _changed(self._tracer, tracer)
        self._held, self._tracer, self.again = {}, tracer, set()
        found: dict[str, Trace] = {}
        shared: dict[tuple[object, ...], Trace] = {}
        for article, report in reports.items():
            whose = tracer.whose(article)
            known = held.get(article)
            stands = known is not None and known[0] is report and known[1] == whose
            if known is None or not stands or changed is None or not changed.isdisjoint(report.named):
                traces = tracer.trace_all(report.statements, shared)
                if known is not None and known[2] != traces:
                    self.again.add(article)
                known = report, whose, traces, carried_by(report.statements, traces, tracer)
            found.update(known[2])
            self._held[article] = (report, whose, {}, known[3]) if self._once else known
        return found

    def carried(self) -> list[tuple[str, Carried]]:
        """Return what each report adds to the origins of the case."""
        return [(article, known[3]) for article, known in self._held.items()]


def _changed(before: Tracer | None, now: Tracer) -> frozenset[str] | None:
    """Return the names that lead elsewhere than they did, None where more has changed."""
    if before is None or (before.book, before.states, before.state_voices) != (now.book, now.states, now.state_voices):
        return None
    heads = {one for one, _ in before.principals.items() ^ now.principals.items()}
    return changed_actors(before.actors, now.actors) | heads | (before.told ^ now.told)
