"""Check somebody's report: paste or upload it, and read its words beside the evidence and the verdicts."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from crosswire.model import Check
from crosswire.web.checks import MAX_REPORT, Checks
from crosswire.web.forms import Checked
from crosswire.web.page import TheShelf, Words, found, page
from crosswire.web.pages.add import shown_name
from crosswire.web.settings import MAX_PASTE
from crosswire.write.check_html import Row, report_rows
from crosswire.write.check_words import VERDICTS, summary

router = APIRouter(tags=["verify"])


class VerifyPage(msgspec.Struct, frozen=True):
    """What may be sent to be checked, against how many reports, and what the verdicts mean."""

    formats: str
    max_characters: int
    reports: int
    verdicts: dict[str, str]


class CheckPage(msgspec.Struct, frozen=True):
    """
    A checked report, filtered by a verdict where one is named; the sources' texts are left to their own pages.

    `stale` is true when the case has changed since it was checked.
    """

    id: str
    verdict: str
    summary: str
    counts: dict[str, int]
    stale: bool
    check: Check

    @property
    def rows(self) -> list[Row]:
        """The paragraphs of the report with the statements to show beside them."""
        rows = report_rows(self.check)
        if not self.verdict:
            return rows
        kept = {one.id for one in self.check.statements}
        return [one for one in rows if any(statement.id in kept for statement in one.statements)]


def checks_of(request: Request) -> Checks:
    """Return the checks of this server."""
    checks: Checks = request.app.state.checks
    return checks


@page(router, "/verify", "verify.html.j2", VerifyPage, kept=False)
def verify(shelf: TheShelf) -> VerifyPage:
    """The form to have a report checked with."""
    return VerifyPage(
        formats="Markdown, HTML, text (a chat answer, say), PDF or DOCX",
        max_characters=MAX_REPORT,
        reports=len(shelf.titles()),
        verdicts={one.label: one.meaning for one in VERDICTS.values()},
    )


@page(router, "/verify/{check}", "check.html.j2", CheckPage, kept=False)
def checked(request: Request, shelf: TheShelf, check: str, verdict: Words = "") -> CheckPage:
    """A checked report: each statement with its verdict, the words of the sources and what differs."""
    kept = found(checks_of(request).get(check), "checked report")
    if verdict and verdict not in VERDICTS:
        raise HTTPException(422, f"verdict: expected one of {', '.join(VERDICTS)}.")
    made: Check = kept.check
    statements = tuple(one for one in made.statements if verdict in ("", one.verdict))
    return CheckPage(
        id=check,
        verdict=verdict,
        summary=summary(made),
        counts=made.counts(),
        stale=shelf.snapshot().key != kept.key,
        check=msgspec.structs.replace(made, statements=statements, passages=()),
    )


@router.post("/verify", status_code=303, dependencies=[Checked], response_class=RedirectResponse)
async def send(
    request: Request,
    file: Annotated[UploadFile | None, File(description="A report.")] = None,
    text: Annotated[str, Form(max_length=MAX_PASTE, description="A pasted report.")] = "",
) -> RedirectResponse:
    """Check a report against the case. It is kept in memory for a while and never in the case."""
    name, data = "pasted report", text.encode()
    if file is not None and file.filename:
        name, data = shown_name(file.filename), await file.read()
    if not data.strip():
        raise HTTPException(422, "There is nothing to check: choose a file or paste a report.")
    made = await run_in_threadpool(checks_of(request).make, name, data)
    return RedirectResponse(f"/verify/{made}", 303)
