"""The fields of a record that its user may set: what each may hold, how it is written, what follows from it."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

import msgspec

from crosswire.errors import DecisionError
from crosswire.model import (
    Amount,
    Commitment,
    CommitmentStatus,
    DetailKind,
    Firmness,
    Form,
    Incident,
    IncidentType,
    Position,
    Quantity,
    RecordKind,
    Response,
    Round,
    RoundDetail,
    StatedBy,
    Taken,
    Toll,
    Verification,
)

Record = Commitment | Incident | Position | Round
Sort = Literal["text", "choice", "day", "number", "toll", "yes", "actor", "actors", "issue", "issues", "round"]
Value = str | dt.date | float | bool | tuple[float, float, float] | tuple[str, ...] | None
NONE = "none"
_YES, _NO = "yes", "no"
# The act that stands for a stance where the user names the stance alone.
_ACTS: Mapping[str, str] = {
    "demand": "DEMAND",
    "offer": "OFFER",
    "accept": "ACCEPT",
    "reject": "REJECT",
    "condition": "CONDITION",
    "red_line": "RED_LINE",
}


class Field(msgspec.Struct, frozen=True):
    """What a field holds; `optional` ones are emptied by "none", those `needed` must be given to add a record."""

    sort: Sort
    choices: tuple[str, ...] = ()
    optional: bool = True
    needed: bool = False


def _choice(of: object, *, optional: bool = False, needed: bool = False) -> Field:
    return Field("choice", get_args(of), optional, needed)


def _needed(sort: Sort) -> Field:
    return Field(sort, optional=False, needed=True)


_DETAILS: Mapping[str, Sort] = {
    "level": "text",
    "mediator": "actor",
    "host": "actor",
    "duration": "text",
    "next": "day",
    "track": "text",
}
# Names as the JSON has them; terms of the ontology (records.json).
FIELDS: Mapping[RecordKind, Mapping[str, Field]] = {
    "commitment": {
        "promisors": _needed("actors"),
        "promisees": Field("actors"),
        "deed": _needed("text"),
        "promised": Field("number"),
        "delivered": Field("number"),
        "made": Field("day"),
        "starts": Field("day"),
        "deadline": Field("day"),
        "form": _choice(Form),
        "status": _choice(CommitmentStatus),
        "round": Field("round"),
        "issues": Field("issues"),
    },
    "incident": {
        "violator": _needed("actor"),
        "type": _choice(IncidentType, needed=True),
        "alleged_by": Field("actors"),
        "day": Field("day"),
        "place": Field("actor"),
        "times": Field("number"),
        "killed": Field("toll"),
        "wounded": Field("toll"),
        "response": _choice(Response, optional=True),
        "verification": _choice(Verification),
    },
    "position": {
        "party": _needed("actor"),
        "issue": _needed("issue"),
        "stance": _choice(Taken, needed=True),
        "round": Field("round"),
        "day": Field("day"),
        "firmness": _choice(Firmness),
        "stated_by": _choice(StatedBy),
    },
    "round": {
        "day": _needed("day"),
        "parties": _needed("actors"),
        "ordinal": Field("number"),
        "venue": Field("actor"),
        "held": Field("yes", optional=False),
        **{name: Field(sort) for name, sort in _DETAILS.items()},
    },
}


def field_of(kind: RecordKind, name: str) -> Field:
    """Return a field by its name; raise `DecisionError` with the names there are."""
    found = FIELDS[kind].get(name)
    if found is None:
        raise DecisionError(f"a {kind} has no field {name!r}; its fields: {', '.join(FIELDS[kind])}")
    return found


def parse(field: Field, name: str, text: str) -> Value:
    """
    Read what a field is to hold. Raises `DecisionError` with what was expected.

    >>> parse(Field("day"), "deadline", "2025-05-30"), parse(Field("toll"), "killed", "14/16/19")
    (datetime.date(2025, 5, 30), (14.0, 16.0, 19.0))
    """
    text = text.strip()
    if text.casefold() == NONE or not text:
        if field.optional:
            return () if field.sort in ("actors", "issues") else None
        raise DecisionError(f"{name}: a value is needed, found {text!r}")
    try:
        return _READERS[field.sort](text, field)
    except ValueError:
        raise DecisionError(f"{name}: expected {_EXPECTED[field.sort]}, found {text!r}") from None


def spell(value: object) -> str:
    """
    Write a field's value so that `parse` reads it again.

    >>> spell(None), spell(1000.0), spell(("KES", "VAL")), spell((14.0, 16.0, 19.0))
    ('none', '1000', 'KES, VAL', '14/16/19')
    """
    if value is None or value == ():
        return NONE
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, float | int):
        return f"{value:.0f}" if float(value).is_integer() else repr(float(value))
    if isinstance(value, tuple):
        numbers = [one for one in value if isinstance(one, float)]
        return "/".join(map(spell, numbers)) if numbers else ", ".join(map(str, value))
    return str(value)


def get(record: Record, name: str) -> str:
    """Return what a record's field holds, as `spell` writes it."""
    if name in ("killed", "wounded") and isinstance(record, Incident):
        held = next((one for one in record.tolls if one.kind == name), None)
        return spell((held.low, held.best, held.high) if held and held.low != held.high else held and held.best)
    if name == "times" and isinstance(record, Incident):
        return spell(record.times and record.times.low)
    if name in _DETAILS and isinstance(record, Round):
        return ", ".join(one.value for one in record.details if one.kind == name) or NONE
    return spell(getattr(record, name))


