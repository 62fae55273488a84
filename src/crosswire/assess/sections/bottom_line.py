"""Bottom line: the few sentences to forward when there is time for nothing else."""

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line, our_line
from crosswire.assess.sections.watch import scheduled
from crosswire.assess.select import Scores, is_firm
from crosswire.model import Claim, Line, Section, Statement

_MOST = 4
# How much more a corroborated claim, and one that several reports agree was said, weigh than any other.
_FIRM, _SAID = 2.2, 1.4
# A claim with less than this in common with the question is beside it.
_RELEVANT = 0.25


def bottom_line(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """Lead with the best-supported claims that answer the question, then say how firm the ground is."""
    fresh, lines = Fresh(), list[Line]()
    for claim in sorted(scores.pick(_is_fit), key=lambda claim: (-_weight(desk, scores, claim), claim.id)):
        if scores.relevance(claim) < _RELEVANT:
            continue
        line = claim_line(desk, claim)
        if line and fresh.admits(line):
            lines.append(line)
        if len(lines) == _MOST:
            break
    if not lines:
        return None
    lines += [line for line in scheduled(desk) if fresh.admits(line)][:1]
    return Section("bottom_line", "Bottom line", (*lines, _footing(desk, scores, lines)))


def _is_fit(claim: Claim, lead: Statement) -> bool:
    firm = is_firm(claim, lead)
    return not lead.opinion and lead.realis != "questioned" and (firm or not (lead.unnamed or lead.headline))


def _weight(desk: Desk, scores: Scores, claim: Claim) -> float:
    """Prefer what several origins assert, then what several reports agree was said; contested claims come last."""
    if claim.status in ("disputed", "denied"):
        return 0.5 * scores.score(claim)
    firm = is_firm(claim, desk.statements[claim.lead])
    return scores.score(claim) * (_FIRM if firm else _SAID if len(claim.reporters) >= 2 else 1.0)


def _footing(desk: Desk, scores: Scores, lines: list[Line]) -> Line:
    """Count how many claims rest on what; the counts are recomputed by the verifier's allowed set."""
    claims = [claim for claim in desk.dossier.claims if scores.relevance(claim) >= _RELEVANT]
    several = sum(claim.count >= 2 for claim in claims)
    contested = sum(claim.status in ("disputed", "denied") for claim in claims)
    bearing = "that bear on the question " if desk.plan.question else ""
    text = (
        f"Of {len(claims)} {'claim' if len(claims) == 1 else 'claims'} {bearing}in {_reports(desk)}, "
        f"{several} {'rests' if several == 1 else 'rest'} on two or more independent origins "
        f"and {contested} {'is' if contested == 1 else 'are'} disputed or denied."
    )
    return our_line(text, (line.evidence[0] for line in lines), claims=[one for line in lines for one in line.claims])


def _reports(desk: Desk) -> str:
    count = len(desk.dossier.articles)
    return f"{count} {'report' if count == 1 else 'reports'}"
