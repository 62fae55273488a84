"""Keep the ledger of incidents: what is laid at whose door, by whom, and what the other side says to it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

from crosswire.model import Breach, Commitment, Incident, Response

from .around import Around
from .incident_alike import (
    FRESH,
    PLAIN,
    RETOLD,
    SHARED,
    TOLD_ALIKE,
    close,
    contradict,
    kinds_agree,
    nearness,
    same,
)
from .incident_answers import (
    is_bare_denial,
    is_counter,
    is_of_another_charge,
    is_of_one_scene,
    is_own_account,
    is_told_after,
    is_turned,
)
from .incident_tolls import Charge, tolls_of
from .incident_voices import is_narrated, verification_of, voices_of
from .told import Ledger, Told, evidence_of, once
from .truces import truce_in_force

# Characters within which an answer, or a toll, stands beside the charge it belongs to.
_BESIDE = 1800
_Value = TypeVar("_Value", dt.date, str)
_SIDES = frozenset({"state", "group", "body"})


def find_incidents(ledger: Ledger, commitments: Sequence[Commitment]) -> tuple[Incident, ...]:
    """
    Return the incidents of a case in order of time, one for each side accused of one.

    Two sides that accuse each other make two incidents. What reports tell of an incident without saying whose it was
    (its dead, its place) is added to the charge it stands beside; without a charge it is no entry of this ledger.
    """
    charges = _gather(ledger)
    laid = [one for one in charges if one.accused is not None and _is_charge(one, ledger)]
    groups = _grouped(sorted(laid, key=_sharpest_first))
    told = [one for one in charges if one.accused is None and one.breach.answer is None]
    around = Around(RETOLD)
    for at, group in enumerate(groups):
        for one in group:
            _shelve(one, at, around)
    for one in sorted(told, key=lambda one: (one.accuser is None, one.told.order)):
        for at in _beside(one, groups, around):
            groups[at].append(one)
            _shelve(one, at, around)
    answers = [one for one in charges if one.breach.answer is not None]
    for at, one in enumerate(answers):
        around.put("answer", one.accused, one.near, at)
    _shared_facts(groups, around)
    truces = [one for one in commitments if one.deed == "truce"]
    found = []
    for group in groups:
        laid = sorted((one for one in group if one.accused is not None), key=lambda one: one.told.order)
        counter = {at for one in laid for at in around.find("accuser", one.accused, one.near)}
        mine = {at for one in laid for at in around.find("answer", one.accused, one.near)}
        facts = [one for one in group if one.accused is None and one.accuser is None]
        response = _response(laid, facts, [groups[at] for at in sorted(counter)], [answers[at] for at in sorted(mine)])
        found.append(_incident(group, laid, response, ledger, truces))
    return tuple(sorted(found, key=lambda one: (one.day or dt.date.max, one.violator, one.type, one.id)))


def _shelve(one: Charge, at: int, around: Around) -> None:
    """Note what may bring another passage to the incident at place `at`."""
    around.put("article", one.told.article.id, None, at)
    around.put("place", one.place, one.near, at)
    around.put("kind", one.breach.type if one.day is not None else None, one.near, at)
    if one.accused is not None:
        around.put("accuser", one.accuser, one.near, at)


def _gather(ledger: Ledger) -> list[Charge]:
    listed = [
        (one, told)
        for article in ledger.articles
        for one in (ledger.readings[article.id].breaches if article.id in ledger.readings else ())
        if (said := ledger.statements.get(one.statement)) is not None
        and (told := ledger.told(article, one, said.evidence.span)) is not None
    ]
    keys = [((one.type, one.accused, one.accuser, one.answer, one.words), told) for one, told in listed]
    found = [listed[at] for at in once(keys, ledger)]
    named = {article: _named(article, ledger) for article in {told.article.id for _, told in found}}
    return [_charge(breach, told, ledger, named[told.article.id]) for breach, told in found]


def _named(article: str, ledger: Ledger) -> frozenset[str]:
    """Return the actors and places that a report names."""
    return frozenset(ledger.unified.of(article, actor.id) for actor in ledger.readings[article].actors)


def _charge(breach: Breach, told: Told, ledger: Ledger, named: frozenset[str]) -> Charge:
    article = told.article.id
    accused = _side(article, breach.accused, ledger, apart=breach.apart) if breach.accused else None
    accuser = _side(article, breach.accuser, ledger, apart=breach.private) if breach.accuser else None
    place = ledger.unified.of(article, breach.place) if breach.place else None
    return Charge(breach, told, accused, accuser, place, named)


def _side(article: str, actor: str, ledger: Ledger, *, apart: bool = False) -> str:
    """Return the side an actor acts for; itself where no report names that, or where it stands for no state."""
    side = ledger.party(article, actor)
    alone = side not in ledger.sides.actors or (apart and ledger.sides.is_state(side))
    return ledger.unified.of(article, actor) if alone else side


def _is_charge(one: Charge, ledger: Ledger) -> bool:
    """Tell whether a passage lays an incident at a side's door; what a side owns up to is laid there by itself."""
    known = ledger.sides.actors.get(one.accused or "")
    if known is None or known.kind not in _SIDES:
        return False
    if one.breach.answer is not None:
        return one.breach.answer == "admitted"
    charged = one.told.statement.act == "ACCUSE"
    if one.accuser is None and not charged and one.told.trace.camp == f"speaker:{one.accused}":
        return False  # a ministry's own statement tells what others say of its state
    return one.accuser != one.accused


