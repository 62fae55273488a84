"""Tell whether two statements may assert the same thing: act, roles, polarity, figures and times are compared apart."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from crosswire.model import Actor, Quantity, Realis, Statement, When

from .likeness import Weights, Wording, wording
from .verdicts import opposed, passed

# Acts that reports use for one another: one report's "urged" is another's "demanded". PLOVER roots (ontology/acts.json)
# draw the same lines, except that accusing and condemning stay apart here: only one of them alleges a fact.
_FAMILIES = (
    ("DEMAND", "APPEAL", "CONDITION", "PROPOSE"),
    ("PROPOSE", "OFFER", "PROMISE"),
    ("REJECT", "RED_LINE"),
    ("ACCEPT", "AGREE_JOINT", "CONCEDE"),
    ("ATTACK", "VIOLATE"),
    ("MEET", "MEDIATE"),
    ("CEASEFIRE", "AGREE_JOINT"),
    ("RELEASE", "AGREE_JOINT"),
    ("ENDORSE", "ACCEPT"),
)
_SAME = frozenset((one, other) for family in _FAMILIES for one in family for other in family)
# Speech acts that only report what is so; an event inside what they say is the proposition.
_REPORTING = frozenset({"STATE", "CLAIM_RESP"})
# Acts whose content lies ahead once they are done.
_COMMITTING = frozenset(
    {"AGREE_JOINT", "PROMISE", "PROPOSE", "OFFER", "DEMAND", "APPEAL", "ACCEPT", "REJECT", "CONCEDE", "THREATEN"}
)
# Something that happens, as against something said: an undated report of it tells of the days around the report.
EVENTS = frozenset(
    {"MEET", "MEDIATE", "RELEASE", "CEASEFIRE", "WITHDRAW", "ACCESS", "ATTACK", "VIOLATE", "MOBILISE", "SANCTION"}
    | {"DETAIN", "WALK_OUT", "AGREE_JOINT"}
)
# Days between two undated reports of one event; rounds of talks and waves of attacks come weekly.
EVENT_GAP = 4
# Days after which a repeated demand or assessment is a new statement of it.
SPEECH_GAP = 14
_DAYLIKE = frozenset({"minute", "day", "week"})


# The amounts a statement gives of each unit: low, high, "each", and the bound when it is one.
Amounts = dict[str | None, set[tuple[float | None, float | None, bool, str]]]


class Proposition(msgspec.Struct, frozen=True):
    """A statement reduced to what is compared: the act and who does it to whom, polarity, figures, time, words."""

    statement: Statement
    act: str
    agent: str | None
    target: str | None
    negated: bool
    words: Wording
    published: dt.date | None
    family: str
    amounts: Amounts
    realis: Realis
    verdicts: frozenset[tuple[int, int]]

    @property
    def when(self) -> When | None:
        """The event's date when it is sharp enough to tell two events apart."""
        date = self.statement.event_date
        return date if date and date.precision in _DAYLIKE else None


class Sides(msgspec.Struct, frozen=True):
    """Which side each actor acts for, so that a minister's and the state's act can be one."""

    actors: Mapping[str, Actor]

    def of(self, actor: str) -> str:
        """Return the actor's side: its party, or itself."""
        found = self.actors.get(actor)
        return (found.party if found else None) or actor

    def agree(self, one: str | None, other: str | None) -> bool:
        """Tell whether the two may name the same doer; an unnamed doer may be anybody."""
        if one is None or other is None or one == other:
            return True
        side, its = self.of(one), self.of(other)
        return side == its and (side in (one, other) or "person" not in (self._kind(one), self._kind(other)))

    def differ(self, one: str | None, other: str | None) -> bool:
        """Tell whether the two are known and act for different sides."""
        return one is not None and other is not None and self.of(one) != self.of(other)

    def _kind(self, actor: str) -> str:
        found = self.actors.get(actor)
        return found.kind if found else "person"


def proposition(
    statement: Statement,
    written: dt.date | None,
    *,
    weights: Weights,
    family: str,
    names: Mapping[str, frozenset[str]],
) -> Proposition:
    """
    Reduce a statement; `written` is the day its wording first came out, `family` names the copies its article belongs
    to, `names` the terms of each actor's names.

    The doer's and the speaker's own names leave the words: who acts is compared by id, and reports name one person in
    many ways.
    """
    act, agent, target = statement.act, statement.agent, statement.target
    if act in _REPORTING:
        if statement.event:
            act, agent, target = statement.event, statement.event_agent, statement.event_target
        else:
            agent = target = None
    elif agent is None:
        agent = statement.speaker
    negated = statement.negated or statement.realis == "negated"
    doers = {actor for actor in (agent, statement.speaker) if actor}
    said = set(statement.terms).difference(*(names.get(actor, frozenset()) for actor in doers))
    words = wording(said, weights)
    amounts = _amounts(statement.figures)
    return Proposition(
        statement, act, agent, target, negated, words, written, family, amounts, _realis(statement), passed(said)
    )


