"""The assessment, with the question box, and every line's evidence in a drawer."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query

from crosswire.model import Assessment
from crosswire.web.page import Current, Words, date_or_none, page

router = APIRouter(tags=["assessment"])


class AssessmentPage(msgspec.Struct, frozen=True):
    """The answer to a question at a date, for an analyst where one is named; the articles have pages of their own."""

    question: str
    as_of: str
    analyst: str
    assessment: Assessment


@page(router, "/assessment", "assessment.html.j2", AssessmentPage)
def assessment(
    snapshot: Current, q: Words = "", as_of: Words = "", analyst: Annotated[Words, Query(alias="as")] = ""
) -> AssessmentPage:
    """The assessment of the case for a question at a date, written for one of the packs' analysts."""
    asked = " ".join(q.split())
    made = snapshot.assessment(asked or None, date_or_none(as_of, "as_of"), analyst or None)
    return AssessmentPage(asked, as_of, analyst, msgspec.structs.replace(made, passages=()))
