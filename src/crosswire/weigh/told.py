"""What readings tell of pledges and incidents, with the case's actors and who stands behind each; copies once."""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set

import msgspec

from crosswire.model import Article, Breach, Evidence, Pledge, Reading, Span, Statement

from .actors import Unified
from .counting import count_origins
from .homes import Homes
from .origins import Trace
from .outlets import OutletBook
from .propositions import Proposition
from .sides import Sides

_LATE = dt.date.max


class Told(msgspec.Struct, frozen=True):
    """A passage that tells of a pledge or an incident: where it stands, in which statement, and whose word it is."""

    article: Article
    statement: Statement
    trace: Trace
    sentence: Span
    span: Span

    @property
    def evidence(self) -> Evidence:
        """The sentence it stands in."""
        return Evidence.cut(self.article.id, self.article.text, self.sentence)

    @property
    def order(self) -> tuple[dt.date, str, Span]:
        """Its place in the order of reports."""
        return (self.article.published or _LATE, self.article.id, self.span)


class Ledger(msgspec.Struct, frozen=True):
    """What the keepers of both ledgers need of the case."""

    articles: Sequence[Article]
    readings: Mapping[str, Reading]
    statements: Mapping[str, Statement]
    traces: Mapping[str, Trace]
    propositions: Mapping[str, Proposition]
    sides: Sides
    unified: Unified
    homes: Homes
    book: OutletBook
    # Whom the statements of each article name.
    named: Mapping[str, Set[str]] = {}
    dates: dict[str, dt.date | None] = {}

    @property
    def as_of(self) -> dt.date | None:
        """The date of the case: that of its latest report."""
        if "as of" not in self.dates:
            self.dates["as of"] = max((one.published for one in self.articles if one.published), default=None)
        return self.dates["as of"]

    def party(self, article: str, actor: str) -> str:
        """Return the side an article's actor acts for."""
        return self.sides.of(self.unified.of(article, actor))

    def is_copy(self, article: Article) -> bool:
        """Tell whether an article is printed from another outlet's reporting."""
        return self.book.of(article) != self.homes.home[article.id]

    def told(self, article: Article, item: Pledge | Breach, sentence: Span) -> Told | None:
        """Return an item with its statement and its origin; a summary's sentence tells nothing of its own."""
        statement = self.statements.get(item.statement)
        trace = self.traces.get(item.statement)
        if statement is None or trace is None or trace.weak:
            return None
        return Told(article, statement, trace, sentence, item.span)

    def origins(self, told: Iterable[Told]) -> tuple[tuple[str, ...], int]:
        """Return the origins that stand behind passages, and how many independent voices they are."""
        group = [self.propositions[one] for one in sorted({one.statement.id for one in told})]
        if not group:
            return (), 0
        camps, _ = count_origins(group, self.traces, self.sides)
        return tuple(sorted(origin for camp in camps for origin in camp)), len(camps)


def once(found: Iterable[tuple[Hashable, Told]], ledger: Ledger) -> list[int]:
    """
    Return the places of those passages that are told for the first time by their reporter, in the order of reports.

    A copy tells what its original tells, so it counts only where the original is not in the case.
    """
    listed = list(found)
    ranked = sorted(range(len(listed)), key=lambda at: (ledger.is_copy(listed[at][1].article), listed[at][1].order))
    seen: set[Hashable] = set()
    kept = []
    for at in ranked:
        key = (listed[at][1].trace.reporter, listed[at][0])
        if key not in seen:
            seen.add(key)
            kept.append(at)
    return sorted(kept, key=lambda at: listed[at][1].order)


def evidence_of(told: Iterable[Told]) -> tuple[Evidence, ...]:
    """Return the passages' sentences, each once, in the order of reports."""
    return tuple(dict.fromkeys(one.evidence for one in sorted(told, key=lambda one: one.order)))
