"""What commentators argue: an opinion piece's claims are its author's, and are shown as such."""

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.judging import argues
from crosswire.assess.lines import Fresh, worded_line
from crosswire.assess.select import Scores
from crosswire.assess.wording import word
from crosswire.model import Claim, Line, Section, Statement

_MOST, _MOST_OF_AN_ARTICLE = 8, 2


def opinion(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List judgements by the authors of opinion and analysis, each under its author's name and outlet."""
    fresh, lines, counts = Fresh(), list[Line](), dict[str, int]()
    for claim in scores.pick(_is_own_voice, used):
        lead = desk.statements[claim.lead]
        if not (lead.opinion or desk.is_reading(lead)) or not argues(lead.evidence.quote):
            continue
        worded = word(desk, lead)
        if worded is None or counts.get(lead.article, 0) >= _MOST_OF_AN_ARTICLE:
            continue
        article = desk.articles[lead.article]
        label = f"{article.author}, {article.label}" if article.author else article.label
        # A judgement is its author's claim, in an analysis as in an opinion piece.
        line = msgspec.structs.replace(worded_line(desk, claim, lead, worded, label=label), kind="claimed")
        if fresh.admits(line):
            lines.append(line)
            counts[lead.article] = counts.get(lead.article, 0) + 1
        if len(lines) == _MOST:
            break
    intro = "Judgements of the authors named, not reports of fact."
    return Section("opinion", "What commentators argue", tuple(lines), intro) if lines else None


def _is_own_voice(claim: Claim, lead: Statement) -> bool:
    # A title names a piece; what it argues its sentences say.
    return (
        len(claim.statements) == 1
        and not lead.headline
        and lead.speaker is None
        and lead.unnamed is None
        and not lead.via
    )
