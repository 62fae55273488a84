"""What the party the assessment is written for must watch and answer, drawn from cited facts alone."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, claim_line, our_line
from crosswire.assess.sections.commitments import commitment_line
from crosswire.assess.sections.gaps import latest_gaps
from crosswire.assess.select import Scores
from crosswire.assess.stated import issue_title, position_line
from crosswire.model import Claim, Gap, Line, Position, Section, Statement

_MOST_OF_A_KIND = 4
_OWED = ("announced", "due", "partial", "breached", "disputed", "lapsed")
_ANSWERS = ("accept", "reject", "offer", "red_line")
_MEETS = ("agreed", "overlap", "adjacent")


def vantage(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what touches the analyst's own party; None for a desk that takes no side."""
    party = desk.analyst.vantage if desk.analyst else None
    if party is None:
        return None
    fresh = Fresh()
    lines = [
        *_ground(desk, party),
        *_most(fresh, _unanswered(desk, party)),
        *_most(fresh, _against(desk, party)),
        *_most(fresh, _owed(desk, party)),
        *_most(fresh, _accusations(desk, scores, party)),
    ]
    intro = (
        "Drawn only from what the reports say: where it meets the other side and where it does not, what others put to "
        "it, what they ask that it has refused, what is owed to it, and what they accuse it of."
    )
    title = f"For {desk.name(party)}: what to watch and answer"
    return Section("vantage", title, tuple(lines), intro) if lines else None


def _most(fresh: Fresh, lines: Iterable[Line | None]) -> Iterator[Line]:
    shown = 0
    for line in lines:
        if line and fresh.admits(line):
            shown += 1
            yield line
        if shown == _MOST_OF_A_KIND:
            return


def _ground(desk: Desk, party: str) -> Iterator[Line]:
    """Say for each other party on which issues the two meet, at least in part, and on which they are opposed."""
    pairs: dict[str, list[Gap]] = {}
    for gap in latest_gaps(desk):
        if party in gap.parties:
            other = next((one for one in gap.parties if one != party), party)
            pairs.setdefault(other, []).append(gap)
    for other, gaps in sorted(pairs.items(), key=lambda pair: (-len(pair[1]), desk.name(pair[0]))):
        meets = sorted({issue_title(desk, gap.issue) for gap in gaps if gap.relation in _MEETS})
        apart = sorted({issue_title(desk, gap.issue) for gap in gaps if gap.relation == "opposed"} - set(meets))
        told = [f"meets {desk.name(other)}, at least in part, on {'; '.join(meets)}"] if meets else []
        told += [f"is opposed to {'it' if meets else desk.name(other)} on {'; '.join(apart)}"] if apart else []
        if told:
            evidence = [one for gap in gaps for one in gap.evidence]
            yield our_line(f"{desk.name(party)} {', and '.join(told)}.", evidence, label="Common ground")


def _unanswered(desk: Desk, party: str) -> Iterator[Line | None]:
    """Yield what others offer to which the party, as far as reports tell, has not answered since."""
    answered: dict[str, dt.date] = {}
    for one in desk.dossier.positions:
        if one.party == party and one.stance in _ANSWERS and one.day:
            answered[one.issue] = max(one.day, answered.get(one.issue, one.day))
    for one in _standing(desk, party, ("offer",)):
        over = any(_is_over(desk, desk.claims[claim]) for claim in one.claims if claim in desk.claims)
        if not over and one.day and one.issue and answered.get(one.issue, dt.date.min) < one.day:
            yield _line(desk, one, "Offer not answered")


def _is_over(desk: Desk, claim: Claim) -> bool:
    """Tell whether the time a claim speaks of has passed."""
    return bool(claim.when and desk.as_of and claim.when.last < desk.as_of)


def _against(desk: Desk, party: str) -> Iterator[Line | None]:
    """Yield what others want that the party refuses, the firmest first."""
    by_id = {one.id: one for one in desk.dossier.positions}
    for gap in sorted(latest_gaps(desk), key=lambda gap: (-gap.weight, gap.issue)):
        theirs = [by_id[one] for one in (gap.one, gap.other) if by_id[one].party != party]
        if gap.relation == "opposed" and party in gap.parties and theirs[0].stance in ("demand", "condition"):
            yield _line(desk, theirs[0], "Against its position")


def _owed(desk: Desk, party: str) -> Iterator[Line | None]:
    """Yield what others undertook towards the party and have not wholly done."""
    for one in desk.dossier.commitments:
        if party in one.promisees and set(one.promisors) - {party} and one.status in _OWED:
            line = commitment_line(desk, one, Fresh())
            yield msgspec.structs.replace(line, label=f"Owed to it · {line.label}")


def _accusations(desk: Desk, scores: Scores, party: str) -> Iterator[Line | None]:
    """Yield what others accuse the party of, the most widely carried first."""

    def accuses(claim: Claim, lead: Statement) -> bool:
        against = {desk.party(one) for one in (lead.target, lead.event_agent) if one}
        by_other = desk.party(lead.speaker or lead.agent) not in (None, party)
        return lead.act in ("ACCUSE", "CONDEMN") and party in against and by_other and not lead.opinion

    found = sorted(scores.pick(accuses), key=lambda claim: (-len(desk.outlets(claim)), -scores.score(claim), claim.id))
    for claim in found:
        yield claim_line(desk, claim, label="Told of it by others")


def _standing(desk: Desk, party: str, stances: Iterable[str]) -> Iterator[Position]:
    """Yield other parties' positions of these kinds that nothing has replaced, the latest first."""
    found = [one for one in desk.dossier.positions if one.party != party and one.stance in set(stances)]
    found = [one for one in found if one.superseded_by is None and one.contradicts is None]
    yield from sorted(found, key=lambda one: (one.day or dt.date.min, one.id), reverse=True)


def _line(desk: Desk, position: Position, head: str) -> Line | None:
    title = issue_title(desk, position.issue)
    return position_line(desk, position, label=f"{head} · {title}" if title else head)
