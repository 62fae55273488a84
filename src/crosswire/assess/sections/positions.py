"""Who wants what: demands, offers, rejections and red lines, by party and issue."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.sections.rounds import round_name, since_round
from crosswire.assess.select import Scores
from crosswire.model import Claim, Entry, Grid, GridRow, Line, Section

# What the acts are called in the list, in the order they are told within one issue.
STANCES = {
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
# Negated, these are no position: a promise not made is no promise.
_SOFTENING = ("ACCEPT", "CONCEDE", "PROMISE")
_MOST, _MOST_OF_A_PARTY, _MOST_OF_A_CELL = 60, 28, 2


class Stance(msgspec.Struct, frozen=True):
    """A party's stance in one claim: who takes it, which act it is, and the statement that says so."""

    claim: Claim
    holder: str
    act: str


class Cell(msgspec.Struct, frozen=True):
    """One position as shown: whose, on which issue, of which kind, and its line."""

    party: str
    issue: str
    stance: str
    claim: Claim
    line: Line


def positions(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List each party's positions, grouped by party, most prominent party first, then by issue."""
    stances = [stance for claim in scores.ranked if (stance := stance_of(desk, claim))]
    side = _sides(desk, stances)
    cells: dict[str, list[Cell]] = defaultdict(list)
    counts: Counter[tuple[str, str, str]] = Counter()
    fresh = Fresh()
    # Every cell gets its best line before any gets a second one.
    for most in range(1, _MOST_OF_A_CELL + 1):
        for stance in stances:
            party, issue, name = side(stance.holder), issue_name(desk, stance.claim), STANCES[stance.act]
            full = sum(map(len, cells.values())) >= _MOST or len(cells[party]) >= _MOST_OF_A_PARTY
            if full or counts[party, issue, name] >= most:
                continue
            label = " · ".join(part for part in (desk.name(party), issue, name) if part)
            line = claim_line(desk, stance.claim, label=label)
            if line and fresh.admits(line):
                cells[party].append(Cell(party, issue, name, stance.claim, line))
                counts[party, issue, name] += 1
    order = sorted((party for party in cells if cells[party]), key=lambda one: (-len(cells[one]), desk.name(one)))
    names = list(STANCES.values())
    lines = tuple(
        cell.line
        for party in order
        for cell in sorted(cells[party], key=lambda cell: (cell.issue, names.index(cell.stance), cell.line.id))
    )
    intro = "Each position in the words of whoever states it. No line for a party on an issue means no evidence."
    held = [cell for party in order for cell in cells[party]]
    grid = _grid(desk, held, side)
    return Section("positions", "Who wants what", lines, intro, grid) if lines else None


def _grid(desk: Desk, held: Sequence[Cell], side: Callable[[str], str]) -> Grid | None:
    """Lay the positions out by issue, party and round; None without rounds, or with no issue two parties speak to."""
    columns = [None, *desk.dossier.rounds]
    rows: dict[tuple[str, str], list[list[Entry]]] = {}
    for cell in held:
        if cell.issue:
            row = rows.setdefault((cell.issue, desk.name(cell.party)), [[] for _ in columns])
            row[columns.index(since_round(desk, cell.claim))].append(Entry(cell.stance, cell.line.id))
    spoken = Counter(issue for issue, _ in rows)
    shared = sorted(pair for pair in rows if spoken[pair[0]] > 1)
    if not desk.dossier.rounds or not shared:
        return None
    used = [place for place in range(len(columns)) if any(rows[pair][place] for pair in shared)]
    names = ["Before", *(f"{round_name(one)}, {one.day:%-d %b}" for one in desk.dossier.rounds)]
    return Grid(
        ("Issue", "Party"),
        tuple(names[place] for place in used),
        tuple(GridRow(pair, tuple(tuple(rows[pair][place]) for place in used)) for pair in shared),
    )


def stance_of(desk: Desk, claim: Claim) -> Stance | None:
    """Return the stance a claim holds: the act of a speaker, or one that a report or another speaker tells of."""
    for said in desk.voices(claim):
        own_reading = said.mode == "narrated" and desk.articles[said.article].genre in _NOT_REPORTS
        if said.opinion or said.headline or own_reading:
            continue
        for act, holder in ((said.act, said.agent or said.speaker), (said.event, said.event_agent)):
            name = (act or "").partition(".")[0]
            if name in STANCES and holder and not (said.negated and name in _SOFTENING):
                return Stance(claim, holder, name)
    return None


def _sides(desk: Desk, stances: list[Stance]) -> Callable[[str], str]:
    """Tell sides by party; where everybody acts for one party (a country's own politics), each stands for itself."""
    parties = Counter(desk.party(holder) for holder in {stance.holder for stance in stances})
    states = [party for party in parties if party in desk.actors and desk.actors[party].kind == "state"]
    most = max((parties[one] for one in states), default=0)
    alone = len(states) < 2 or most > 0.8 * sum(parties[one] for one in states)
    return (lambda holder: holder) if alone else (lambda holder: desk.party(holder) or holder)


def issue_name(desk: Desk, claim: Claim) -> str:
    """Return the name of the first issue of a claim that the packs know, empty when none is."""
    names = {issue.id: issue.name for issue in desk.packs.issues}
    return next((names[one] for one in claim.issues if one in names), "")
