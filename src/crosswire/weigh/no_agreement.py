"""Agreements that one side tells of and the other says there are none of: "no such deal was reached"."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .docket import Conflict, Docket, Stand, Voice, within
from .marks import AGREEING
from .synonyms import everyday

# Days a denial may trail the claim.
ANSWER = 7
_KIND = r"(?:agreements?|deals?|accords?|understandings?|arrangements?|pacts?)"
_NONE = re.compile(
    r"\b(?:no|nor any|not (?:reached|made|struck|signed|concluded) any|without any) (?P<such>such )?(?:[\w-]+ ){0,2}"
    rf"{_KIND}\b"
    r"|\bagreed (?:to |on )?nothing\b|\bnothing (?:has been|had been|was|is) (?:agreed|settled)\b",
    re.IGNORECASE,
)
# What any agreement is told in, and says nothing of what it is on.
_TELLING = frozenset(
    "agre agreement deal accord understand arrang pact reach sign nothing such made struck talk".split()
)


def find_no_agreement(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: one side tells of an agreement, and another it is with says there is none."""
    denials = [(voice, match) for voice in docket.bearing("denies") if (match := _denied(voice)) is not None]
    if not denials:
        return
    told: dict[str, list[Voice]] = defaultdict(list)
    for voice in docket.bearing("agrees"):
        for side in _bound(voice, docket):
            told[side].append(voice)
    for denial, match in denials:
        side = docket.sides.of(denial.said.statement.speaker or "")
        fitting = [claim for claim in told.get(side, ()) if _is_denied(claim, denial, side, docket)]
        about = [claim for claim in fitting if _common(claim, denial, docket)]
        claims = about or (fitting if match["such"] else [])
        if claims:
            last = max(claims, key=lambda one: (one.said.published is not None, one.said.published, one.claim))
            stands = Stand(last.claim, "asserted"), Stand(denial.claim, "denied")
            yield Conflict("denial", "AGREE_JOINT", *stands, last.said.when or denial.said.when)


def _denied(voice: Voice) -> re.Match[str] | None:
    said = voice.said.statement
    if said.speaker is None or said.mode == "narrated" or said.opinion or said.realis == "conditional":
        return None
    return _NONE.search(said.evidence.quote)


def _bound(voice: Voice, docket: Docket) -> frozenset[str]:
    """Return the sides that somebody is told to have agreed for, none where nothing is told to be agreed."""
    item = voice.said
    said = item.statement
    if item.negated or said.opinion or said.realis != "actual" or AGREEING.isdisjoint((item.act, said.act, said.event)):
        return frozenset()
    named = (item.agent, item.target, said.event_agent, said.event_target, *said.actors)
    return frozenset(docket.sides.of(one) for one in named if one)


def _is_denied(claim: Voice, denial: Voice, side: str, docket: Docket) -> bool:
    teller = claim.said.statement.speaker
    own = teller is not None and docket.sides.of(teller) == side
    apart = claim.claim != denial.claim and docket.apart(claim, denial)
    return not own and apart and within(claim.said, denial.said, ANSWER)


def _common(claim: Voice, denial: Voice, docket: Docket) -> bool:
    """Tell whether what one says was agreed and what the other says was not share a word of their matter."""
    shared = claim.words.telling & denial.words.telling - set(docket.nations) - _TELLING
    return any(term not in everyday() for term in shared)
