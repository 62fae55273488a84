"""Who gave, offered or proposed what a question asks about: the sides it names, or those it calls by their part."""

import re
from collections.abc import Set
from functools import lru_cache

from crosswire.assess.desk import Desk
from crosswire.assess.parts import GIVING, QuestionPart
from crosswire.model import Claim, Statement

GIVING_ACTS = frozenset({"OFFER", "PROMISE", "PROPOSE", "CONCEDE", "ACCEPT", "AGREE_JOINT", "CONDITION"})
# "What have the mediators proposed": a part that somebody plays, and no name.
_ROLE = re.compile(rf"\b(?:has|have|had|did|do|does) (?:the )?(?P<who>[a-z][a-z -]{{2,40}}?) (?:{GIVING})\b")
_PROPOSED = re.compile(r"\b(?:propos|suggest|put forward|table[ds]?\b)", re.IGNORECASE)
_MEDIATING = ("mediat", "broker", "facilitat", "go-between", "intermediar")


def givers(desk: Desk, part: QuestionPart, named: Set[str | None]) -> frozenset[str | None]:
    """Return the sides named in a part, and who sat between the parties where it asks for the mediators."""
    role = role_of(part)
    if role is None or not role.startswith(_MEDIATING):
        return frozenset(named)
    sat = {one.party or one.value for held in desk.dossier.rounds for one in held.details if one.kind == "mediator"}
    return frozenset(named | {desk.party(one) for one in sat})


def role_of(part: QuestionPart) -> str | None:
    """
    Return the last word of what a part calls the givers, where that is no name.

    >>> role_of(QuestionPart("offers", "what have the mediators proposed", ()))
    'mediators'
    >>> role_of(QuestionPart("offers", "What has Oria offered?", ())) is None
    True
    """
    match = _ROLE.search(part.text)
    return match["who"].split()[-1] if match else None


def is_given_by(desk: Desk, claim: Claim, part: QuestionPart, named: Set[str | None]) -> bool:
    """Tell whether a claim is of what a side named in the question does, or of those it calls by their part."""
    lead = desk.statements[claim.lead]
    doers = [lead.agent or lead.speaker] if lead.act in GIVING_ACTS else [lead.event_agent or lead.agent]
    if named and any(desk.party(one) in named for one in doers if one):
        return True
    role = role_of(part)
    return role is not None and not lead.headline and _gave(role).search(lead.evidence.quote) is not None


def asked_act(claim: Claim, lead: Statement, part: QuestionPart) -> bool:
    """Tell whether a claim does what the part asks for: who asks for proposals wants them before offers."""
    if not _PROPOSED.search(part.text):
        return True
    return "PROPOSE" in (lead.act, lead.event, claim.act) or _PROPOSED.search(lead.evidence.quote) is not None


@lru_cache(maxsize=32)
def _gave(role: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(role)} (?:(?:have|has|had|also|jointly) ){{0,2}}(?:{GIVING})\b", re.IGNORECASE)


# "What did each commit to at Vell, Tarn and Corvane": several meetings, each asked for by its place.
_PLACES = re.compile(r"\b(?:at|in) ((?:[A-Z][\w’'-]+,? (?:and )?){1,5}[A-Z][\w’'-]+)")


def places_of(part: QuestionPart) -> tuple[str, ...]:
    """
    Return the places of the meetings that a part asks about, where it lists several.

    >>> places_of(QuestionPart("offers", "what did each commit to at Vell, Tarn and Corvane", ()))
    ('Vell', 'Tarn', 'Corvane')
    >>> places_of(QuestionPart("offers", "What has Oria offered in Vell?", ()))
    ()
    """
    match = _PLACES.search(part.text)
    found = tuple(re.findall(r"[A-Z][\w’'-]+", match[1])) if match and re.search(r",| and ", match[1]) else ()
    return found if len(found) > 1 else ()