def _sharpest_first(one: Charge) -> tuple[object, ...]:
    """Order charges so that one which names kind, day and place opens a group that vaguer ones join."""
    return (one.breach.type in PLAIN, one.day is None, one.place is None, one.told.order, one.breach.type)


def _grouped(charges: Iterable[Charge]) -> list[list[Charge]]:
    groups: list[list[Charge]] = []
    around = Around(RETOLD)
    for one in charges:
        fits = [at for at in sorted(around.find("accused", one.accused, one.near)) if _joins(one, groups[at])]
        home = max(fits, key=lambda at: nearness(one, groups[at])) if fits else len(groups)
        if home == len(groups):
            groups.append([])
        groups[home].append(one)
        around.put("accused", one.accused, one.near, home)
    return groups


def _joins(one: Charge, group: Sequence[Charge]) -> bool:
    """Tell whether a charge is of a group's incident."""
    if one.breach.count and one.breach.count.low and one.breach.count.low > 1:
        return any(other.breach.count == one.breach.count and close(one, other) for other in group)
    return any(same(one, other) for other in group) and not any(contradict(one, other) for other in group)


def _beside(one: Charge, groups: Sequence[Sequence[Charge]], around: Around) -> list[int]:
    """Return the incidents a passage that accuses nobody tells more of: the same kind, day and place or words."""
    placed, near, voiced = [], [], []
    reach = around.find("article", one.told.article.id, None)
    reach |= around.find("place", one.place, one.near) | around.find("accuser", one.accuser, one.near)
    reach |= around.find("kind", one.breach.type if one.day is not None else None, one.near)
    for at in sorted(reach):
        group = groups[at]
        laid = [other for other in group if other.accused is not None]
        if laid[0].accused == one.accuser or not any(kinds_agree(one, other) for other in laid):
            continue
        here = [other for other in group if _is_beside(one, other)]
        if any(contradict(one, other) for other in laid):
            # Two days for one seizure: the sides may differ in that alone, where one report sets them side by side.
            if here and one.breach.type == laid[0].breach.type not in PLAIN and _only_day(one, laid):
                voiced.append(at)
            continue
        if any(_is_there(one, other) or _tells_of(one, other) for other in group):
            placed.append(at)
        elif any(same(one, other) for other in here) and _may_tell(one, laid):
            near.append(at)
        elif one.accuser and any(other.accuser == one.accuser and _is_voiced(one, other) for other in laid):
            voiced.append(at)
    # Who tells more of what it alleges tells it of its own charge before another's at the same place.
    own = {at for at in (*placed, *near, *voiced) if one.accuser and one.accuser in {o.accuser for o in groups[at]}}
    if len(own) == 1 and own.isdisjoint(placed):
        return sorted(own)
    return placed or near[:1] or (voiced if len(voiced) == 1 else [])


