"""Rounds of talks: when and where each was held, and what came out of it."""

import datetime as dt
import re
from collections.abc import Sequence

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line, day, listed, our_line
from crosswire.assess.marks import marked
from crosswire.assess.sections.round_lines import detail_lines
from crosswire.assess.select import Scores
from crosswire.model import Claim, Evidence, Line, Round, Section, Statement, When

_OUTCOMES = 3
_CLOCKED = frozenset({"minute", "hour", "day"})
# What talks end in, the most telling first.
_TELLING = (
    "AGREE_JOINT",
    "CONCEDE",
    "ACCEPT",
    "REJECT",
    "WALK_OUT",
    "CEASEFIRE",
    "OFFER",
    "COUNTER",
    "PROPOSE",
    "DEMAND",
)
_NOT_REPORTS = ("opinion", "analysis", "summary", "qa")
_BETWEEN = ("mediator", "host")
_REACHED = frozenset({"AGREE_JOINT", "CEASEFIRE"})
_NEARLY = re.compile(
    r"\b(?:close|near(?:er)?|about|set|poised|expected|due|hop\w+|on the (?:verge|brink) of) (?:to|sign\w+)\b"
)
# Reports of a round come out on its day or the next; later ones tell of what followed.
_FRESH_DAYS = 1
# Letters of "since" before a time.
_SINCE = 6
# Days after which what a side says is no longer said around the round before.
_LONG_DAYS = 30


