"""What a question takes for granted, beside what the reports tell of it: the nearest to it and the newest."""

import math
from collections.abc import Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.lines import claim_line
from crosswire.assess.meant import is_meant
from crosswire.assess.parts import QuestionPart
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Statement

_MOST = 2
# Less in common with the premise than this, and a claim neither bears it out nor belies it.
_SPEAKS, _WORDED = 0.5, 0.4
# What an issue in common adds to words in common.
_SAME_ISSUE = 0.2
# What another's word or deed is worth beside that of whom the premise names.
_ANOTHERS = 0.5


def premise(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Yield the claims that speak to a premise: by nearness, by whose they are, and by how new they are."""
    named = {desk.party(one) for one in desk.plan.actors if is_meant(desk, one, part.text)}
    # Whom it names is weighed apart from what it says of them.
    terms = [term for term in part.terms if term in desk.plan.terms] or desk.plan.terms

    def worth(claim: Claim) -> float:
        shared = _SAME_ISSUE if set(part.issues or desk.plan.issues) & set(claim.issues) else 0.0
        told = scores.wording(claim, terms)
        near = told + shared
        if near < _SPEAKS or told < _WORDED:
            return 0.0
        spoken_of = {desk.party(one) for one in (claim.agent, claim.target, *claim.actors) if one}
        sides = _sides(desk, claim)
        if named and named.isdisjoint(sides | spoken_of):
            return 0.0
        own = not named or not sides or not named.isdisjoint(sides)
        return near**2 * math.sqrt(scores.freshness(claim)) * scores.news.standing(claim) * (1 if own else _ANOTHERS)

    found = {claim.id: value for claim in scores.pick(_tells) if (value := worth(claim))}
    ranked = sorted(found, key=lambda one: (-round(found[one], 2), -scores.score(desk.claims[one]), one))
    lines = (line for one in ranked if (line := claim_line(desk, desk.claims[one])))
    for at, line in enumerate(lines):
        if at == _MOST:
            break
        yield line


def _sides(desk: Desk, claim: Claim) -> set[str | None]:
    lead = desk.statements[claim.lead]
    return {desk.party(one) for one in (lead.speaker or lead.agent or claim.agent, lead.event_agent) if one}


def _tells(claim: Claim, lead: Statement) -> bool:
    return not (lead.opinion or lead.headline) and lead.realis in ("actual", "future")
