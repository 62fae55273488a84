"""What the user decided about a case: kept with author and time, replayed on every run, never lost when undone."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from crosswire.model.span import Evidence

DecisionKind = Literal[
    "drop",
    "merge-origin",
    "split-origin",
    "merge-outlet",
    "merge-actor",
    "split-actor",
    "rate",
    "correct",
    "strike",
    "add-record",
    "undo",
]
# The rows of a case that its user may correct, strike and add.
RecordKind = Literal["commitment", "incident", "position", "round"]
# NATO's Admiralty code for a source's reliability: A completely reliable ... E unreliable, F cannot be judged.
Grade = Literal["A", "B", "C", "D", "E", "F"]


class Anchor(msgspec.Struct, frozen=True):
    """
    What a record is known by when its id has changed: a report that came later may tell of it earlier.

    `places` are the statements and sentences it rests on: a report may turn out to be a copy, and its words the
    original's. `shape` is what it tells of ("release", "VAL ceasefire demand"): one sentence may make two records.
    """

    kind: RecordKind
    shape: str
    places: tuple[str, ...]


class Mark(msgspec.Struct, frozen=True):
    """What the user's hand did to a record: which decision, whose, and what stood there before."""

    decision: int
    how: Literal["corrected", "added"]
    author: str
    made: dt.datetime
    field: str = ""
    before: str = ""
    after: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """
        What was done, for the margin.

        >>> Mark(3, "corrected", "Ana", dt.datetime(2025, 6, 4), "deadline", "none", "2025-05-30").label
        'corrected by Ana, 2025-06-04: deadline none → 2025-05-30'
        """
        told = f": {self.field} {self.before} → {self.after}" if self.field else ""
        why = f" ({self.note})" if self.note else ""
        return f"{self.how} by {self.author}, {self.made:%Y-%m-%d}{told}{why}"


class Decision(msgspec.Struct, frozen=True):
    """
    One correction. What `subject` and `value` hold depends on the kind.

    drop            an article's id                         the case goes on as if it had never been added
    merge-origin    an article's id, an outlet              the article's own reporting is counted as that outlet's
    split-origin    an article's id                         it counts as its own outlet's reporting, whatever it copies
    merge-outlet    an outlet, another                      the first is another name of the second
    merge-actor     an actor, another                       the first is the second
    split-actor     an actor, one of its spellings          that spelling is somebody else
    rate            an outlet, a grade A to F               how reliable the user finds it
    correct         a record's id                           its `fields` read as given
    strike          a record's id                           it is no such record
    add-record      a kind of record, an article's id       a record with these `fields`, which `evidence` bears out
    undo            the number of the decision taken back

    `made` is when, in UTC; `number` counts from 1 within a case. `anchor` finds the record again.
    """

    number: int
    kind: DecisionKind
    subject: str
    value: str
    author: str
    made: dt.datetime
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    evidence: Evidence | None = None
    anchor: Anchor | None = None

    @property
    def label(self) -> str:
        """Who decided and when, for the margin."""
        said = f": {self.note}" if self.note else ""
        return f"decision {self.number} by {self.author}, {self.made:%Y-%m-%d}{said}"

    @property
    def words(self) -> str:
        """What was decided: its kind, and what it touches."""
        told = [self.kind, self.subject, self.value, *(f"{name}={value}" for name, value in self.fields)]
        told += [f"“{' '.join(self.evidence.quote.split())}”"] if self.evidence else []
        return " ".join(word for word in told if word)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in force, by number: neither taken back nor themselves a taking back."""
    made = sorted(decisions, key=lambda one: one.number)
    undone = {int(one.subject) for one in made if one.kind == "undo"}
    return tuple(one for one in made if one.kind != "undo" and one.number not in undone)
