"""Bottom line: the few sentences to forward when there is time for nothing else."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, as_of, claim_line
from crosswire.assess.newest import ON_IT, leads, terms_told
from crosswire.assess.sections.watch import scheduled
from crosswire.assess.select import Scores, is_firm
from crosswire.model import Claim, Line, Section, Statement

_MOST = 6
# ... what the last reports lead with and what an accord provides for among them.
_LEADS, _TERMS = 3, 2
# Days within which the newest lines keep the order in which they were chosen.
_CLOSE = 3
# Two claims that share so much of their main clauses are one told twice.
_TWICE = 0.6
# How much more a corroborated claim, and one that several reports agree was said, weigh than any other.
_FIRM, _SAID = 2.2, 1.4
# A claim with less than this in common with the question is beside it; news may be a little so.
_RELEVANT, _BESIDE = 0.25, 0.1
# ... and where the state of play is asked, with less than this.
_ON = 0.18
# In a report on other things a claim is on the question with as much as this.
_BY_ITSELF = 0.35
# Above this a claim is on the question, however many of its words it uses.
_ENOUGH = 0.5
# ... and here it may be the very thing that the question takes for granted.
_ASKED = 0.6
# What a claim of a side already heard is worth beside another's, and the days before the last report that are news.
_AGAIN, _LATEST = 0.6, 1
# ... what is told in a report already drawn on is worth, where other reports tell something else,
_SAME_REPORT = 0.88
# ... and what a side's stand is worth that only says again what it was heard to want, offer or refuse.
_SAME_STAND = 0.4
# What settles what sides wanted before it, what they wanted, and what lies ahead when it is told.
_SETTLES, _AHEAD = frozenset({"AGREE_JOINT", "CEASEFIRE"}), frozenset({"future", "conditional"})
_WANTS = frozenset({"DEMAND", "OFFER", "PROPOSE", "COUNTER", "CONDITION", "APPEAL", "REJECT", "THREATEN"})
# With fewer claims of late than this, older ones may stand in the bottom line.
_ENOUGH_OF_LATE = 8


def bottom_line(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """
    Lead with what the last reports lead with and what an accord provides for, then the best-supported of the rest.

    Each side is heard before one is heard again. The next date closes it; how firm the ground is stands above it.
    """
    fresh, lines, shown = Fresh(), list[Line](), list[Claim]()

    def take(claim: Claim, line: Line | None) -> bool:
        if line is None or any(scores.overlap(claim, one) >= _TWICE for one in shown) or not fresh.admits(line):
            return False
        lines.append(line)
        shown.append(claim)
        return True

    def take_first(found: Iterable[tuple[Claim, Line | None]], most: int) -> None:
        left = most
        for claim, line in found:
            left -= take(claim, line)
            if left <= 0:
                return

    near = [claim for claim in scores.pick(_is_fit) if scores.relevance(claim) >= _BESIDE]
    near = [
        claim for claim in near if not desk.is_columnists(claim) and not desk.is_reading(desk.statements[claim.lead])
    ]
    near = [claim for claim in near if _is_of_the_matter(desk, scores, claim)] or near
    on = [claim for claim in near if _is_on(desk, scores, claim)]
    fit = _of_late(desk, scores, _standing(desk, scores, on))
    weights = {claim.id: _weight(desk, scores, claim) for claim in fit}
    if "state" in desk.plan.asks:
        take_first(leads(desk, scores), _LEADS)
        take_first(terms_told(desk, scores), _TERMS)
    in_turn = _with_asked(desk, scores, on, _heard_in_turn(desk, weights, fit))
    worded = ((claim, claim_line(desk, claim, label=_as_of(desk, scores, claim))) for claim in in_turn)
    take_first(worded, _MOST - len(lines))
    if not lines:
        return None
    taken = {stand for claim in shown for stand in _own_stands(desk, claim)}
    told = (
        claim
        for claim in _latest(scores, [one for one in near if scores.relevance(one) >= _ON])
        if taken.isdisjoint(_own_stands(desk, claim))
    )
    take_first(((claim, claim_line(desk, claim)) for claim in told), 1)
    newest = max((_day_told(desk, line) for line in lines), default=0)
    lines.sort(key=lambda line: (line.label is not None, -min(_day_told(desk, line), newest - _CLOSE)))
    take_first(_next(desk, scores), 1)
    return Section("bottom_line", "Bottom line", tuple(lines), _footing(desk, scores))


def _day_told(desk: Desk, line: Line) -> int:
    """Return the day a line was last told, as a number: the newest comes first; 0 for what no dated report tells."""
    last = desk.claims[line.claims[0]].last
    return last.toordinal() if last and line.label is None else 0


def _next(desk: Desk, scores: Scores) -> Iterator[tuple[Claim, Line]]:
    """Yield what the last reports schedule: of what was told before, nobody says whether it still is."""
    for line in scheduled(desk, scores):
        claim = desk.claims[line.claims[0]]
        if scores.news.is_of_the_last(claim, scores.latest):
            yield claim, line


def _of_late(desk: Desk, scores: Scores, claims: list[Claim]) -> list[Claim]:
    """Leave out what was last told long before the end, where how things stand is asked and enough was told since."""
    late = [claim for claim in claims if scores.news.is_late(claim.last, scores.latest)]
    return late if "state" in desk.plan.asks and len(late) >= _ENOUGH_OF_LATE else claims


def _is_of_the_matter(desk: Desk, scores: Scores, claim: Claim) -> bool:
    """Tell whether a report on what is asked tells a claim, or it is on that, and no mere quotation of a lone voice."""
    lead = desk.statements[claim.lead]
    side = desk.party(lead.speaker)
    heard = side is None or side in desk.shared or side in desk.seated or claim.act != "STATE"
    on = max(map(scores.about, _articles(desk, claim)), default=0.0) >= ON_IT
    on = on or scores.relevance(claim) >= _BY_ITSELF
    return on and (heard or lead.mode not in ("direct", "mixed"))


def _standing(desk: Desk, scores: Scores, claims: list[Claim]) -> list[Claim]:
    """
    Leave out what was awaited before the last days, and what sides wanted before the last accord of the case.

    Only where how things stand is asked: what was wanted once may be the very question otherwise.
    """
    if "state" not in desk.plan.asks:
        return claims
    signed = [one.last for one in claims if one.act in _SETTLES and one.realis == "actual" and one.last]
    accord = max(signed, default=dt.date.min)
    kept = [
        one
        for one in claims
        if not (one.realis in _AHEAD and not scores.news.is_of_the_last(one, scores.latest))
        and not (one.act in _WANTS and one.last is not None and one.last < accord)
    ]
    return kept or claims


def _as_of(desk: Desk, scores: Scores, claim: Claim) -> str | None:
    """Return the day as of which a claim tells how things stand, where that is not the end of what is told."""
    if scores.news.is_of_the_last(claim, scores.latest):
        return None
    done = desk.statements[claim.lead].event_date
    known = done is not None and done.first == done.last and claim.realis == "actual"
    return as_of(claim, done if known else None)


def _is_on(desk: Desk, scores: Scores, claim: Claim) -> bool:
    """Tell whether a claim is on the question; asked how things stand, what was just done may be a little less so."""
    just = max(1.0, scores.freshness(claim)) if "state" in desk.plan.asks else 1.0
    return scores.relevance(claim) * just >= (_ON if "state" in desk.plan.asks else _RELEVANT)


def _with_asked(desk: Desk, scores: Scores, claims: Iterable[Claim], in_turn: Iterator[Claim]) -> Iterator[Claim]:
    """Yield claims in turn, and after the first the one that the question itself speaks of, however old it is."""
    how = "state" in desk.plan.asks and desk.plan.terms
    close = [claim for claim in claims if how and _is_asked(desk, scores, claim)]
    weight = {claim.id: _support(desk, claim, scores.importance(claim)) for claim in close}
    asked = max(close, key=lambda one: (round(scores.directness(one), 1), weight[one.id], one.id), default=None)
    first = next(in_turn, None)
    yield from (claim for claim in (first, asked) if claim)
    yield from (claim for claim in in_turn if claim is not asked)


def _is_asked(desk: Desk, scores: Scores, claim: Claim) -> bool:
    """Tell whether a claim may be what the question speaks of: of whom it names, and neither overtaken nor a musing."""
    side, named = _side(desk, claim), desk.plan.actors
    of_them = side is None or not named or side in {desk.party(one) for one in named}
    return of_them and scores.directness(claim) >= _ASKED and scores.news.standing(claim) >= 1


def _heard_in_turn(desk: Desk, weights: Mapping[str, float], claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims by weight, each less the more its side and its report were heard (maximal marginal relevance)."""
    left = {claim.id: (claim, weights[claim.id], _side(desk, claim)) for claim in claims}
    heard: Counter[str | None] = Counter()
    told: Counter[str] = Counter()
    taken = set[tuple[str, str, str]]()

    def worth(one: tuple[Claim, float, str | None]) -> tuple[float, str]:
        claim, weight, side = one
        again = 1.0 if taken.isdisjoint(_own_stands(desk, claim)) else _SAME_STAND
        again *= _SAME_REPORT ** min(told[each] for each in _articles(desk, claim))
        return weight * again * (_AGAIN ** heard[side] if side else 1.0), claim.id

    while left:
        chosen, _, side = max(left.values(), key=worth)
        del left[chosen.id]
        heard[side] += 1
        told.update(_articles(desk, chosen))
        taken.update(_own_stands(desk, chosen))
        yield chosen


