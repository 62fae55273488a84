"""The ledger of commitments: who promised what to whom, what was delivered, what is left and where it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.ledgers import (
    bare_line,
    counted,
    ledger_line,
    number,
    passage,
    quotable,
    round_of,
    telling,
    voices,
    when,
    who,
)
from crosswire.assess.lines import Days, Fresh, day
from crosswire.assess.marks import marked
from crosswire.assess.promise_words import what
from crosswire.assess.select import Scores
from crosswire.model import OTHER_MATTERS, Commitment, Delivery, Entry, Evidence, Grid, GridRow, Line, Progress, Section

_MOST = 30
_PUT_OFF = re.compile(
    r"\b(?:suspen|paus|postpon|halt|freez|froze)\w*|\b(?:put|hold\w*) (?:it )?(?:off|on hold)\b", re.IGNORECASE
)
# Words that hold less of the question than this are beside it: a home pledge, a contract of some firm.
_BESIDE = 0.3
# A count of at least so many names what is asked after.
_ASKED = 10
_FORMS = {
    "signed": "signed",
    "joint statement": "in a joint statement",
    "oral": "agreed in talks, no signature reported",
    "unilateral": "announced by the promisor alone",
    "reported": "as reported by others",
}
# What nothing is told to have come of yet goes by how it was given.
_GIVEN: Mapping[str, str] = {"signed": "signed", "joint statement": "agreed", "oral": "agreed"}
# What these say in words of their own; deliveries are told by the count.
_TURNS: Mapping[str, str] = {
    "breached": "It is told as broken",
    "disputed": "Its keeping is in dispute",
    "withdrawn": "It is told as taken back",
    "fulfilled": "It is told as kept in full",
}


def commitments(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List the commitments in the order they were made, each with its deliveries and the changes of its status."""
    lines, rows, fresh = list[Line](), list[GridRow](), Fresh()
    bearing = [one for one in desk.dossier.commitments if _bears(desk, scores, one)]
    for one in bearing[:_MOST]:
        head = commitment_line(desk, one, fresh)
        # One exchange may keep two promises: it is told under the first, and counted under both.
        lines += [head, *(line for line in _parts(desk, one) if _is_sum(line) or fresh.admits(line))]
        rows.append(_row(desk, one, head))
    intro = (
        "Each promise in the words of a report, with what came of it by the date of this assessment. "
        "Due: within a week of its last day. Last day passed: no report tells of its keeping or of its breach."
    )
    if not lines:
        return None
    if len(bearing) < len(desk.dossier.commitments):
        intro += " Left out: what those with no stand in the case promise to nobody in it, beside the question."
    grid = Grid(("Promised by", "What"), ("To", "By", "Delivered", "Remaining", "Status"), tuple(rows))
    return Section("commitments", "Promised and delivered", tuple(lines), intro, grid)


def _is_sum(line: Line) -> bool:
    """Tell whether a line of our own words quotes nothing: it may stand under two promises."""
    return line.kind == "assessed" and len(line.parts) == 1


def _bears(desk: Desk, scores: Scores, one: Commitment) -> bool:
    """Tell whether a promise is of somebody with a stand in the case, to somebody, or of what the question asks."""
    stands = (held for held in desk.dossier.positions if held.issue != OTHER_MATTERS)
    own = {held.party for held in stands if held.stated_by == "self"}
    own.update(party for held in desk.dossier.rounds for party in held.parties)
    own.update(side for actor in desk.plan.actors if (side := desk.party(actor)) is not None)
    if len(one.promisors) > 1 and not any(desk.party(actor) in own for actor in one.promisors[1:]):
        return False
    if one.promisees or one.marks or not own.isdisjoint(one.promisors):
        return True
    if one.promised is not None and one.promised >= _ASKED:
        asked = re.search(rf"\b{re.escape(number(one.promised))}\b", desk.plan.question or "")
        if asked is not None:
            return True  # "will the 60 million arrive?"
    claims = [desk.claims[desk.claim_of[said]] for said in one.statements if said in desk.claim_of]
    return max(map(scores.directness, claims), default=1.0) >= _BESIDE


def told_of(desk: Desk, one: Commitment, fresh: Fresh) -> list[Line]:
    """Return the line that heads a commitment and those of what came of it, which stand below."""
    return [commitment_line(desk, one, fresh), *(line for line in _parts(desk, one) if fresh.admits(line))]


def label_of(desk: Desk, one: Commitment) -> str:
    """Head a commitment: parties, deed, last day and status."""
    to = "to each other" if set(one.promisors) >= set(one.promisees) and one.promisees else _to(desk, one)
    parties = f"{who(desk, one.promisors)} {to}".strip()
    return " · ".join(part for part in (parties, what(one), _days(one), status_of(one)) if part)


def status_of(one: Commitment) -> str:
    """
    Say where a promise stands.

    What is only put off is not taken back, and that no report tells of its keeping does not say that it was broken.
    """
    if one.status == "withdrawn" and _is_put_off(one.changes[-1].evidence):
        return "suspended"
    if one.status == "announced":
        return _GIVEN.get(one.form, one.status)
    return "last day passed" if one.status == "lapsed" else one.status


def _is_put_off(evidence: Sequence[Evidence]) -> bool:
    return any(_PUT_OFF.search(words.quote) for words in evidence)


