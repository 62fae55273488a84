"""Whether a truce or a deal holds: the last words on it of each side, and of whoever watches over it."""

import re
from collections.abc import Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.lines import claim_line
from crosswire.assess.parts import QuestionPart
from crosswire.assess.sections.answers_near import MOST_OF_A_PART, sober
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Statement

# What may hold or break, one kind a row: a question that names one of a row is answered of it.
_MATTERS = (
    r"cease-?fires?|truces?|armistice|cessation|moratorium|pause|lull|calm",
    r"deals?|agreements?|accords?|pacts?|treat(?:y|ies)|consensus|declarations?|memorandums?|commitments|frameworks?|terms",
)
# How reports tell that it does or does not.
_HOLDS = re.compile(
    r"\b(?:violat\w+|breach\w*|br(?:oke|eak|oken|eaking)\b|respect(?:s|ed|ing)?\b|observ(?:es?|ed|ing)\b|honou?r\w*|"
    r"compl(?:y|ies|ied|ying|iance)\b|uph[eo]ld\w*|"
    r"hold(?:s|ing)?(?= *(?:up|firm|so far|for now|despite|,|\.|$))|"
    r"(?:has|have|had|largely|mostly|still|broadly) held\b|in force\b|in tatters|collaps\w+|unravel\w*|fragile|shaky|"
    r"crumbl\w+|st(?:ick|icks|uck|icking) to|reneg\w+|undermin\w+|flout\w*|abid(?:e|es|ed|ing)\b)",
    re.IGNORECASE,
)


def holding(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Yield what the last reports say of its keeping, each voice once; what was said before tells nothing of now."""
    matter = _matter(part.text)

    def tells(claim: Claim, lead: Statement) -> bool:
        words = lead.evidence.quote
        late = scores.news.is_of_the_last(claim, scores.latest)
        return late and sober(claim, lead) and _HOLDS.search(words) is not None and matter.search(words) is not None

    def order(claim: Claim) -> tuple[float, str]:
        worth = scores.importance(claim) * scores.freshness(claim) ** 2 * scores.news.standing(claim)
        return -worth * (0.2 + scores.relevance(claim)), claim.id

    heard: set[str | None] = set()
    for claim in sorted(scores.pick(tells), key=order):
        lead = desk.statements[claim.lead]
        voice = desk.party(lead.speaker) or lead.unnamed
        line = claim_line(desk, claim) if voice not in heard and not desk.is_columnists(claim) else None
        if line is not None:
            heard.add(voice)
            yield line
        if len(heard) == MOST_OF_A_PART:
            return


def _matter(asked: str) -> re.Pattern[str]:
    """Return a pattern of what a question asks about, and of all that may hold where it only says "it"."""
    rows = [row for row in _MATTERS if re.search(rf"\b(?:{row})\b", asked, re.IGNORECASE)] or _MATTERS
    return re.compile(rf"\b(?:{'|'.join(rows)})\b", re.IGNORECASE)
