"""Denials that name nothing: "Sudland denied any role", "... ; the Front denies involvement"."""

from collections.abc import Iterator, Sequence

from .docket import Conflict, Docket, Stand, Voice
from .withheld import is_charge_alone, withholds

# Characters of a report between a charge and a denial that names nothing.
JUST_BEFORE = 500
# What somebody is told to have done, or answers for, and may deny.
_DEEDS = frozenset({"ATTACK", "VIOLATE", "DETAIN", "ACCUSE", "CLAIM_RESP"})


def find_bare_denials(docket: Docket) -> Iterator[Conflict]:
    """Yield (claim, denial) conflicts: the denial is of the deed that its report has somebody else tell just before."""
    denials = [voice for voice in docket.bearing("denies") if _is_bare(voice)]
    told: dict[str, list[Voice]] = {}
    for article in {voice.said.statement.article: None for voice in denials}:
        told[article] = [voice for voice in docket.told_in(article) if _tells_deed(voice)]
    for denial in denials:
        charge = _charge(denial, told[denial.said.statement.article], docket)
        if charge is not None:
            topic = charge.said.statement.event or charge.said.act
            yield Conflict(
                "denial",
                topic,
                Stand(charge.claim, "asserted"),
                Stand(denial.claim, "denied"),
                charge.said.when or denial.said.when,
            )


def _is_bare(voice: Voice) -> bool:
    said = voice.said.statement
    if said.act != "DENY" or withholds(said) or not said.contents or not (said.agent or said.speaker):
        return False
    start = said.evidence.start
    words = [said.evidence.quote[max(0, span.start - start) : span.end - start] for span in said.contents]
    return is_charge_alone(" ".join(words))


def _tells_deed(voice: Voice) -> bool:
    said = voice.said.statement
    deed = voice.said.act in _DEEDS or said.act in _DEEDS or said.event in _DEEDS
    return deed and said.act != "DENY" and not voice.said.negated and said.realis == "actual" and not said.headline


def _charge(denial: Voice, told: Sequence[Voice], docket: Docket) -> Voice | None:
    """Return the nearest deed told before a denial, by nobody of the denier's side."""
    said = denial.said.statement
    side = docket.sides.of(said.agent or said.speaker or "")
    start = said.cue.start if said.cue else said.contents[0].start
    before = [
        voice
        for voice in told
        if 0 < start - voice.said.statement.contents[-1].end <= JUST_BEFORE
        and docket.apart(voice, denial)
        and docket.sides.of(voice.said.statement.speaker or "") != side
        and not _is_own(voice, side, docket)
    ]
    return max(before, key=lambda voice: voice.said.statement.contents[-1].end, default=None)


def _is_own(voice: Voice, side: str, docket: Docket) -> bool:
    """Tell whether a deed is told to have been done to the denier, who has nothing to deny in it."""
    target = voice.said.target or voice.said.statement.event_target
    done_to = voice.said.act not in ("ACCUSE", "CLAIM_RESP") and target is not None
    return done_to and docket.sides.of(target or "") == side
