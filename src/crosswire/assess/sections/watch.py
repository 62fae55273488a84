"""What to watch: scheduled dates, deadlines, conditions and threats still open."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from crosswire.assess.announced import is_condition, is_promise, is_threat
from crosswire.assess.desk import Desk
from crosswire.assess.done_since import Accords
from crosswire.assess.likelihood import outlook
from crosswire.assess.lines import Days, Fresh, claim_line, day, is_told, sentences
from crosswire.assess.overtaken import (
    MONTHS,
    calls_off,
    days_inside,
    is_day_over,
    is_moved,
    is_overtaken,
    is_past,
    is_running,
    is_term_over,
    moves_a_day,
)
from crosswire.assess.sections.commitments import deadlines
from crosswire.assess.sections.timeline import when_label
from crosswire.assess.select import Scores
from crosswire.model import Claim, Evidence, Line, Section, Statement, When

_MOST, _MOST_OF_A_KIND, _MOST_STEPS = 20, 6, 4
# How a step is called, and how sharp its day must be.
_STEP = re.compile(
    r"\b(?:decid\w+|decisions?|meets?|meeting|votes?|talks|negotiations|deadlines?|summit|elections?|referendum|ruling"
    r"|hearing|extend|extension|expires?|until)\b"
)
# "The gates must have been lowered on Thursday": somebody's guess at what was.
_IS_GUESSED = re.compile(r"\b(?:must|may|might|could|cannot) have (?!to\b)\w+")
# So many words in common tell of one thing even where no side is.
_MUCH = 2
_SHARP = frozenset({"day", "week", "month"})
# What is over once the one day it names is.
_OF_A_DAY = frozenset({"Offer", "Promise", "Threat"})
# What somebody wants done, before the day by which; what somebody expects, before the day on which.
_AIMING = re.compile(
    r"\b(?:hop(?:es?|ed|ing)|(?<!taking )(?<!take )(?<!took )aim(?:s|ed|ing)?"
    r"|plans? (?:is )?to|planning|intend(?:s|ed)?|want(?:s|ed)?|goal|target)\b"
    r"[^.;]{1,120}?\b(?:by|before|until|this|next|within)\b"
    r"|\b(?:(?:is|are|was|were|been) planned|planned to)\b[^.;]{1,120}?\b(?:by|before|until|this|next|within)\b"
)
# Whose plans are off.
_OFF = re.compile(r"\b(?:abandon|cancel|dropp|postpon|scrapp|shelv|suspend)\w*\b")
_EXPECTING = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bexpect(?:s|ed)?\b[^.;]{1,120}?"
    r"\b(?:by|before|until|this|next|within|in|on|at|from)\b"
)
_MOVES = frozenset({"ACCEPT", "AGREE_JOINT", "CONDITION", "DEMAND", "MEDIATE", "MEET", "OFFER", "PROPOSE", "REJECT"})
_OF_TALKS = frozenset({"process_format", "mediation"})
# What a promise has become that nobody need wait for any more.
_CLOSED = frozenset({"fulfilled", "lapsed", "withdrawn"})


def watch(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what is still to come: dated items first, in date order, then conditions, threats and promises."""
    fresh, lines = Fresh(), list[Line]()
    told = sentences(desk, used)
    for line in (*_dated(desk, scores), *_open(desk, scores, told), *_aims(desk, scores)):
        if len(lines) < _MOST and fresh.admits(line):
            lines.append(line)
    lines += outlook(desk)
    return Section("watch", "What to watch", tuple(lines), _intro(desk)) if lines else None


def _intro(desk: Desk) -> str:
    """Say what is shown, and what is left out where reports lie weeks apart."""
    shown = "What the reports say is still to come: dates, promises that fall due, conditions, threats."
    if any(is_overtaken(desk, claim) for claim in desk.dossier.claims if claim.last is not None):
        return f"{shown} Left out: what was said over ten days ago and before much else."
    return shown


def _dated(desk: Desk, scores: Scores) -> list[Line]:
    """Return what is to come on a day, in date order: what is scheduled, what falls due, the next steps, each once."""
    told: list[tuple[Days, Line]] = []
    for days, line in (*_scheduled(desk, scores), *deadlines(desk), *_steps(desk, scores)):
        if not any(days == one and _are_one(desk, line, other) for one, other in told):
            told.append((days, line))
    return [line for _, line in sorted(told, key=lambda one: one[0])]


