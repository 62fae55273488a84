"""What to watch: scheduled dates, deadlines, conditions and threats still open."""

from collections.abc import Iterable, Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.likelihood import outlook
from crosswire.assess.lines import Fresh, claim_line
from crosswire.assess.sections.commitments import deadlines
from crosswire.assess.sections.timeline import when_label
from crosswire.assess.select import Scores
from crosswire.model import Claim, Line, Section, Statement

_MOST, _MOST_OF_A_KIND = 20, 6


def watch(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what is still to come: dated items first, in date order, then conditions, threats and promises."""
    fresh, lines = Fresh(), list[Line]()
    for line in (*scheduled(desk), *deadlines(desk), *_open(desk, scores)):
        if len(lines) < _MOST and fresh.admits(line):
            lines.append(line)
    lines += outlook(desk)
    return Section("watch", "What to watch", tuple(lines)) if lines else None


def scheduled(desk: Desk) -> Iterator[Line]:
    """Yield what reports schedule after the assessment's date."""
    after = [one for one in desk.dossier.timeline if one.scheduled and (not desk.as_of or one.when.last > desk.as_of)]
    shown = 0
    for entry in sorted(after, key=lambda one: (one.when.first, one.when.last, one.claims)):
        for claim in entry.claims:
            line = claim_line(desk, desk.claims[claim], label=when_label(entry.when)) if claim in desk.claims else None
            if line and shown < _MOST_OF_A_KIND:
                shown += 1
                yield line


def _open(desk: Desk, scores: Scores) -> Iterator[Line]:
    for label, wanted in (("Condition", _is_condition), ("Threat", _is_threat), ("Promise", _is_promise)):
        yield from _take(desk, scores.pick(wanted), label)


def _take(desk: Desk, claims: Iterable[Claim], label: str) -> Iterator[Line]:
    shown = 0
    for claim in claims:
        over = desk.as_of and claim.when and claim.when.last < desk.as_of
        line = None if over else claim_line(desk, claim, label=label)
        if line:
            shown += 1
            yield line
        if shown == _MOST_OF_A_KIND:
            return


def _is_condition(claim: Claim, lead: Statement) -> bool:
    return not (lead.opinion or lead.negated) and (
        lead.act == "CONDITION" or (lead.realis == "conditional" and lead.act != "STATE")
    )


def _is_threat(claim: Claim, lead: Statement) -> bool:
    return lead.act == "THREATEN" and not lead.opinion


def _is_promise(claim: Claim, lead: Statement) -> bool:
    return lead.act == "PROMISE" and lead.realis in ("future", "conditional") and not lead.opinion
