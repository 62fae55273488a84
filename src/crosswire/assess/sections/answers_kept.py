"""What came of promises, and what one side tells and the other does not bear out: answers from both ledgers' words."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.meant import is_meant
from crosswire.assess.parts import QuestionPart
from crosswire.assess.sections.commitments import told_of
from crosswire.assess.select import Scores
from crosswire.model import Claim, Commitment, Line, Statement
from crosswire.text.tokens import terms

_MOST, _LINES = 3, 2
_TURNED = frozenset({"partial", "fulfilled", "breached", "disputed", "withdrawn"})
# How reports tell how far a promise has come.
_PROGRESS = re.compile(
    r"\b(?:deliver(?:ed|y|ies)|fulfil\w*|honou?r(?:ed|s|ing)?|on track|f(?:a|e)ll(?:en)? short|short of|so far|to date|"
    r"(?:barely|only|just|less than|about|nearly|half|a) (?:an? )?(?:half|third|quarter|fifth|tenth|fraction) of|"
    r"none of (?:it|them|this|that)|(?:has|have) yet to|still waiting)\b",
    re.IGNORECASE,
)
# "A third of it grain" is of no promise, where none is known.
_OF_A_PROMISE = re.compile(r"\b(?:agree|commit|deliver|fulfil|honou?r|pledg|promis|undert[ao])", re.IGNORECASE)
# How they tell that a side does not bear out what another says.
_NOT_BORNE_OUT = re.compile(
    r"\b(?:ha(?:s|ve|d) ?(?:n['’]t|not|never)|never|did ?(?:n['’]t|not)) (?:\w+ly )?"
    r"(?:confirm|acknowledg|mention|announc|endors)\w*|"
    r"\b(?:makes?|made|with|contains?) no (?:\w+ )?(?:mention|reference|figures?|numbers?)\b|"
    r"\bmentions? no\b|\b(?:says?|said) nothing\b|\b(?:does|did) ?(?:n['’]t|not) (?:say|mention|specify|list)\b|"
    r"\b(?:contrary to|at odds with|contradict\w*|discrepanc\w+)\b",
    re.IGNORECASE,
)


def kept(desk: Desk, scores: Scores, part: QuestionPart, heading: str) -> Iterator[Line]:
    """Give what came of the promises of whom the part names, under `heading`, then how far they are told to be."""
    sides = _sides(desk, part)
    own = [one for one in desk.dossier.commitments if not sides or not sides.isdisjoint(map(desk.party, one.promisors))]
    fresh = Fresh()
    moved = sorted((one for one in own if one.deliveries or one.status in _TURNED), key=_latest)[:_MOST]
    for place, one in enumerate(moved):
        head, *rest = told_of(desk, one, fresh)
        label = head.label if place else f"{heading} {head.label}"
        told = [line for line in rest if line.kind != "assessed"]
        if told:  # what was done, in a report's words; the promise stands in its label
            yield msgspec.structs.replace(told[0], label=f"{label} · {told[0].label}", level=0)
            yield from told[1:]
        else:
            yield msgspec.structs.replace(head, label=label)
            yield from rest
    shown = 0
    for claim in _by_date(scores.pick(_tells_progress)):
        words = desk.statements[claim.lead].evidence.quote
        about = any(_is_about(desk, claim, one) for one in own) if own else _OF_A_PROMISE.search(words) is not None
        line = claim_line(desk, claim, level=1 if moved or shown else 0) if about else None
        if line and not desk.is_columnists(claim) and shown < _LINES and fresh.admits(line):
            shown += 1
            yield line


def _is_about(desk: Desk, claim: Claim, one: Commitment) -> bool:
    """Tell whether a claim speaks of what somebody promised: it names him, and the thing or its issue."""
    lead = desk.statements[claim.lead]
    sides = {desk.party(actor) for actor in (*lead.actors, *claim.actors)}
    shared = set(lead.terms) & set(terms(one.words.quote)) or set(claim.issues) & set(one.issues)
    return bool(shared) and not sides.isdisjoint(map(desk.party, one.promisors))


def not_borne_out(desk: Desk, scores: Scores, part: QuestionPart) -> Iterator[Line]:
    """Give what one side is told not to have confirmed, on the part's issues where it names any."""
    texts: set[str] = set()
    for claim in _by_date(scores.pick(_is_not_borne_out)):
        told = desk.statements[claim.lead].issues or claim.issues
        speaks = not part.issues or not set(part.issues).isdisjoint(told)
        line = claim_line(desk, claim, level=1 if texts else 0) if speaks and len(texts) < _MOST else None
        if line and line.text not in texts:
            texts.add(line.text)
            yield line


def _sides(desk: Desk, part: QuestionPart) -> frozenset[str | None]:
    """Return whom a part names, or, where it says "it" or "they", whom the question named before."""
    for one in (part, *desk.plan.parts):
        named = {desk.party(actor) for actor in desk.plan.actors if is_meant(desk, actor, one.text)}
        if named:
            return frozenset(named)
    return frozenset()


def _latest(one: Commitment) -> tuple[int, str]:
    days = [change.day.toordinal() for change in one.changes if change.day]
    return -max(days, default=0), one.id


def _by_date(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda one: (-one.last.toordinal() if one.last else 0, one.id))


def _tells_progress(claim: Claim, lead: Statement) -> bool:
    told = not (lead.opinion or lead.headline) and lead.realis in ("actual", "negated")
    return told and _PROGRESS.search(lead.evidence.quote) is not None


def _is_not_borne_out(claim: Claim, lead: Statement) -> bool:
    told = not (lead.opinion or lead.headline) and lead.realis != "questioned"
    return told and _NOT_BORNE_OUT.search(lead.evidence.quote) is not None
