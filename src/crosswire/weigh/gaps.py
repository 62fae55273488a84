"""How two parties stand to each other on an issue in a round, how each moved, and what stands between them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

import msgspec

from crosswire.model import FIRMNESS, OTHER_MATTERS, Gap, Movement, Position, Relation, Round, Shift, Zone

from .accounts import Stances
from .affiliations import led_parties
from .another_thing import putters, takes_another
from .comparable import has_come_apart, may_meet
from .last_words import last_words
from .linked import Linked, bound
from .propositions import Lens

_WANTS = frozenset({"demand", "offer", "condition"})
_YIELDS = frozenset({"offer", "accept", "condition"})
_REFUSES = frozenset({"reject", "red_line"})
# The less telling relation gives way; of an agreement and an open refusal on one issue, only that they overlap is left.
_ORDER: tuple[Relation, ...] = ("opposed", "agreed", "overlap", "adjacent", "unknown")
# What stands until it is taken back.
_LASTING = _WANTS | {"red_line"}
# What an answer tells of the position that it answers, of an earlier round.
_ANSWERED = frozenset({"agreed"})
_TWO = 2
# Who sits at the table is told of in a third as many reports as the lesser of the two who talk; others in fewer.
_PART = 3
# From how many reports on it tells who the matter is about that one party is told of more than others.
_OFTEN = 4
# Offices of those who are a side by themselves.
_LEADS = re.compile(
    r"\b(?:leader|president|chief|head|chair\w*|minister|general|commander|warlord|chancellor|king)\b", re.I
)
Cell = tuple[str, str | None, str]


class Paired(msgspec.Struct, frozen=True):
    """Two positions of two parties, and how they stand to each other."""

    relation: Relation
    one: Position
    other: Position
    link: Linked


def find_gaps(positions: Sequence[Position], stances: Stances, rounds: Sequence[Round], lens: Lens) -> tuple[Gap, ...]:
    """
    Return a gap for each issue, round and pair of parties that both spoke, in the order of issue and round.

    Only what is linked is compared: the same matter in words, an answer aimed at the other party, or a short answer
    right after the other's words. Everything else is `unknown`: two positions on one issue may be about two things.
    """
    # Before or after which round an undated report's position was taken is not known.
    positions = [one for one in positions if not rounds or one.round is not None or one.day is not None]
    positions = [one for one in positions if one.issue != OTHER_MATTERS]
    cells = _standing(positions)
    sides = _sides(positions, lens) - _hosts(rounds)
    seated = _seated(positions, rounds)
    foreign = _foreign(positions, rounds, lens)
    central = _central(positions, rounds)
    order = {None: -1} | {one.id: place for place, one in enumerate(rounds)}
    spoke: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for issue, at, party in cells:
        spoke[issue, at].add(party)
    held: dict[tuple[str, str], list[str | None]] = defaultdict(list)
    for issue, at, party in cells:
        held[issue, party].append(at)
    stale = _answered_late(cells, held, spoke, order)
    put = putters(stances)
    found = []
    for (issue, at), parties in sorted(spoke.items(), key=lambda item: (item[0][0], order.get(item[0][1], -1))):
        for one, other in combinations(sorted(parties), _TWO):
            if lens.sides.of(one) == lens.sides.of(other):
                continue  # a president and his state
            if one not in sides or other not in sides:
                continue
            if central and central.isdisjoint((one, other)):
                continue  # who looks on, or votes on the matter of others
            ours, theirs = (cells.get((issue, at, each)) or stale[issue, at, each] for each in (one, other))
            pairs = _pairs(last_words(ours, stances), last_words(theirs, stances), stances, lens)
            pairs = [_mended(pair, ours, theirs, stances, put, lens) for pair in pairs]
            pairs = [_current(pair, (*ours, *theirs)) for pair in pairs]
            if one in foreign or other in foreign:
                continue  # what other states ask of parties that talk inside one is no side's stand
            if seated and seated.isdisjoint((one, other)):
                continue
            if seated and not {one, other} <= seated:
                # Who sits at no table is only compared with what it answers, or agrees on, in so many words.
                pairs = [pair for pair in pairs if pair.link.direct]
                if not pairs:
                    continue
            if (issue, at, one) not in cells or (issue, at, other) not in cells:
                pairs = [_settled(pair, at) for pair in pairs if pair.relation in _ANSWERED or pair.link.single]
                if not pairs:
                    continue
            moved = [
                _moved(cells, cell, _before(cell, held[issue, cell[2]], order), stances, lens)
                for cell in ((issue, at, one), (issue, at, other))
                if cell in cells
            ]
            found.append(_gap(issue, at, pairs, [one for one in moved if one]))
    return tuple(found)


def _answered_late(
    cells: Mapping[Cell, Sequence[Position]],
    held: Mapping[tuple[str, str], Sequence[str | None]],
    spoke: Mapping[tuple[str, str | None], set[str]],
    order: Mapping[str | None, int],
) -> dict[Cell, Sequence[Position]]:
    """
    Return what parties last wanted or ruled out that did not speak to an issue in a round in which others did.

    What they answered then, they answered to what was put then.

    They are added to those that `spoke`.
    """
    stale: dict[Cell, Sequence[Position]] = {}
    for issue, at in list(spoke):
        for other in sorted(party for on, party in held if on == issue and party not in spoke[issue, at]):
            last = _before((issue, at, other), held[issue, other], order)
            kept = [one for one in cells[last] if one.stance in _LASTING] if last is not None else []
            if kept:
                stale[issue, at, other] = kept
    for issue, at, party in stale:
        spoke[issue, at].add(party)
    return stale


def _settled(pair: Paired, at: str | None) -> Paired:
    """Return a pair as agreed where one side accepts in round `at` what the other had made a condition before."""
    taken = next((one for one in (pair.one, pair.other) if one.stance == "accept" and one.round == at), None)
    return msgspec.structs.replace(pair, relation="agreed") if taken and pair.relation == "adjacent" else pair


def _sides(positions: Sequence[Position], lens: Lens) -> frozenset[str]:
    """
    Return the sides of the matter: states, the packs' groups and bodies, bodies that somebody leads, and who takes
    positions in several reports.

    A presenter or a paper that asks for something once is no party to it.
    """
    reports: dict[str, set[str]] = defaultdict(set)
    for one in positions:
        reports[one.party].update(told.article for told in one.evidence)
    led = led_parties(lens.sides.actors.values())
    return frozenset(party for party, told in reports.items() if party in led or _is_side(party, len(told), lens))


def _seated(positions: Sequence[Position], rounds: Sequence[Round]) -> frozenset[str]:
    """Return who sits at the table: the two of each round, and of whose positions nearly as many reports tell."""
    reports: dict[str, set[str]] = defaultdict(set)
    for one in positions:
        reports[one.party].update(told.article for told in one.evidence)
    named = {party for held in rounds for party in held.parties}
    least = min((len(reports[one]) for one in named), default=0)
    return frozenset(named | {party for party, told in reports.items() if _PART * len(told) > least} if named else ())


def _central(positions: Sequence[Position], rounds: Sequence[Round]) -> frozenset[str]:
    """Return whose positions most reports tell of, where no round says who talks: one of each pair is one of them."""
    reports: dict[str, set[str]] = defaultdict(set)
    for one in positions:
        reports[one.party].update(told.article for told in one.evidence)
    most = max((len(told) for told in reports.values()), default=0)
    if rounds or most < _OFTEN:
        return frozenset()
    return frozenset(party for party, told in reports.items() if _TWO * len(told) >= most)


def _hosts(rounds: Sequence[Round]) -> frozenset[str]:
    """Return who hosts or mediates the talks and is no party to them: between whom and a party is no gap."""
    told = {one.party or one.value for held in rounds for one in held.details if one.kind in ("host", "mediator")}
    return frozenset(told).difference(*(held.parties for held in rounds))


def _foreign(positions: Sequence[Position], rounds: Sequence[Round], lens: Lens) -> frozenset[str]:
    """Return the states and bodies that packs list, where those who talk are parties inside one state."""
    known = {one.id for one in lens.sides.actors.values() if one.known}
    seated = {party for held in rounds for party in held.parties}
    return (
        frozenset(one.party for one in positions if one.party in known)
        if seated and seated.isdisjoint(known)
        else frozenset()
    )


def _is_side(party: str, reports: int, lens: Lens) -> bool:
    known = lens.sides.actors.get(party)
    if known is None or known.kind in ("outlet", "place"):
        return False
    if known.kind == "person" and not _LEADS.search(known.role or ""):
        return False  # a member of parliament who once spoke up
    return known.kind == "state" or (known.known and known.kind in ("group", "body")) or reports >= _TWO


def _standing(positions: Sequence[Position]) -> dict[Cell, list[Position]]:
    """
    Return what each party stands for by issue and round: its own words, and its acts as reports tell them themselves.

    What other parties and unnamed sources tell of it stands in only where there is nothing else.
    """
    by_id = {one.id: one for one in positions}
    cells: dict[Cell, list[Position]] = defaultdict(list)
    for one in positions:
        later = by_id.get(one.superseded_by or "")
        if one.contradicts is None and (later is None or later.round != one.round):
            cells[one.issue, one.round, one.party].append(one)
    for key, held in cells.items():
        own = [one for one in held if one.stated_by == "self" or (one.stated_by == "outlet" and one.by is None)]
        cells[key] = own or held
    return dict(cells)


def _pairs(ours: Iterable[Position], theirs: Iterable[Position], stances: Stances, lens: Lens) -> list[Paired]:
    return [
        Paired(_relation(one, other, link), one, other, link)
        for one, other in product(ours, theirs)
        for link in (bound(stances[one.id], stances[other.id], lens),)
    ]


def _mended(
    pair: Paired,
    ours: Sequence[Position],
    theirs: Sequence[Position],
    stances: Stances,
    put: Mapping[str, frozenset[str]],
    lens: Lens,
) -> Paired:
    """
    Take back what two positions seem to tell: an agreement where the yes is to another thing than what was turned down.

    And a clash or a condition between them where the two took one of the positions together.
    """
    if pair.relation in ("opposed", "adjacent") and (_is_shared(pair.one, theirs) or _is_shared(pair.other, ours)):
        return msgspec.structs.replace(pair, relation="unknown")
    if pair.relation != "agreed" or pair.link.joint:
        return pair
    other = takes_another(pair.one, pair.other, ours, theirs, stances, put, lens) or takes_another(
        pair.other, pair.one, theirs, ours, stances, put, lens
    )
    return msgspec.structs.replace(pair, relation="unknown") if other else pair


def _current(pair: Paired, held: Sequence[Position]) -> Paired:
    """Take back what two stands tell that cannot meet, or an agreement that a side has gone back on since."""
    apart = pair.relation == "agreed" and pair.one.round is None and has_come_apart(pair.one, pair.other, held)
    if pair.relation != "unknown" and (apart or not may_meet(pair.one, pair.other, pair.link)):
        return msgspec.structs.replace(pair, relation="unknown")
    return pair


def _is_shared(one: Position, theirs: Iterable[Position]) -> bool:
    """Tell whether the other party takes the same stance in all that tells of a position."""
    held = {said for other in theirs if other.stance == one.stance for said in other.statements}
    return held.issuperset(one.statements)


def _relation(one: Position, other: Position, link: Linked) -> Relation:
    """Say how two positions stand to each other; those that nothing links tell nothing."""
    stances = {one.stance, other.stance}
    if link.joint:
        return "agreed"
    if not link.holds:
        return "unknown"
    if link.order:
        return "opposed"
    if stances & _REFUSES and "CONCEDE" in (one.act, other.act):
        return "unknown"  # what a party gives up, the other need not refuse
    if stances & _REFUSES and "condition" in stances and link.single:
        return "unknown"  # whether it is the step or its price that is refused, their issue alone does not tell
    if stances & _REFUSES and stances & _WANTS:
        return "opposed"
    if "accept" in stances and stances & (_WANTS - {"condition"}):
        return "agreed"
    if stances == {"accept"}:
        return "agreed"
    if "condition" in stances and stances <= _WANTS | {"accept"}:
        return "adjacent"
    if stances <= _WANTS | {"accept"} and "offer" in stances:
        return "overlap"
    return "unknown"


def _gap(issue: str, at: str | None, pairs: Sequence[Paired], movements: Sequence[Movement]) -> Gap:
    told = {pair.relation for pair in pairs}
    if any({pair.one.stance, pair.other.stance} == {"red_line", "demand"} for pair in pairs):
        # Whoever draws a red line on an issue wants nothing of what another demands on it but in his own words.
        told = {pair.relation for pair in pairs if pair.relation != "overlap" or pair.link.direct} or {"unknown"}
        pairs = [pair for pair in pairs if pair.relation in told] or [
            msgspec.structs.replace(pair, relation="unknown") for pair in pairs
        ]
    relation = next(one for one in _ORDER if one in told)
    if {"opposed", "agreed"} <= told:
        relation = "overlap"
    fit = [pair for pair in pairs if pair.relation == relation] or [pair for pair in pairs if pair.relation == "agreed"]
    best = max(fit, key=lambda pair: (_telling(pair, relation), pair.one.id, pair.other.id))
    return Gap(
        issue=issue,
        round=at,
        parties=(best.one.party, best.other.party),
        relation=relation,
        one=best.one.id,
        other=best.other.id,
        movements=tuple(movements),
        distance=_distance(best),
        zone=_zone(pairs),
        weight=round(_weight(best), 3) if relation == "opposed" else 0.0,
        evidence=tuple(dict.fromkeys((best.one.evidence[0], best.other.evidence[0]))),
    )


def _telling(pair: Paired, relation: Relation) -> tuple[float, float, float]:
    """Order pairs: the firmest clash, but the closest agreement; a party's own words before an outlet's of it."""
    link = pair.link.strength + 10 * pair.link.joint
    own = sum(one.stated_by == "self" for one in (pair.one, pair.other))
    return (_weight(pair), own, link) if relation in ("opposed", "unknown") else (link, _weight(pair), own)


def _weight(pair: Paired) -> float:
    """Weigh a pair: the firmer both sides' words, and the more voices tell of them, the more; a foe's word but half."""
    firm = sum(FIRMNESS.index(one.firmness) for one in (pair.one, pair.other))
    foes = "other_party" in (pair.one.stated_by, pair.other.stated_by)
    return firm / (1 + foes) + 0.1 * min(9, pair.one.count + pair.other.count)


def _distance(pair: Paired) -> float | None:
    if pair.one.scale is None or pair.other.scale is None:
        return None
    return round(abs(pair.one.scale - pair.other.scale), 1)


def _zone(pairs: Sequence[Paired]) -> Zone:
    """Say whether terms exist that both could take; unknown unless both sides' conditions are cited."""
    both = [pair for pair in pairs if pair.one.conditions and pair.other.conditions and pair.link.holds]
    if not both:
        return "unknown"
    if any(pair.relation == "opposed" for pair in pairs):
        return "no"
    return "yes" if any({pair.one.stance, pair.other.stance} <= _YIELDS for pair in both) else "unknown"


