"""The published description of every address: FastAPI's own, with the schemas of the plain data pages give."""

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from crosswire import __version__
from crosswire.web.page import GIVEN

_ABOUT = (
    "A case of reports, weighed. Every page has a `.json` twin with the same data. Read with a session or with "
    "`Authorization: Bearer TOKEN`; writes with a session also need the `form_token` of its forms."
)
_TEMPLATE = "#/components/schemas/{name}"
# What any address may answer beside what it is for.
_ANSWERS = {
    "400": "The request names nothing in the case, or cannot be understood.",
    "401": "A token is needed.",
    "403": "Not allowed to this user, or a form out of date.",
    "404": "There is no such thing in this case.",
    "409": "The case holds no report yet.",
    "413": "Too much at once.",
    "421": "The server is not called by that name.",
    "422": "A field does not have the form it needs.",
    "429": "Too many wrong tokens; `Retry-After` says for how many seconds.",
}


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, made once."""
    if app.openapi_schema is None:
        document = get_openapi(title="Crosswire", version=__version__, description=_ABOUT, routes=app.routes)
        _, schemas = msgspec.json.schema_components(GIVEN.values(), ref_template=_TEMPLATE)
        document.setdefault("components", {}).setdefault("schemas", {}).update(schemas)
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        for operations in document["paths"].values():
            for operation in operations.values():
                for status, words in _ANSWERS.items():
                    operation["responses"].setdefault(status, {"description": words})
        app.openapi_schema = document
    return app.openapi_schema
