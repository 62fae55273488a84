"""What of a sentence leans on the one before, and need not: "It comes as ...", "that figure" below the figure."""

import re

from crosswire.model import Actor, Span, Statement
from crosswire.text.clauses import has_clause

# "It comes as the agency denied ...": what it comes with stands elsewhere, what is told stands here.
_FRAME = re.compile(
    r"(?:It|This|That|The (?:announcement|move|news|decision|remarks?|comments?)) (?:came|comes|follows) "
    r"(?:(?:just |only |barely )?(?:\w+ )?(?:hours?|days?|weeks?|a day|a week) )?(?:as|after|when) ",
)
# "Asked about the report, the minister said ...": what was asked stands elsewhere, what was said stands here.
_ASKED = re.compile(
    r"(?:(?:When )?[Aa]sked|Pressed) (?:about|whether|if|by|on|how|why|what)\b[^.;:“”\"]{3,160}?, (?=[A-Z])"
)
# What stands right below a claim may call it so.
_POINTS = re.compile(
    r"\b(?:disput|den|reject|dismiss|refut|contest)\w* (?:that|this|the|those|these)"
    r" (?:figure|number|count|toll|estimate|claim|report|allegation|accusation|charge|account|version|assertion)s?\b"
)

# What makes a speaker's words a clause on him, and the characters in which it stands.
_WHO, _NEAR_WHO = re.compile(r",? (?:who|which)\b"), 30


def after_frame(text: str, statement: Statement, span: Span) -> Span:
    """Leave out an opening that only ties the sentence to the one before, where all that is stated follows it."""
    match = _FRAME.match(text, span.start, span.end) or _ASKED.match(text, span.start, span.end)
    held = [one.start for one in (*statement.contents, statement.source, statement.cue) if one]
    return Span(match.end(), span.end) if match and held and min(held) >= match.end() else span


def unresolved(text: str, statement: Statement, span: Span, *, answering: bool) -> bool:
    """Tell whether words that are shown point to what is not: one that a frame held, or that stands above, does not."""
    left = statement.dangling - (
        span.start > statement.evidence.start
        and (_FRAME.match(text, statement.evidence.start) or _ASKED.match(text, statement.evidence.start)) is not None
    )
    if answering and _POINTS.search(span.of(text)) is not None:
        left -= 1
    return left > 0


def is_named(actor: Actor | None, words: str) -> bool:
    """Tell whether somebody is named in some words, a person by the surname at least."""
    names = () if actor is None else (actor.name.split()[-1],) if actor.kind == "person" else (actor.name, *actor.names)
    return any(re.search(rf"\b{re.escape(name)}\b", words) is not None for name in names)


def is_aside(text: str, statement: Statement, span: Span) -> bool:
    """Tell whether somebody's words are but a clause on him in a sentence of the report's: "..., who said that ..."."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or not source.end < cue.start <= source.end + _NEAR_WHO:
        return False
    told = sum(len(one.of(text).split()) for one in statement.contents)
    own = text[span.start : max(span.start, source.start)]
    return _WHO.search(text, source.end, cue.start) is not None and has_clause(own) and told < len(own.split())
