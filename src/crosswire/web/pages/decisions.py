"""Decisions: corrections of the case, each with its author and time, and each taken back by another."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from crosswire.errors import DecisionError
from crosswire.model import Decision, DecisionKind
from crosswire.web.forms import Checked, author_of
from crosswire.web.page import TheShelf, Words, page

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


class Made(msgspec.Struct, frozen=True):
    """A decision, whether it is taken back, and its subject in words."""

    decision: Decision
    undone: bool
    subject: str


class DecisionsPage(msgspec.Struct, frozen=True):
    """Every decision, newest first; the fields fill the form."""

    decisions: tuple[Made, ...]
    kinds: dict[str, tuple[str, str, str]]
    kind: str
    subject: str
    value: str


@page(router, "/decisions", "decisions.html.j2", DecisionsPage, kept=False)
def decisions(shelf: TheShelf, kind: Words = "", subject: Words = "", value: Words = "") -> DecisionsPage:
    """Every decision made on the case, and the form for the next."""
    made = shelf.decisions()
    undone = {one.subject for one in made if one.kind == "undo"}
    titles = shelf.titles()
    listed = tuple(Made(one, str(one.number) in undone, titles.get(one.subject, one.subject)) for one in reversed(made))
    return DecisionsPage(listed, KINDS, kind if kind in KINDS else "", subject, value)


@router.post("/decisions", status_code=303, dependencies=[Checked], response_class=RedirectResponse)
def decide(
    request: Request,
    shelf: TheShelf,
    kind: Annotated[DecisionKind, Form()],
    subject: Annotated[str, Form(max_length=300, min_length=1)],
    value: Annotated[str, Form(max_length=300)] = "",
    note: Annotated[str, Form(max_length=500)] = "",
) -> RedirectResponse:
    """Correct the case, or take a decision back with `undo` and its number; the case is weighed anew at once."""
    if kind != "undo" and KINDS[kind][2] and not value.strip():
        raise DecisionError(f"{kind}: expected two names, found one; fill in {KINDS[kind][2].lower()}")
    shelf.decide(kind, subject, value, author=author_of(request), note=" ".join(note.split()))
    return RedirectResponse("/decisions", 303)