def put(record: Record, name: str, value: Value) -> Record:
    """Return a record with one field set, and what follows from it: what remains, the act of a stance."""
    special = _SETTERS.get(name)
    if special is not None:
        return special(record, name, value)
    if name in _DETAILS and isinstance(record, Round):
        return _put_detail(record, name, value)
    return msgspec.structs.replace(record, **{name: value})


def _put_promised(record: Record, name: str, value: Value) -> Record:
    assert isinstance(record, Commitment)
    amounts: tuple[Amount, ...] = ()
    if isinstance(value, float):
        told = next((one for one in record.amounts if one.quantity.low == value), None)
        first = record.amounts[0] if record.amounts else Amount(Quantity(None, 0, 0), record.origins, record.evidence)
        now = told or msgspec.structs.replace(first, quantity=Quantity(first.quantity.unit, value, value))
        amounts = (now, *(one for one in record.amounts if one not in (told or first,)))
    return _remaining(msgspec.structs.replace(record, amounts=amounts))


def _put_delivered(record: Record, name: str, value: Value) -> Record:
    assert isinstance(record, Commitment)
    return _remaining(msgspec.structs.replace(record, delivered=value))


def _remaining(record: Commitment) -> Commitment:
    known = record.promised is not None and record.delivered is not None
    left = max(0.0, (record.promised or 0.0) - (record.delivered or 0.0)) if known else None
    return msgspec.structs.replace(record, remaining=left)


def _put_times(record: Record, name: str, value: Value) -> Record:
    assert isinstance(record, Incident)
    times = None
    if isinstance(value, float):
        times = Quantity(record.times.unit if record.times else None, value, value)
    return msgspec.structs.replace(record, times=times)


def _put_toll(record: Record, name: str, value: Value) -> Record:
    assert isinstance(record, Incident)
    old = next((one.accounts for one in record.tolls if one.kind == name), ())
    tolls = [one for one in record.tolls if one.kind != name]
    if isinstance(value, tuple):
        low, best, high = (float(one) for one in value)
        tolls.append(Toll("killed" if name == "killed" else "wounded", low, best, high, old))
    return msgspec.structs.replace(record, tolls=tuple(sorted(tolls, key=lambda one: one.kind)))


def _put_stance(record: Record, name: str, value: Value) -> Record:
    return msgspec.structs.replace(record, stance=value, act=_ACTS[str(value)])


def _put_ordinal(record: Record, name: str, value: Value) -> Record:
    ordinal = int(value) if isinstance(value, float) else None
    return msgspec.structs.replace(record, ordinal=ordinal, inferred=False)


def _put_detail(record: Round, name: str, value: Value) -> Round:
    kind: DetailKind = name  # type: ignore[assignment]  # the names of `_DETAILS` are kinds of details
    old = [one for one in record.details if one.kind == name]
    details = [one for one in record.details if one.kind != name]
    if value is not None:
        told = tuple(dict.fromkeys(place for one in old for place in one.evidence)) or record.evidence
        origins = tuple(dict.fromkeys(origin for one in old for origin in one.origins)) or record.origins
        details.append(RoundDetail(kind, spell(value), told, origins))
    return msgspec.structs.replace(record, details=tuple(details))


_SETTERS: Mapping[str, Callable[[Any, str, Value], Record]] = {
    "promised": _put_promised,
    "delivered": _put_delivered,
    "times": _put_times,
    "killed": _put_toll,
    "wounded": _put_toll,
    "stance": _put_stance,
    "ordinal": _put_ordinal,
}


def _read_choice(text: str, field: Field) -> str:
    wanted = text.casefold().replace(" ", "_")
    found = next((one for one in field.choices if one.casefold().replace(" ", "_") == wanted), None)
    if found is None:
        raise DecisionError(f"{text!r} is none of: {', '.join(field.choices)}")
    return found


def _read_number(text: str, field: Field) -> float:
    value = float(text.replace(",", ""))
    if not 0 <= value < 1e15:
        raise ValueError(text)
    return value


def _read_toll(text: str, field: Field) -> tuple[float, float, float]:
    numbers = [_read_number(one, field) for one in text.split("/")]
    if len(numbers) == 1:
        numbers *= 3
    if len(numbers) != 3 or numbers != sorted(numbers):
        raise ValueError(text)
    return numbers[0], numbers[1], numbers[2]


def _read_yes(text: str, field: Field) -> bool:
    if text.casefold() not in (_YES, _NO):
        raise ValueError(text)
    return text.casefold() == _YES


def _read_several(text: str, field: Field) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))


_READERS: Mapping[Sort, Callable[[str, Field], Value]] = {
    "text": lambda text, field: text,
    "choice": _read_choice,
    "day": lambda text, field: dt.date.fromisoformat(text),
    "number": _read_number,
    "toll": _read_toll,
    "yes": _read_yes,
    "actor": lambda text, field: text,
    "actors": _read_several,
    "issue": lambda text, field: text,
    "issues": _read_several,
    "round": lambda text, field: text,
}
_EXPECTED: Mapping[Sort, str] = {
    "day": "a date like 2025-06-02",
    "number": "a number",
    "toll": "a number, or three as LOW/BEST/HIGH",
    "yes": "yes or no",
}
