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
    login,
    origins,
    overview,
    positions,
    timeline,
)

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    assessment.router,
    claims.router,
    disagreements.router,
    positions.router,
    timeline.router,
    origins.router,
    articles.router,
    changes.router,
    add.router,
    decisions.router,
    login.router,
)

__all__ = ["ROUTERS"]
