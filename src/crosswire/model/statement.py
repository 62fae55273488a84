"""One thing one voice says: the unit that weighing compares."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.span import Evidence, Span

Realis = Literal["actual", "future", "conditional", "negated", "questioned"]
Mode = Literal["direct", "mixed", "indirect", "narrated"]


class Quantity(msgspec.Struct, frozen=True, order=True, gc=False):
    """A figure inside a proposition, detached from its article (see `model.reading.Figure`)."""

    unit: str | None
    low: float | None
    high: float | None
    qualifier: str = "exactly"
    each: bool = False
    formula: str | None = None
    subset: bool = False
    start: int = 0
    end: int = 0


class When(msgspec.Struct, frozen=True, order=True, gc=False):
    """A resolved time inside a proposition: inclusive days, how sharp, and where its words stand."""

    first: dt.date
    last: dt.date
    precision: str
    start: int
    end: int

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day, wherever the words for them stand."""
        return self.first, self.last


class Resolved(msgspec.Struct, frozen=True, order=True, gc=False):
    """
    Words of the sentence that need help outside it, and what they stand for.

    `start`/`end` is the pronoun, bare title or relative date in the article; `stands_for` the name or date to put in
    square brackets; `evidence` where the article itself gives that name (None for a date computed from its date line).
    """

    start: int
    end: int
    stands_for: str
    kind: Literal["actor", "date"]
    evidence: Evidence | None = None


class Statement(msgspec.Struct, frozen=True, gc=False):
    """
    One thing one voice says, with the words it stands in.

    `speaker` None is the article's own voice, unless `unnamed` holds the words for an unnamed source
    ("a diplomatic source"). `source` and `cue` are spans of the speaker's and the reporting words.
    `via` is the chain of outlets or sources that passed it on, outermost first, as actor ids or names.
    `contents` are the spans of what is said (a narrated statement: the clause itself); `evidence` is the
    whole sentence (or run of sentences, for speech that runs over them). `agent`/`target` are the
    actors of the act itself: who demands or accuses, and whom. `event` is the ontology act inside what is said
    when it differs from the speech act ("X said Y attacked Z": act STATE, event ATTACK, event_agent Y, event_target Z).
    `terms` are the content words' stems, lower case, sorted; `core` those of the main clause alone, without
    subordinate clauses ("resigned on Friday" of "resigned on Friday, following reports that ...").
    `asides` are those of `times` that stand beside what is told: "broke the accord of 3 May".
    `opinion` marks an author's own judgement.
    `dangling` counts references that could not be resolved: such a sentence is not quotable alone.
    """

    id: str
    article: str
    act: str
    mode: Mode
    evidence: Evidence
    contents: tuple[Span, ...]
    speaker: str | None = None
    unnamed: str | None = None
    source: Span | None = None
    cue: Span | None = None
    lemma: str | None = None
    via: tuple[str, ...] = ()
    agent: str | None = None
    target: str | None = None
    event: str | None = None
    event_agent: str | None = None
    event_target: str | None = None
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    realis: Realis = "actual"
    negated: bool = False
    figures: tuple[Quantity, ...] = ()
    times: tuple[When, ...] = ()
    asides: tuple[When, ...] = ()
    event_date: When | None = None
    resolved: tuple[Resolved, ...] = ()
    terms: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    loaded: tuple[Span, ...] = ()
    hedged: bool = False
    opinion: bool = False
    headline: bool = False
    dangling: int = 0
