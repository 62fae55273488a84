"""Quotations: what was said, word for word, by whom."""

import re
from collections.abc import Iterator

from crosswire.assess.desk import Desk
from crosswire.assess.done_since import Accords
from crosswire.assess.leaning import hangs
from crosswire.assess.lines import Fresh, worded_line
from crosswire.assess.overtaken import is_overtaken
from crosswire.assess.select import Scores
from crosswire.assess.wording import Worded, quote_line
from crosswire.model import Claim, Line, Section, Statement

_MOST, _MOST_OF_A_SPEAKER = 8, 2
# From so many on, words that are no stand and on no issue are left out.
_FEW = 4
# What speaks less to the question than this is beside it, unless all of it does: of 17 cases read line by line, eight
# of the nine quotations below were struck. Where little is near, a share of what the nearest has.
_NEAR, _SHARE = 0.12, 0.4
# Whose relative somebody is says nothing of why he is quoted.
_KIN = frozenset("brother sister son daughter wife husband father mother cousin friend".split())
# From this share of what is asked on, words are on the very point.
_ON_IT = 0.5
# What a report thinks of him, or how old he is, is no part of his title.
_EPITHET = re.compile(
    r"^(?:(?:\d+-year-old|ailing|beleaguered|charismatic|contested|controversial|defiant|disputed|embattled|far-right"
    r"|far-left|fiery|hardline|hawkish|influential|moderate|newly[- ]\w+|outspoken|populist|powerful|reclusive|veteran)"
    r" )+(?=\w)",
    re.IGNORECASE,
)
# An office that somebody was still to take up, he may hold by now.
_TO_COME = re.compile(r"-elect\b|\bdesignate\b")
# What somebody was about to do.
_ABOUT_TO = re.compile(
    r"^(?:I|We)(?:['’]ll| will| shall| are going to| expect| hope to) (?!not |never |always |continue )"
)
_MINE = re.compile(r"\b(?:I|I['’]m|I['’]ve|my|me)\b")


def quotations(desk: Desk, scores: Scores, used: frozenset[str]) -> Section | None:
    """List direct quotations of named speakers that stand nowhere above, the most telling first, at most two each."""
    fresh, lines, counts = Fresh(), list[Line](), dict[str, int]()
    for claim, statement, worded in sorted(_near(desk, scores, used), key=lambda one: _is_bare(one[1])):
        if len(lines) >= _FEW and _is_bare(statement):
            break
        speaker = statement.speaker
        if speaker is None or counts.get(speaker, 0) >= _MOST_OF_A_SPEAKER:
            continue
        line = worded_line(desk, claim, statement, worded, label=_who(desk, speaker))
        if fresh.admits(line):
            lines.append(line)
            counts[speaker] = counts.get(speaker, 0) + 1
        if len(lines) == _MOST:
            break
    intro = "Word for word, what named speakers said that no section above shows."
    return Section("quotations", "Quotations", tuple(lines), intro) if lines else None


def _near(desk: Desk, scores: Scores, used: frozenset[str]) -> Iterator[tuple[Claim, Statement, Worded]]:
    """Yield the best-worded quotation of each claim that no section above has shown and that is near what is asked."""
    found = []
    accords = Accords(desk)
    for claim in scores.ranked:
        if claim.id in used or accords.awaited(claim):
            continue
        for statement in desk.voices(claim):
            worded = quote_line(desk, statement) if _is_own(desk, statement) else None
            if worded is None or hangs(worded.text.strip("“”")):
                continue
            if not (is_overtaken(desk, claim) and _is_passing(statement, scores.directness(claim))):
                found.append((claim, statement, worded))
                break
    nearest = max((scores.relevance(claim) for claim, _, _ in found), default=0.0)
    return (one for one in found if scores.relevance(one[0]) >= min(_NEAR, _SHARE * nearest))


def _is_bare(statement: Statement) -> bool:
    """Tell whether words do nothing and speak to no issue: of 30 such that readers were shown, they struck 19."""
    return statement.act == "STATE" and statement.event is None and not statement.issues


def _is_passing(statement: Statement, directness: float) -> bool:
    """Tell whether words are of their day alone: what somebody was about to do, or a remark on none of the issues."""
    said = " ".join(_quoted(statement).strip('“”"').split())
    return (_is_bare(statement) and directness < _ON_IT) or _ABOUT_TO.match(said) is not None


def _quoted(statement: Statement) -> str:
    """Return the quoted words of a direct statement."""
    first, start = statement.contents[0], statement.evidence.start
    return statement.evidence.quote[max(0, first.start - start) : max(0, first.end - start)]


def _is_own(desk: Desk, statement: Statement) -> bool:
    """Tell whether a quotation can be its speaker's: a person who does not name himself, or a body that says no "I"."""
    speaker = desk.actors.get(statement.speaker or "")
    if speaker is None:
        return statement.speaker is not None
    words = _quoted(statement) if statement.contents else ""
    if speaker.kind != "person":
        return _MINE.search(words) is None
    return re.search(rf"\b{re.escape(speaker.name.split()[-1])}\b", words) is None


def _who(desk: Desk, speaker: str) -> str:
    actor = desk.actors.get(speaker)
    role = title_of(actor.role) if actor and actor.role else None
    return f"{desk.name(speaker)}, {role}" if role else desk.name(speaker)


def title_of(role: str) -> str | None:
    """
    Return the title alone of a role as reports give it, None where none is left that holds.

    >>> title_of("Embattled mayor who lost"), title_of("mayor-elect"), title_of("head of state but yields power")
    ('mayor', None, None)
    """
    # A role may have been read together with the clause that explains it; the title alone is enough here.
    title = _EPITHET.sub("", re.split(r" (?:who|which|that) |[,;(]", role)[0])
    # What goes on with "but" was read together with a clause of another subject.
    if not title or " but " in title or _TO_COME.search(title) or title.split()[-1].casefold() in _KIN:
        return None
    return title
