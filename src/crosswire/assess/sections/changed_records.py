"""What changed in the records of a case: rounds held, promises made, kept and broken, incidents, tolls, positions."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.ledgers import bare_line, ledger_line, number, voices, when, who
from crosswire.assess.lines import day, our_line
from crosswire.assess.sections.commitments import label_of
from crosswire.assess.sections.rounds import round_name
from crosswire.assess.sections.violations import is_concrete
from crosswire.assess.stated import STANCES, issue_title, position_line
from crosswire.model import Commitment, Evidence, Incident, Line, Position

# A party has moved when it yields what it held firm, or refuses what it had given; a condition put to an offer is none.
_FIRM = frozenset({"DEMAND", "REJECT", "RED_LINE", "CONDITION"})
_SOFT = frozenset({"ACCEPT", "AGREE_JOINT", "CONCEDE", "OFFER", "PROMISE"})
_REFUSED = frozenset({"REJECT", "RED_LINE"})
# What these turn to is told by the deliveries; the passing of a day is no report.
_TURNS = frozenset({"fulfilled", "breached", "disputed", "withdrawn", "lapsed"})


def moved_positions(desk: Desk, before: Desk) -> Iterator[list[Line]]:
    """Yield the positions that turned: firm before and yielding now, or the reverse, on one issue of one party."""
    past: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for one in filter(_is_own, before.dossier.positions):
        past[one.party, one.issue].append(one)
    known = {said for one in before.dossier.positions for said in one.statements}
    # Of one day an agreement of both is told before one side's acceptance.
    told_first = sorted(desk.dossier.positions, key=lambda one: (str(one.day), one.act != "AGREE_JOINT", one.id))
    for one in filter(_is_own, told_first):
        earlier = past[one.party, one.issue]
        turned = [was for was in earlier if _turned(was.act, one.act)]
        # Who demanded all and agreed to half has moved once: another promise after it is no turn.
        already = any((was.act in _SOFT) == (one.act in _SOFT) for was in earlier)
        if not turned or already or known.intersection(one.statements):
            continue
        was = max(turned, key=lambda was: (str(was.day), was.id))
        told = f"{STANCES[was.act]} before, {STANCES[one.act]} now"
        line = position_line(desk, one, label=f"{desk.name(one.party)} · {issue_title(desk, one.issue)} · {told}")
        if line is not None:
            past[one.party, one.issue].append(one)
            basis = tuple(place for place in was.evidence if place.article in desk.articles)
            yield [msgspec.structs.replace(line, evidence=tuple(dict.fromkeys((*line.evidence, *basis))))]


def _is_own(one: Position) -> bool:
    """Tell whether a position is the party's own word, or what reports tell of it and it does not gainsay."""
    return one.contradicts is None and one.stated_by in ("self", "outlet")


def _turned(was: str, now: str) -> bool:
    return (was in _FIRM and now in _SOFT) or (was in _SOFT and now in _REFUSED)


def changed_records(desk: Desk, before: Desk) -> Iterator[list[Line]]:
    """Yield what is new in rounds and ledgers, each change with the passages that tell of it."""
    yield from _rounds(desk, before)
    yield from _commitments(desk, before)
    yield from _incidents(desk, before)


def _rounds(desk: Desk, before: Desk) -> Iterator[list[Line]]:
    held = {one.id for one in before.dossier.rounds if one.held}
    known = {one.id for one in before.dossier.rounds}
    for one in desk.dossier.rounds:
        if one.id in held or (one.id in known and not one.held):
            continue
        label = f"{'Round held' if one.held else 'Round announced'} · {round_name(one)} · {day(one.day)}"
        note = voices(desk, one.origins)
        told = [place for place in one.evidence if place.article not in before.articles] or list(one.evidence)
        ids = [said.id for said in desk.statements.values() if said.evidence in told]
        line = ledger_line(desk, ids, told, label=label, note=note, origins=one.origins)
        names = f"{who(desk, one.parties)}."
        yield [line or our_line(names, told, origins=one.origins, label=label, note=note)]


