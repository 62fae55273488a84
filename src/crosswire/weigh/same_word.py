"""Voices that are no second one: a quotation's other speaker, an outlet's own reporter, a report that only quotes."""

import re
from collections.abc import Sequence

from .origins import Trace
from .propositions import Proposition
from .sides import Sides

Told = tuple[Proposition, Trace]

# "My colleague Ann Roe reports", "our correspondent".
_OWN = re.compile(r"\b(?:my|our) (?:own )?(?:colleague|correspondent|reporter|editor)s?\b", re.IGNORECASE)
# What makes a report's own sentence the word of somebody whom it names.
_CREDITS = re.compile(
    r"\b(?:sa(?:ys|id)|claim(?:s|ed)|told|wrote|accord(?:ing)? to|in the words of|as described by"
    r"|(?:reports?|figures|counts?|tally|data|statements?) (?:by|from|of)"
    r"|(?:confirmed|reported|announced|counted|estimated|declared)\b[^.;]{0,20}\bby)\b",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\b(?:call(?:s|ed|ing)|describ(?:es|ed|ing)|brand(?:s|ed|ing)|denounc(?:es|ed|ing)|condemn(?:s|ed|ing)|"
    r"dismiss(?:es|ed|ing)|label(?:s|led|ling)|hail(?:s|ed|ing)) "
    r"(?:that|this|it|the (?:move|decision|step|measure|plan|proposal|action|announcement|remarks?|statement))\b"
)
_OCCASION = 1
# Words that two quotations share, and their part of the longer one's.
_FEW, _NEARLY = 5, 0.8


def independent(said: Sequence[Told], sides: Sides) -> list[Told]:
    """
    Return what is told without what adds no voice of its own to the rest.

    One quotation has one speaker: whoever is named with it as well hands it on. An outlet's own reporter is the outlet,
    and a report's own sentence that names whose word it gives is that one's word.
    """
    if len(said) < 2:
        return list(said)
    speakers = {sides.of(item.statement.speaker) for item, trace in said if trace.is_speaker and item.statement.speaker}
    kept: list[Told] = []
    for at, (item, trace) in enumerate(said):
        others = [other for place, other in enumerate(said) if place != at]
        own = trace.is_speaker and _OWN.search(item.statement.evidence.quote) is not None
        if own and any(other.reporter == trace.reporter for _, other in others):
            continue
        if _is_handed_on(item, [other for other, _ in kept]) or _is_credited(item, trace, speakers, sides):
            continue
        kept.append((item, trace))
    return kept or list(said)


def judges_the_unnamed(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two remarks, of two days, passes a verdict on what its sentence does not name."""
    if one.family == other.family or one.published is None or other.published is None:
        return False
    apart = abs((one.published - other.published).days) > _OCCASION
    return apart and any(_VERDICT.search(item.statement.evidence.quote) for item in (one, other))


def _is_handed_on(item: Proposition, kept: Sequence[Proposition]) -> bool:
    """Tell whether the very quotation was counted with another speaker: two people do not use the same words."""
    said = item.statement
    return said.mode == "direct" and any(
        other.statement.mode == "direct"
        and other.statement.speaker != said.speaker
        and _is_one_quotation(set(said.terms), set(other.statement.terms))
        for other in kept
    )


def _is_one_quotation(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= max(_FEW, _NEARLY * max(len(one), len(other)))


def _is_credited(item: Proposition, trace: Trace, speakers: set[str], sides: Sides) -> bool:
    """Tell whether a report's own sentence names one of the speakers as whose word it is."""
    said = item.statement
    if trace.is_speaker or trace.is_unnamed or not _CREDITS.search(said.evidence.quote):
        return False
    return any(sides.of(actor) in speakers for actor in said.actors)