def _articles(desk: Desk, claim: Claim) -> set[str]:
    return {desk.statements[one].article for one in (claim.lead, *claim.statements) if one in desk.statements}


def _own_stands(desk: Desk, claim: Claim) -> set[tuple[str, str, str]]:
    """Return the stands on issues that a claim tells of its side."""
    side = _side(desk, claim)
    return {(side, claim.act, issue) for issue in claim.issues} if side and claim.act != "STATE" else set()


def _side(desk: Desk, claim: Claim) -> str | None:
    """Return whose word or deed a claim is; None for what several do together."""
    lead = desk.statements[claim.lead]
    if lead.speaker is None and (claim.target or lead.event_target):
        return None
    return desk.party(lead.speaker or claim.agent)


def _latest(scores: Scores, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims first told on the last days, the weightiest first."""
    told = [(claim, claim.first) for claim in claims if claim.first]
    last = max((first for _, first in told), default=None)
    fresh = [claim for claim, first in told if last and (last - first).days <= _LATEST]
    return sorted(fresh, key=lambda claim: (-scores.importance(claim), claim.id))


def _is_fit(claim: Claim, lead: Statement) -> bool:
    firm = is_firm(claim, lead)
    return not lead.opinion and lead.realis != "questioned" and (firm or not (lead.unnamed or lead.headline))


def _weight(desk: Desk, scores: Scores, claim: Claim) -> float:
    """
    Prefer what several origins assert, then what several reports agree was said; contested claims come last.

    Asked how things stand, what touches the question well enough is ordered by what it tells of that, not by its words.
    """
    if "state" not in desk.plan.asks:
        return _support(desk, claim, scores.score(claim) * math.sqrt(scores.freshness(claim)))
    worth = (0.05 + min(scores.relevance(claim), _ENOUGH) ** 1.5) * scores.importance(claim)
    fresh = scores.freshness(claim)
    return _support(desk, claim, worth * fresh * min(fresh, 1.0))


def _support(desk: Desk, claim: Claim, worth: float) -> float:
    if claim.status in ("disputed", "denied"):
        return 0.5 * worth
    firm = is_firm(claim, desk.statements[claim.lead])
    return worth * (_FIRM if firm else _SAID if len(claim.reporters) >= 2 else 1.0)


def _footing(desk: Desk, scores: Scores) -> str:
    """Count how many claims rest on what."""
    claims = [claim for claim in desk.dossier.claims if scores.relevance(claim) >= _RELEVANT]
    several = sum(claim.count >= 2 for claim in claims)
    contested = sum(claim.status in ("disputed", "denied") for claim in claims)
    bearing = "that bear on the question " if desk.plan.question else ""
    text = (
        f"Of {len(claims)} {'claim' if len(claims) == 1 else 'claims'} {bearing}in {_reports(desk)}, "
        f"{several} {'rests' if several == 1 else 'rest'} on two or more independent origins"
    )
    # That no dispute was found is no finding.
    text += f" and {contested} {'is' if contested == 1 else 'are'} disputed or denied." if contested else "."
    return f"{text} The figure beside a line counts its independent origins."


def _reports(desk: Desk) -> str:
    count = len(desk.dossier.articles)
    return f"{count} {'report' if count == 1 else 'reports'}"
