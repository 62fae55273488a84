"""The assessment, with the question box, and every line's evidence in a drawer."""

import msgspec
from fastapi import APIRouter

from crosswire.model import Assessment
from crosswire.web.page import Current, Words, date_or_none, page

router = APIRouter(tags=["assessment"])


class AssessmentPage(msgspec.Struct, frozen=True):
    """The answer to a question at a date; the articles' texts are left to their own pages."""

    question: str
    as_of: str
    assessment: Assessment


@page(router, "/assessment", "assessment.html.j2", AssessmentPage)
def assessment(snapshot: Current, q: Words = "", as_of: Words = "") -> AssessmentPage:
    """The assessment of the case for a question at a date."""
    asked = " ".join(q.split())
    made = snapshot.assessment(asked or None, date_or_none(as_of, "as_of"))
    return AssessmentPage(asked, as_of, msgspec.structs.replace(made, passages=()))