def _are_one(desk: Desk, line: Line, other: Line) -> bool:
    """Tell whether two lines of one day tell one thing: one claim, or one side and some of the same words."""
    if not set(line.claims).isdisjoint(other.claims):
        return True
    told = [[desk.statements[desk.claims[one].lead] for one in held.claims] for held in (line, other)]
    named = [{side for said in held for one in said.actors if (side := desk.party(one))} for held in told]
    names = {word.casefold() for side in named[0] | named[1] for word in desk.name(side).split()}
    words = [{term for said in held for term in said.terms} - names - MONTHS for held in told]
    return len(words[0] & words[1]) > (1 if not named[0].isdisjoint(named[1]) else _MUCH)


def scheduled(desk: Desk, scores: Scores) -> Iterator[Line]:
    """Yield what reports schedule after the assessment's date, in date order."""
    return (line for _, line in _scheduled(desk, scores))


def _scheduled(desk: Desk, scores: Scores) -> Iterator[tuple[Days, Line]]:
    after = [one for one in desk.dossier.timeline if one.scheduled and (not desk.as_of or one.when.last > desk.as_of)]
    moves = [one for one in desk.dossier.statements if moves_a_day(one) or calls_off(one)]
    shown = 0
    met: set[Days] = set()
    told: dict[Days, list[tuple[set[str], frozenset[str]]]] = defaultdict(list)
    held = [(one.when, desk.claims[each]) for one in after for each in one.claims if each in desk.claims]
    for when, claim in sorted(held, key=lambda one: _rank(desk, *one)):
        on = when.first, when.last
        # What two reports say of one day, of the same people and in some of the same words is mostly one thing.
        lead = desk.statements[claim.lead]
        named = {side for one in lead.actors if (side := desk.party(one))}
        terms = frozenset(word for word in lead.terms if not word.isdigit())
        same = any(named & sides and len(words & terms) > 1 for sides, words in told[on])
        if _is_next_round(desk, when, lead):
            same = on in met
            met.add(on)
        beside = scores.directness(claim) == 0 and not _bears(desk, claim, lead)
        if same or beside or desk.is_reading(lead) or desk.is_summed(claim) or _IS_GUESSED.search(lead.evidence.quote):
            continue
        if is_running(desk, when, claim) or is_moved(desk, when, claim, moves):
            continue
        line = claim_line(desk, claim, label=when_label(when))
        if line and shown < _MOST_OF_A_KIND:
            shown += 1
            told[on].append((named, terms))
            yield on, line


def _rank(desk: Desk, when: When, claim: Claim) -> tuple[dt.date, dt.date, int, bool, int, str]:
    """
    Order what is told of a day: what more origins tell first, then what reports tell themselves, then the newer.

    What was left to do when the older was told has been done in part since.
    """
    spoken = desk.statements[claim.lead].mode != "narrated"
    return when.first, when.last, -claim.count, spoken, -(claim.last or dt.date.min).toordinal(), claim.id


def _steps(desk: Desk, scores: Scores) -> Iterator[tuple[Days, Line]]:
    """Yield the days of the next steps that reports name by the way: "no decision until the board meets on 6 March"."""
    found = []
    for claim in scores.pick(lambda _, lead: lead.realis == "future" and not (lead.opinion or lead.headline)):
        lead = desk.statements[claim.lead]
        if lead.act in ("DENY", "THREATEN", "PROMISE") or _STEP.search(lead.evidence.quote.lower()) is None:
            continue
        ahead = [one for one in lead.times if desk.as_of is not None and one.first > desk.as_of]
        if len(ahead) != 1 or ahead[0].precision not in _SHARP or ahead[0].start >= lead.evidence.end:
            continue
        beside = scores.directness(claim) == 0 and not _bears(desk, claim, lead)
        if not (beside or is_overtaken(desk, claim) or desk.is_columnists(claim) or desk.is_reading(lead)):
            found.append((ahead[0], claim))
    for when, claim in found[:_MOST_STEPS]:
        line = claim_line(desk, claim, label=when_label(when))
        if line is not None:
            yield (when.first, when.last), line


def _bears(desk: Desk, claim: Claim, lead: Statement) -> bool:
    """Tell whether a day that no word of the question bears on is of its parties, of an issue, or a move in talks."""
    named = (lead.speaker, lead.agent, lead.target, *claim.actors)
    return bool(claim.issues) or lead.act in _MOVES or any(desk.party(one) in desk.seated for one in named if one)


def _is_next_round(desk: Desk, when: When, lead: Statement) -> bool:
    """Tell whether a statement says no more of a day than that the next round is on it: who comes, where, who leads."""
    days = {one.day for one in desk.dossier.rounds if not one.held}
    return when.first in days and when.first == when.last and any(one in _OF_TALKS for one in lead.issues)


