"""Whose a condition is: not his who is to do what it hangs on, "ready to talk if Oria withdrew", said of Oria."""

import re
from collections.abc import Mapping

from crosswire.model import Actor, Statement

from .topics import Topics

_HINGES = r"\b(?:if|unless|until|once|provided(?: that)?|as long as|so long as|only when) (?:the |both |all )?"


# "Violence must end before any observers can be sent": what comes later hangs on what is asked.
_FIRST = re.compile(
    r"\b(?:must|ha[sd] to|have to|needs? to|needed to|should) [^.;]{3,120}?\bbefore (?=(?:any|there|the|an?|it|we)\b)"
)


def waits(words: str, issue: str, topics: Topics) -> bool:
    """Tell whether what is asked must come before the issue, which only what comes later names."""
    first = _FIRST.search(words)
    return (
        first is not None
        and not topics.names(issue, words[: first.end()])
        and topics.names(issue, words[first.end() :])
    )


def is_hinge_of(said: Statement, holder: str, actors: Mapping[str, Actor]) -> bool:
    """Tell whether somebody else's words name `holder` only as who is to do what they hang on."""
    if said.speaker == holder or (known := actors.get(holder)) is None:
        return False
    speaker = actors.get(said.speaker or "")
    if speaker is not None and speaker.party in (holder, known.party):
        return False
    words = said.evidence.quote
    heads = {name.split()[-1].lower() for name in known.names if " " in name} if known.kind == "body" else set()
    names = sorted({known.name, *known.names}, key=lambda one: (-len(one), one))
    named = "|".join(re.escape(one) for one in names if len(one) > 1)
    if not named:
        return False
    # "Unless the council adopts it": a body goes by its noun.
    bare = "|".join(re.escape(one) for one in sorted(heads))
    hinge = re.search(rf"{_HINGES}(?:{named}{'|' + bare if bare else ''})\b", words)
    return hinge is not None and re.search(rf"\b(?:{named})\b", words[: hinge.start()]) is None
