"""Put the server together: the case, the door, the pages and their files, and what is said when things go wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial
from http import HTTPStatus
from importlib.resources import files

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from crosswire.errors import CrosswireError, DecisionError, StoreError
from crosswire.web.access import Sessions
from crosswire.web.checks import Checks
from crosswire.web.guard import Guard
from crosswire.web.jobs import BusyError, Jobs
from crosswire.web.openapi import describe
from crosswire.web.pages import ROUTERS
from crosswire.web.patience import Patience
from crosswire.web.render import render_error
from crosswire.web.settings import Settings
from crosswire.web.shelf import Shelf

# Every file a page may ask for: its media type, and the packages and paths its parts lie at.
_STATIC = {
    "report.css": ("text/css", (("crosswire.write", "templates/report.css"),)),
    "app.css": ("text/css", (("crosswire.web", "static/app.css"),)),
    "app.js": ("text/javascript", (("crosswire.write", "templates/contents.js"), ("crosswire.web", "static/app.js"))),
    "icon.svg": ("image/svg+xml", (("crosswire.web", "static/icon.svg"),)),
}


def create_app(settings: Settings) -> FastAPI:
    """Return the app for one case. Raises `StoreError` when the case cannot be opened."""
    sessions, shelf, patience = Sessions(), Shelf(settings), Patience()
    jobs, checks = Jobs(shelf), Checks(shelf)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.close()

    app = FastAPI(title="Crosswire", docs_url=None, redoc_url=None, lifespan=life, redirect_slashes=False)
    app.state.settings, app.state.sessions, app.state.shelf = settings, sessions, shelf
    app.state.jobs, app.state.checks, app.state.patience = jobs, checks, patience
    app.add_middleware(Guard, settings=settings, sessions=sessions, patience=patience)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_bad_field)
    app.add_exception_handler(CrosswireError, _on_error)
    app.add_api_route("/static/{name}", static, include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router)
    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    return app


def static(name: str) -> Response:
    """Return one of our own files; any other name is none."""
    if name not in _STATIC:
        raise HTTPException(404, "There is no such file.")
    media, _ = _STATIC[name]
    return Response(_file(name), media_type=media, headers={"Cache-Control": "public, max-age=3600"})


@cache
def _file(name: str) -> bytes:
    _, parts = _STATIC[name]
    return b"".join(files(package).joinpath(path).read_bytes() for package, path in parts)


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = HTTPStatus(error.status_code).phrase
    message = error.detail if error.detail != told else "Look at the address, or start from the overview."
    return _answer(request, error.status_code, message)


async def _on_bad_field(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors()[:5])
    return _answer(request, 422, f"{told}.")


async def _on_error(request: Request, error: Exception) -> Response:
    if isinstance(error, StoreError) and "holds no report" in str(error):
        return _answer(request, 409, "This case holds no report yet: add some.")
    status = 422 if isinstance(error, DecisionError) else 503 if isinstance(error, BusyError) else 400
    return _answer(request, status, f"{error}.".replace("..", "."))


def _answer(request: Request, status: int, message: str) -> Response:
    wants_page = "text/html" in request.headers.get("accept", "") and not request.url.path.endswith(".json")
    if not wants_page:
        return JSONResponse({"detail": message}, status)
    title = HTTPStatus(status).phrase
    return Response(render_error(request, status, title, message), status, media_type="text/html; charset=utf-8")
