"""What we know (two or more independent origins), what was certainly said, and what rests on one origin only."""

import re
from collections import Counter
from collections.abc import Iterable

from crosswire.assess.desk import Desk
from crosswire.assess.done_since import Accords
from crosswire.assess.lines import Fresh, as_of, claim_line, is_told, sentences
from crosswire.assess.sections.met import met
from crosswire.assess.select import Scores, is_firm
from crosswire.model import Claim, Line, Section, Statement

_MOST_KNOWN, _MOST_SAID, _MOST_SINGLE = 14, 10, 14
# What reports say of reporting itself is no finding: "it was impossible to verify the figures independently".
_CAVEAT = re.compile(
    r"\b(?:cannot|could not|can not|(?:not|rarely|often not) possible|impossible|difficult|hard|unable)"
    r" (?:[\w-]{1,20} ){0,4}(?:verif|confirm)", re.IGNORECASE,
)  # fmt: skip
# Reports that make a thing known, and the days before the first of them from which it is history.
_LEAST_REPORTS, _HISTORY = 2, 365
# What a side or its friends write, and what sums up others' reports.
_NO_REPORTS = frozenset({"statement", "opinion", "summary"})
# One outlet or speaker should not fill the list of single-origin claims.
_MOST_OF_ONE_ORIGIN = 3


def what_we_know(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List the claims that two or more independent origins assert and nobody contests, and the talks they tell of."""
    known = (claim for claim in scores.pick(_is_known, used) if _is_of_the_case(desk, claim))
    lines = (*_lines(desk, scores, known, used, _MOST_KNOWN), *met(desk))
    intro = "Each line rests on at least two origins that do not depend on each other, and no report contests it."
    return Section("what_we_know", "What we know", lines, intro) if lines else None


def said(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what one speaker says in several independent reports: that it was said is firm, that it is so is not."""
    lines = _lines(desk, scores, scores.pick(_is_said, used), used, _MOST_SAID)
    intro = "Two or more independent reports agree that it was said. Whether it is so rests on the speaker alone."
    return Section("said", "What was said, by several reports", lines, intro) if lines else None


def single_origin(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List what only one origin asserts, however many outlets repeat it, and no other section tells."""
    told = sentences(desk, used)
    accords = Accords(desk)
    found = [one for one in scores.pick(_is_single) if not accords.awaited(one)]
    # What other sections tell takes its place among the first: what comes after those is no better for it.
    most = _MOST_SINGLE - sum(is_told(desk, one, told) for one in found[:_MOST_SINGLE])
    untold = (one for one in found if not is_told(desk, one, told))
    lines = _lines(desk, scores, untold, used, most, _MOST_OF_ONE_ORIGIN) if most else ()
    intro = "One origin only, however many outlets carry it: treat as unconfirmed."
    return Section("single_origin", "Single-origin claims", lines, intro) if lines else None


def _lines(
    desk: Desk,
    scores: Scores,
    claims: Iterable[Claim],
    used: frozenset[str],
    most: int,
    most_of_one: int | None = None,
) -> tuple[Line, ...]:
    """
    Word claims until there are enough lines, leaving out near-duplicates and too many of one origin.

    `used` are the claims shown above: two claims may be told in one sentence, and it is shown once.
    """
    fresh, lines, counts = Fresh(), list[Line](), Counter[str]()
    for shown in (claim_line(desk, desk.claims[one]) for one in sorted(used) if one in desk.claims):
        if shown:
            fresh.admits(shown)
    for claim in claims:
        if desk.is_reading(desk.statements[claim.lead]) or desk.is_columnists(claim):
            continue  # an analyst's or a columnist's judgement stands among the commentators
        if most_of_one and counts[claim.origins[0]] >= most_of_one:
            continue
        line = claim_line(desk, claim, label=_as_of(desk, scores, claim))
        if line and fresh.admits(line):
            lines.append(line)
            counts[claim.origins[0]] += 1
        if len(lines) == most:
            break
    return tuple(lines)


def _as_of(desk: Desk, scores: Scores, claim: Claim) -> str | None:
    """Return the day of what was told long before the end, and is no deed with a day of its own."""
    lead = desk.statements[claim.lead]
    late = claim.last is None or scores.news.is_fresh(claim.last, scores.latest)
    return None if late or lead.event_date or lead.times else as_of(claim)


def _is_known(claim: Claim, lead: Statement) -> bool:
    return is_firm(claim, lead) and not lead.opinion and not _CAVEAT.search(lead.evidence.quote)


def _is_of_the_case(desk: Desk, claim: Claim) -> bool:
    """
    Tell whether two reports state a claim that are no party's own paper, in their own words, and it is no history.

    A ministry that gives its reasons and a paper that prints them make nothing known; what is shown as somebody's word
    was said.
    """
    line = claim_line(desk, claim)
    if line is None or line.kind != "reported":
        return False
    lead = desk.statements[claim.lead]
    told = {said.article for said in desk.voices(claim) if desk.articles[said.article].genre not in _NO_REPORTS}
    dates = [one.published for one in desk.articles.values() if one.published]
    done = lead.event_date
    past = done is not None and dates and (min(dates) - done.last).days > _HISTORY
    return len(told) >= _LEAST_REPORTS and not past


def _is_said(claim: Claim, lead: Statement) -> bool:
    reports = {words.article for words in claim.evidence}
    told = claim.status == "single-origin" or (claim.status == "corroborated" and lead.mode != "narrated")
    return told and min(len(claim.reporters), len(reports)) >= 2 and not lead.opinion


def _is_single(claim: Claim, lead: Statement) -> bool:
    return claim.status == "single-origin" and claim.count == 1 and not lead.opinion
