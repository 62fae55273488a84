"""Tell whether two statements may assert the same thing: act, roles, polarity, figures and times are compared apart."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from crosswire.model import Quantity, Realis, Statement, When
from crosswire.text.tokens import terms

from .deeds import toll_words
from .likeness import Weights, Wording, wording
from .nots import has_not
from .sides import Sides
from .synonyms import canonical
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
COMMITTING = frozenset(
    {"AGREE_JOINT", "PROMISE", "PROPOSE", "OFFER", "DEMAND", "APPEAL", "ACCEPT", "REJECT", "CONCEDE", "THREATEN"}
)
# Acts about what is asked for, offered or ruled out, not about what is so.
WISHES = frozenset({"DEMAND", "APPEAL", "PROPOSE", "OFFER", "CONDITION", "THREATEN", "REJECT", "RED_LINE"})
# Something that happens, as against something said: an undated report of it tells of the days around the report.
EVENTS = frozenset(
    {"MEET", "MEDIATE", "RELEASE", "CEASEFIRE", "WITHDRAW", "ACCESS", "ATTACK", "VIOLATE", "MOBILISE", "SANCTION"}
    | {"DETAIN", "WALK_OUT", "AGREE_JOINT"}
)
# Days between two undated reports of one event; rounds of talks and waves of attacks come weekly.
EVENT_GAP = 4
# Days after which a repeated demand or assessment is a new statement of it.
SPEECH_GAP = 14
# Done by two sides together: one report's doer is another's partner.
JOINT = frozenset({"AGREE_JOINT", "MEET", "RELEASE", "CEASEFIRE", "MEDIATE"})
DAYLIKE = frozenset({"minute", "day", "week"})
# Words of a plain statement about what is still to come: "an indictment is expected" and "he will be indicted".
_AHEAD = frozenset(terms("expect plan intend intent aim seek poised scheduled slated prepare propose"))
# One saying as two reports cut it: this part of the shorter one's telling words is common, and there are so many.
_SAYING, _SAYING_LEAST = 0.85, 4
_QUOTED = frozenset({"direct", "mixed"})
# The amounts a statement gives of each unit: low, high, and the bound if any. "Each" is left out: reports drop it.
Amounts = dict[str | None, set[tuple[float | None, float | None, str]]]
_NO_AMOUNTS: Amounts = {}
# The bound of what is no number ("dozens of people"): it stands in reports of many things.
VAGUE = "vague"
# From here on a number is seldom exact.
ROUND = 1000
_PLURAL = re.compile(
    r"\b(?:dozens|scores|tens|hundreds|thousands|millions|billions|trillions|several|few)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)\b", re.IGNORECASE)
_NO_COUNTS: frozenset[tuple[float | None, float | None]] = frozenset()


class Proposition(msgspec.Struct, frozen=True, gc=False):
    """
    A statement reduced to what is compared: the act and who does it to whom, polarity, figures, time, words.

    `day` is the event's, or the one that the statement names; `counts` are the numbers of whatever it counts.
    """

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
    core: Wording
    parties: frozenset[str]
    opening: Wording | None
    nots: bool
    day: When | None
    counts: frozenset[tuple[float | None, float | None]]

    @property
    def when(self) -> When | None:
        """The event's date when it is sharp enough to tell two events apart."""
        date = self.statement.event_date
        return date if date and date.precision in DAYLIKE else None


class Lens(msgspec.Struct, frozen=True):
    """
    What statements are reduced by: the weights of terms, the terms of each actor's names, sides, and the lead passages.

    `leads` are the ids of the statements that headline or open their articles; `casts` the sides that articles which
    tell of a meeting speak of. `matters` keeps what stances are about (linked.py).
    """

    weights: Weights
    names: Mapping[str, frozenset[str]]
    sides: Sides
    leads: frozenset[str] = frozenset()
    casts: Mapping[str, frozenset[str]] = {}
    matters: dict[tuple[str, str], frozenset[str]] = {}


def proposition(
    statement: Statement, written: dt.date | None, family: str, lens: Lens, stems: frozenset[str] | None = None
) -> Proposition:
    """
    Reduce a statement; `written` is the day its wording first came out, `family` names the copies its article is of.

    The doer's and the speaker's own names leave the words: who acts is compared by id, and reports name one person in
    many ways. `stems` are the canonical terms, where they are known.
    """
    act, agent, target = act_of(statement), statement.agent, statement.target
    if statement.act in _REPORTING:
        agent, target = (statement.event_agent, statement.event_target) if statement.event else (None, None)
    elif agent is None:
        agent = statement.speaker
    nobody: frozenset[str] = frozenset()
    own = lens.names.get(agent or "", nobody) | lens.names.get(statement.speaker or "", nobody)
    said = canonical(statement.terms) if stems is None else stems
    said = said if own.isdisjoint(said) else said - own
    words = wording(said, lens.weights)
    amounts = _amounts_of(statement)
    core = canonical(statement.core) - own if statement.core and statement.core != statement.terms else said
    return Proposition(
        statement=statement,
        act=act,
        agent=agent,
        target=target,
        negated=is_negated(statement),
        words=words,
        published=written,
        family=family,
        amounts=amounts,
        realis=_realis(statement),
        verdicts=passed(statement.terms),
        core=words if core == said else wording(core, lens.weights),
        parties=_parties(frozenset([lens.sides.of(actor) for actor in (agent, target, *statement.actors) if actor])),
        opening=_opening(statement, lens),
        nots=has_not(statement),
        day=_day(statement),
        counts=_counts_of(amounts),
    )


