"""What the party the assessment is written for must watch and answer, drawn from cited facts alone."""

import datetime as dt
from collections.abc import Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.sections.positions import Stance, issue_name, stance_of
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Section, Statement

_MOST_OF_A_KIND = 4
# Acts by which a party puts something to another, answers it, or draws a line.
_OFFERS = ("OFFER", "PROPOSE", "COUNTER")
_ANSWERS = ("ACCEPT", "REJECT", "COUNTER", "CONCEDE", "RED_LINE", "AGREE_JOINT")
_WANTS = ("DEMAND", "CONDITION")
_LINES = ("RED_LINE", "REJECT")


def vantage(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what touches the analyst's own party; None for a desk that takes no side."""
    party = desk.analyst.vantage if desk.analyst else None
    if party is None:
        return None
    stances = [stance for claim in scores.ranked if (stance := stance_of(desk, claim))]
    fresh = Fresh()
    lines = [
        *_block(desk, fresh, "Offers not answered", _unanswered(desk, stances, party)),
        *_block(desk, fresh, "Against its lines", _against(desk, stances, party)),
        *_block(desk, fresh, "Told of it by others", _accusations(desk, scores, party)),
    ]
    intro = (
        "Drawn only from what the reports say: what others put to it, what they ask that it has refused, "
        "and what they accuse it of. What to make of it is the reader's to judge."
    )
    return (
        Section("vantage", f"For {desk.name(party)}: what to watch and answer", tuple(lines), intro) if lines else None
    )


def _block(desk: Desk, fresh: Fresh, label: str, found: Iterator[tuple[str, Claim]]) -> Iterator[Line]:
    """Yield the lines of one kind, each headed by what it is and, where known, its issue."""
    shown = 0
    for topic, claim in found:
        line = claim_line(desk, claim, label=f"{label} · {topic}" if topic else label)
        if line and fresh.admits(line):
            shown += 1
            yield line
        if shown == _MOST_OF_A_KIND:
            return


def _unanswered(desk: Desk, stances: list[Stance], party: str) -> Iterator[tuple[str, Claim]]:
    """Yield what others offered or proposed to which the party, as far as reports tell, has not answered since."""
    answered: dict[str, dt.date] = {}
    for stance in stances:
        said = stance.claim.last
        if stance.act in _ANSWERS and said and desk.party(stance.holder) == party:
            for issue in stance.claim.issues:
                answered[issue] = max(said, answered.get(issue, said))
    put: set[tuple[str | None, tuple[str, ...]]] = set()
    for stance in stances:
        made, whose = stance.claim.first, desk.party(stance.holder)
        if stance.act not in _OFFERS or whose in (None, party) or made is None or not stance.claim.issues:
            continue
        if (whose, stance.claim.issues) in put:
            continue
        if all(answered.get(issue, dt.date.min) < made for issue in stance.claim.issues):
            put.add((whose, stance.claim.issues))
            yield issue_name(desk, stance.claim), stance.claim


def _against(desk: Desk, stances: list[Stance], party: str) -> Iterator[tuple[str, Claim]]:
    """Yield others' demands and conditions on issues where the party has refused or drawn a line."""
    own = [one for one in stances if desk.party(one.holder) == party and one.act in _LINES]
    for stance in stances:
        if stance.act not in _WANTS or desk.party(stance.holder) in (None, party):
            continue
        if any(_same_matter(desk, stance.claim, line.claim) for line in own):
            yield issue_name(desk, stance.claim), stance.claim


def _same_matter(desk: Desk, one: Claim, other: Claim) -> bool:
    """Tell whether two claims share an issue and a word of their own."""
    words = set(desk.statements[one.lead].terms) & set(desk.statements[other.lead].terms)
    return bool(set(one.issues) & set(other.issues)) and len(words) > 1


def _accusations(desk: Desk, scores: Scores, party: str) -> Iterator[tuple[str, Claim]]:
    """Yield what others accuse the party of, the best carried first."""

    def accuses(claim: Claim, lead: Statement) -> bool:
        against = {desk.party(one) for one in (lead.target, lead.event_agent) if one}
        by_other = desk.party(lead.speaker or lead.agent) not in (None, party)
        return lead.act in ("ACCUSE", "CONDEMN") and party in against and by_other and not lead.opinion

    found = sorted(scores.pick(accuses), key=lambda claim: (-len(desk.outlets(claim)), -scores.score(claim), claim.id))
    for claim in found:
        yield issue_name(desk, claim), claim
