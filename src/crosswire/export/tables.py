"""
A dossier as plain tables, for spreadsheets, data frames and databases.

One table a kind of record, one row a record; ids join them. A row that rests on words of a report ends in `article`,
`start`, `end` and `quote`: half-open code points of the article's text, and the very words there. Where a record rests
on several passages, the first stands in its row and all of them in the table `evidence`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.model import Dossier, Evidence, Mark, Quantity, When

Cell = str | int | float | bool | dt.date | None
_PLACE = ("article", "start", "end", "quote")


class Table(msgspec.Struct, frozen=True):
    """A named table: `rows` are as long as `columns`, in an order that does not depend on the run."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> list[dict[str, Cell]]:
        """Return the rows as dictionaries, column by name."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def tables(dossier: Dossier) -> dict[str, Table]:
    """Return every table of a dossier by name; one without records has columns and no rows."""
    built = (
        _articles(dossier),
        _statements(dossier),
        _claims(dossier),
        _origins(dossier),
        _disputes(dossier),
        _timeline(dossier),
        _rounds(dossier),
        _positions(dossier),
        _commitments(dossier),
        _incidents(dossier),
        _actors(dossier),
        _evidence(dossier),
    )
    return {table.name: table for table in built}


def _articles(dossier: Dossier) -> Table:
    columns = (
        "id",
        "outlet",
        "title",
        "author",
        "published",
        "language",
        "genre",
        "url",
        "location",
        "origin",
        "words",
    )
    return _table(
        "articles",
        columns,
        (
            (
                one.id,
                one.label,
                one.title,
                one.author,
                one.published,
                one.language,
                one.genre,
                one.url,
                one.location,
                dossier.outlet_origin.get(one.id),
                len(one.text.split()),
            )
            for one in dossier.articles
        ),
    )


def _statements(dossier: Dossier) -> Table:
    columns = ("id", "act", "event", "speaker", "unnamed", "via", "agent", "target", "issues", "realis", "negated")
    return _table(
        "statements",
        (*columns, "mode", "opinion", "when_first", "when_last", *_PLACE),
        (
            (
                one.id,
                one.act,
                one.event,
                one.speaker,
                one.unnamed,
                _joined(one.via),
                one.agent,
                one.target,
                _joined(one.issues),
                one.realis,
                one.negated,
                one.mode,
                one.opinion,
                *_days(one.event_date),
                *_place(one.evidence),
            )
            for one in dossier.statements
        ),
    )


def _claims(dossier: Dossier) -> Table:
    words = {one.id: one.evidence for one in dossier.statements}
    columns = ("id", "status", "independent_origins", "statements", "act", "agent", "target", "issues", "realis")
    return _table(
        "claims",
        (
            *columns,
            "figures",
            "when_first",
            "when_last",
            "first_report",
            "last_report",
            "origins",
            "denied_by",
            *_PLACE,
        ),
        (
            (
                one.id,
                one.status,
                one.count,
                len(one.statements),
                one.act,
                one.agent,
                one.target,
                _joined(one.issues),
                one.realis,
                _joined(map(_quantity, one.figures)),
                *_days(one.when),
                one.first,
                one.last,
                _joined(one.origins),
                _joined(one.denied_by),
                *_place(words[one.lead]),
            )
            for one in dossier.claims
        ),
    )


def _origins(dossier: Dossier) -> Table:
    return _table(
        "origins",
        ("id", "name", "kind", "articles", "first", "foldings"),
        (
            (one.id, one.name, one.kind, _joined(one.articles), one.first, _joined(f.reason for f in one.foldings))
            for one in dossier.origins
        ),
    )


def _disputes(dossier: Dossier) -> Table:
    return _table(
        "dispute_sides",
        ("dispute", "kind", "topic", "side", "low", "high", "claims", "origins", *_PLACE),
        (
            (
                one.id,
                one.kind,
                one.topic,
                side.label,
                side.low,
                side.high,
                _joined(side.claims),
                _joined(side.origins),
                *_place(side.evidence[0]),
            )
            for one in dossier.disputes
            for side in one.sides
        ),
    )


def _timeline(dossier: Dossier) -> Table:
    return _table(
        "timeline",
        ("first", "last", "precision", "scheduled", "claim"),
        (
            (one.when.first, one.when.last, one.when.precision, one.scheduled, claim)
            for one in dossier.timeline
            for claim in one.claims
        ),
    )


def _rounds(dossier: Dossier) -> Table:
    return _table(
        "rounds",
        ("id", "day", "ordinal", "inferred", "venue", "parties", "held", "origins", "edited", *_PLACE),
        (
            (
                one.id,
                one.day,
                one.ordinal,
                one.inferred,
                one.venue,
                _joined(one.parties),
                one.held,
                _joined(one.origins),
                _edited(one.marks),
                *_place(one.evidence[0]),
            )
            for one in dossier.rounds
        ),
    )


def _positions(dossier: Dossier) -> Table:
    columns = ("id", "party", "issue", "round", "day", "stance", "act", "firmness", "stated_by", "by", "scale")
    return _table(
        "positions",
        (*columns, "independent_origins", "superseded_by", "contradicts", "claims", "edited", *_PLACE),
        (
            (
                one.id,
                one.party,
                one.issue,
                one.round,
                one.day,
                one.stance,
                one.act,
                one.firmness,
                one.stated_by,
                one.by,
                one.scale,
                one.count,
                one.superseded_by,
                one.contradicts,
                _joined(one.claims),
                _edited(one.marks),
                *_place(one.evidence[0]),
            )
            for one in dossier.positions
        ),
    )


def _commitments(dossier: Dossier) -> Table:
    columns = ("id", "promisors", "promisees", "deed", "form", "status", "round", "made", "starts", "deadline")
    return _table(
        "commitments",
        (*columns, "promised", "delivered", "remaining", "independent_origins", "issues", "edited", *_PLACE),
        (
            (
                one.id,
                _joined(one.promisors),
                _joined(one.promisees),
                one.deed,
                one.form,
                one.status,
                one.round,
                one.made,
                one.starts,
                one.deadline,
                one.promised,
                one.delivered,
                one.remaining,
                one.count,
                _joined(one.issues),
                _edited(one.marks),
                *_place(one.content),
            )
            for one in dossier.commitments
        ),
    )


def _incidents(dossier: Dossier) -> Table:
    columns = ("id", "violator", "type", "day", "place", "alleged_by", "narrated", "arrangement", "response")
    return _table(
        "incidents",
        (*columns, "verification", "tolls", "independent_origins", "edited", *_PLACE),
        (
            (
                one.id,
                one.violator,
                one.type,
                one.day,
                one.place,
                _joined(one.alleged_by),
                one.narrated,
                one.arrangement,
                one.response,
                one.verification,
                _joined(f"{toll.kind} {toll.low:g}/{toll.best:g}/{toll.high:g}" for toll in one.tolls),
                one.count,
                _edited(one.marks),
                *_place(one.evidence[0]),
            )
            for one in dossier.incidents
        ),
    )


def _actors(dossier: Dossier) -> Table:
    return _table(
        "actors",
        ("id", "name", "kind", "party", "role", "names"),
        ((one.id, one.name, one.kind, one.party, one.role, _joined(one.names)) for one in dossier.actors),
    )


def _evidence(dossier: Dossier) -> Table:
    """List every passage by the record that rests on it; `kind` names the table the record stands in."""
    records: Mapping[str, Iterable[tuple[str, Sequence[Evidence]]]] = {
        "claims": ((one.id, one.evidence) for one in dossier.claims),
        "dispute_sides": ((one.id, side.evidence) for one in dossier.disputes for side in one.sides),
        "rounds": ((one.id, one.evidence) for one in dossier.rounds),
        "positions": ((one.id, one.evidence) for one in dossier.positions),
        "commitments": ((one.id, one.evidence) for one in dossier.commitments),
        "incidents": ((one.id, one.evidence) for one in dossier.incidents),
    }
    return _table(
        "evidence",
        ("kind", "record", *_PLACE),
        (
            (kind, record, *_place(passage))
            for kind, listed in records.items()
            for record, passages in listed
            for passage in passages
        ),
    )


def _table(name: str, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> Table:
    return Table(name, tuple(columns), tuple(rows))


def _place(evidence: Evidence) -> tuple[Cell, ...]:
    return evidence.article, evidence.start, evidence.end, evidence.quote


def _days(when: When | None) -> tuple[dt.date | None, dt.date | None]:
    return (when.first, when.last) if when else (None, None)


def _joined(values: Iterable[str]) -> str | None:
    """Join several values for one cell; None, not an empty text, where there are none."""
    return "; ".join(values) or None


def _edited(marks: Iterable[Mark]) -> str | None:
    """Say what the user's hand did to a record; None for one as the reports have it."""
    return _joined(mark.label for mark in marks)


def _quantity(one: Quantity) -> str:
    low = "" if one.low is None else f"{one.low:g}"
    span = low if one.high in (None, one.low) else f"{low}-{one.high:g}"
    return " ".join(part for part in (span, one.unit) if part)
