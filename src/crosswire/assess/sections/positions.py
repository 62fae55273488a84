"""Who wants what: demands, offers, rejections and red lines, by party and issue."""

from collections import Counter, defaultdict
from collections.abc import Callable

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Section, Statement

# What the acts are called in the list, in the order they are told within one issue.
_STANCES = {
    "RED_LINE": "red line",
    "DEMAND": "demand",
    "CONDITION": "condition",
    "PROPOSE": "proposal",
    "OFFER": "offer",
    "COUNTER": "counter-offer",
    "CONCEDE": "concession",
    "ACCEPT": "acceptance",
    "REJECT": "rejection",
    "PROMISE": "promise",
    "APPEAL": "appeal",
}
# What these say in their own voice is their reading of a party's position, not the position.
_NOT_REPORTS = ("opinion", "analysis", "summary")
_MOST, _MOST_OF_A_PARTY, _MOST_OF_A_CELL = 36, 14, 2


def positions(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List each party's positions, grouped by party, most prominent party first, then by issue."""
    side = _sides(desk, scores)
    cells: dict[str, list[tuple[str, str, Line]]] = defaultdict(list)
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    fresh = Fresh()
    for claim in scores.pick(_is_position):
        lead = desk.statements[claim.lead]
        if lead.mode == "narrated" and desk.articles[lead.article].genre in _NOT_REPORTS:
            continue
        party = side(lead.agent or lead.speaker)
        issue = _issue(desk, claim)
        stance = _STANCES[lead.act]
        if party is None or sum(map(len, cells.values())) >= _MOST or len(cells[party]) >= _MOST_OF_A_PARTY:
            continue
        if counts[party, issue, stance] >= _MOST_OF_A_CELL:
            continue
        label = f"{desk.name(party)} · {issue} · {stance}" if issue else f"{desk.name(party)} · {stance}"
        line = claim_line(desk, claim, label=label)
        if line and fresh.admits(line):
            cells[party].append((issue, stance, line))
            counts[party, issue, stance] += 1
    order = sorted((party for party in cells if cells[party]), key=lambda one: (-len(cells[one]), desk.name(one)))
    stances = list(_STANCES.values())
    lines = tuple(
        line
        for party in order
        for _, _, line in sorted(cells[party], key=lambda cell: (cell[0], stances.index(cell[1]), cell[2].id))
    )
    intro = "Each position in the words of whoever states it. No line for a party on an issue means no evidence."
    return Section("positions", "Who wants what", lines, intro) if lines else None


def _is_position(claim: Claim, lead: Statement) -> bool:
    if lead.negated and lead.act in ("ACCEPT", "CONCEDE", "PROMISE"):
        return False
    return lead.act in _STANCES and bool(lead.agent or lead.speaker) and not lead.opinion


def _sides(desk: Desk, scores: Scores) -> Callable[[str | None], str | None]:
    """Tell sides by party; where everybody acts for one party (a country's own politics), each stands for itself."""
    agents = {
        desk.statements[claim.lead].agent or desk.statements[claim.lead].speaker for claim in scores.pick(_is_position)
    }
    parties = Counter(desk.party(agent) for agent in agents if agent)
    states = [party for party, count in parties.items() if party in desk.actors and desk.actors[party].kind == "state"]
    most = max((parties[one] for one in states), default=0)
    alone = len(states) < 2 or most > 0.8 * sum(parties[one] for one in states)
    return (lambda agent: agent) if alone else desk.party


def _issue(desk: Desk, claim: Claim) -> str:
    names = {issue.id: issue.name for issue in desk.packs.issues}
    return next((names[one] for one in claim.issues if one in names), "")
