"""One file a group of pages, each with a `router`; a new group is a file here, a line below and one in NAVIGATION."""

from fastapi import APIRouter

from crosswire.web.pages import (
    add,
    articles,
    assessment,
    changes,
    claims,
    decisions,
    disagreements,
    export,
    ledger,
    login,
    origins,
    overview,
    positions,
    search,
    timeline,
    verify,
)

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    assessment.router,
    claims.router,
    search.router,
    disagreements.router,
    positions.router,
    ledger.router,
    timeline.router,
    origins.router,
    articles.router,
    changes.router,
    verify.router,
    export.router,
    add.router,
    decisions.router,
    login.router,
)

__all__ = ["ROUTERS"]