def _realis(statement: Statement) -> Realis:
    """Return the standing of the act itself: "they agreed to swap" is done, though the swap is to come."""
    inner = statement.event not in (None, statement.act)
    return "actual" if statement.act in _COMMITTING and inner and statement.realis == "future" else statement.realis


def same_act(one: str, other: str) -> bool:
    """Tell whether two acts may be two reports' words for one."""
    return one == other or (one, other) in _SAME


def may_agree(one: Proposition, other: Proposition, sides: Sides) -> bool:
    """Tell whether nothing but the wording could keep the two apart."""
    return (
        one.negated == other.negated
        and ("DENY" in (one.act, other.act)) <= (one.act == other.act)
        and _acts_agree(one.act, other.act)
        and realis_agree(one, other)
        and sides.agree(one.agent, other.agent)
        and sides.agree(one.target, other.target)
        and not _reversed(one, other)
        and not (one.verdicts and other.verdicts and opposed(one.verdicts, other.verdicts))
        and (not one.amounts or not other.amounts or _amounts_agree(one.amounts, other.amounts))
        and times_agree(one, other)
    )


def _acts_agree(one: str, other: str) -> bool:
    return same_act(one, other) or "STATE" in (one, other)


def _reversed(one: Proposition, other: Proposition) -> bool:
    """Tell whether one's doer is the other's done-to ("A accuses B", "B accuses A")."""
    if one.agent == one.target or other.agent == other.target:
        return False
    swapped = one.agent is not None and one.agent == other.target
    return swapped or (other.agent is not None and other.agent == one.target)


def realis_agree(one: Proposition, other: Proposition) -> bool:
    """Tell whether both are said to have happened, or both to be still to come."""
    ours, theirs = one.realis, other.realis
    return ours == theirs or {ours, theirs} <= {"actual", "negated"}


def figures_agree(ours: Iterable[Quantity], theirs: Iterable[Quantity]) -> bool:
    """
    Tell whether the figures of two statements can stand in one claim.

    For each unit both count, one must repeat the other's amounts; a longer report may add some.

    >>> many, more = Quantity("prisoner", 1000, 1000), Quantity("prisoner", 1200, 1200)
    >>> figures_agree([many], [more]), figures_agree([many], [many, Quantity("day", 3, 3)])
    (False, True)
    """
    return _amounts_agree(_amounts(ours), _amounts(theirs))


def _amounts_agree(one: Amounts, other: Amounts) -> bool:
    return all(one[unit] <= other[unit] or other[unit] <= one[unit] for unit in one.keys() & other.keys())


def shares_figure(one: Proposition, other: Proposition) -> bool:
    """Tell whether the two share an amount, or have none to share."""
    ours, theirs = one.amounts, other.amounts
    return not ours or not theirs or any(ours[unit] & theirs[unit] for unit in ours.keys() & theirs.keys())


def _amounts(
    figures: Iterable[Quantity],
) -> Amounts:
    found: Amounts = {}
    for item in figures:
        bound = item.qualifier if item.qualifier in ("at-least", "at-most") else ""
        found.setdefault(item.unit, set()).add((item.low, item.high, item.each, bound))
    return found


def times_agree(one: Proposition, other: Proposition) -> bool:
    """
    Tell whether the two can be about one occasion.

    Sharp event dates must meet. Without them reports of an event must come within `EVENT_GAP` days of each other,
    unless one article is a copy of the other; what is said may be repeated for `SPEECH_GAP` days.
    """
    ours, theirs = one.when, other.when
    if ours and theirs:
        return ours.first <= theirs.last and theirs.first <= ours.last
    coarse, its = one.statement.event_date, other.statement.event_date
    if coarse and its and not (coarse.first <= its.last and its.first <= coarse.last):
        return False
    if one.family == other.family or one.published is None or other.published is None:
        return True
    limit = EVENT_GAP if one.act in EVENTS or other.act in EVENTS else SPEECH_GAP
    return abs((one.published - other.published).days) <= limit
