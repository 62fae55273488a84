"""Replay the user's corrections of records: fields set, records struck and added; what finds no record is said."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar, cast

import msgspec

from crosswire.errors import DecisionError
from crosswire.model import (
    Actor,
    Anchor,
    Article,
    Commitment,
    Decision,
    Evidence,
    Firmness,
    Incident,
    Mark,
    Position,
    RecordKind,
    Round,
    Skipped,
    Statement,
)

from .origins import Trace
from .record_fields import FIELDS, Record, field_of, get, parse, put

_Row = TypeVar("_Row", Commitment, Incident, Position, Round)
_LETTERS: Mapping[RecordKind, str] = {"commitment": "k", "incident": "i", "position": "p", "round": "round:"}
_FIRM: Mapping[str, Firmness] = {
    "demand": "demand",
    "reject": "demand",
    "condition": "precondition",
    "red_line": "red_line",
}
_LATE = dt.date.max
_NAMED = frozenset({"actor", "actors"})


class Grounds(msgspec.Struct, frozen=True):
    """What a record is found again and added by: the case's reports, statements and names."""

    articles: Mapping[str, Article]
    statements: Sequence[Statement]
    traces: Mapping[str, Trace]
    outlet_origin: Mapping[str, str]
    actors: Mapping[str, Actor]
    rounds: Sequence[Round] = ()

    def saying(self, evidence: Evidence) -> list[Statement]:
        """Return the statements a quotation stands in, the one that holds most of it first."""
        near = [one for one in self.statements if one.article == evidence.article and not one.headline]
        shared = [(min(one.evidence.end, evidence.end) - max(one.evidence.start, evidence.start), one) for one in near]
        ranked = sorted(
            ((-common, one.evidence.end - one.evidence.start, one.id, one) for common, one in shared if common > 0),
            key=lambda pair: pair[:3],
        )
        return [one for *_, one in ranked]

    def name(self, actor: str) -> str:
        """Return what an actor is called."""
        return self.actors[actor].name if actor in self.actors else actor


def edit_records(
    kind: RecordKind, records: Sequence[_Row], decisions: Iterable[Decision], grounds: Grounds
) -> tuple[tuple[_Row, ...], tuple[Skipped, ...]]:
    """
    Return the records of one kind as the decisions in force leave them, and a note for each struck or not found.

    `decisions` come in the order they were made. A record's id stays its own whatever is corrected.
    """
    listed, notes = list[Record](records), list[Skipped]()
    touched = False
    for one in decisions:
        if (one.subject if one.kind == "add-record" else one.anchor and one.anchor.kind) != kind:
            continue
        touched = True
        try:
            if one.kind == "add-record":
                listed.append(_added(one, listed, grounds))
                continue
            at = _find(one, listed)
            if one.kind == "strike":
                notes.append(_note(one, f"{kind} struck", f": “{_words(listed.pop(at))}”"))
            else:
                listed[at] = _corrected(one, kind, listed[at], grounds)
        except DecisionError as error:
            notes.append(_note(one, f"{one.kind} {one.subject}", f" changes nothing: {error}"))
    if not touched:
        return tuple(records), tuple(notes)
    return cast("tuple[_Row, ...]", tuple(sorted(listed, key=_order))), tuple(notes)


def anchor_of(kind: RecordKind, record: Record) -> Anchor:
    """Return what a record is known by besides its id."""
    words = tuple(dict.fromkeys(" ".join(one.quote.split()) for one in record.evidence))
    if isinstance(record, Round):
        return Anchor(kind, str(record.day), words)
    shape = (
        record.deed
        if isinstance(record, Commitment)
        else record.violator
        if isinstance(record, Incident)
        else f"{record.party} {record.issue} {record.stance}"
    )
    return Anchor(kind, shape, (*record.statements, *words))


def _note(one: Decision, what: str, then: str) -> Skipped:
    why = f" ({one.note})" if one.note else ""
    return Skipped(f"decision {one.number}", f"{what} by {one.author}, {one.made:%Y-%m-%d}{why}{then}")


def _words(record: Record) -> str:
    return " ".join(record.evidence[0].quote.split())[:120] if record.evidence else record.id


def _find(one: Decision, records: Sequence[Record]) -> int:
    """Return the place of the record a decision is about: by its id, else by the words it rested on."""
    at = next((place for place, held in enumerate(records) if held.id == one.subject), None)
    if at is not None:
        return at
    near: list[tuple[int, int]] = []
    for place, held in enumerate(records):
        theirs = anchor_of(one.anchor.kind, held) if one.anchor else None
        if one.anchor and theirs and theirs.shape == one.anchor.shape:
            near.append((len({*theirs.places} & {*one.anchor.places}), place))
    most = max((shared for shared, _ in near), default=0)
    best = [place for shared, place in near if shared == most > 0]
    if len(best) != 1:
        raise DecisionError("no report of the case tells of that record any more")
    return best[0]


