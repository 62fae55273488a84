"""Denials of a thing by its kind alone: "any such offer had been made", "that any deal had been struck"."""

import re
from collections.abc import Mapping

from .docket import Voice

# What somebody did of whom one says that he made an offer, struck a deal, held talks.
# What a report may tell of in other words: "gave them ten days", and no "date had been set".
_TOLD_AS: Mapping[str, str] = {
    "date": r"dates?|deadlines?|ultimatums?|by (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    "deadline": r"deadlines?|ultimatums?|dates?",
    "timetable": r"timetables?|schedules?|deadlines?|calendars?",
    "count": r"\d+|(?:two|three|four|five|six|seven|eight|nine|ten)\b",
}
_STRUCK = frozenset({"ATTACK", "VIOLATE", "CLAIM_RESP"})
_DONE: Mapping[str, frozenset[str]] = {
    "offer": frozenset({"OFFER", "PROPOSE", "PROMISE", "CONDITION"}),
    "proposal": frozenset({"OFFER", "PROPOSE"}),
    "deal": frozenset({"AGREE_JOINT", "ACCEPT"}),
    "agreement": frozenset({"AGREE_JOINT", "ACCEPT"}),
    "accord": frozenset({"AGREE_JOINT", "ACCEPT"}),
    "promise": frozenset({"PROMISE", "OFFER"}),
    "pledge": frozenset({"PROMISE", "OFFER"}),
    "commitment": frozenset({"PROMISE", "OFFER"}),
    "request": frozenset({"DEMAND", "APPEAL"}),
    "demand": frozenset({"DEMAND"}),
    "threat": frozenset({"THREATEN"}),
    "talk": frozenset({"MEET"}),
    "meeting": frozenset({"MEET"}),
    "contact": frozenset({"MEET"}),
    "attack": _STRUCK,
    "strike": _STRUCK,
    "raid": _STRUCK,
    "incident": _STRUCK,
    "violation": _STRUCK,
}
_ANY = re.compile(
    r"(?:that )?(?:there (?:was|were|is|had been|has been|have been) )?any (?:such |kind of |sort of )?"
    r"(?:(?:secret|formal|final|direct|private|new) )?(?P<noun>[a-z]{4,10}?)s?"
    r"(?: (?:(?:had|has|have|was|were) (?:ever )?(?:been )?)?"
    r"(?:made|struck|reached|done|given|held|issued|agreed|offered|concluded|signed|taken place|"
    r"occurred|happened|set|fixed|imposed|under ?way|"
    r"on the table))?"
)


def denied_kind(words: str) -> frozenset[str]:
    """
    Return the acts that a denial of "any such offer" may be of; none where it names more than a kind of thing.

    >>> sorted(denied_kind("that any deal had been struck"))
    ['ACCEPT', 'AGREE_JOINT']
    >>> denied_kind("any deal on the harbour had been struck")
    frozenset()
    """
    noun = denied_noun(words)
    return _DONE.get(noun, frozenset()) if noun is not None else frozenset()


def denied_noun(words: str) -> str | None:
    """Return the kind of thing that a denial of "any such offer" is of, by its noun."""
    match = _ANY.fullmatch(" ".join(words.lower().split()).strip(' ,.;"“”'))
    return match["noun"] if match is not None else None


def is_told_as(quote: str, words: str) -> bool:
    """Tell whether a sentence tells, in other words, of the thing of which "any such" is denied."""
    told = _TOLD_AS.get(denied_noun(words) or "")
    return told is not None and re.search(rf"\b(?:{told})\b", quote) is not None


def is_of_kind(voice: Voice, acts: frozenset[str]) -> bool:
    """Tell whether what somebody tells is one of these acts."""
    said = voice.said.statement
    return not voice.said.negated and not acts.isdisjoint((voice.said.act, said.act, said.event))
