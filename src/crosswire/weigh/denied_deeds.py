"""Denials of a deed by its verb alone: "the agency denied turning anyone back", after it was said to turn some back."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosswire.text.tokens import stem

from .docket import Conflict, Docket, Stand, Voice
from .withheld import withholds

# "Denied turning", "denied having agreed"; "denied that it had turned" is read by its words elsewhere.
_DEED = re.compile(
    r"\b(?:deny|denies|denied|denying) (?:ever )?"
    r"(?:(?:having|being) (?:ever )?(?P<had>[a-z]+ed|[a-z]+en)|(?P<ing>[a-z]+ing))\b"
)
# Characters of a report between what is told and its denial; right below one another one shared verb is enough.
_REACH, _NEAR, _BELOW, _SHARED = 600, 200, 4, 2


def find_denied_deeds(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: the denial's verb is that of what somebody else is told to say just before."""
    denials = [(voice, deed) for voice in docket.bearing("denies") if (deed := denied_deed(voice)) is not None]
    reports = {voice.said.statement.article for voice, _ in denials}
    told: dict[str, list[Voice]] = defaultdict(list)
    for voice in docket.voices if reports else ():
        said = voice.said.statement
        if said.article in reports and said.act != "DENY" and not (said.headline or said.opinion or voice.said.negated):
            told[said.article].append(voice)
    for denial, deed in denials:
        claim = _told(denial, deed, told[denial.said.statement.article], docket)
        if claim is not None:
            stands = Stand(claim.claim, "asserted"), Stand(denial.claim, "denied")
            topic = claim.said.statement.event or claim.said.act
            yield Conflict("denial", topic, *stands, claim.said.when or denial.said.when)


def denied_deed(voice: Voice) -> str | None:
    """Return the stem of the verb that a denial is of, where a gerund tells it."""
    said = voice.said.statement
    match = _DEED.search(said.evidence.quote) if said.act == "DENY" and not withholds(said) else None
    return stem(match["had"] or match["ing"]) if match else None


def _told(denial: Voice, deed: str, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest statement before a denial that has its verb, and another of its words unless right above."""
    start = denial.said.statement.evidence.start
    before = []
    for voice in told:
        gap = start - voice.said.statement.evidence.end
        common = voice.words.telling & denial.words.telling
        fits = 0 <= gap <= _REACH and deed in voice.said.statement.terms and docket.apart(voice, denial)
        # Near by, the verb and what it is done to are enough, however often the reports speak of that.
        near = gap <= _NEAR and len({*voice.said.statement.terms} & {*denial.said.statement.terms}) >= _SHARED
        if fits and (gap <= _BELOW or len(common) >= _SHARED or near):
            before.append(voice)
    return max(before, key=lambda voice: voice.said.statement.evidence, default=None)
