"""What every form that writes needs: its session's token, and who sends it."""

from typing import Annotated

from fastapi import Depends, Form, Header, Request
from starlette.exceptions import HTTPException

from crosswire.web.access import Sessions, User


def check_token(
    request: Request,
    form_token: Annotated[str, Form(max_length=200)] = "",
    x_form_token: Annotated[str, Header(max_length=200)] = "",
) -> None:
    """Refuse a write that does not carry its session's token; a client that names itself by its own needs none."""
    state = request.scope["state"]
    sessions: Sessions = request.app.state.sessions
    if not state["bearer"] and not sessions.is_form_token(state["session"], form_token or x_form_token):
        raise HTTPException(403, "This form is out of date: go back, reload the page and send it again.")


Checked = Depends(check_token)


def author_of(request: Request) -> str:
    """Return the name of who sends a request."""
    user: User = request.scope["state"]["user"]
    return user.name