def act_of(statement: Statement) -> str:
    """Return the act of what a statement says: the event that it only reports."""
    return (statement.event or statement.act) if statement.act in _REPORTING else statement.act


def is_negated(statement: Statement) -> bool:
    """Tell whether a statement says that it is not so."""
    return statement.negated or statement.realis == "negated"


@lru_cache(maxsize=1 << 16)
def _parties(named: frozenset[str]) -> frozenset[str]:
    """Return an equal set that was met before: few sets of parties act in a case."""
    return named


def _amounts_of(statement: Statement) -> Amounts:
    figures, words = statement.figures, statement.terms
    if not figures:
        return _NO_AMOUNTS
    given = [msgspec.structs.replace(f, qualifier=VAGUE) if is_vague(f, statement) else f for f in figures]
    return _amounts(given, dead=not toll_words("words").isdisjoint(words))


def _counts_of(amounts: Amounts) -> frozenset[tuple[float | None, float | None]]:
    return frozenset([(low, high) for given in amounts.values() for low, high, _ in given]) if amounts else _NO_COUNTS


def is_vague(figure: Quantity, statement: Statement) -> bool:
    """Tell whether a figure is no number: "dozens", "tens of thousands", "billions"."""
    if figure.qualifier != "at-least" or figure.high is not None:
        return False
    start = statement.evidence.start
    words = statement.evidence.quote[max(0, figure.start - start) : max(0, figure.end - start)]
    return bool(words) and not _NUMBER.search(words) and _PLURAL.search(words) is not None


def _day(statement: Statement) -> When | None:
    """Return the event's sharp date, or the one day that the statement names."""
    if statement.event_date is not None:
        return statement.event_date if statement.event_date.precision in DAYLIKE else None
    named = [when for when in statement.times if when.precision in DAYLIKE]
    return named[0] if len(named) == 1 else None


def _opening(statement: Statement, lens: Lens) -> Wording | None:
    """Return the words of the whole sentence of a lead: reports cut its parts apart differently."""
    if statement.id not in lens.leads or statement.mode == "direct":
        return None
    return wording(canonical(terms(statement.evidence.quote)), lens.weights)


def _realis(statement: Statement) -> Realis:
    """Return the standing of the act itself: "they agreed to swap" is done, though the swap is to come."""
    inner = statement.event not in (None, statement.act)
    return "actual" if statement.act in COMMITTING and inner and statement.realis == "future" else statement.realis


def date_order(item: Proposition) -> tuple[dt.date, str, int, str]:
    """Order propositions by when their wording came out, then by place."""
    said = item.statement
    return item.published or dt.date.max, said.article, said.evidence.start, said.id


def same_act(one: str, other: str) -> bool:
    """Tell whether two acts may be two reports' words for one."""
    return one == other or (one, other) in _SAME


def may_agree(one: Proposition, other: Proposition, sides: Sides, *, remark: bool = False) -> bool:
    """
    Tell whether nothing but the wording could keep the two apart; of one saying nothing does.

    Of one remark (`one_voice.one_remark`) neither the act nor the tense does that it is read as.
    """
    return _one_saying(one, other) or (
        one.negated == other.negated
        and ("DENY" in (one.act, other.act)) <= (one.act == other.act)
        and (remark or (acts_agree(one, other) and realis_agree(one, other)))
        and roles_agree(one, other, sides)
        and not (one.verdicts and other.verdicts and opposed(one.verdicts, other.verdicts))
        and (not one.amounts or not other.amounts or amounts_agree(one.amounts, other.amounts))
        and times_agree(one, other)
    )


def _one_saying(one: Proposition, other: Proposition) -> bool:
    """
    Tell whether two reports quote the same words of one speaker, each with more or less around them.

    What act a quotation is, and whether it denies or looks ahead, is read from all of it, and so changes with the cut.
    """
    ours, theirs = one.statement, other.statement
    if ours.mode not in _QUOTED or theirs.mode not in _QUOTED or one.family == other.family:
        return False
    if ours.speaker != theirs.speaker and None not in (ours.speaker, theirs.speaker):
        return False
    least = min(len(one.words.telling), len(other.words.telling))
    common = len(one.words.telling & other.words.telling)
    if one.nots != other.nots or not amounts_agree(one.amounts, other.amounts):
        return False  # one of the two altered what was said
    near = one.published is None or other.published is None or abs((one.published - other.published).days) <= SPEECH_GAP
    return near and least >= _SAYING_LEAST and common >= _SAYING * least


