"""The answer: sections of lines, each line with its evidence."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.article import Skipped
from crosswire.model.decision import Grade
from crosswire.model.span import Evidence

LineKind = Literal["reported", "claimed", "assessed"]
Confidence = Literal["high", "moderate", "low"]
PartKind = Literal["verbatim", "resolved", "ours"]


class Part(msgspec.Struct, frozen=True):
    """
    A stretch of a line. `verbatim` words stand at `evidence` exactly; `resolved` words are bracketed help
    ("[Umerov]"), with evidence for a name or None for a date computed from the article's date line;
    `ours` is template wording.
    """

    kind: PartKind
    text: str
    evidence: Evidence | None = None


class Progress(msgspec.Struct, frozen=True):
    """How much of a whole is done, and the same in words."""

    done: float
    whole: float
    text: str


class Line(msgspec.Struct, frozen=True):
    """
    One sentence of the report. `text` is its parts joined; `evidence` all spans it rests on, never empty.

    `kind` says whether reports assert it (`reported`), somebody claims it (`claimed`), or it is our own
    count or comparison (`assessed`). `note` is the small print after it: origins and outlets, in our words.
    `label` heads it in a table or list (a date, a party, an issue). `level` indents it under the line above.
    `progress` is drawn as a bar where the page can draw, and told in words everywhere.
    `rule` is how an assessed line was worked out, where that takes more than counting; `crosswire why` prints it.
    """

    id: str
    kind: LineKind
    text: str
    parts: tuple[Part, ...]
    evidence: tuple[Evidence, ...]
    claims: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    confidence: Confidence | None = None
    note: str | None = None
    label: str | None = None
    level: int = 0
    progress: Progress | None = None
    rule: str | None = None


class Entry(msgspec.Struct, frozen=True):
    """
    One entry of a grid's cell: a word for a line of the same section, that line's id, and how strong it is.

    `tone` is a position's firmness or a gap's relation: writers may colour by it, and always show `text`.
    """

    text: str
    line: str
    tone: str | None = None


class GridRow(msgspec.Struct, frozen=True):
    """One row of a grid: what heads it, and a cell for each column; an empty cell means no evidence."""

    heads: tuple[str, ...]
    cells: tuple[tuple[Entry, ...], ...]


class Grid(msgspec.Struct, frozen=True):
    """A section's lines laid out as a table: `heads` name the leading columns, `columns` the others."""

    heads: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


class Section(msgspec.Struct, frozen=True):
    """A titled list of lines. `name` is stable across versions; `intro` is our own explanation of what is listed."""

    name: str
    title: str
    lines: tuple[Line, ...]
    intro: str | None = None
    grid: Grid | None = None


class SourceRow(msgspec.Struct, frozen=True):
    """One article in the list of sources: what it is, and whose reporting it counts as."""

    article: str
    outlet: str
    title: str | None
    author: str | None
    url: str | None
    published: dt.date | None
    genre: str
    origin: str
    folded: str | None
    location: str
    reliability: Grade | None = None
    year_inferred: bool = False


class OriginRow(msgspec.Struct, frozen=True):
    """One independent origin in the list of sources, with the reasons anything was folded into it."""

    id: str
    name: str
    kind: str
    articles: tuple[str, ...]
    foldings: tuple[str, ...]
    claims: int


class Corpus(msgspec.Struct, frozen=True):
    """
    What was read: counts for the corpus line, and everything that could not be read.

    `subjects` are the packs that the case took of itself for the kind of talks it is on.
    """

    articles: int
    outlets: int
    origins: int
    statements: int
    claims: int
    first: dt.date | None
    last: dt.date | None
    skipped: tuple[Skipped, ...] = ()
    reader: str = ""
    subjects: tuple[str, ...] = ()


class Passage(msgspec.Struct, frozen=True):
    """An article as the report shows it: its text, so that every evidence span opens in place."""

    article: str
    outlet: str
    title: str | None
    published: dt.date | None
    text: str
    regions: tuple[tuple[int, int, str], ...] = ()


class Assessment(msgspec.Struct, frozen=True):
    """
    The whole answer to one question at one date. Two runs on the same input give equal assessments.

    `unanswered` are parts of the question the reports do not answer, in our words. `passages` hold the text of every
    article cited, `dropped` counts lines the verifier refused. `analyst` says who it is written for, when anybody.
    """

    question: str | None
    as_of: dt.date | None
    corpus: Corpus
    sections: tuple[Section, ...]
    sources: tuple[SourceRow, ...]
    origins: tuple[OriginRow, ...]
    unanswered: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    dropped: int = 0
    version: str = ""
    analyst: str | None = None
