"""A report checked against its sources: each statement, what was found on it, and the words that differ."""

import datetime as dt
from collections import Counter
from typing import Literal

import msgspec

from crosswire.model.assessment import Passage
from crosswire.model.span import Evidence, Span

Verdict = Literal[
    "supported",
    "partly",
    "contradicted",
    "unsupported",
    "not-checkable",
    "altered-quotation",
    "misattributed",
    "wrong-figure",
    "wrong-date",
    "wrong-name",
    "citation-mismatch",
    "copy-inflated",
]
DifferenceKind = Literal["words", "quotation", "speaker", "figure", "date", "name", "polarity", "citation", "copies"]


class Difference(msgspec.Struct, frozen=True):
    """
    Where a statement and the sources part: the report's words at `span`, and what the sources have at `evidence`.

    `said` is what the report says; it is empty, and `span` an empty place, where the report leaves words out. `found`
    is what the sources have instead, None when they have nothing; `note` says so in a sentence.
    """

    kind: DifferenceKind
    span: Span
    said: str
    found: str | None
    note: str
    evidence: Evidence | None = None


class Citation(msgspec.Struct, frozen=True):
    """
    A mark in the report that names its source: "[1]", "(Reuters)", "Reuters+3", a link.

    `articles` are the sources it means; `problem` says why it means none ("the list of references has no entry 7").
    """

    span: Span
    label: str
    articles: tuple[str, ...] = ()
    problem: str | None = None


class Checked(msgspec.Struct, frozen=True):
    """
    One statement of the report and what the sources say to it.

    `span` and `text` are its place and words in the report, without the marks of its citations. `support` runs from 0
    to 1: how likely a reader of the evidence would call the statement supported. `evidence` are whole sentences of the
    sources, best first; `differences` where the two part; `reason` says why the verdict is what it is, in a sentence.
    `origins` counts the independent origins behind the evidence.
    """

    id: str
    span: Span
    text: str
    verdict: Verdict
    support: float
    reason: str
    evidence: tuple[Evidence, ...] = ()
    differences: tuple[Difference, ...] = ()
    citations: tuple[Citation, ...] = ()
    origins: int = 0


class CheckedSource(msgspec.Struct, frozen=True):
    """One source the report was checked with. `cited` is true when a citation of the report means it."""

    article: str
    outlet: str
    title: str | None
    published: dt.date | None
    location: str
    url: str | None = None
    cited: bool = False


class Check(msgspec.Struct, frozen=True):
    """
    The whole report, checked. Two runs on the same report and sources give equal checks.

    `report` holds the report's text with the roles of its parts: what is not `body` was not checked. `passages` hold
    the text of every source in evidence.
    """

    report: Passage
    statements: tuple[Checked, ...]
    sources: tuple[CheckedSource, ...]
    passages: tuple[Passage, ...] = ()
    skipped: tuple[str, ...] = ()
    reader: str = ""
    version: str = ""

    def counts(self) -> dict[str, int]:
        """Count the statements by verdict, those without any left out."""
        return dict(sorted(Counter(one.verdict for one in self.statements).items()))
