"""The question, part by part: each part answered from the reports, or declared unanswered."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.meant import is_meant
from crosswire.assess.offered import GIVING_ACTS, asked_act, givers, is_given_by, places_of, role_of
from crosswire.assess.parts import Ask, QuestionPart
from crosswire.assess.sections.answers_holding import holding
from crosswire.assess.sections.answers_kept import kept, not_borne_out
from crosswire.assess.sections.answers_near import (
    MOST_OF_A_PART,
    NEAR,
    SPEAKS,
    Finder,
    heading_of,
    nearness,
    sober,
    that_tell,
)
from crosswire.assess.sections.disagreements import dispute_lines, ranked_disputes
from crosswire.assess.sections.gaps import obstacles
from crosswire.assess.sections.positions import stance_of
from crosswire.assess.sections.watch import scheduled
from crosswire.assess.select import Scores
from crosswire.assess.stated import position_line
from crosswire.assess.wanted import wanted_lines
from crosswire.model import OTHER_MATTERS, Claim, Line, Section, Statement
from crosswire.text.reasons import gives_reason

# What was said longer ago than this says little of what is to come.
_LATE = dt.timedelta(days=14)

# The topic of disputes over who holds a place, as weighing names it.
_HOLDING = "control"
# How a question asks who holds a place.
_ASKS_WHO_HOLDS = re.compile(
    r"\b(?:fall(?:en)?|fell|captured|taken|seized|held|holds?|holding|controls?|lost)\b", re.IGNORECASE
)
_OWN_LEAVE = re.compile(
    r"\b(?:its|their|our) (?:troops|forces|soldiers|fighters|men|units) (?:had |have )?(?:been )?"
    r"(?:pulled out|withdrawn|withdrew|left|pulled back)\b",
    re.IGNORECASE,
)

_AGREEING = frozenset({"ACCEPT", "AGREE_JOINT"})
_NOTHING = re.compile(
    r"\bagree[ds]? (?:to |on )?nothing\b|\bnothing (?:was|is|has been|had been) agreed\b", re.IGNORECASE
)
_ASKS_AGREED = re.compile(r"\bagree", re.IGNORECASE)
# "What did each side want": of then, and not of now.
_OF_THE_PAST = re.compile(r"\b(?:did|was|were|had)\b", re.IGNORECASE)
_HARD = ("red_line", "reject", "condition", "demand")
_FIRM = ("RED_LINE", "CONDITION", "DEMAND", "REJECT")


class Answer(msgspec.Struct, frozen=True):
    """What the reports say to one part of a question; without lines they are silent on it."""

    part: QuestionPart
    lines: tuple[Line, ...]


def answers(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """Answer each part of the question that asks more than how things stand, which the whole report tells."""
    lines = tuple(line for answer in answered(desk, scores) for line in answer.lines)
    intro = "Each part of the question on its own, in the reports' words. What they are silent on is said at the end."
    return Section("answers", "Your question, part by part", lines, intro) if lines else None


def answered(desk: Desk, scores: Scores) -> list[Answer]:
    """Return the parts that ask for something of their own, each with the lines that answer it."""
    fresh = Fresh()
    found = []
    for part in desk.plan.parts:
        if part.ask not in _FINDERS:
            continue
        lines = [line for line in _FINDERS[part.ask](desk, scores, part) if line.level or fresh.admits(line)]
        found.append(Answer(part, tuple(_headed(lines, part))))
    return found


def _headed(lines: Sequence[Line], part: QuestionPart) -> Iterator[Line]:
    """Yield the lines under the part's own words; those with a label of their own stand under it as they are."""
    head = heading_of(part)
    for place, line in enumerate(lines):
        if line.label or line.level:
            yield line
        else:
            yield msgspec.structs.replace(line, label=None if place else head, level=1 if place else 0)


