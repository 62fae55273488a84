"""What an agreement puts in force, told of the thing and not of who agreed: "a truce of ten days shall take effect"."""

import re
from collections.abc import Iterator

from crosswire.model import Move, Span, Statement
from crosswire.read.move_clause import Floor

_FORCE = re.compile(
    r"\b(?:(?:will|shall|would|is to|are to|to) (?:take effect|come into (?:force|effect)|enter into (?:force|effect)"
    r"|start|begin|last|carry|be set at)|takes effect|(?:comes|enters) into (?:force|effect)|starts|begins"
    r"|(?:sides|parties|delegations|governments) (?:have )?(?:set|fixed))\b(?! (?:only|if|when|once)\b)"
)
_DEAL = r"(?:agreement|deal|accord|compromise|understanding|settlement|consensus|common ground)"
# Agreement told of the matter: "a deal on pay was struck", "the talks produced an accord on pay", "pay was settled".
_SETTLED = re.compile(
    rf"\b(?:{_DEAL} (?:was|has been|had been|is) (?:reached|struck|found|made|done|signed) on"
    rf"|{_DEAL} (?:on|over|about) [^.;:,]{{3,60}} (?:was|were|ha(?:s|ve) been) (?:reached|struck|found|made|signed)"
    rf"|there (?:was|is) (?:an? )?{_DEAL} (?:on|over|about)"
    rf"|(?:produced|yielded|brought|ended (?:with|in)|closed with) (?:an? )?(?:[\w-]+ )?{_DEAL} (?:on|over|about)"
    rf"|(?:found|reached|struck) (?:an? )?(?:[\w-]+ )?{_DEAL} (?:on|over|about)"
    r"|(?:settled|resolved) (?:the|their) (?:matter|question|issue|dispute|quarrel|row|argument) (?:of|on|over|about)"
    r"|(?:matter|question|issue|dispute|quarrel|row|argument) (?:of|on|over|about) [^.;:,]{3,40} "
    r"(?:was|has been|is) (?:settled|resolved)"
    r"|(?<!\d )(?:was|were|has been|have been) agreed(?! to\b| that\b| by\b))\b"
)
# Who says so: both.
_BOTH = re.compile(r"\b(?:both|the two) (?:sides|parties|governments|delegations|teams|ministers|capitals)\b")
_NOT = re.compile(
    r"\b(?:not?|without|yet|close|nor|neither|nothing|never|if|unless|until|could|might|whether|before|hop\w+)\b"
)
# Characters of a subject, and of what stands behind the verb.
_SUBJECT, _REST = 90, 60


def find_force(floor: Floor, sentence: Span) -> re.Match[str] | None:
    """Return the words of a sentence by which something is put in force, or by which a matter is agreed."""
    return _SETTLED.search(floor.low, sentence.start, sentence.end) or _FORCE.search(
        floor.low, sentence.start, sentence.end
    )


def terms_in_force(floor: Floor, said: Statement, match: re.Match[str], *, accord: bool) -> Iterator[Move]:
    """Yield the agreement of both sides that a report of an `accord`, or both sides' own word, tells of its terms."""
    content = next((one for one in said.contents if one.start <= match.start() < one.end), None)
    both = said.source is not None and _BOTH.search(floor.low, said.source.start, said.source.end) is not None
    settled = _SETTLED.match(floor.low, match.start(), content.end) is not None if content is not None else False
    accord = (accord or settled) and said.mode == "narrated"
    if content is None or said.speaker is not None or not (both or accord):
        return
    if match.start() - content.start > _SUBJECT:
        return
    if _NOT.search(floor.low, content.start, match.start()) is not None or (
        not settled and _takes_part(floor, content.start, match)
    ):
        return
    span = Span(content.start, min(content.end, match.end() + _REST))
    before, after = Span(span.start, match.start()), Span(match.end(), span.end)
    near = floor.issues_in(after if settled else before) or floor.issues_in(Span(match.start(), span.end))
    issues = near or floor.issues_in(span)
    if issues:
        yield Move(said.id, "AGREE_JOINT", span, span, issues=issues[:1], modal=True, joint=True)


def _takes_part(floor: Floor, start: int, match: re.Match[str]) -> bool:
    """Tell whether the subject is somebody: "Peru will start to withdraw"."""
    words = floor.scene.words
    owners = {words.owner[at] for at in words.inside(Span(start, match.start())) if words.owner[at] >= 0}
    named = (floor.scene.actors.get(floor.scene.mentions[one].actor or "") for one in owners)
    return any(one is not None and one.kind != "place" for one in named)
