"""What we know (two or more independent origins) and what rests on one origin only."""

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Section, Statement

_MOST_KNOWN, _MOST_SINGLE = 14, 14
# One outlet or speaker should not fill the list of single-origin claims.
_MOST_OF_ONE_ORIGIN = 3


def what_we_know(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List the claims that two or more independent origins assert and nobody contests."""
    fresh, lines = Fresh(), list[Line]()
    for claim in scores.pick(_is_known, used):
        line = claim_line(desk, claim)
        if line and fresh.admits(line):
            lines.append(line)
        if len(lines) == _MOST_KNOWN:
            break
    intro = "Each line rests on at least two origins that do not depend on each other, and no report contests it."
    return Section("what_we_know", "What we know", tuple(lines), intro) if lines else None


def single_origin(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what only one origin asserts, however many outlets repeat it."""
    fresh, lines, counts = Fresh(), list[Line](), dict[str, int]()
    for claim in scores.pick(_is_single, used):
        origin = claim.origins[0]
        if counts.get(origin, 0) >= _MOST_OF_ONE_ORIGIN:
            continue
        line = claim_line(desk, claim)
        if line and fresh.admits(line):
            lines.append(line)
            counts[origin] = counts.get(origin, 0) + 1
        if len(lines) == _MOST_SINGLE:
            break
    intro = "One origin only, however many outlets carry it: treat as unconfirmed."
    return Section("single_origin", "Single-origin claims", tuple(lines), intro) if lines else None


def _is_known(claim: Claim, lead: Statement) -> bool:
    return claim.status == "corroborated" and len(claim.origins) >= 2 and not lead.opinion


def _is_single(claim: Claim, lead: Statement) -> bool:
    return claim.status == "single-origin" and len(claim.origins) == 1 and not lead.opinion
