"""Coming in with a token, and leaving."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from crosswire.web.access import user_of
from crosswire.web.forms import Checked
from crosswire.web.guard import client_of, session_cookie
from crosswire.web.page import Words, page

router = APIRouter(tags=["access"])


class LoginPage(msgspec.Struct, frozen=True):
    """Who is in, empty for nobody, and where to go next."""

    name: str
    next: str


@page(router, "/login", "login.html.j2", LoginPage, kept=False)
def login(request: Request, next: Words = "/") -> LoginPage:  # noqa: A002 - the address says so
    """The form to come in with a token."""
    user = request.scope["state"].get("user")
    return LoginPage(user.name if user else "", own_path(next))


@router.post("/login", status_code=303, dependencies=[Checked], response_class=RedirectResponse)
def come_in(
    request: Request,
    token: Annotated[str, Form(max_length=200)],
    next: Annotated[str, Form(max_length=300)] = "/",  # noqa: A002
) -> RedirectResponse:
    """Open a session for the user whose token it is."""
    settings = request.app.state.settings
    user = user_of(token.strip(), settings.users)
    if user is None:
        request.app.state.patience.wrong(client_of(request.scope))
        raise HTTPException(403, "No user has this token. Ask whoever runs the server for one.")
    return _with_session(request, request.app.state.sessions.open(user.name), own_path(next))


@router.post("/logout", status_code=303, dependencies=[Checked], response_class=RedirectResponse)
def leave(request: Request) -> RedirectResponse:
    """End the session."""
    return _with_session(request, request.app.state.sessions.open(), "/login")


def own_path(path: str) -> str:
    r"""
    Return a path of this server, the first page for any other address.

    >>> own_path("/claims?q=a"), own_path("//evil.example"), own_path("https://evil.example"), own_path("/\\evil")
    ('/claims?q=a', '/', '/', '/')
    """
    is_own = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if is_own else "/"


def _with_session(request: Request, cookie: str, path: str) -> RedirectResponse:
    answer = RedirectResponse(path, 303)
    answer.headers.append("set-cookie", session_cookie(cookie, secure=request.app.state.settings.secure))
    return answer
