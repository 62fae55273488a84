"""Who wants what, round by round: positions in a party's own words, and the gaps between two parties' positions."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.decision import Mark
from crosswire.model.span import Evidence, Span

Taken = Literal["demand", "offer", "accept", "reject", "condition", "red_line"]
Firmness = Literal["preference", "demand", "precondition", "red_line"]
StatedBy = Literal["self", "other_party", "mediator", "outlet"]
Relation = Literal["agreed", "overlap", "adjacent", "opposed", "unknown"]
Shift = Literal["softened", "hardened", "same"]
Zone = Literal["yes", "no", "unknown"]

# From the softest to the hardest: what a party would like, asks for, makes its own step depend on, will never do.
FIRMNESS: tuple[Firmness, ...] = ("preference", "demand", "precondition", "red_line")


class Move(msgspec.Struct, frozen=True):
    """
    The stand that one clause of an article tells of; a statement may hold several ("it refuses A and demands B").

    `statement` is the statement it stands in, `span` the words that say what is wanted, offered or refused, `clause`
    these with the words of the act. `agent` and `target` are `Actor.id`s: whose stand it is, and who is addressed;
    `issues` are the packs' issues that the span names, in its order. `back` is true where the words only point back:
    "the offer", "it", "the 4 per cent", and `beside` are the issues that the sentence is put under ("On pay, it ...").
    `joint` is true for what two sides take together, `modal` for what an auxiliary alone tells ("will not hold fire").
    `condition` are the words it hangs on, `hinge` the issues these name.
    """

    statement: str
    act: str
    span: Span
    clause: Span
    agent: str | None = None
    target: str | None = None
    issues: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    modal: bool = False
    condition: Span | None = None
    hinge: tuple[str, ...] = ()
    back: bool = False
    joint: bool = False


# The issue of a stand on a matter that no pack names: it can be told, and compared with nothing.
OTHER_MATTERS = "other_matters"


class Position(msgspec.Struct, frozen=True):
    """
    What one party wants, offers, accepts or refuses on one issue, in one round, as one voice tells it.

    `party` is an `Actor.id`, `issue` a pack's id, `round` the `Round.id` of the last round held when it was stated
    (None before the first, and in a case without rounds), `day` that day. `act` is the ontology act behind `stance`.
    `statements` are ids in date order, `claims` theirs; `lead` words it best. `conditions` are the words that say what
    it depends on. `by` is who states it where that is not the party itself. `scale` places an amount between the two
    cited ends of the issue's scale, 0 to 100. `superseded_by` is the party's own later position on the same matter,
    `contradicts` the party's own position that an outlet's or another party's account does not fit: such an account
    stands beside it and never replaces it.
    """

    id: str
    party: str
    issue: str
    round: str | None
    day: dt.date | None
    stance: Taken
    act: str
    firmness: Firmness
    stated_by: StatedBy
    lead: str
    statements: tuple[str, ...]
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    conditions: tuple[Evidence, ...] = ()
    by: str | None = None
    count: int = 1
    scale: float | None = None
    superseded_by: str | None = None
    contradicts: str | None = None
    marks: tuple[Mark, ...] = ()


class Movement(msgspec.Struct, frozen=True):
    """How a party moved on an issue since the round before that it spoke in: the two positions say so."""

    party: str
    shift: Shift
    before: str
    after: str


class Gap(msgspec.Struct, frozen=True):
    """
    How two parties stand to each other on one issue in one round.

    `one` and `other` are the pair of positions it rests on, `parties` theirs in that order; `unknown` means that both
    spoke and no pair tells. `distance` is on the issue's scale; `zone` (of possible agreement) is known only where both
    sides' conditions are cited. `weight` ranks obstacles: 0 for what is none, more for firmer words on both sides and
    more voices behind them.
    """

    issue: str
    round: str | None
    parties: tuple[str, str]
    relation: Relation
    one: str
    other: str
    movements: tuple[Movement, ...] = ()
    distance: float | None = None
    zone: Zone = "unknown"
    weight: float = 0.0
    evidence: tuple[Evidence, ...] = ()