def _to(desk: Desk, one: Commitment) -> str:
    return f"to {who(desk, one.promisees)}" if one.promisees else ""


def _days(one: Commitment) -> str:
    first, last = when(one.starts), when(one.deadline)
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"by {last}" if last else ""


def commitment_line(desk: Desk, one: Commitment, fresh: Fresh) -> Line:
    """Return the line that heads a commitment: its words, how much of it is done, and where it stands."""
    note = [_FORMS[one.form], round_of(desk, one), voices(desk, one.origins, one.count)]
    note += [f"{counted(rival.quantity)} by the account of {voices(desk, rival.origins)}" for rival in one.amounts[1:]]
    if one.condition:
        note.append(f"hangs on: “{' '.join(one.condition.quote.split())}”")
    told = "; ".join(part for part in note if part)
    label = label_of(desk, one)
    line = ledger_line(
        desk,
        telling(desk, one),
        one.evidence,
        label=label,
        note=told,
        origins=one.origins,
        count=one.count,
        preferred=one.content,
    )
    text = f"The promise of {who(desk, one.promisors)}"
    if line is None or not fresh.admits(line):
        # A sentence that leans on the one before it is quoted whole; one that stands above already, by its promise.
        whole = quotable([one.content]) if line is None else None
        line = bare_line(text, one.evidence, label=label, note=told, origins=one.origins, words=whole or one.words)
        if whole is not None and not fresh.admits(msgspec.structs.replace(line, text=whole.quote)):
            line = bare_line(text, one.evidence, label=label, note=told, origins=one.origins, words=one.words)
    return marked(msgspec.structs.replace(line, progress=_progress(one)), one)


def _progress(one: Commitment) -> Progress | None:
    if one.promised is None or not one.promised or one.delivered is None:
        return None
    done = min(one.delivered, one.promised)
    text = f"{number(one.delivered)} of {number(one.promised)} delivered, {number(one.remaining or 0.0)} remaining"
    return Progress(done, one.promised, text)


def _parts(desk: Desk, one: Commitment) -> Iterator[Line]:
    """Yield what came of it, in order of time: deliveries, then what else changed its status."""
    by_evidence = desk.told_at
    for part in one.deliveries:
        label = ": ".join(text for text in (when(part.day), _counting(part, one)) if text)
        yield _told(desk, part.evidence, by_evidence, label, part.origins, "A report counts a delivery.")
    for change in one.changes[1:]:
        delivered = any(set(change.evidence) & set(part.evidence) for part in one.deliveries)
        if change.status in _TURNS and not delivered:
            off = change.status == "withdrawn" and _is_put_off(change.evidence)
            label = ": ".join(text for text in (when(change.day), "suspended" if off else change.status) if text)
            turn = "It is told as suspended" if off else _TURNS[change.status]
            yield _told(desk, change.evidence, by_evidence, label, change.origins, turn)


def _counting(part: Delivery, one: Commitment) -> str:
    if one.promised is None:
        return "done"
    if part.total is not None:
        return f"{number(part.total)} in all"
    return f"{number(part.quantity)} delivered" if part.quantity is not None else "delivered in part"


def _told(
    desk: Desk,
    evidence: Sequence[Evidence],
    by_evidence: dict[Evidence, str],
    label: str,
    origins: Sequence[str],
    plainly: str,
) -> Line:
    ids = [by_evidence[one] for one in evidence if one in by_evidence]
    note = voices(desk, origins)
    line = ledger_line(desk, ids, evidence, label=label, note=note, origins=origins, level=1)
    words = quotable(evidence) if plainly.startswith("It") else None
    return line or bare_line(plainly, evidence, label=label, note=note, origins=origins, words=words, level=1)


def _row(desk: Desk, one: Commitment, head: Line) -> GridRow:
    to = "each other" if one.promisees == one.promisors else who(desk, one.promisees)
    cells = (
        to,
        when(one.deadline) or (f"from {when(one.starts)}" if one.starts else ""),
        number(one.delivered) if one.delivered is not None else "",
        number(one.remaining) if one.remaining is not None else "",
        status_of(one),
    )
    return GridRow(
        (who(desk, one.promisors), what(one)), tuple((Entry(text, head.id),) if text else () for text in cells)
    )


def deadlines(desk: Desk) -> Iterator[tuple[Days, Line]]:
    """Yield the days still to come on which a promise falls due or begins, in order: what to watch for."""
    open_ = [one for one in desk.dossier.commitments if one.status not in ("fulfilled", "withdrawn", "lapsed")]
    dated = [(one.deadline or one.starts, one) for one in open_ if one.deadline or one.starts]
    for date, one in sorted(dated, key=lambda pair: (str(pair[0]), pair[1].id)):
        if date is None or (desk.as_of is not None and date <= desk.as_of) or passage(desk, one.statements) is None:
            continue
        left = f", {number(one.remaining)} remaining" if one.remaining else ""
        begins = one.deadline is None
        label = f"{day(date)} · {'promise begins' if begins else 'promise falls due'}{left}"
        line = ledger_line(
            desk,
            telling(desk, one),
            one.evidence,
            label=label,
            note=voices(desk, one.origins, one.count),
            origins=one.origins,
            count=one.count,
            preferred=one.content,
        )
        if line is not None:
            yield (date, date), marked(line, one)
