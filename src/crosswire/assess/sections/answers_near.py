"""What finders of answers share: how near a claim is to a part of a question, and the nearest claims of a kind."""

import math
import re
from collections.abc import Callable, Iterator
from itertools import islice

from crosswire.assess.asked import alike
from crosswire.assess.desk import Desk
from crosswire.assess.lines import claim_line
from crosswire.assess.parts import QuestionPart
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Statement

MOST_OF_A_PART = 3
# Less in common with a part than this, and a claim does not answer it.
SPEAKS, NEAR = 0.5, 0.3
# What an issue in common adds to words in common.
_SAME_ISSUE = 0.2
# What a question asks that asks of what is over.
_OF_THE_PAST = re.compile(r"\b(?:did|was|were|had|when|how many|how much)\b", re.IGNORECASE)

Finder = Callable[[Desk, Scores, QuestionPart], Iterator[Line]]


def heading_of(part: QuestionPart) -> str:
    """Return a part's own words as a question."""
    return f"{part.text[0].upper()}{part.text[1:].rstrip('?')}?"


def that_tell(wanted: Callable[[Claim, Statement], bool], least: float) -> Finder:
    """Return a finder of the claims of one kind that speak to a part: the nearest first, of what is asked of now."""

    def find(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
        near_by = {claim.id: nearness(desk, scores, part, claim) for claim in scores.pick(wanted)}
        near = [desk.claims[one] for one, value in near_by.items() if value >= least and _says(desk, part, one)]
        of_now = _OF_THE_PAST.search(part.text) is None

        def order(claim: Claim) -> tuple[float, float, str]:
            worth = math.sqrt(scores.freshness(claim)) * scores.news.standing(claim) if of_now else 1.0
            return -round(near_by[claim.id] * worth, 1), -scores.score(claim), claim.id

        near.sort(key=order)
        lines = (line for claim in near if (line := claim_line(desk, claim)))
        yield from islice(lines, MOST_OF_A_PART)

    return find


def _says(desk: Desk, part: QuestionPart, claim: str) -> bool:
    """Tell whether a claim says what is asked: of who won, that somebody did, in one of the words for that."""
    asked = [alike(term) for term in part.terms if len(alike(term)) > 1]
    said = desk.statements[desk.claims[claim].lead].terms
    return all(not group.isdisjoint(said) for group in asked)


def nearness(desk: Desk, scores: Scores, part: QuestionPart, claim: Claim) -> float:
    """Return how far a claim speaks to a part, 0 to 1.2; one that is about nothing itself is about the whole."""
    issues = part.issues or (() if part.terms else desk.plan.issues)
    shared = _SAME_ISSUE if set(issues) & set(claim.issues) else 0.0
    return scores.wording(claim, part.terms or desk.plan.terms) + shared


def sober(claim: Claim, lead: Statement) -> bool:
    return not (lead.opinion or lead.headline) and lead.realis not in ("questioned", "conditional")
