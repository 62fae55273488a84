"""Add reports: files or a paste, and how far their reading has come."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import msgspec
from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.exceptions import HTTPException

from crosswire.sources.formats import KNOWN
from crosswire.web.forms import Checked, author_of
from crosswire.web.jobs import Job, Jobs
from crosswire.web.page import TheShelf, found, page
from crosswire.web.settings import MAX_PASTE

router = APIRouter(tags=["add"])
_LOOK_SECONDS = 0.2


class AddPage(msgspec.Struct, frozen=True):
    """What may be sent, and the last uploads."""

    formats: str
    max_files: int
    max_megabytes: int
    reports: int
    jobs: tuple[Job, ...]


class JobPage(msgspec.Struct, frozen=True):
    """How far one upload has come."""

    job: Job


def jobs_of(request: Request) -> Jobs:
    """Return the uploads of this server."""
    jobs: Jobs = request.app.state.jobs
    return jobs


@page(router, "/add", "add.html.j2", AddPage, kept=False)
def add(request: Request, shelf: TheShelf) -> AddPage:
    """The form to add reports with, and the last uploads."""
    settings = request.app.state.settings
    return AddPage(
        formats=KNOWN,
        max_files=settings.max_files,
        max_megabytes=settings.max_body // 1_000_000,
        reports=len(shelf.titles()),
        jobs=jobs_of(request).recent()[:10],
    )


@page(router, "/add/{job}", "job.html.j2", JobPage, kept=False)
def job(request: Request, job: str) -> JobPage:
    """How far an upload has come."""
    return JobPage(found(jobs_of(request).get(job), "upload"))


@router.post("/add", status_code=303, dependencies=[Checked], response_class=RedirectResponse)
async def send(
    request: Request,
    files: Annotated[list[UploadFile] | None, File(description="Reports, or archives of reports.")] = None,
    text: Annotated[str, Form(max_length=MAX_PASTE, description="Pasted reports.")] = "",
) -> RedirectResponse:
    """Add reports to the case: files, a paste, or both. Answers with the address of the upload's progress."""
    taken = [(shown_name(one.filename), await one.read()) for one in files or [] if one.filename]
    if text.strip():
        taken.append(("paste.txt", text.encode()))
    taken = [one for one in taken if one[1].strip()]
    if not taken:
        raise HTTPException(422, "There is nothing to add: choose files or paste a report.")
    if len(taken) > request.app.state.settings.max_files:
        raise HTTPException(
            413, f"At most {request.app.state.settings.max_files} files at once; pack them into a .zip."
        )
    started = jobs_of(request).start(taken, author_of(request))
    return RedirectResponse(f"/add/{started.id}", 303)


@router.get("/add/{job}/events", response_class=StreamingResponse)
async def events(request: Request, job: str) -> StreamingResponse:
    """An upload's progress as server-sent events, one when something has changed, until it is done."""
    jobs = jobs_of(request)
    found(jobs.get(job), "upload")

    async def stream() -> AsyncIterator[bytes]:
        last = None
        while (state := jobs.get(job)) is not None:
            if state != last:
                yield b"data: " + msgspec.json.encode(state) + b"\n\n"
                last = state
            if state.finished or await request.is_disconnected():
                return
            await asyncio.sleep(_LOOK_SECONDS)

    return StreamingResponse(stream(), media_type="text/event-stream")


def shown_name(sent: str | None) -> str:
    r"""
    Return the name a report is shown under: the last part of what was sent, which is never opened.

    >>> shown_name("../../etc/passwd"), shown_name("C:\\news\\a.html"), shown_name("..")
    ('passwd', 'a.html', 'upload')
    """
    last = (sent or "").replace("\\", "/").rpartition("/")[2].replace("!", "_")
    name = "".join(character for character in last if character.isprintable()).strip(". ")
    return name[-120:] or "upload"