def _whether(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Say whether it is so: who holds a place by the dispute over it, all else by what speaks to it by name."""
    holding = _ASKS_WHO_HOLDS.search(part.text) is not None
    disputed = _holding(desk, scores, part) if holding else []
    yield from disputed
    named = _names(desk, part)
    if disputed:
        yield from islice(_left(desk, scores, named), 1)
    telling = that_tell(lambda claim, lead: sober(claim, lead) and (not named or _names_one(lead, named)), SPEAKS)
    shown = {one for line in disputed for one in line.claims}
    yield from (line for line in telling(desk, scores, part) if shown.isdisjoint(line.claims))


def _who(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Say who: of a place, by the dispute over it."""
    if _ASKS_WHO_HOLDS.search(part.text) and _holding(desk, scores, part):
        yield from _whether(desk, scores, part)
    else:
        yield from that_tell(_named, SPEAKS)(desk, scores, part)


def _holding(desk: Desk, scores: Scores, part: QuestionPart) -> list[Line]:
    """Return the dispute over a place that the part names, with what was last said of leaving it."""
    for dispute in ranked_disputes(desk, scores):
        if dispute.topic == _HOLDING and _names(desk, part) & {desk.name(actor) for actor in dispute.actors}:
            block = dispute_lines(desk, dispute)
            head = [msgspec.structs.replace(one, label=f"{heading_of(part)} {one.label}") for one in block[:1]]
            return [*head, *block[1:]]
    return []


def _left(desk: Desk, scores: Scores, named: frozenset[str]) -> Iterator[Line]:
    """Yield who says of himself, in a report of the place, that he has left it: that settles who holds it."""
    for claim in scores.pick(sober):
        lead = desk.statements[claim.lead]
        title = desk.articles[lead.article].title or ""
        about = _names_one(lead, named) or any(name in title + desk.text(lead.article) for name in named)
        if (
            about
            and lead.speaker
            and _OWN_LEAVE.search(lead.evidence.quote)
            and (line := claim_line(desk, claim, level=1))
        ):
            yield line


def _names(desk: Desk, part: QuestionPart) -> frozenset[str]:
    """Return the names of the reports' actors and places that a part of the question holds."""
    return frozenset(actor.name for actor in desk.dossier.actors if len(actor.name) > 2 and actor.name in part.text)


def _names_one(lead: Statement, named: frozenset[str]) -> bool:
    return any(name in lead.evidence.quote for name in named)


def _counts(claim: Claim, lead: Statement) -> bool:
    return sober(claim, lead) and bool(claim.figures)


def _dated(claim: Claim, lead: Statement) -> bool:
    return sober(claim, lead) and claim.when is not None


def _named(claim: Claim, lead: Statement) -> bool:
    return sober(claim, lead) and bool(claim.agent or lead.speaker or lead.unnamed)


def _reasoned(claim: Claim, lead: Statement) -> bool:
    return not lead.headline and gives_reason(lead.evidence.quote)


def _why(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Give each side's stated reasons first, then others' readings, each under whose they are."""
    near = [claim for claim in scores.pick(_reasoned) if nearness(desk, scores, part, claim) >= NEAR]
    own, others = list[Line](), list[Line]()
    for claim in near:
        lead = desk.statements[claim.lead]
        side = desk.party(lead.speaker)
        stated = side is not None and side in desk.actors and desk.actors[side].kind == "state" and not lead.opinion
        whose = desk.name(side) if stated and side else desk.articles[lead.article].label
        head = f"Why, as {whose} puts it" if stated else f"Why, as {whose} reads it"
        line = claim_line(desk, claim, label=head)
        shown = own if stated else others
        if line and len(shown) < MOST_OF_A_PART and all(line.text != one.text for one in shown):
            shown.append(line)
    yield from (*own, *others)


def _right(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Set out the dispute the part is about; which side is right the reports alone do not settle."""
    for dispute in ranked_disputes(desk, scores):
        claims = [desk.claims[one] for side in dispute.sides for one in side.claims if one in desk.claims]
        if max((nearness(desk, scores, part, claim) for claim in claims), default=0.0) >= SPEAKS:
            block = dispute_lines(desk, dispute)
            if block:
                yield from block
                return


def _wants(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Give what each party holds to on the part's issues; where no position is on them, its firmest words nearby."""
    past = _OF_THE_PAST.search(part.text) is not None

    late = scores.news.is_late
    stated = wanted_lines(
        desk, part, heading_of(part), stands=lambda one: past or not one.day or late(one.day, scores.latest)
    )
    if lines := list(stated):
        yield from lines
        return
    taken: set[str] = set()
    for act in _FIRM:
        for claim in scores.pick(_sober_or_conditional):
            stance = stance_of(desk, claim)
            side = desk.party(stance.holder) if stance and stance.act == act else None
            if side is None or side in taken or nearness(desk, scores, part, claim) < NEAR:
                continue
            told = f"{desk.name(side)} {'rejects' if act == 'REJECT' else 'wants'}"
            line = claim_line(desk, claim, label=told if taken else f"{heading_of(part)} {told}")
            if line:
                taken.add(side)
                yield line


def _offers(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """
    Give what was offered, promised or agreed to, the latest first and what is denied last.

    Where the part names somebody it is what that side did, or what a report counts of "the offer", whoever tells it.
    """
    if places := places_of(part):
        yield from _at_each(desk, scores, places)
        return
    if _ASKS_AGREED.search(part.text):
        yield from _agreed(desk, scores, part)
        return
    told = {desk.party(actor) for actor in desk.plan.actors if is_meant(desk, actor, part.text)}
    named = givers(desk, part, told)

    def order(claim: Claim) -> tuple[bool, bool, bool, int, float, str]:
        latest = claim.last.toordinal() if claim.last else 0
        other = not asked_act(claim, desk.statements[claim.lead], part)
        theirs = is_given_by(desk, claim, part, named)
        return claim.status == "denied", not theirs, other, -latest, -scores.score(claim), claim.id

    own = [one for one in scores.pick(_sober_or_conditional) if is_given_by(desk, one, part, named)]
    near = [one for one in scores.pick(_gives) if one in own or nearness(desk, scores, part, one) >= NEAR]
    if role_of(part):
        near = [one for one in own if asked_act(one, desk.statements[one.lead], part)] or near
    near += [one for one in scores.pick(_counts_offer) if one not in near]
    near = [claim for claim in near if not desk.is_columnists(claim)]
    yield from islice((line for claim in sorted(near, key=order) if (line := claim_line(desk, claim))), MOST_OF_A_PART)


def _at_each(desk: Desk, scores: Scores, places: Sequence[str]) -> Iterator[Line]:
    """Give what was promised or agreed at each of some meetings, which reports call by their places: one line each."""
    given = [one for one in scores.pick(_gives) if not desk.is_columnists(one)]
    shown: set[str] = set()
    for place in places:
        told = [one for one in given if place in desk.statements[one.lead].evidence.quote and one.id not in shown]
        told.sort(key=lambda one: (one.act not in _AGREEING, -scores.importance(one), one.id))
        line = next((line for one in told if (line := claim_line(desk, one))), None)
        if line is not None:
            shown.update(line.claims)
            yield line


def _agreed(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Give what was agreed on the part's matter: what binds most of those it names first, then what most tell of."""
    asked = {desk.party(actor) for actor in desk.plan.actors if is_meant(desk, actor, part.text)}

    def order(claim: Claim) -> tuple[bool, int, int, float, str]:
        bound = asked & {desk.party(actor) for actor in claim.actors}
        return claim.status == "denied", -len(bound), -claim.count, -nearness(desk, scores, part, claim), claim.id

    told = [claim for claim in scores.pick(_settles) if nearness(desk, scores, part, claim) >= NEAR]
    told = [claim for claim in told if not desk.is_columnists(claim)]
    yield from islice((line for claim in sorted(told, key=order) if (line := claim_line(desk, claim))), MOST_OF_A_PART)


def _settles(claim: Claim, lead: Statement) -> bool:
    """Tell whether something was agreed: neither nothing, nor what may be."""
    agreed = not _AGREEING.isdisjoint((lead.act, lead.event, claim.act))
    return agreed and _gives(claim, lead) and lead.realis == "actual" and not _NOTHING.search(lead.evidence.quote)


def _counts_offer(claim: Claim, lead: Statement) -> bool:
    return _counts(claim, lead) and "offer" in lead.terms and not lead.negated and "DENY" not in (lead.act, lead.event)


def _gives(claim: Claim, lead: Statement) -> bool:
    acts = {lead.act, lead.event, claim.act}
    told = not (lead.opinion or lead.headline or lead.negated or "DENY" in acts) and lead.realis != "questioned"
    return told and not acts.isdisjoint(GIVING_ACTS)


def _firmest(desk: Desk, part: QuestionPart) -> Iterator[Line]:
    """Give what each party holds firmest to, where no two are told to clash: one line a party."""
    held = [one for one in desk.dossier.positions if one.stance in _HARD and one.superseded_by is None]
    held = [one for one in held if one.issue != OTHER_MATTERS]
    held.sort(key=lambda one: (_HARD.index(one.stance), -one.count, one.id))
    taken: set[str] = set()
    for one in held:
        line = position_line(desk, one) if one.party not in taken else None
        if line and len(taken) < MOST_OF_A_PART:
            yield line if taken else msgspec.structs.replace(line, label=f"{heading_of(part)} {line.label}")
            taken.add(one.party)


def _obstacles(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Set out where the parties stand apart on what the part names; anywhere, where they do not speak to that."""
    apart = list(obstacles(desk))
    named = [lines for gap, lines in apart if gap.issue in part.issues] or [lines for _, lines in apart]
    if not named:
        apart_on = [*_right(desk, scores, part), *not_borne_out(desk, scores, part)]
        yield from apart_on or list(_wants(desk, scores, part)) or _firmest(desk, part)
    for place, (head, *sides) in enumerate(named[:MOST_OF_A_PART]):
        yield head if place else msgspec.structs.replace(head, label=f"{heading_of(part)} {head.label}")
        yield from sides


def _sober_or_conditional(claim: Claim, lead: Statement) -> bool:
    return not (lead.opinion or lead.headline) and lead.realis != "questioned"


def _prospects(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Give what is scheduled and what lies ahead, then what each said of it last, where it speaks to the part."""
    for line in scheduled(desk, scores):
        if any(nearness(desk, scores, part, desk.claims[one]) >= SPEAKS for one in line.claims):
            yield line
            break
    lines = list(that_tell(_on_issue(_ahead(desk), part), NEAR)(desk, scores, part))
    shown = {claim for line in lines for claim in line.claims}
    latest = (line for line in _latest(desk, scores, part) if shown.isdisjoint(line.claims))
    yield from islice((*lines, *latest), MOST_OF_A_PART)


def _on_issue(wanted: Callable[[Claim, Statement], bool], part: QuestionPart) -> Callable[[Claim, Statement], bool]:
    """Return a test that also asks for the part's issue, where it names one: names in common make no answer."""
    return lambda claim, lead: (
        wanted(claim, lead) and (not part.issues or not set(part.issues).isdisjoint(claim.issues))
    )


def _latest(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Give what each was last reported to say or do about the matter, where nobody tells what lies ahead of it."""
    near = [
        claim
        for claim in scores.pick(_on_issue(sober, part))
        if claim.last is not None and nearness(desk, scores, part, claim) >= NEAR
    ]
    near.sort(key=lambda claim: (-claim.last.toordinal() if claim.last else 0, -scores.score(claim), claim.id))
    heard: set[str | None] = set()
    shown = 0
    for claim in near:
        whose = desk.party(desk.statements[claim.lead].speaker)
        line = claim_line(desk, claim) if whose not in heard else None
        if line and shown < MOST_OF_A_PART:
            heard.add(whose)
            shown += 1
            yield line


def _ahead(desk: Desk) -> Callable[[Claim, Statement], bool]:
    """Return a test of whether a claim still lies ahead: said of late, and of no day that is over."""

    def lies_ahead(claim: Claim, lead: Statement) -> bool:
        over = desk.as_of and claim.when and claim.when.last <= desk.as_of
        old = desk.as_of and claim.last and claim.last < desk.as_of - _LATE
        ahead = lead.realis in ("future", "conditional") and not (lead.opinion or lead.headline)
        return ahead and not (over or old)

    return lies_ahead


_FINDERS: Mapping[Ask, Finder] = {
    "why": _why,
    "count": that_tell(_counts, SPEAKS),
    "when": that_tell(_dated, SPEAKS),
    "who": _who,
    "whether": _whether,
    "holding": holding,
    "right": _right,
    "wants": _wants,
    "offers": _offers,
    "kept": lambda desk, scores, part: kept(desk, scores, part, heading_of(part)),
    "obstacles": _obstacles,
    "prospects": _prospects,
}