def roles_agree(one: Proposition, other: Proposition, sides: Sides) -> bool:
    """Tell whether the two can have the same doer and done-to; what two sides do together has no order."""
    if one.act in JOINT and other.act in JOINT:
        ours, theirs = sides.doers(one.agent, one.target), sides.doers(other.agent, other.target)
        met = {sides.of(a) for a in ours} <= other.parties and {sides.of(b) for b in theirs} <= one.parties
        return met or not ours or not theirs or any(sides.agree(a, b) for a in ours for b in theirs)
    return sides.agree(one.agent, other.agent) and _targets_agree(one, other, sides) and not _reversed(one, other)


def _targets_agree(one: Proposition, other: Proposition, sides: Sides) -> bool:
    """
    Tell whether the two can have the same done-to.

    When one's is named in the other too, the sentences only put it in another place: "arrested in the north over
    parcels to the mayor", "over parcels to the mayor, arrested in the north".
    """
    if sides.agree(one.target, other.target):
        return True
    return one.target in other.statement.actors or other.target in one.statement.actors


def acts_agree(one: Proposition, other: Proposition) -> bool:
    """
    Tell whether the acts may be one.

    What is only wished for is no plain statement of it, but in one's own words of one day: by another it may be done.
    """
    if same_act(one.act, other.act):
        return True
    if "STATE" not in (one.act, other.act):
        return False
    one_voice = one.statement.speaker == other.statement.speaker is not None and one.published == other.published
    return one_voice or not {one.act, other.act} & WISHES


def _reversed(one: Proposition, other: Proposition) -> bool:
    """Tell whether one's doer is the other's done-to ("A accuses B", "B accuses A")."""
    if one.agent == one.target or other.agent == other.target:
        return False
    swapped = one.agent is not None and one.agent == other.target
    return swapped or (other.agent is not None and other.agent == one.target)


def realis_agree(one: Proposition, other: Proposition) -> bool:
    """Tell whether both are said to have happened, or both to be still to come."""
    ours, theirs = one.realis, other.realis
    if ours == theirs or {ours, theirs} <= {"actual", "negated"}:
        return True
    if {ours, theirs} != {"actual", "future"}:
        return False
    plain = one if ours == "actual" else other
    return not _AHEAD.isdisjoint(plain.statement.core or plain.statement.terms)


def figures_agree(ours: Iterable[Quantity], theirs: Iterable[Quantity]) -> bool:
    """
    Tell whether the figures of two statements can stand in one claim.

    For each unit both count, one must repeat the other's amounts; a longer report may add some.

    >>> many, more = Quantity("prisoner", 1000, 1000), Quantity("prisoner", 1200, 1200)
    >>> figures_agree([many], [more]), figures_agree([many], [many, Quantity("day", 3, 3)])
    (False, True)
    """
    return amounts_agree(_amounts(ours), _amounts(theirs))


def amounts_agree(one: Amounts, other: Amounts) -> bool:
    return all(one[unit] <= other[unit] or other[unit] <= one[unit] for unit in one.keys() & other.keys())


def shares_figure(one: Proposition, other: Proposition) -> bool:
    """Tell whether the two share an amount, or have none to share."""
    ours, theirs = one.amounts, other.amounts
    return not ours or not theirs or any(ours[unit] & theirs[unit] for unit in ours.keys() & theirs.keys())


def _amounts(figures: Iterable[Quantity], *, dead: bool = False) -> Amounts:
    """Return the values by unit; where the words tell of `dead`, all that the dead are counted in is one unit."""
    found: Amounts = {}
    for item in figures:
        bound = item.qualifier if item.qualifier in ("at-least", "at-most", VAGUE) else ""
        unit = "dead" if dead and item.unit in toll_words("units") else item.unit
        low, high = number_of(item)
        found.setdefault(unit, set()).add((low, high, bound if (low, high) == (item.low, item.high) else ""))
    return found


def number_of(figure: Quantity) -> tuple[float | None, float | None]:
    """
    Return the bounds of a figure; "more than 250,000" is 250,000: who rounds, rounds down, and others drop the words.

    >>> number_of(Quantity("dollar", 250_000, None, "at-least")), number_of(Quantity("man", 5, None, "at-least"))
    ((250000, 250000), (5, None))
    """
    if figure.qualifier == "at-least" and figure.high is None and figure.low is not None and figure.low >= ROUND:
        return figure.low, figure.low
    return figure.low, figure.high


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
    event = one.act in EVENTS or other.act in EVENTS
    limit = EVENT_GAP if event else SPEECH_GAP
    gap = abs((one.published - other.published).days)
    # A report that dates the event may come long after one that had no need to.
    if ours and event:
        gap = min(gap, abs((other.published - ours.first).days))
    elif theirs and event:
        gap = min(gap, abs((one.published - theirs.first).days))
    return gap <= limit
