"""Quotations: what was said, word for word, by whom."""

import re

from crosswire.assess.desk import Desk
from crosswire.assess.lines import Fresh, worded_line
from crosswire.assess.select import Scores
from crosswire.assess.wording import quote_line
from crosswire.model import Line, Section

_MOST, _MOST_OF_A_SPEAKER = 10, 2
# Whose relative somebody is says nothing of why he is quoted.
_KIN = frozenset("brother sister son daughter wife husband father mother cousin friend".split())


def quotations(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List direct quotations of named speakers, the most telling first, at most two a speaker."""
    fresh, lines, counts = Fresh(), list[Line](), dict[str, int]()
    for claim in scores.ranked:
        for statement in desk.voices(claim):
            speaker = statement.speaker
            if speaker is None or counts.get(speaker, 0) >= _MOST_OF_A_SPEAKER or len(lines) >= _MOST:
                continue
            worded = quote_line(desk, statement)
            if worded is None:
                continue
            line = worded_line(desk, claim, statement, worded, label=_who(desk, speaker))
            if fresh.admits(line):
                lines.append(line)
                counts[speaker] = counts.get(speaker, 0) + 1
                break
    return Section("quotations", "Quotations", tuple(lines)) if lines else None


def _who(desk: Desk, speaker: str) -> str:
    actor = desk.actors.get(speaker)
    # A role may have been read together with the clause that explains it; the title alone is enough here.
    role = re.split(r" (?:who|which|that) |[,;(]", actor.role)[0] if actor and actor.role else None
    if role and role.split()[-1].casefold() in _KIN:
        role = None
    return f"{desk.name(speaker)}, {role}" if role else desk.name(speaker)
