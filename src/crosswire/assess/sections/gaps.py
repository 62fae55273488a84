"""What stands between the parties: opposed pairs of positions, ranked, then where they meet and who moved."""

from collections.abc import Iterator, Mapping, Sequence

from crosswire.assess.desk import Desk
from crosswire.assess.lines import our_line
from crosswire.assess.sections.rounds import is_long_after, round_name
from crosswire.assess.select import Scores
from crosswire.assess.stated import FIRM_NAMES, issue_title, position_line, stance_name
from crosswire.model import Gap, Line, Movement, Position, Relation, Section

_MOST = 14
# What two agree on stands between nobody: the rounds and the promises tell of it.
_ORDER: Mapping[Relation, int] = {"opposed": 0, "overlap": 1, "adjacent": 2}
_TELLS: Mapping[Relation, str] = {
    "opposed": "{one} and {other} are opposed: {how}.",
    "overlap": "{one} and {other} want the same in part.",
    "adjacent": "{one} and {other} are apart by a condition.",
}
# Who turns down what, in a word each.
_TURNS: Mapping[str, str] = {"reject": "{who} rejects", "red_line": "{who} rules out"}
_PUTS: Mapping[str, str] = {"demand": "demands", "offer": "offers", "condition": "sets as a condition"}
_ASKS = ("demand", "condition")
_SHIFTS = {"softened": "has softened since", "hardened": "has hardened since", "same": "has not moved since"}


