"""The details of a round as lines: each kind once, with every value that reports give and who gives it."""

import datetime as dt
from collections.abc import Sequence

from crosswire.assess.desk import Desk
from crosswire.assess.lines import listed, our_line
from crosswire.model import DetailKind, Line, Round, RoundDetail

# Days by which talks may open late and still be those that were named.
_NEAR = 2
_LABELS: dict[DetailKind, str] = {
    "level": "level",
    "head": "heads of delegation",
    "mediator": "mediator",
    "host": "host",
    "duration": "length",
    "agenda": "agenda",
    "track": "tracks",
    "next": "next date named",
}


def detail_lines(desk: Desk, one: Round) -> list[Line]:
    """Return a line for each kind of detail that reports give of a round."""
    details = [detail for detail in one.details if detail.kind != "next" or _is_open(desk, detail)]
    kinds = dict.fromkeys(detail.kind for detail in details)
    return [_line(desk, kind, [detail for detail in details if detail.kind == kind]) for kind in kinds]


def _is_open(desk: Desk, detail: RoundDetail) -> bool:
    """Tell whether a day named for more talks is still to come and no round of its own stands for it."""
    named = dt.date.fromisoformat(detail.value)
    listed = any(abs((other.day - named).days) <= _NEAR for other in desk.dossier.rounds)
    return not listed and (desk.as_of is None or named > desk.as_of)


def _line(desk: Desk, kind: DetailKind, details: Sequence[RoundDetail]) -> Line:
    origins = tuple(dict.fromkeys(origin for detail in details for origin in detail.origins))
    names = [desk.origins[origin].name for origin in origins if origin in desk.origins]
    evidence = list(dict.fromkeys(place for detail in details for place in detail.evidence))
    reports = len({one.article for one in evidence})
    text = f"As told in {reports} {'report' if reports == 1 else 'reports'}."
    label = f"{_LABELS[kind]}: {listed([_value(desk, detail) for detail in details])}"
    return _deeper(our_line(text, evidence, origins=origins, label=label, note=listed(names)))


def _value(desk: Desk, detail: RoundDetail) -> str:
    if detail.kind in ("head", "mediator", "host"):
        side = desk.name(detail.party) if detail.party and detail.party != detail.value else ""
        return f"{desk.name(detail.value)} ({side})" if side else desk.name(detail.value)
    if detail.kind == "next":
        return f"{dt.date.fromisoformat(detail.value):%-d %B %Y}"
    return detail.value


def _deeper(line: Line) -> Line:
    return Line(
        id=line.id,
        kind=line.kind,
        text=line.text,
        parts=line.parts,
        evidence=line.evidence,
        claims=line.claims,
        origins=line.origins,
        label=line.label,
        note=line.note,
        level=1,
    )
