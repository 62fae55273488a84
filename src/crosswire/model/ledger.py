"""The two ledgers of a case: what was promised and delivered, and which incidents are reported."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.decision import Mark
from crosswire.model.span import Evidence, Span
from crosswire.model.statement import Quantity, When

PledgeKind = Literal["made", "kept", "begun", "done", "failed", "ended", "denied"]
Form = Literal["signed", "joint statement", "oral", "unilateral", "reported"]
CommitmentStatus = Literal["announced", "due", "partial", "fulfilled", "breached", "disputed", "lapsed", "withdrawn"]
IncidentType = Literal[
    "shelling",
    "air",
    "drone",
    "small arms",
    "movement",
    "seizure",
    "access denied",
    "ill-treatment",
    "attack",
    "breach",
]
Response = Literal["denied", "counter-accused", "admitted", "own account", "silent"]
Verification = Literal["one-sided", "both sides", "third-party monitor", "visual"]


class Pledge(msgspec.Struct, frozen=True):
    """
    What one clause of an article tells of an undertaking.

    `kind`: a promise `made`, a part of it `kept`, its keeping only `begun`, all of it `done`, `failed` to be kept, or
    `ended` by somebody, or `denied` to have been made.
    `statement` is the statement it stands in, `deed` what is to be done ("release", "pay") or the stem of its verb,
    `terms` the stems of what it is done to. `by` and `to` are `Actor.id`s; `joint` is true for what "both sides"
    undertake. `quantity` is how many; `total` is true when it counts all so far, `left` when it counts what remains.
    `since` is a day from which such a count runs, at the latest.
    `due` is the last day named for it and `starts` the first; `day` is when it was done. `form` is set where the
    sentence says that it was signed or stated jointly, `accord` where it speaks of what a deal says.
    """

    kind: PledgeKind
    statement: str
    sentence: Span
    span: Span
    deed: str
    terms: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    joint: bool = False
    quantity: Quantity | None = None
    total: bool = False
    left: bool = False
    due: When | None = None
    starts: When | None = None
    day: When | None = None
    condition: Span | None = None
    form: Form | None = None
    accord: bool = False
    since: dt.date | None = None


class Breach(msgspec.Struct, frozen=True):
    """
    What one statement tells of an incident: an armed act, a seizure, a breach of what was agreed.

    `accused` is whose door it is laid at, `accuser` who lays it there (None: the report itself). `words` are the
    stems that tell this incident from another; `count` is how many times it is said to have happened. With an
    `answer` it is what the `accused` says to such a charge. `seen` is true when it rests on images, `watched` when
    a monitor says so, `omitted` when something owed was held back or put off. `site` is the name of a place that no
    list knows, where no known one is given. `private` is true where the accuser speaks for no state, `apart` where the
    accused is a body that stands against the state it is named after. `aside` numbers what a report sets apart from
    the rest ("In a separate incident ..."), from 1; 0 is the rest. `wide` is true of what happened all over a country.
    """

    statement: str
    type: IncidentType
    span: Span
    accused: str | None = None
    accuser: str | None = None
    place: str | None = None
    day: When | None = None
    words: tuple[str, ...] = ()
    count: Quantity | None = None
    killed: Quantity | None = None
    wounded: Quantity | None = None
    answer: Response | None = None
    seen: bool = False
    watched: bool = False
    omitted: bool = False
    site: str | None = None
    private: bool = False
    apart: bool = False
    aside: int = 0
    wide: bool = False


class Delivery(msgspec.Struct, frozen=True):
    """
    One part of a commitment that reports say was done. `quantity` None: they do not count it.

    `total` is the count of all so far that a report gives; a `quantity` beside it is what it adds to the one before.
    """

    day: dt.date | None
    quantity: float | None
    total: float | None
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Change(msgspec.Struct, frozen=True):
    """A commitment's status from a day on, and who stands behind that; None when no report dates it."""

    status: CommitmentStatus
    day: dt.date | None
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Amount(msgspec.Struct, frozen=True):
    """How many were promised as some reports have it."""

    quantity: Quantity
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Commitment(msgspec.Struct, frozen=True):
    """
    What somebody undertook to do, and what came of it by the date of the dossier.

    `content` is the sentence that says it best, `words` what of it is promised. `round` is the id of the round it was
    made in. `amounts` are the quantities reports give, the best supported first; `delivered` is how many were done,
    `remaining` how many are left, None when nobody counts. `deadline` is the last day named for it, `starts` the
    first. `form`: signed; in a joint statement; oral, agreed in talks; unilateral, by the promisor alone; or only
    reported by others. `count` is how many independent voices stand behind the promise.
    """

    id: str
    promisors: tuple[str, ...]
    promisees: tuple[str, ...]
    deed: str
    content: Evidence
    words: Evidence
    form: Form
    status: CommitmentStatus
    changes: tuple[Change, ...]
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    count: int = 1
    round: str | None = None
    made: dt.date | None = None
    deadline: dt.date | None = None
    starts: dt.date | None = None
    condition: Evidence | None = None
    each: bool = False
    amounts: tuple[Amount, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    delivered: float | None = None
    remaining: float | None = None
    issues: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def promised(self) -> float | None:
        """How many were promised, by the best supported account."""
        return self.amounts[0].quantity.low if self.amounts else None


class Toll(msgspec.Struct, frozen=True):
    """The dead or the wounded of an incident: the lowest and highest account, and the best supported between them."""

    kind: Literal["killed", "wounded"]
    low: float
    best: float
    high: float
    accounts: tuple[Amount, ...]


class Incident(msgspec.Struct, frozen=True):
    """
    One reported incident, laid at one party's door. Each of two sides that accuse the other makes an incident.

    `arrangement` is the id of the commitment (a truce) in force that day. `alleged_by` are the actors who say so,
    `voices` what reports call those without a name who do ("residents");
    `narrated` is true when a report says it in its own voice. `count` is how many of the origins are independent,
    `times` how often it is said to have happened.
    """

    id: str
    violator: str
    type: IncidentType
    verification: Verification
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    count: int = 1
    alleged_by: tuple[str, ...] = ()
    narrated: bool = False
    arrangement: str | None = None
    day: dt.date | None = None
    place: str | None = None
    times: Quantity | None = None
    tolls: tuple[Toll, ...] = ()
    response: Response | None = None
    answers: tuple[Evidence, ...] = ()
    statements: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    voices: tuple[str, ...] = ()