def _corrected(one: Decision, kind: RecordKind, record: Record, grounds: Grounds) -> Record:
    marks: list[Mark] = []
    for name, text in one.fields:
        before = get(record, name)
        record = _set(kind, record, name, text, grounds)
        was, now = (_shown(kind, name, told, grounds) for told in (before, get(record, name)))
        marks.append(Mark(one.number, "corrected", one.author, one.made, name, was, now, one.note))
    return msgspec.structs.replace(record, marks=(*record.marks, *marks))


def _set(kind: RecordKind, record: Record, name: str, text: str, grounds: Grounds) -> Record:
    field = field_of(kind, name)
    value = parse(field, name, text)
    if field.sort == "round" and value is not None and value not in {one.id for one in grounds.rounds}:
        raise DecisionError(f"the case has no round {text}")
    return put(record, name, value)


def _shown(kind: RecordKind, name: str, text: str, grounds: Grounds) -> str:
    """Write a value for the margin, actors by their names."""
    if FIELDS[kind][name].sort not in _NAMED:
        return text
    return ", ".join(grounds.name(one) for one in text.split(", "))


def _added(one: Decision, records: Sequence[Record], grounds: Grounds) -> Record:
    """Return the record the user adds; its quotation must still stand in a report of the case."""
    kind: RecordKind = one.subject  # type: ignore[assignment]  # a decision is kept only with a kind of record
    evidence = one.evidence
    if evidence is None or evidence.article not in grounds.articles:
        raise DecisionError("the report it rests on is not among those weighed")
    evidence.check(grounds.articles[evidence.article].text)
    said = grounds.saying(evidence)
    trace = grounds.traces[said[0].id] if said else None
    origins = (trace.origin if trace else grounds.outlet_origin[evidence.article],)
    record = _NEW[kind](one, evidence, origins, said, grounds.articles[evidence.article])
    for name, text in one.fields:
        record = _set(kind, record, name, text, grounds)
    if isinstance(record, Position):
        names = {name for name, _ in one.fields}
        firm = record.firmness if "firmness" in names else _FIRM.get(record.stance, "preference")
        record = msgspec.structs.replace(record, firmness=firm)
    if isinstance(record, Round):
        record = msgspec.structs.replace(record, id=f"round:{record.day.isoformat()}")
    if record.id in {held.id for held in records}:
        raise DecisionError(f"the case has a record {record.id} already")
    mark = Mark(one.number, "added", one.author, one.made, note=one.note)
    return msgspec.structs.replace(record, marks=(mark,))


_Origins = tuple[str, ...]


def _new_commitment(
    one: Decision, evidence: Evidence, origins: _Origins, said: Sequence[Statement], article: Article
) -> Record:
    return Commitment(
        id=f"k-u{one.number}",
        promisors=(),
        promisees=(),
        deed="",
        content=evidence,
        words=evidence,
        form="reported",
        status="announced",
        changes=(),
        origins=origins,
        evidence=(evidence,),
        made=article.published,
        statements=tuple(held.id for held in said[:1]),
    )


def _new_incident(
    one: Decision, evidence: Evidence, origins: _Origins, said: Sequence[Statement], article: Article
) -> Record:
    return Incident(
        id=f"i-u{one.number}",
        violator="",
        type="breach",
        verification="one-sided",
        origins=origins,
        evidence=(evidence,),
        statements=tuple(held.id for held in said[:1]),
    )


def _new_position(
    one: Decision, evidence: Evidence, origins: _Origins, said: Sequence[Statement], article: Article
) -> Record:
    if not said:
        raise DecisionError("a position's quotation must stand in a sentence of the report's own text")
    return Position(
        id=f"p-u{one.number}",
        party="",
        issue="",
        round=None,
        day=article.published,
        stance="demand",
        act="DEMAND",
        firmness="preference",
        stated_by="self" if said[0].speaker else "outlet",
        lead=said[0].id,
        statements=(said[0].id,),
        claims=(),
        origins=origins,
        evidence=(evidence,),
    )


def _new_round(
    one: Decision, evidence: Evidence, origins: _Origins, said: Sequence[Statement], article: Article
) -> Record:
    day = next((dt.date.fromisoformat(text) for name, text in one.fields if name == "day"), _LATE)
    held = article.published is not None and article.published >= day
    return Round("", day, None, False, None, (), held, origins, (evidence,))


_NEW: Mapping[RecordKind, Callable[[Decision, Evidence, _Origins, Sequence[Statement], Article], Record]] = {
    "commitment": _new_commitment,
    "incident": _new_incident,
    "position": _new_position,
    "round": _new_round,
}


def _order(record: Record) -> tuple[object, ...]:
    """Order records as weighing does."""
    if isinstance(record, Commitment):
        return (record.made or _LATE, record.promisors, record.deed, record.id)
    if isinstance(record, Incident):
        return (record.day or _LATE, record.violator, record.type, record.id)
    if isinstance(record, Round):
        return (record.day, record.id)
    return (record.party, record.issue, record.day.isoformat() if record.day else "9999", record.stance, record.id)