def _open(desk: Desk, scores: Scores, told: Set[Evidence]) -> Iterator[Line]:
    """Yield the conditions, threats and promises of late that no section above tells."""
    defiant = frozenset(desk.packs.words("pledge-threats"))

    def _is_promise(claim: Claim, lead: Statement) -> bool:
        """Tell whether somebody promises something one can look for: a deed, a matter, a figure or a day."""
        return bool(lead.event or claim.issues or claim.figures or lead.times) and is_promise(lead, defiant)

    def _is_threat(claim: Claim, lead: Statement) -> bool:
        sides = (lead.speaker, desk.party(lead.speaker))
        return is_threat(lead, [name for one in sides if one in desk.actors for name in desk.actors[one].names])

    kinds = (("Condition", _is_condition), ("Threat", _is_threat), ("Promise", _is_promise), ("Offer", _is_offer))
    for label, wanted in kinds if desk.dossier.rounds else kinds[:-1]:
        late = (one for one in scores.pick(wanted) if scores.news.is_fresh(one.last, scores.latest))
        # What a condition makes hang on what is to be watched for, whoever's stand it is besides.
        untold = (one for one in late if label == "Condition" or not is_told(desk, one, told))
        yield from _take(desk, untold, label)


def _aims(desk: Desk, scores: Scores) -> Iterator[Line]:
    """Yield what somebody hopes or means to do by a day that is still to come."""
    for claim in scores.pick(_is_aim):
        lead = desk.statements[claim.lead]
        ahead = [when for when in days_inside(lead) if desk.as_of is None or when.last > desk.as_of]
        if len(ahead) != 1 or is_overtaken(desk, claim) or is_running(desk, ahead[0], claim):
            continue
        aimed = _AIMING.search(lead.evidence.quote.lower()) is not None
        label = f"Aim, by {day(ahead[0].last)}" if aimed else f"Expected, {when_label(ahead[0])}"
        line = claim_line(desk, claim, label=label)
        if line is not None:
            yield line


def _take(desk: Desk, claims: Iterable[Claim], label: str) -> Iterator[Line]:
    shown = 0
    accords = Accords(desk)
    closed = {one for record in desk.dossier.commitments if record.status in _CLOSED for one in record.statements}
    for claim in claims:
        over = desk.as_of and claim.when and claim.when.last < desk.as_of
        lead = desk.statements[claim.lead]
        over = over or is_past(desk, lead) or is_overtaken(desk, claim) or accords.awaited(claim)
        over = over or (label == "Condition" and _is_onlookers(desk, lead))
        over = over or (label == "Promise" and not closed.isdisjoint(claim.statements))
        over = over or (desk.as_of is not None and is_term_over(lead, desk.as_of))
        over = over or (label in _OF_A_DAY and desk.as_of is not None and is_day_over(lead, desk.as_of))
        line = None if over or desk.is_columnists(claim) else claim_line(desk, claim, label=label)
        if line:
            shown += 1
            yield line
        if shown == _MOST_OF_A_KIND:
            return


def _is_onlookers(desk: Desk, lead: Statement) -> bool:
    """Tell whether a named person of a side with no stand in the case says on what another would act."""
    side = desk.party(lead.speaker)
    # A state's ambassador is none: what his state makes a thing hang on counts, be it a party or not.
    official = side != lead.speaker and side in desk.actors and desk.actors[side].kind == "state"
    return lead.speaker is not None and bool(desk.seated) and side not in desk.seated and not official


def _is_aim(claim: Claim, lead: Statement) -> bool:
    told = lead.realis in ("future", "actual") and not (lead.opinion or lead.headline or lead.negated)
    if not (told and lead.times) or lead.act in ("PROMISE", "THREATEN"):
        return False  # it must name the day by which
    words = lead.evidence.quote.lower()
    return _OFF.search(words) is None and (_AIMING.search(words) or _EXPECTING.search(words)) is not None


def _is_offer(claim: Claim, lead: Statement) -> bool:
    """Tell whether somebody offers to meet, or to host those who do: a round may come of it."""
    told = lead.realis == "future" and not (lead.opinion or lead.headline or lead.negated)
    return told and lead.act in ("OFFER", "PROPOSE") and lead.event in ("MEET", "MEDIATE")


def _is_condition(claim: Claim, lead: Statement) -> bool:
    return is_condition(lead, dated=any(one.precision == "day" for one in days_inside(lead)))
