"""Who wants what: demands, offers, rejections and red lines, by party and issue."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

import msgspec

from crosswire.assess.central import matter_of
from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, is_told, sentences
from crosswire.assess.sections.rounds import is_long_after, round_name
from crosswire.assess.select import Scores
from crosswire.assess.stated import STANCES, is_thin, issue_title, position_line, stance_name
from crosswire.model import OTHER_MATTERS, Claim, Entry, Evidence, Grid, GridRow, Line, Position, Section

BETWEEN = "between"
# What these say in their own voice is their reading of a party's position, not the position.
_NOT_REPORTS = ("opinion", "analysis", "summary")
# Negated, these are no position: a promise not made is no promise.
_SOFTENING = ("ACCEPT", "CONCEDE", "PROMISE")
_MOST, _MOST_OF_A_PARTY, _MOST_OF_A_CELL = 80, 36, 2
# What is done only to a counterpart; and what, beside them, a party that a pack lists puts to one.
_BIDS = frozenset({"OFFER", "COUNTER", "CONCEDE", "ACCEPT", "AGREE_JOINT"})
_CLAIMS = frozenset({"DEMAND", "RED_LINE", "CONDITION", "REJECT", "PROPOSE"})
_TELLERS = {"self": 0, "mediator": 1, "other_party": 2, "outlet": 3}


class Stance(msgspec.Struct, frozen=True):
    """A party's stance in one claim: who takes it, which act it is, and the statement that says so."""

    claim: Claim
    holder: str
    act: str


class Shown(msgspec.Struct, frozen=True):
    """A position with the line that shows it."""

    position: Position
    line: Line