def rounds(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List the rounds of the talks in order, each with the claims that tell what it brought."""
    fresh, lines = Fresh(), list[Line]()
    # Few claims tell of what talks end in, and that is asked sooner than whether they tell of a round.
    held = any(one.held for one in desk.dossier.rounds)
    ranked = scores.ranked if held else ()
    placed = [(rank, claim) for claim in ranked if (rank := _rank(desk, claim)) is not None]
    for one in desk.dossier.rounds:
        lines.append(_head(desk, one))
        below = detail_lines(desk, one)
        if one.held:
            below += _outcomes(desk, placed, one, fresh)
            below = below or _itself(desk, one, fresh)
        lines += below
    intro = "A day counts once, however it is told. Under each round stands what its reports say it brought."
    return Section("rounds", "Rounds of talks", tuple(lines), intro) if lines else None


def round_name(one: Round) -> str:
    """Name a round by its place in the row, or by whether it is still to come."""
    if one.ordinal is not None:
        return f"Round {one.ordinal}"
    return "Round" if one.held else "Next round"


def is_long_after(one: Round, day: dt.date | None) -> bool:
    """Tell whether a position of the time since a round was taken too late to be one taken in its talks."""
    return day is not None and (day - one.day).days > _LONG_DAYS


def since_round(desk: Desk, claim: Claim) -> Round | None:
    """Return the last round held before a claim's event, or its first report where the event's day is not known."""
    at = _day_of(desk, claim)
    held = [one for one in desk.dossier.rounds if one.held and at is not None and one.day <= at]
    return max(held, key=lambda one: one.day, default=None)


def _day_of(desk: Desk, claim: Claim) -> dt.date | None:
    lead = desk.statements.get(claim.lead)
    event = lead.event_date if lead else None
    sharp = event is not None and event.first == event.last and claim.first is not None and event.first <= claim.first
    return event.first if event is not None and sharp else claim.first


def _head(desk: Desk, one: Round) -> Line:
    place = desk.name(one.venue) if one.venue else ""
    # A day set for a round that no report tells of after it: that round is not to come any more.
    gone = not one.held and one.ordinal is None and desk.as_of is not None and one.day < desk.as_of
    label = " · ".join(part for part in ("Planned round" if gone else round_name(one), day(one.day), place) if part)
    evidence, origins = _told(desk, one)
    reports = len(evidence)
    names = [desk.origins[origin].name for origin in origins if origin in desk.origins]
    told = "Told" if one.held else "Scheduled, as told"
    text = (
        f"{listed([desk.name(party) for party in one.parties])}. {told} in {reports} "
        f"{'report' if reports == 1 else 'reports'} from {len(origins)} "
        f"{'origin' if len(origins) == 1 else 'origins'}."
    )
    note = f"{listed(names)}; numbered by its neighbours" if one.inferred else listed(names)
    return marked(our_line(text, evidence, origins=origins, label=label, note=note), one)


def _meets_on(claim: Claim, day: dt.date) -> bool:
    """Tell whether a claim is that somebody meets on a day."""
    return claim.act == "MEET" and claim.when is not None and claim.when.first == claim.when.last == day


def _told(desk: Desk, one: Round) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """Return a sentence of each report that tells of a round or of a detail of it, and the origins of them all."""
    details = [detail for detail in one.details if detail.kind != "next"]  # that is told of the round after it
    # "The negotiators meet again on 10 June" schedules a round without naming one.
    meant = () if one.held else [claim for claim in desk.dossier.claims if _meets_on(claim, one.day)]
    said = [desk.statements[at].evidence for claim in meant for at in claim.statements]
    passages = (*one.evidence, *(words for detail in details for words in detail.evidence), *said)
    first = {words.article: words for words in reversed(passages)}
    origins = sorted({*one.origins, *(origin for told in (*details, *meant) for origin in told.origins)})
    return tuple(dict.fromkeys(first[words.article] for words in passages)), tuple(origins)


def _outcomes(desk: Desk, placed: Sequence[tuple[int, Claim]], one: Round, fresh: Fresh) -> list[Line]:
    telling = [(rank, claim) for rank, claim in placed if _came_of(desk, claim, one)]
    lines, told = list[Line](), list[tuple[object, ...]]()
    for _, claim in sorted(telling, key=lambda pair: pair[0]):
        line = claim_line(desk, claim, level=1)
        counted = _counted(desk, claim)
        if line and len(lines) < _OUTCOMES and (not counted or counted not in told) and fresh.admits(line):
            told.append(counted)
            lines.append(line)
    return lines


def _itself(desk: Desk, one: Round, fresh: Fresh) -> list[Line]:
    """Return the first sentence that tells of a round and stands alone: of talks that are only dated little is said."""
    for words in one.passages:
        said = desk.told_at.get(words)
        claim = desk.claims.get(desk.claim_of.get(said or "", ""))
        lead = desk.statements[claim.lead] if claim is not None else None
        if claim is None or lead is None or desk.articles[lead.article].genre in _NOT_REPORTS or lead.headline:
            continue
        if (line := claim_line(desk, claim, level=1)) is not None and fresh.admits(line):
            return [line]
    return []


def _counted(desk: Desk, claim: Claim) -> tuple[object, ...]:
    """Return what a claim counts and of which act: one exchange of so many is one outcome, however it is worded."""
    lead = desk.statements[claim.lead]
    figures = sorted({(one.unit or "", one.low or 0) for one in lead.figures if one.unit not in _CLOCKED})
    return (lead.event or lead.act, *figures) if figures else ()


def _came_of(desk: Desk, claim: Claim, one: Round) -> bool:
    """Tell whether a claim tells what a round brought: its sentence names the round, or none and it is of its day."""
    if not _is_of(desk, claim, one):
        return False
    said = _passages(desk, claim)
    named = {held.id for held in desk.dossier.rounds if not said.isdisjoint(held.passages)}
    if named:
        return one.id in named
    found, at = since_round(desk, claim), _day_of(desk, claim)
    fresh = found == one and at is not None and (at - one.day).days <= _FRESH_DAYS
    return fresh and _is_told_with(desk, claim, one)


def _is_told_with(desk: Desk, claim: Claim, one: Round) -> bool:
    """Tell whether a report of a round tells a claim, and gives it no day or year before the round's."""
    reports = {words.article for words in one.evidence}
    said = [desk.statements[at] for at in claim.statements if desk.statements[at].article in reports]
    return any(not any(_is_before(told, when, one) for when in told.times) for told in said)


def _is_before(said: Statement, when: When, one: Round) -> bool:
    """Tell whether a time is before a round, and none that something is compared with: "the first since March"."""
    start = when.start - said.evidence.start
    since = said.evidence.quote[max(0, start - _SINCE) : max(0, start)].lower().endswith("since ")
    return when.last < one.day - dt.timedelta(_FRESH_DAYS) and not since


def _is_of(desk: Desk, claim: Claim, one: Round) -> bool:
    """Tell whether a claim is of the parties' talks: by them or who sits between them, and not of days after."""
    lead = desk.statements[claim.lead]
    came = lead.event_date.last if lead.event_date is not None else None
    if came is not None and claim.first is not None and one.day + dt.timedelta(_FRESH_DAYS) < came <= claim.first:
        return False
    there = {*one.parties, *(detail.party or detail.value for detail in one.details if detail.kind in _BETWEEN)}
    named = {desk.party(actor) for actor in (lead.speaker, lead.agent) if actor is not None}
    return not named or not named.isdisjoint(there)


def _passages(desk: Desk, claim: Claim) -> frozenset[Evidence]:
    return frozenset(said.evidence for one in claim.statements if (said := desk.statements.get(one)) is not None)


def _rank(desk: Desk, claim: Claim) -> int | None:
    """Place a claim among what talks end in; None for what is not told of the talks' parties."""
    lead = desk.statements.get(claim.lead)
    if (
        lead is None
        or desk.articles[lead.article].genre in _NOT_REPORTS
        or lead.opinion
        or lead.headline
        or lead.realis == "conditional"
    ):
        return None
    acts = [act for act in (lead.act, lead.event) if act in _TELLING]
    if _NEARLY.search(lead.evidence.quote) and _REACHED.intersection(acts):
        return None  # what was near is overtaken by what came of it
    if lead.mode == "narrated" and lead.agent is None and not _REACHED.intersection(acts):
        return None  # nobody's bid: what a writer says must be done
    if lead.mode == "narrated" and acts == ["CONCEDE"] and not lead.figures and not lead.times:
        return None  # "their position has shifted further than they let on": a writer's view
    return min(map(_TELLING.index, acts), default=None)
