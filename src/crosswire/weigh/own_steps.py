"""What a condition is on: the step of the party itself, not what it asks of the other side."""

import re

from crosswire.model import Statement

from .held import Held
from .topics import Topics

_HINGE = re.compile(
    r"\b(?:if|unless|provided|providing|(?:as|so) long as|on condition|until|once|only (?:after|when))\b"
)
_OFFERED = frozenset({"offer", "accept"})
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
    if hinge is None or hinge.start() < start + 8 or topics.known[issue].pattern.search(low, start, hinge.start()):
        return issue
    if asked is None or asked.party != party or asked.stance not in _OFFERED:
        return issue
    gap = said.evidence.start - asked.statement.evidence.end
    return asked.issue if asked.statement.article == said.article and 0 <= gap <= _NEAR else issue