def _is_voiced(one: Charge, other: Charge) -> bool:
    """Tell whether an accuser goes on about its charge; its dead of another day are those of more than one."""
    same = one.told.article.id == other.told.article.id or not (one.breach.killed or one.breach.wounded)
    return close(one, other) and (same or len(set(one.breach.words) & set(other.breach.words)) >= SHARED)


def _may_tell(one: Charge, laid: Sequence[Charge]) -> bool:
    """Tell whether a teller says more of a charge: its maker or the report does; another tells a charge of its own."""
    accusers = {other.accuser for other in laid} - {None}
    if one.accuser is None or one.accuser in accusers:
        return True
    alike = any(len(set(one.breach.words) & set(other.breach.words)) >= SHARED for other in laid)
    # "37 people were killed on Tuesday", another says: a day's dead, beside a deed of no day.
    days_dead = one.day is not None and all(other.day is None for other in laid)
    return not accusers and (alike or (not days_dead and bool(one.breach.killed or one.breach.wounded)))


def _is_there(one: Charge, other: Charge) -> bool:
    return one.place is not None and one.place == other.place and close(one, other)


def _tells_of(one: Charge, other: Charge) -> bool:
    """Tell whether another report's words are of one incident: its kind, its day, and most of what happened."""
    if one.day is None or one.day != other.day or one.breach.type != other.breach.type or one.breach.type in PLAIN:
        return False
    return len(set(one.breach.words) & set(other.breach.words)) >= TOLD_ALIKE


def _shared_facts(groups: Sequence[list[Charge]], around: Around) -> None:
    """Give the facts of one event to both charges where two sides lay it at each other's door."""
    told = [[one for one in group if one.accused is None] for group in groups]
    for group in groups:
        laid = [one for one in group if one.accused is not None]
        reach = {at for one in laid for at in around.find("article", one.told.article.id, None)}
        for facts, other in ((told[at], groups[at]) for at in sorted(reach)):
            theirs = [one for one in other if one.accused is not None]
            mutual = any(one.accuser == laid[0].accused for one in theirs) and any(
                one.accuser == theirs[0].accused for one in laid
            )
            alike = mutual and laid[0].breach.type == theirs[0].breach.type
            beside = any(_is_beside(one, mine) for one in theirs for mine in laid)
            if other is not group and alike and beside:
                group += [one for one in facts if one not in group and not any(contradict(one, mine) for mine in laid)]


def _is_beside(one: Charge, other: Charge) -> bool:
    apart = abs(other.breach.span.start - one.breach.span.start)
    return other.told.article.id == one.told.article.id and apart <= _BESIDE


def _only_day(one: Charge, laid: Sequence[Charge]) -> bool:
    days = [abs((one.day - other.day).days) for other in laid if one.day and other.day]
    return bool(days) and max(days) <= FRESH and all(not one.place or one.place == other.place for other in laid)


