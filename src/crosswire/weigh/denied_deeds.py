"""Denials of a deed by its verb alone: "the agency denied turning anyone back", after it was said to turn some back."""

import re
from collections.abc import Iterator, Sequence

from crosswire.text.tokens import stem

from .deeds import deeds
from .docket import Conflict, Docket, Stand, Voice
from .withheld import withholds

# "Denied turning", "denied having agreed"; "denied that it had turned" is read by its words elsewhere.
_DEED = re.compile(
    r"\b(?:deny|denies|denied|denying) (?:ever )?"
    r"(?:(?:having|being) (?:ever )?(?P<had>[a-z]+ed|[a-z]+en)|(?P<ing>[a-z]+ing))\b"
)
# "Denied having carried out the strike": the noun tells the deed.
_CARRIED_OUT = re.compile(
    r"\b(?:deny|denies|denied|denying) (?:ever )?(?:having |being )?(?:(?:carr(?:ied|ying) out|behind|conduct(?:ed|ing)"
    r"|launch(?:ed|ing)|stag(?:ed|ing)|mount(?:ed|ing)|committ(?:ed|ing)|perpetrat(?:ed|ing)|order(?:ed|ing)) )"
    r"(?:the|this|that|any|an?|such|these|those) (?:[a-z]+ )?(?P<deed>[a-z]{4,})\b"
)
# "Denied that any vessel had been boarded".
_BEEN = re.compile(
    r"\b(?:deny|denies|denied|denying) that (?:any|its|his|her|their) (?:[\w’'-]+ ){1,4}"
    r"(?:had|has|have) been (?P<deed>[a-z]+ed)\b"
)
# Characters of a report between what is told and its denial; right below one another one shared verb is enough.
_REACH, _NEAR, _BELOW, _SHARED = 600, 200, 4, 2


def find_denied_deeds(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: the denial's verb is that of what somebody else is told to say just before."""
    denials = [(voice, deed) for voice in docket.bearing("denies") if (deed := denied_deed(voice)) is not None]
    denials += [(voice, act) for voice in docket.bearing("denies") if (act := _carried_out(voice)) is not None]
    told = {denial.said.statement.article: list[Voice]() for denial, _ in denials}
    for article, here in told.items():
        here += [voice for voice in docket.told_in(article) if _is_told(voice)]
    for denial, deed in denials:
        claim = _told(denial, deed, told[denial.said.statement.article], docket)
        if claim is not None:
            stands = Stand(claim.claim, "asserted"), Stand(denial.claim, "denied")
            topic = claim.said.statement.event or claim.said.act
            yield Conflict("denial", topic, *stands, claim.said.when or denial.said.when)


def _is_told(voice: Voice) -> bool:
    said = voice.said.statement
    return said.act != "DENY" and not (said.headline or said.opinion or voice.said.negated)


def denied_deed(voice: Voice) -> str | None:
    """Return the stem of the verb that a denial is of, where a gerund or "any had been" tells it."""
    said = voice.said.statement
    words = said.evidence.quote if said.act == "DENY" and not withholds(said) else ""
    if (match := _BEEN.search(words)) is not None:
        return stem(match["deed"])
    match = _DEED.search(words)
    return stem(match["had"] or match["ing"]) if match else None


def _carried_out(voice: Voice) -> str | None:
    """Return the act that a denial is of, where it says no more of it than "having carried out the strike"."""
    said = voice.said.statement
    words = said.evidence.quote if said.act == "DENY" and not withholds(said) else ""
    match = _CARRIED_OUT.search(words)
    return next(iter(sorted(deeds([stem(match["deed"])]))), None) if match else None


def _told(denial: Voice, deed: str, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest statement before a denial that has its verb, and another of its words unless right above."""
    start = denial.said.statement.evidence.start
    any_such = _BEEN.search(denial.said.statement.evidence.quote) is not None
    before = []
    for voice in told:
        gap = start - voice.said.statement.evidence.end
        common = voice.words.telling & denial.words.telling
        fits = 0 <= gap <= _REACH and deed in voice.said.statement.terms and docket.apart(voice, denial)
        # Near by, the verb and what it is done to are enough, however often the reports speak of that.
        near = gap <= _NEAR and len({*voice.said.statement.terms} & {*denial.said.statement.terms}) >= _SHARED
        near = near or (any_such and bool(deeds([deed])))
        if deed.isupper():
            acts = {voice.said.act, voice.said.statement.event, *deeds(voice.said.statement.terms)}
            fits = near = 0 <= gap <= _REACH and deed in acts and docket.apart(voice, denial)
        if fits and (gap <= _BELOW or len(common) >= _SHARED or near):
            before.append(voice)
    return max(before, key=lambda voice: voice.said.statement.evidence, default=None)
