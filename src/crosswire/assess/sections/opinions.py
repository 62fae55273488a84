"""What commentators argue: an opinion piece's claims are its author's, and are shown as such."""

import re
from collections.abc import Iterator

import msgspec

from crosswire.assess.desk import Desk
from crosswire.assess.judging import argues, forecasts, lacks_condition
from crosswire.assess.lines import Fresh, worded_line
from crosswire.assess.overtaken import is_overtaken
from crosswire.assess.select import Scores
from crosswire.assess.wording import Worded, word
from crosswire.model import Claim, Line, Section, Statement

_MOST, _MOST_OF_AN_ARTICLE = 8, 2
# A platitude has fewer words ("The ball is in their court.").
_SHORTEST = 9
# A judgement that speaks less to the question than this share of what the nearest does is beside it.
_SHARE = 0.4
# What the piece says of itself, what it has from others, and what opens with another's words.
_NOT_OWN = re.compile(
    r"^\W*[“\"«]|\bthis (?:column|article|essay|editorial|newspaper|page)\b|\b(?:reportedly|allegedly|according to)\b"
    r"|\bsaid the\b|^If only\b|^Even (?!if|though|as|when|before|after|now|so)\b",
    re.IGNORECASE,
)
# What is told on from a sentence before in which somebody said, asked or offered it.
_WOULD = re.compile(
    r"\bwould\b(?! (?:be (?:wrong|wise|foolish|a mistake)|seem|appear))|^If .{3,60}\b(?:fell|were|did)\b"
)
_SAID = re.compile(r"\b(?:said|told|offered|promised|proposed|suggested|argued|warned|announced|added|insisted)\b")
# The characters in which the sentence before stands.
_BEFORE = 200


def opinion(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List judgements by the authors of opinion and analysis, each under its author's name and outlet."""
    fresh, lines, counts = Fresh(), list[Line](), dict[str, int]()
    argued = list(_argued(desk, scores, used))
    nearest = max((scores.relevance(claim) for claim, _, _ in argued), default=0.0)
    for claim, lead, worded in argued:
        if scores.relevance(claim) < _SHARE * nearest or counts.get(lead.article, 0) >= _MOST_OF_AN_ARTICLE:
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


def _argued(desk: Desk, scores: Scores, used: frozenset[str]) -> Iterator[tuple[Claim, Statement, Worded]]:
    """Yield what authors argue in their own voice and what has come since leaves standing."""
    for claim in scores.pick(_is_own_voice, used):
        lead = desk.statements[claim.lead]
        said = lead.evidence.quote
        if not (lead.opinion or desk.is_reading(lead)) or not argues(said) or lacks_condition(said):
            continue
        if _NOT_OWN.search(said) or _is_anothers(desk, lead):
            continue
        if is_overtaken(desk, claim) and forecasts(said):
            continue
        worded = word(desk, lead)
        if worded is not None and len(worded.text.split()) >= _SHORTEST:
            yield claim, lead, worded


def _is_anothers(desk: Desk, lead: Statement) -> bool:
    """Tell whether "would" goes on telling what the sentence before says that somebody said or offered."""
    text, start = desk.text(lead.article), lead.evidence.start
    before = text[max(0, start - _BEFORE) : start]
    return _WOULD.search(lead.evidence.quote) is not None and _SAID.search(before) is not None


def _is_own_voice(claim: Claim, lead: Statement) -> bool:
    # A title names a piece; what it argues its sentences say.
    return (
        len(claim.statements) == 1
        and not lead.headline
        and lead.speaker is None
        and lead.unnamed is None
        and not lead.via
    )
