"""Decisions: corrections of the case, each with its author and time, and each taken back by another."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from crosswire.errors import DecisionError, StoreError
from crosswire.model import Decision, DecisionKind
from crosswire.web.forms import Checked, author_of
from crosswire.web.page import TheShelf, Words, page
from crosswire.web.shelf import Shelf
from crosswire.weigh.naming import records_of
from crosswire.weigh.record_fields import FIELDS, NONE, get

router = APIRouter(tags=["decisions"])

# Kind -> what it does, what its subject is, what its value is (empty: none).
KINDS: dict[str, tuple[str, str, str]] = {
    "drop": ("Leave a report out of everything", "Report", ""),
    "merge-origin": ("Count a report's own reporting as another outlet's", "Report", "Outlet"),
    "split-origin": ("Count a report as its own outlet's, whatever it copies", "Report", ""),
    "merge-outlet": ("One outlet is another name of a second", "Outlet", "The second outlet"),
    "merge-actor": ("One actor is the same as a second", "Actor", "The second actor"),
    "split-actor": ("A spelling under an actor is somebody else", "Actor", "Spelling"),
    "rate": ("Rate how reliable an outlet is, A to F", "Outlet", "Grade, A to F"),
}
# The same for the rows of the ledgers, of positions and of rounds, which have fields.
_RECORD_TOLD = {
    "correct": "Correct a row",
    "strike": "Strike a row",
    "add-record": "Add a row",
    "undo": "Take back decision",
}
RECORD_KINDS = ("correct", "strike", "add-record")


class Made(msgspec.Struct, frozen=True):
    """A decision, whether it is taken back, and its subject and value in words."""

    decision: Decision
    undone: bool
    subject: str
    value: str


class Row(msgspec.Struct, frozen=True):
    """A record that can be corrected: its kind, its id, what its fields hold, and the words it rests on."""

    kind: str
    id: str
    held: dict[str, str]
    words: str


class DecisionsPage(msgspec.Struct, frozen=True):
    """
    Every decision, newest first; `kind`, `subject` and `value` fill the form.

    `records` are the rows that can be corrected, by kind, id and words, `fields` what each kind holds, `choices` what
    those fields admit that admit a few words only.
    """

    decisions: tuple[Made, ...]
    kinds: dict[str, tuple[str, str, str]]
    records: tuple[Row, ...]
    fields: dict[str, tuple[str, ...]]
    choices: dict[str, tuple[str, ...]]
    kind: str
    subject: str
    value: str

    def told(self, kind: str) -> str:
        """Say what a decision does."""
        return KINDS[kind][0] if kind in KINDS else _RECORD_TOLD.get(kind, kind)


@page(router, "/decisions", "decisions.html.j2", DecisionsPage, kept=False)
def decisions(shelf: TheShelf, kind: Words = "", subject: Words = "", value: Words = "") -> DecisionsPage:
    """Every decision made on the case, and the form for the next."""
    made = shelf.decisions()
    undone = {one.subject for one in made if one.kind == "undo"}
    titles = shelf.titles()
    listed = tuple(
        Made(one, str(one.number) in undone, *(titles.get(named, named) for named in (one.subject, one.value)))
        for one in reversed(made)
    )
    chosen = kind if kind in KINDS or kind in RECORD_KINDS else ""
    names = {str(sort): tuple(fields) for sort, fields in FIELDS.items()}
    choices = {name: one.choices for fields in FIELDS.values() for name, one in fields.items() if one.choices}
    return DecisionsPage(listed, KINDS, _rows(shelf), names, choices, chosen, subject, value)


def _rows(shelf: Shelf) -> tuple[Row, ...]:
    """Return the rows that can be corrected; none in an empty case."""
    if not shelf.titles():
        return ()
    try:
        dossier = shelf.snapshot().dossier
    except StoreError:
        return ()  # every report was dropped: what can be done is to take that back
    return tuple(
        Row(
            kind,
            one.id,
            {name: held for name in FIELDS[kind] if (held := get(one, name)) != NONE},
            " ".join(one.evidence[0].quote.split()) if one.evidence else "",
        )
        for kind, listed in records_of(dossier).items()
        for one in listed
    )


@router.post("/decisions", status_code=303, dependencies=[Checked], response_class=RedirectResponse)
def decide(
    request: Request,
    shelf: TheShelf,
    kind: Annotated[DecisionKind, Form()],
    subject: Annotated[str, Form(max_length=300, min_length=1)],
    value: Annotated[str, Form(max_length=300)] = "",
    note: Annotated[str, Form(max_length=500)] = "",
    fields: Annotated[str, Form(max_length=4000)] = "",
    quote: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """
    Correct the case, or take a decision back with `undo` and its number; the case is weighed anew at once.

    `fields` are those of a record to correct or add, one FIELD=VALUE a line; `quote` bears an added one out.
    """
    if kind in KINDS and KINDS[kind][2] and not value.strip():
        raise DecisionError(f"{kind}: expected two names, found one; fill in {KINDS[kind][2].lower()}")
    told, pairs = " ".join(note.split()), _pairs(fields)
    shelf.decide(kind, subject, value, author=author_of(request), note=told, fields=pairs, quote=quote)
    return RedirectResponse("/decisions", 303)


def _pairs(fields: str) -> list[tuple[str, str]]:
    """Read FIELD=VALUE from each line that holds anything."""
    found = []
    for line in filter(None, map(str.strip, fields.splitlines())):
        name, sign, value = line.partition("=")
        if not sign:
            raise DecisionError(f"expected FIELD=VALUE on each line, found {line[:60]!r}")
        found.append((name.strip(), value.strip()))
    return found
