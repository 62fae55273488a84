"""A few words right after another's: what "Kestria turned that down" is on is what stands before it."""

from crosswire.model import Statement

from .held import Held

# Characters between a sentence and a short answer to it, and the content words that a short answer has.
_NEAR, _SHORT = 12, 4


def issue_answered(said: Statement, act: str, party: str, asked: Held | None) -> str | None:
    """Return the issue of what stands right before: another's, shortly answered, or the speaker's own, gone on with."""
    if asked is None or not follows(said, asked.statement):
        return None
    own = asked.party == party and act in ("REJECT", "RED_LINE") and said.speaker == asked.statement.speaker is not None
    return asked.issue if own or (asked.party != party and act in ("ACCEPT", "REJECT") and not said.negated) else None


def follows(said: Statement, before: Statement) -> bool:
    """Tell whether a few words stand right after another sentence of the same article."""
    near = 0 <= said.evidence.start - before.evidence.end <= _NEAR
    return said.article == before.article and near and len(said.terms) <= _SHORT and len(said.contents) == 1