def positions(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List each party's positions, grouped by party, most prominent party first, then by issue and round."""
    if not _is_bargained(desk):
        return None
    shown = _shown(desk, scores, sentences(desk, used))
    spoken = Counter(one.position.party for one in shown if one.position.issue != OTHER_MATTERS)
    shown.sort(key=lambda one: (-spoken[one.position.party], *_order(desk, one)))
    intro = (
        "Each position in the words of whoever states it, the party's own first. In the table an empty cell means no "
        "evidence; the rows “between” say how the two parties stand to each other, and nothing where no pair tells."
    )
    told: dict[str, list[Shown]] = {}
    for one in shown:
        told.setdefault(one.line.id, []).append(one)
    lines = tuple(_of_all(desk, group) for group in told.values() if not _is_alone(group))
    return Section("positions", "Who wants what", lines, intro, position_grid(desk, shown)) if lines else None


def _of_all(desk: Desk, group: Sequence[Shown]) -> Line:
    """Return the one line of several positions, under the names of all whose position it is and all it is about."""
    first = group[0]
    names = list(dict.fromkeys(desk.name(one.position.party) for one in group))
    if len(names) == 1:
        return _of_one(desk, first.line, [one.position for one in group])
    taken = list(dict.fromkeys(stance_name(one.position) for one in group))
    who, issue = " and ".join(names), issue_title(desk, first.position.issue)
    if len(taken) > 1:  # "Arland refused the truce, which Borland had accepted": each with its own stance
        agreed = {one.position.party for one in group if one.position.act == "AGREE_JOINT"}
        group = [one for one in group if one.position.act != "ACCEPT" or one.position.party not in agreed]
        pairs = dict.fromkeys(f"{desk.name(one.position.party)}: {stance_name(one.position)}" for one in group)
        label = " · ".join((issue, ", ".join(pairs)))
    else:
        label = " · ".join((who, issue, taken[0]))
    return msgspec.structs.replace(first.line, label=label)


def _is_alone(group: Sequence[Shown]) -> bool:
    """Tell whether a line tells of an agreement of both, and names one of them."""
    return len({one.position.party for one in group}) == 1 and all(one.position.act == "AGREE_JOINT" for one in group)


def _of_one(desk: Desk, line: Line, group: Sequence[Position]) -> Line:
    """Name every issue a party's sentence takes a stance on: "Arland · tariffs, ports · demand"."""
    taken: dict[str, list[str]] = {}
    for one in group:
        issues = taken.setdefault(stance_name(one), [])
        if (issue := issue_title(desk, one.issue)) not in issues:
            issues.append(issue)
    if sum(map(len, taken.values())) == 1:
        return line
    parts = [f"{', '.join(issues)} · {stance}" for stance, issues in taken.items()]
    return msgspec.structs.replace(line, label=f"{desk.name(group[0].party)} · {'; '.join(parts)}")


def _is_bargained(desk: Desk) -> bool:
    """
    Tell whether anybody bargains in the reports: in rounds, with bids, answers or terms, or one party against another.

    News is full of people who urge somebody to do something; a list of those says nothing of who wants what.
    """
    dossier = desk.dossier
    if dossier.rounds or any(gap.relation != "unknown" for gap in dossier.gaps):
        return True
    known = {one.id for one in desk.packs.actors}
    return any(one.act in _BIDS or (one.act in _CLAIMS and one.party in known) for one in dossier.positions)


def _shown(desk: Desk, scores: Scores, told: Set[Evidence]) -> list[Shown]:
    """Word the positions: every cell gets its best line before any gets a second one."""
    matter = matter_of(desk.dossier, desk.plan.actors)
    ranked = sorted(
        filter(matter.holds, desk.dossier.positions),
        key=lambda one: (is_thin(desk, one), _TELLERS[one.stated_by], -_score(desk, scores, one), one.id),
    )
    places: Counter[tuple[str, str, str | None, str]] = Counter()
    parties: Counter[str] = Counter()
    shown: list[Shown] = []
    done: set[str] = set()
    fresh = Fresh()
    own = {(one.party, one.issue) for one in ranked if one.stated_by == "self" and not is_thin(desk, one)}
    ranked = [one for one in ranked if one.marks or not _is_beside(desk, scores, one, own)]
    ranked = [one for one in ranked if one.issue != OTHER_MATTERS or _is_news(desk, scores, one, told)]
    for most in range(1, _MOST_OF_A_CELL + 1):
        for one in ranked:
            place = one.party, one.issue, one.round, one.stance
            if most > 1 and _is_retold(desk, one):
                continue
            full = len(shown) >= _MOST or parties[one.party] >= _MOST_OF_A_PARTY
            if full or places[place] >= most or one.id in done:
                continue
            line = position_line(desk, one)
            if line is None:
                continue
            twin = next((held for held in shown if _may_share(held.position, one) and _twins(held.line, line)), None)
            if twin and one.issue == OTHER_MATTERS:
                continue  # its sentence stands there already
            if twin or fresh.admits(line):
                shown.append(Shown(one, twin.line if twin else line))
                done.add(one.id)
                places[place] += 1
                parties[one.party] += 1
    return shown


def _is_beside(desk: Desk, scores: Scores, one: Position, own: Set[tuple[str, str]]) -> bool:
    """Tell whether a stand is another's old word on what a party says of itself."""
    if one.stated_by == "self" or one.count > 1 or one.round is not None or one.day is None:
        return False
    return (one.party, one.issue) in own and not scores.news.is_fresh(one.day, scores.latest)


def _is_news(desk: Desk, scores: Scores, one: Position, told: Set[Evidence]) -> bool:
    """Tell whether a stand on a matter that no pack names is of late and is told by no section above."""
    late = one.day is None or scores.news.is_fresh(one.day, scores.latest)
    claims = (desk.claims[at] for at in one.claims if at in desk.claims)
    return late and one.superseded_by is None and not any(is_told(desk, claim, told) for claim in claims)


def _is_retold(desk: Desk, one: Position) -> bool:
    """Tell whether only an author's opinion tells of a stand, in words of his own."""
    told = [desk.statements[at] for at in one.statements]
    return all(said.mode == "indirect" and desk.articles[said.article].genre == "opinion" for said in told)


def _may_share(one: Position, other: Position) -> bool:
    """Tell whether one sentence may show both: they are one party's, or of two parties on one issue."""
    return one.party == other.party or one.issue == other.issue


def _twins(one: Line, other: Line) -> bool:
    """Tell whether two lines show one sentence: two positions of a party may stand in it."""
    return one.evidence[0].article == other.evidence[0].article and one.evidence[0].span.meets(other.evidence[0].span)


def _score(desk: Desk, scores: Scores, position: Position) -> float:
    return max((scores.score(desk.claims[one]) for one in position.claims if one in desk.claims), default=0.0)


def _order(desk: Desk, one: Shown) -> tuple[str, str, str, int, str]:
    at, day = one.position, one.position.day
    names = list(STANCES)
    return desk.name(at.party), issue_title(desk, at.issue), str(day or ""), names.index(at.act), one.line.id


def _grid_entry(one: Shown) -> Entry:
    return Entry(stance_name(one.position), one.line.id, one.position.firmness)


def position_grid(desk: Desk, shown: Sequence[Shown]) -> Grid | None:
    """Lay the positions out by issue, party and, where there are some, round; None where no parties share an issue."""
    rounds = desk.dossier.rounds
    columns = [None, *(one.id for one in rounds)]
    rows: dict[tuple[str, str], list[list[Entry]]] = {}
    lines = {one.position.id: one for one in shown}
    for one in shown:
        if rounds and one.position.day is None and one.position.round is None:
            continue  # an undated report's: before or after which round is not known
        row = rows.setdefault((one.position.issue, one.position.party), [[] for _ in columns])
        if (entry := _grid_entry(one)) not in row[columns.index(one.position.round)]:
            row[columns.index(one.position.round)].append(entry)
    spoken = Counter(issue for issue, _ in rows)
    shared = sorted((pair for pair in rows if spoken[pair[0]] > 1), key=lambda pair: _named(desk, pair))
    if not shared:
        return None
    table = [(*_named(desk, pair), rows[pair]) for pair in shared]
    for issue in dict.fromkeys(issue for issue, _ in shared):
        table += _between(desk, issue, columns, lines)
    table.sort(key=lambda row: (row[0], row[1].startswith(BETWEEN)))
    used = [place for place in range(len(columns)) if any(cells[place] for _, _, cells in table)]
    late = {
        one.id for one in rounds for at in shown if at.position.round == one.id and is_long_after(one, at.position.day)
    }
    heads = (f"{round_name(one)}, {one.day:%-d %b}{', and since' if one.id in late else ''}" for one in rounds)
    names = ["Before" if rounds else "So far", *heads]
    return Grid(
        ("Issue", "Party"),
        tuple(names[place] for place in used),
        tuple(GridRow((issue, who), tuple(tuple(cells[at]) for at in used)) for issue, who, cells in table),
    )


def _named(desk: Desk, pair: tuple[str, str]) -> tuple[str, str]:
    return issue_title(desk, pair[0]), desk.name(pair[1])


def _between(
    desk: Desk, issue: str, columns: Sequence[str | None], lines: Mapping[str, Shown]
) -> Iterator[tuple[str, str, list[list[Entry]]]]:
    """Yield a row for each pair of parties: how they stand to each other, leading to the line of one of the two."""
    pairs: dict[tuple[str, str], list[list[Entry]]] = {}
    for gap in desk.dossier.gaps:
        held = next((lines[one] for one in (gap.one, gap.other) if one in lines), None)
        if gap.issue == issue and gap.relation != "unknown" and held is not None:
            low, high = sorted(map(desk.name, gap.parties))
            row = pairs.setdefault((low, high), [[] for _ in columns])
            row[columns.index(gap.round)].append(Entry(gap.relation, held.line.id, gap.relation))
    for (low, high), cells in sorted(pairs.items()):
        yield issue_title(desk, issue), f"{BETWEEN} {low} and {high}", cells


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