def _incident(
    group: Sequence[Charge],
    laid: Sequence[Charge],
    answered: tuple[Response | None, Sequence[Charge]],
    ledger: Ledger,
    truces: Sequence[Commitment],
) -> Incident:
    violator = laid[0].accused or ""
    day = _most([one.day for one in laid]) or _most([one.day for one in group])
    day = day or min((one.near for one in laid if one.near), default=None)
    # What was done is told by those who lay it at this door, or by the report; never by the other side's charge.
    told = [one for one in group if one.accused == violator or (one.accused is None and _fixes(one, day, violator))]
    sharp = [one.breach.type for one in (*laid, *told) if one.breach.type not in PLAIN]
    kinds = Counter(sharp or [one.breach.type for one in laid])
    hurt = any(one.breach.killed or one.breach.wounded for one in laid)  # who is shot is more than a breach
    kind = min(kinds, key=lambda one: (-kinds[one], (one == "attack") != hurt, one))
    response, replies = answered
    origins, count = ledger.origins(one.told for one in laid)
    accusers = {one.accuser for one in group if one.accuser and one.accuser != violator}
    return Incident(
        id="i" + blake2b(f"{laid[0].told.statement.id}{violator}{kind}".encode(), digest_size=5).hexdigest(),
        violator=violator,
        type=kind,
        verification=verification_of(group, response),
        origins=origins,
        evidence=evidence_of(one.told for one in laid),
        count=count,
        alleged_by=tuple(sorted(accusers)),
        narrated=any(is_narrated(one) for one in laid),
        arrangement=truce_in_force(violator, day, truces),
        day=day,
        place=_where(laid) or _where(group),
        times=next((one.breach.count for one in laid if one.breach.count), None),
        tolls=tuple(tolls_of(group, ledger)),
        response=response,
        answers=evidence_of(one.told for one in replies),
        statements=tuple(dict.fromkeys(one.told.statement.id for one in laid)),
        voices=voices_of(laid),
    )


def _fixes(one: Charge, day: dt.date | None, violator: str) -> bool:
    """Tell whether a passage that accuses nobody says what was done: the report's own, or one of that day."""
    return one.accuser is None or (one.accuser != violator and one.day is not None and one.day == day)


def _where(charges: Sequence[Charge]) -> str | None:
    """Return where charges say it happened: a known place, else a name that no list knows."""
    return _most([one.place for one in charges]) or _most([one.breach.site for one in charges])


def _most(values: Iterable[_Value | None]) -> _Value | None:
    counted = Counter(one for one in values if one is not None)
    return min(counted, key=lambda one: (-counted[one], one), default=None)


def _response(
    laid: Sequence[Charge], facts: Sequence[Charge], groups: Sequence[Sequence[Charge]], answers: Sequence[Charge]
) -> tuple[Response | None, list[Charge]]:
    """Return what the accused side says to it, the plainest answer first, and where."""
    violator = laid[0].accused
    if any(one.breach.answer == "admitted" for one in laid):
        return "admitted", [one for one in laid if one.breach.answer == "admitted"]
    accusers = {one.accuser for one in laid if one.accuser}
    counter = [
        other
        for group in groups
        for other in group
        if other.accuser == violator
        and other.accused in accusers
        and other.accused != violator
        and any((_answers(other, one) and is_counter(other, one, PLAIN)) or is_turned(one, other) for one in laid)
    ]
    # The report's own words may name the place or day that the bare charge does not.
    scene = [*laid, *facts]
    mine = [one for one in answers if one.accused == violator and any(_answers(one, charge) for charge in scene)]
    denials = [one for one in mine if one.breach.answer == "denied"]
    if counter:
        return "counter-accused", [*counter, *denials]
    turned = [one for one in mine if one.breach.answer == "counter-accused"]
    if turned and not any(one.told.order < turned[0].told.order for one in denials):
        return "counter-accused", [*turned, *denials]
    if denials:
        return "denied", denials
    own = [
        one
        for one in mine
        if one.breach.answer == "own account" and any(is_own_account(one, charge) for charge in laid)
    ]
    if own:
        return "own account", own
    silent = [
        one for one in mine if one.breach.answer == "silent" and any(is_told_after(one, charge) for charge in laid)
    ]
    return ("silent", silent) if silent else (None, [])


def _answers(reply: Charge, charge: Charge) -> bool:
    """Tell whether a reply is to this charge: it stands after it in the report, or speaks of the same place."""
    if contradict(reply, charge) or not close(reply, charge) or not kinds_agree(reply, charge):
        return False
    if is_of_another_charge(reply, charge):
        return False
    if reply.told.article.id == charge.told.article.id:
        before = reply.breach.span.start < charge.breach.span.start
        if before and reply.breach.answer == "denied" and is_bare_denial(reply):
            return False  # "Moscow denied this" is on what stands before it
        return abs(reply.breach.span.start - charge.breach.span.start) <= _BESIDE
    return is_of_one_scene(reply, charge, PLAIN)