def _commitments(desk: Desk, before: Desk) -> Iterator[list[Line]]:
    past = [(set(one.statements), one) for one in before.dossier.commitments]
    for one in desk.dossier.commitments:
        shared = [(len(said & {*one.statements}), was) for said, was in past if said & {*one.statements}]
        if not shared:
            yield [_line(desk, one, f"New commitment · {label_of(desk, one)}", one.evidence, one.origins)]
            continue
        was = max(shared, key=lambda pair: (pair[0], pair[1].id))[1]
        yield from _progress(desk, one, was)


def _progress(desk: Desk, one: Commitment, was: Commitment) -> Iterator[list[Line]]:
    """Yield what came of a commitment since: deliveries, another count promised, a turn of its status."""
    label = label_of(desk, one)
    if one.promised is not None and was.promised is not None and one.promised != was.promised:
        told = f"{number(was.promised)} before, {number(one.promised)} now"
        yield [_line(desk, one, f"Count changed · {label} · {told}", one.amounts[0].evidence, one.amounts[0].origins)]
    places = {place for part in was.deliveries for place in part.evidence}
    fresh = [part for part in one.deliveries if not places & {*part.evidence}]
    if fresh and (one.promised is None or one.delivered != was.delivered):
        evidence = [place for part in fresh for place in part.evidence]
        done = number(one.delivered or 0.0)
        told = f"{done} of {number(one.promised)}" if one.promised is not None else "done"
        origins = sorted({origin for part in fresh for origin in part.origins})
        yield [_line(desk, one, f"Delivered · {label} · {told}", evidence, origins)]
    turns = [change for change in one.changes if change.status == one.status]
    if one.status != was.status and one.status in _TURNS and not (fresh and one.status == "fulfilled"):
        place = turns[-1] if turns else None
        evidence = list(place.evidence) if place else list(one.evidence)
        told = f"{was.status} before, {one.status} now"
        yield [_line(desk, one, f"Status changed · {label} · {told}", evidence, place.origins if place else ())]


def _incidents(desk: Desk, before: Desk) -> Iterator[list[Line]]:
    past = [(set(one.statements), one) for one in before.dossier.incidents]
    for one in filter(is_concrete, desk.dossier.incidents):
        was = next((was for said, was in past if said & {*one.statements}), None)
        name = " · ".join(part for part in (one.type, f"alleged of {desk.name(one.violator)}", when(one.day)) if part)
        if was is None:
            yield [_line(desk, one, f"New incident · {name}", one.evidence, one.origins)]
            continue
        if one.response is not None and was.response is None and one.answers:
            yield [_line(desk, one, f"Now answered · {name} · {one.response}", one.answers, ())]
        tolls = {toll.kind: toll.best for toll in was.tolls}
        for toll in one.tolls:
            if toll.kind in tolls and toll.best != tolls[toll.kind]:
                told = f"{number(tolls[toll.kind])} {toll.kind} before, {number(toll.best)} now"
                best = next((each for each in toll.accounts if each.quantity.low == toll.best), toll.accounts[-1])
                yield [_line(desk, one, f"Figure updated · {name} · {told}", best.evidence, best.origins)]


def _line(
    desk: Desk, record: Commitment | Incident, label: str, evidence: Sequence[Evidence], origins: Sequence[str]
) -> Line:
    """Return a change as a line, in the words of a passage that tells of it."""
    by_place = {said.evidence: said.id for said in desk.statements.values()}
    ids = [by_place[one] for one in evidence if one in by_place]
    note = voices(desk, origins)
    line = ledger_line(desk, ids, evidence, label=label, note=note, origins=origins)
    places = evidence or record.evidence
    return line or bare_line("A report says", places, label=label, note=note, origins=origins, words=places[0])
