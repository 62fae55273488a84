"""What the user decided about a case: kept with author and time, replayed on every run, never lost when undone."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

DecisionKind = Literal[
    "drop", "merge-origin", "split-origin", "merge-outlet", "merge-actor", "split-actor", "rate", "undo"
]
# NATO's Admiralty code for a source's reliability: A completely reliable ... E unreliable, F cannot be judged.
Grade = Literal["A", "B", "C", "D", "E", "F"]


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
    undo            the number of the decision taken back

    `made` is when, in UTC; `number` counts from 1 within a case.
    """

    number: int
    kind: DecisionKind
    subject: str
    value: str
    author: str
    made: dt.datetime
    note: str = ""

    @property
    def label(self) -> str:
        """Who decided and when, for the margin."""
        said = f": {self.note}" if self.note else ""
        return f"decision {self.number} by {self.author}, {self.made:%Y-%m-%d}{said}"


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in force, by number: neither taken back nor themselves a taking back."""
    made = sorted(decisions, key=lambda one: one.number)
    undone = {int(one.subject) for one in made if one.kind == "undo"}
    return tuple(one for one in made if one.kind != "undo" and one.number not in undone)
