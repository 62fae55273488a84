"""
What weighing keeps for the next time, so that one more report touches only its neighbours.

Everything kept is looked up by what it was made from, and is used again only where all of that is as it was: a case
weighed report by report, in any order, comes to the same bytes as one weighed at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import is_not

import msgspec

from crosswire.model import Actor, Article, Claim, Reading
from crosswire.text.tokens import terms

from .claims import Compared, Unit, find_claims, fold
from .clips import Runs, join_clips
from .copies import Copies, Overlap, renewed
from .counting import build_claim
from .each import Each
from .families import Families
from .folded import Folded, Row
from .gathered import Gathered, gather
from .homes import Homes, Housed
from .likeness import Spread, Weights
from .marks import Mark, by_mark
from .origins import Trace
from .paired import Paired, pair_up
from .propositions import Lens, Proposition
from .reports import Report, Stems
from .rows import Rows
from .scopes import Counted
from .sides import Sides
from .stood import Stood
from .synonyms import canonical
from .timeline import Dated, dates_of
from .traced import Traced


class Work(msgspec.Struct):
    """How much the last weighing did anew: articles aligned for copies, propositions, pairs and claims."""

    printed: int = 0
    reduced: int = 0
    compared: int = 0
    built: int = 0


class Kept:
    """
    The steps of the last weighing of a case. A new one knows nothing, and what it is asked is worked out.

    It may be used for any case, one weighing at a time; only for a case much like the last it saves work. One for
    `once` holds no more than that weighing needs.
    """

    def __init__(self, *, once: bool = False) -> None:
        """Know nothing."""
        self._once = once
        self.work = Work()
        self.families = None if once else Families()
        self.reports: dict[str, Report] = {}
        self._copies: Copies | None = None
        self._names: dict[str, tuple[Actor, Stems]] = {}
        self._spread = Spread()
        # How many articles' statements hold each stem.
        self.used: Counter[str] = Counter()
        self._states: list[Actor] = []
        self._quoted = Each[Proposition, Runs]()
        self._counted = Each[Proposition, Counted]()
        self._rows = Rows(once=once)
        self._folded = Folded()
        self._several: dict[int, Unit] = {}
        self._paired: Paired | None = None
        self._homes: Gathered | None = None
        self.traced = Traced(once=once)
        self.stood = Stood(once=once)
        self.housed = None if once else Housed()
        self._claims: dict[int, tuple[Unit, Claim]] = {}
        self._dates = Each[Unit, Sequence[Dated]]()

    def overlaps(self, articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[Overlap]:
        """Return what articles have of one another, aligning only those that are new."""
        self.work = Work()
        copies, self.work.printed = renewed(self._copies, articles, readings)
        if copies is not self._copies:
            self._dates.forget()  # a report may be of another day
        self._copies = None if self._once else copies
        return copies.overlaps()

    def take(self, reports: dict[str, Report]) -> None:
        """Count the words of a case's reports: those that came and those that went."""
        gone = [held for name, held in self.reports.items() if reports.get(name) is not held]
        come = [report for name, report in reports.items() if self.reports.get(name) is not report]
        self._spread.count((one for report in come for one in report.stems), 1)
        self._spread.count((one for report in gone for one in report.stems), -1)
        for report in come:
            self.used.update(_stems(report))
        for report in gone:
            self.used.subtract(_stems(report))
        self.reports = reports

    def weights(self, names: Iterable[str]) -> Weights:
        """Weigh the terms of the reports taken."""
        return self._spread.weights(names)

    def stems_of(self, actors: Iterable[Actor]) -> dict[str, Stems]:
        """Return the stems of every actor's names."""
        held, self._names = self._names, {}
        for actor in actors:
            known = held.get(actor.id)
            same = known is not None and known[0] == actor
            self._names[actor.id] = known if known and same else (actor, canonical(terms(" ".join(actor.names))))
        return {name: stems for name, (_, stems) in self._names.items()}

    def propositions(self, homes: Homes, lens: Lens) -> list[Row]:
        """Reduce the statements of the reports taken, a row of each report; the same row is the same object."""
        rows = self._rows.of(self.reports, homes, lens)
        self.work.reduced = self._rows.anew
        return rows

    def fold(self, rows: Sequence[Row]) -> list[Unit]:
        """Bring identical propositions together."""
        return fold([one for row in rows for one in row]) if self._once else self._folded.of(rows)

    def marks(self, rows: Sequence[Row]) -> dict[Mark, list[Proposition]]:
        """Return the propositions that bear each mark."""
        return by_mark((report.marks for report in self.reports.values()), rows)

    def counts(self, sides: Sides) -> Each[Proposition, Counted]:
        """Return what statements count, which holds while the states of the case are the same."""
        states = [one for one in sides.actors.values() if one.kind == "state"]
        if states != self._states:
            self._states = states
            self._counted.forget()
        return self._counted

    def compare(self, units: Sequence[Unit], lens: Lens) -> list[Compared]:
        """Compare the units worth comparing, and raise the pairs that stand out and those that quote one speech."""
        paired = pair_up(units, lens, self._paired)
        self.work.compared = paired.anew
        self._paired = None if self._once else paired
        return join_clips(paired.laid.items, paired, lens, self._quoted)

    def gather(self, units: Sequence[Unit], pairs: list[Compared], lens: Lens) -> list[Unit]:
        """Group units into claims."""
        if self._paired is None:
            return find_claims(units, pairs, lens)
        groups, self._homes = gather(units, self._paired, pairs, lens, self._homes)
        # The same propositions are the same object as before: what is made of a group is looked up by that.
        held, self._several, found = self._several, {}, list[Unit]()
        for group in groups:
            if len(group) > 1:
                known = held.get(id(group[0]))
                same = known is not None and len(known) == len(group) and not any(map(is_not, known, group))
                self._several[id(group[0])] = group = known if known is not None and same else group
            found.append(group)
        return found

    def dates(self, groups: Sequence[Unit], articles: Mapping[str, Article]) -> list[Sequence[Dated]]:
        """Return the dates of what each group tells."""
        if self._once:
            return [dates_of(group, articles) for group in groups]
        return self._dates.of(groups, lambda group: dates_of(group, articles))

    def claims(self, groups: Sequence[Unit], traces: Mapping[str, Trace], lens: Lens) -> list[Claim]:
        """Make the claims of groups."""
        held, self._claims = self._claims, {}
        again, found = self.traced.again, []
        for group in groups:
            known = held.get(id(group))
            if known is None or (again and any(item.statement.article in again for item in group)):
                known = group, build_claim(group, traces, lens)
                self.work.built += 1
            if not self._once:
                self._claims[id(group)] = known
            found.append(known[1])
        return found


def _stems(report: Report) -> set[str]:
    return {stem for said in report.statements for stem in said.terms}
