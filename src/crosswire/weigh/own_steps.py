"""What a condition is on: the step of the party itself, not what it asks of the other side."""

import re

from crosswire.model import Statement

from .held import Held
from .topics import Topics

_HINGE = re.compile(
    r"\b(?:if|unless|provided|providing|(?:as|so) long as|on condition|until|once|only (?:after|when))\b"
)
_OFFERED = frozenset({"offer", "accept"})
_WANTED = frozenset({"demand"})
# "The duty would come down": a step, by a word of its own that what was asked holds too.
_WORD = re.compile(r"[a-z]{3,}")
_STEP = re.compile(r"\b(?:the|that|this) ([a-z]{3,}) (?:would|will|could|can)\b")
# Characters after an offer within which "the money would flow only if" goes on with it.
_NEAR = 250


def own_step(said: Statement, issue: str, party: str, asked: Held | None, topics: Topics) -> str:
    """
    Return the issue of the party's own step in a condition.

    Where only what is asked in return names an issue, the step is what the party offered right before.
    """
    low = said.evidence.quote.lower()
    start = max(0, said.contents[0].start - said.evidence.start) if said.contents else 0
    hinge = _HINGE.search(low, start)
    if hinge is not None and asked is not None and asked.party != party:
        return _answered(low[: hinge.start()], issue, said, asked, topics)
    if hinge is None or hinge.start() < start + 8 or topics.known[issue].pattern.search(low, start, hinge.start()):
        return issue
    if asked is None or asked.party != party or asked.stance not in _OFFERED:
        return issue
    gap = said.evidence.start - asked.statement.evidence.end
    return asked.issue if asked.statement.article == said.article and 0 <= gap <= _NEAR else issue


def _answered(before: str, issue: str, said: Statement, asked: Held, topics: Topics) -> str:
    """
    Return the issue of what the other side asked right before, where the step is named by a word of that alone.

    "Arland wants the duty on salt gone. Borland said the duty would come down only when Arland opens its market."
    """
    step = _STEP.search(before)
    gap = said.evidence.start - asked.statement.evidence.end
    near = asked.statement.article == said.article and 0 <= gap <= _NEAR and asked.stance in _WANTED
    if step is None or not near or topics.known[issue].pattern.search(before):
        return issue
    return asked.issue if step[1] in _WORD.findall(asked.statement.evidence.quote.lower()) else issue