def _before(cell: Cell, held: Iterable[str | None], order: Mapping[str | None, int]) -> Cell | None:
    """Return what a party stood for on an issue in the last round before, None where it had not spoken."""
    issue, at, party = cell
    earlier = [one for one in held if order.get(one, -1) < order.get(at, -1)]
    return (issue, max(earlier, key=lambda one: order.get(one, -1)), party) if earlier else None


def _moved(
    cells: Mapping[Cell, Sequence[Position]],
    cell: Cell,
    earlier: Cell | None,
    stances: Stances,
    lens: Lens,
) -> Movement | None:
    """Return a party's movement since the last round before in which it spoke to the issue; None without both."""
    if earlier is None or cell[1] is None:
        return None
    pairs = [
        (shift, old, new)
        for old, new in product(cells[earlier], cells[cell])
        if (shift := _shift(old, new, strong=bound(stances[old.id], stances[new.id], lens).holds))
    ]
    # Movement both ways tells of two matters under one issue.
    if not pairs or {"softened", "hardened"} <= {shift for shift, _, _ in pairs}:
        return None
    shift, old, new = min(pairs, key=lambda pair: (pair[0] == "same", pair[1].id, pair[2].id))
    return Movement(cell[2], shift, old.id, new.id)


def _shift(old: Position, new: Position, *, strong: bool) -> Shift | None:
    """
    Compare two positions of one party: to yield what was refused or demanded is to soften, the reverse to harden.

    Only linked positions can be compared, but for a concession, and an answer turned round on one issue.
    """
    yields = new.stance in _YIELDS and new.act != "PROPOSE"
    if new.act == "CONCEDE" or (yields and old.stance in _REFUSES):
        return "softened"
    if not strong:
        return None
    if (new.stance, new.firmness) == (old.stance, old.firmness):
        return "same"
    if old.stance in ("demand", "condition") and new.stance in ("offer", "accept") and yields:
        return "softened"
    given = old.stance in ("offer", "accept") and old.act != "PROPOSE"
    return "hardened" if given and new.stance in _REFUSES | {"condition"} else None