def gaps(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List each issue's latest gap, obstacles first and the hardest of them on top, both sides' words side by side."""
    by_id = {one.id: one for one in desk.dossier.positions}
    lines: list[Line] = []
    apart = [gap for gap in latest_gaps(desk) if gap.relation in _ORDER]
    for gap in sorted(apart, key=lambda gap: (_ORDER[gap.relation], -gap.weight, gap.issue, gap.parties))[:_MOST]:
        lines += gap_lines(desk, gap, by_id)
    intro = (
        "For each issue, how two parties stood to each other when both last spoke to it; the hardest obstacle first. "
        "Both sides' words stand below, and what either has said since. Issues on which one side only spoke, or no "
        "pair tells, are left out."
    )
    return Section("gaps", "What stands between them", tuple(lines), intro) if lines else None


def latest_gaps(desk: Desk) -> list[Gap]:
    """Return the last telling gap of each issue and pair, without those that a side's own later stand has overtaken."""
    by_id = {one.id: one for one in desk.dossier.positions}
    order = {None: -1} | {one.id: at for at, one in enumerate(desk.dossier.rounds)}
    found: dict[tuple[str, tuple[str, ...]], Gap] = {}
    for gap in sorted(desk.dossier.gaps, key=lambda gap: order.get(gap.round, -1)):
        if gap.relation != "unknown":
            found[gap.issue, tuple(sorted(gap.parties))] = gap
    return [gap for gap in found.values() if not any(_is_overtaken(by_id[at], by_id) for at in (gap.one, gap.other))]


def _is_overtaken(one: Position, by_id: Mapping[str, Position]) -> bool:
    """Tell whether a party has since taken another stand on the matter; firmer words for the same are no other."""
    later = by_id.get(one.superseded_by or "")
    return later is not None and later.stance != one.stance


def obstacles(desk: Desk) -> Iterator[tuple[Gap, list[Line]]]:
    """Yield the latest gaps that keep two parties apart with their lines, the hardest first."""
    by_id = {one.id: one for one in desk.dossier.positions}
    apart = [gap for gap in latest_gaps(desk) if gap.relation in ("opposed", "adjacent")]
    for gap in sorted(apart, key=lambda gap: (_ORDER[gap.relation], -gap.weight, gap.issue, gap.parties)):
        if lines := gap_lines(desk, gap, by_id):
            yield gap, lines


def gap_lines(desk: Desk, gap: Gap, by_id: Mapping[str, Position]) -> list[Line]:
    """Return how two parties stand to each other and both sides' words below; nothing where one has none to show."""
    sides = [by_id[gap.one], by_id[gap.other]]
    lines = [line for one in sides if (line := position_line(desk, one, label=_label(desk, one), level=1))]
    if gap.relation not in _TELLS or len({line.text for line in lines}) < len(sides):
        return []
    one, other = map(desk.name, gap.parties)
    moves = gap.movements
    moved = " ".join(_told(desk, movement, by_id) for movement in moves)
    foes = [one.party for one in sides if one.stated_by == "other_party"]
    told = [f"What {desk.name(party)} holds is told by the other side." for party in foes]
    head = _TELLS[gap.relation].format(one=one, other=other, how=_how(desk, sides))
    text = " ".join(filter(None, (head, *told, moved, *_extras(gap))))
    rests = [*gap.evidence, *(by_id[at].evidence[0] for moved in moves for at in (moved.before, moved.after))]
    first = our_line(
        text,
        rests,
        claims=[claim for one in sides for claim in one.claims],
        origins=tuple(dict.fromkeys(origin for one in sides for origin in one.origins)),
        label=" · ".join(filter(None, (issue_title(desk, gap.issue), _time(desk, gap, sides), gap.relation))),
    )
    unique = {line.text: line for line in lines}
    since = (position_line(desk, one, label=f"Since then · {_label(desk, one)}", level=1) for one in _later(desk, gap))
    return [first, *unique.values(), *(line for line in since if line and line.text not in unique)]


def _how(desk: Desk, sides: Sequence[Position]) -> str:
    """Say who turns down what the other puts; only that they clash where neither refuses in so many words."""
    for one, other in (sides, sides[::-1]):
        if one.stance in _TURNS and other.stance in _PUTS:
            turns, puts = _TURNS[one.stance].format(who=desk.name(one.party)), _PUTS[other.stance]
            return f"{turns} what {desk.name(other.party)} {puts}"
    return "one refuses what the other wants"


def _later(desk: Desk, gap: Gap) -> Iterator[Position]:
    """Yield the last position that each of the two took on the issue in a later round, where no pair tells any more."""
    order = {None: -1} | {one.id: at for at, one in enumerate(desk.dossier.rounds)}
    for party in gap.parties:
        own = [one for one in desk.dossier.positions if one.party == party and one.issue == gap.issue]
        own = [one for one in own if order.get(one.round, -1) > order.get(gap.round, -1) and one.contradicts is None]
        if own:
            yield max(own, key=lambda one: (order.get(one.round, -1), one.superseded_by is None, one.count, one.id))


def _told(desk: Desk, movement: Movement, by_id: Mapping[str, Position]) -> str:
    before = _when(desk, by_id[movement.before].round).lower()
    if by_id[movement.before].stance in _ASKS and by_id[movement.after].stance == "accept":
        # Who yielded in between, the two alone do not tell.
        return f"{desk.name(movement.party)} demanded{f' in {before}' if before else ''}, and has agreed since."
    return f"{desk.name(movement.party)} {_SHIFTS[movement.shift]}{f' {before}' if before else ' the time before'}."


def _extras(gap: Gap) -> Iterator[str]:
    if gap.zone != "unknown":
        yield "By the conditions both sides cite, " + (
            "terms exist that both could take." if gap.zone == "yes" else "no terms fit both."
        )


def _label(desk: Desk, position: Position) -> str:
    told = [desk.name(position.party), stance_name(position)]
    if position.firmness != "preference" and FIRM_NAMES[position.firmness] != told[1]:
        told.append(f"firmness: {FIRM_NAMES[position.firmness]}")
    return " · ".join(told)


def _time(desk: Desk, gap: Gap, sides: Sequence[Position]) -> str:
    """Name the round of a gap, or the time since it where both sides spoke long after."""
    at = next((one for one in desk.dossier.rounds if one.id == gap.round), None)
    late = at is not None and all(is_long_after(at, one.day) for one in sides)
    name = _when(desk, gap.round)
    return f"since {name.lower()}" if late and name else name


def _when(desk: Desk, at: str | None) -> str:
    return next((round_name(one) for one in desk.dossier.rounds if one.id == at), "")
