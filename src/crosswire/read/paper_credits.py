"""Sentences that only say which paper had a story first: a credit, and no claim of the report that gives it."""

import re

from crosswire.model import Reading, Span, Statement
from crosswire.read.attribution_speaker import is_outlet

# An outlet's name, as a pattern sees it.
_MARK = "\0"
_PAPERS = rf"{_MARK}(?:(?:,| and|, and) {_MARK})*"
_EARLY = r"(?:first|earlier|previously|initially|originally)"
_TOLD = r"(?:reported|published|revealed|disclosed|broken|carried)"
# What was told, by a name for it: a count or a "that" would tell something.
_WORD = r"(?!that\b|how\b|whether\b)[^\s\d.,;:\0]+"
_THING = rf"{_WORD}(?: {_WORD}){{0,11}}"
_NAMED = rf"(?:the|its|his|her|their|this|these|those|some|details|news|parts)(?: {_WORD}){{1,11}}"
_WHEN = r"(?: (?:late |early )?(?:on|earlier|last|this) [^,;:\0]{3,24})?"
_CREDIT = re.compile(
    rf"(?:{_MARK} (?:was|were|had been|became) (?:the )?first to (?:report|break|publish|reveal|disclose)"
    rf"(?: (?:on |of |about )?{_THING})?"
    rf"|{_THING} (?:was|were|is|are|had been|has been|have been) (?:also )?"
    rf"(?:{_EARLY} {_TOLD}|{_TOLD} {_EARLY}) (?:by|in|on|to) {_PAPERS}{_WHEN}"
    rf"|{_MARK} (?:had |has )?{_EARLY} (?:reported|published|revealed|disclosed|broke)(?: on)? (?:{_NAMED}|it)"
    rf"|{_MARK} (?:reported|published|broke) (?:{_NAMED}|it) (?:first|earlier)"
    rf"|(?:as )?first (?:reported|published) (?:by|in) {_PAPERS}{_WHEN})",
    re.IGNORECASE,
)
_REPORTS = frozenset({"report", "publish", "reveal", "disclose", "break"})
_WHICH = re.compile(rf"(?:which|who) (?:had |has )?{_EARLY} \w+")
_WHAT = re.compile(_NAMED, re.IGNORECASE)
# No credit is longer, nor is anything else looked at.
_LONGEST = 240
_FIRST = re.compile(rf"\b{_EARLY}\b", re.IGNORECASE)


def find_paper_credits(text: str, reading: Reading) -> frozenset[int]:
    """Return where the sentences start that only credit a paper: "Politico was first to report the plan."."""
    outlets = {one.id for one in reading.actors if one.kind == "outlet"}
    places = sorted(
        {
            (one.start, one.end)
            for one in reading.mentions
            if one.actor in outlets or (one.kind == "name" and is_outlet(text[one.start : one.end]))
        }
        | {(one.span.start, one.span.end) for one in reading.credits}
    )
    found = set()
    for sentence in reading.sentences:
        told = sentence.end - sentence.start <= _LONGEST and _FIRST.search(text, sentence.start, sentence.end)
        here = [place for place in places if sentence.start <= place[0] and place[1] <= sentence.end] if told else []
        if here and _CREDIT.fullmatch(_masked(text, sentence, here)):
            found.add(sentence.start)
    return frozenset(found)


def _masked(text: str, sentence: Span, places: list[tuple[int, int]]) -> str:
    """Return a sentence without its stop, each outlet's name and its article as one mark."""
    parts, at = [], sentence.start
    for start, end in places:
        if start >= at:
            before = text[at:start]
            parts += [before[:-4] if before[-4:].lower() == "the " else before, _MARK]
            at = end
    parts.append(text[at : sentence.end])
    return " ".join("".join(parts).strip(" .()[]\n").split())


def is_aside(text: str, said: Statement) -> bool:
    """Tell whether a statement is what a paper "which first reported the plan" is said to have reported."""
    if said.lemma not in _REPORTS or said.cue is None or said.source is None or len(said.contents) != 1:
        return False
    which = _WHICH.fullmatch(text[said.source.start : said.cue.end].rpartition(", ")[2])
    return which is not None and _WHAT.fullmatch(said.contents[0].of(text)) is not None
