"""
One handler, two addresses: a page and its `.json` twin are the same plain data, drawn or encoded.

A handler returns a `msgspec.Struct`. `page` registers `PATH`, which draws the struct with a template, and
`PATH.json`, which encodes it. What readers see depends on nothing but the case and the address, so both are kept
with the snapshot; pages that hold forms are made each time.
"""

import datetime as dt
import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.exceptions import HTTPException

from crosswire.web.render import render
from crosswire.web.shelf import Shelf, Snapshot

Handler = Callable[..., msgspec.Struct]

Words = Annotated[str, Query(max_length=300)]
Number = Annotated[int, Query(ge=1, le=100_000)]

# What handlers give, by name: the schemas that OpenAPI publishes.
GIVEN: dict[str, type[msgspec.Struct]] = {}


def shelf_of(request: Request) -> Shelf:
    """Return the shelf of this server."""
    shelf: Shelf = request.app.state.shelf
    return shelf


def current(request: Request) -> Snapshot:
    """Return the case as it is now."""
    return shelf_of(request).snapshot()


TheShelf = Annotated[Shelf, Depends(shelf_of)]
Current = Annotated[Snapshot, Depends(current)]


def page(
    router: APIRouter, path: str, template: str, gives: type[msgspec.Struct], *, kept: bool = True
) -> Callable[[Handler], Handler]:
    """Register a handler as a page and as JSON. `kept` is False for pages that hold forms or what is going on."""
    GIVEN[gives.__name__] = gives
    twin = "/index.json" if path == "/" else f"{path}.json"

    def register(handler: Handler) -> Handler:
        summary = (inspect.getdoc(handler) or "").partition("\n")[0]
        for address, kind in ((twin, "json"), (path, "html")):
            router.add_api_route(
                address,
                _endpoint(handler, template, "json" if kind == "json" else "html", kept),
                methods=["GET"],
                summary=summary,
                name=f"{handler.__name__}_{kind}",
                response_model=None,
                responses={200: {"description": summary, "content": _content(kind, gives)}},
            )
        return handler

    return register


def _endpoint(handler: Handler, template: str, kind: Literal["html", "json"], kept: bool) -> Callable[..., Response]:
    """Wrap a handler; its parameters stay the endpoint's, with the request before them."""
    parameters = list(inspect.signature(handler).parameters.values())
    # FastAPI hands a request to one parameter only: the handler's, where it has one.
    asks = "request" in {one.name for one in parameters}

    @wraps(handler)
    def endpoint(*, request: Request, **values: Any) -> Response:
        """Answer from what is kept, or make it."""
        snapshot: Snapshot | None = values.get("snapshot")

        def make() -> bytes:
            data = handler(**values, **({"request": request} if asks else {}))
            if kind == "json":
                return msgspec.json.encode(data)
            return render(template, data, request, snapshot, kept=kept)

        if not kept or snapshot is None:
            return _response(make(), kind)
        tag = f'"{snapshot.key}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return _response(snapshot.bodies.get((kind, request.url.path, request.url.query), make), kind, tag)

    own = [] if asks else [inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)]
    keywords = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in parameters]
    endpoint.__signature__ = inspect.Signature([*own, *keywords])  # type: ignore[attr-defined]
    return endpoint


def _response(body: bytes, kind: str, tag: str | None = None) -> Response:
    media = "application/json" if kind == "json" else "text/html; charset=utf-8"
    return Response(body, media_type=media, headers={"ETag": tag} if tag else None)


def _content(kind: str, gives: type[msgspec.Struct]) -> dict[str, Any]:
    if kind == "html":
        return {"text/html": {"schema": {"type": "string"}}}
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{gives.__name__}"}}}


def found(thing: Any, what: str) -> Any:
    """Return a thing, or answer 404 saying what there is none of."""
    if thing is None:
        raise HTTPException(404, f"There is no such {what} in this case.")
    return thing


def date_or_none(text: str, name: str) -> dt.date | None:
    """Read a date a form sent, None for an empty field; answer 422 when it is no date."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise HTTPException(422, f"{name}: expected a date like 2025-06-02.") from None
