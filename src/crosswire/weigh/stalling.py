"""Who keeps talks from being held: a side is said to avoid them, and says that it never did."""

import re
from collections.abc import Iterator, Sequence

from crosswire.model import Statement

from .docket import Conflict, Docket, Stand, Voice, days_apart
from .keeping_away import word_of_it
from .nations import named_sides, says_no, sentences_of

# Days between a charge and its denial: who stands in the way is argued for weeks.
REACH = 14
TOPIC = "who avoids talks"
_FALSE = re.compile(
    r"\b(?:den(?:y|ies|ied)|false|untrue|lies?|nonsense|baseless|unfounded|groundless|fabricat\w+|absurd)\b",
    re.IGNORECASE,
)


def find_stalling(docket: Docket) -> Iterator[Conflict]:
    """
    Yield (charge, denial) conflicts: one side says that another avoids talks, which that side denies.

    Reports need not share a word: "the pause arose from the unwillingness of Borland", "we have never refused to
    negotiate". Of several charges one by a side that the denial names is answered first, then the nearest in time.
    """
    voices = [voice for voice in docket.bearing("stalls") if not voice.said.statement.opinion]
    told = [(voice, _denies(voice.said.statement)) for voice in voices]
    charges = [voice for voice, denies in told if not denies and _charges(voice.said.statement)]
    for denial in (voice for voice, denies in told if denies):
        side = _side(denial, docket)
        against = [voice for voice in charges if side is not None and _is_against(voice, side, docket)]
        if answered := _nearest(denial, [voice for voice in against if docket.apart(voice, denial)], docket):
            stands = Stand(answered.claim, "asserted"), Stand(denial.claim, "denied")
            yield Conflict("denial", TOPIC, *stands, denial.said.when)


def _denies(said: Statement) -> bool:
    """Tell whether a sentence says "not" of keeping away, or calls it false."""
    denied = said.act == "DENY"
    return any(
        word_of_it(sentence) and (denied or _not_so(sentence) or _FALSE.search(sentence))
        for sentence in sentences_of(said)
    )


def _not_so(sentence: str) -> bool:
    """Tell whether a "not" stands right before the words of keeping away: "has never refused", "is not avoiding"."""
    first = word_of_it(sentence)
    return first is not None and says_no(" ".join(sentence[: first.start()].split()[-4:]))


def _charges(said: Statement) -> bool:
    return any(word_of_it(sentence) and not _FALSE.search(sentence) for sentence in sentences_of(said))


def _side(voice: Voice, docket: Docket) -> str | None:
    """Return for whom a voice speaks, also without a name: "Peru's foreign minister", "a Peruvian official"."""
    said = voice.said.statement
    if said.speaker is not None:
        return docket.sides.of(said.speaker)
    named = named_sides(said.unnamed or "", docket.nations)
    return next(iter(named)) if len(named) == 1 else None


def _is_against(charge: Voice, side: str, docket: Docket) -> bool:
    """Tell whether another side's words of keeping away name this one, and no third."""
    own = _side(charge, docket)
    named = {docket.sides.of(actor) for actor in docket.sides.parties(*charge.said.statement.actors)} - {own}
    return own != side and named == {side}


def _nearest(denial: Voice, charges: Sequence[Voice], docket: Docket) -> Voice | None:
    named = {docket.sides.of(actor) for actor in denial.said.statement.actors}

    def rank(charge: Voice) -> tuple[bool, int, str]:
        far = days_apart(charge.said, denial.said)
        return _side(charge, docket) not in named, REACH if far is None else far, charge.said.statement.id

    near = [one for one in charges if (days_apart(one.said, denial.said) or 0) <= REACH]
    return min(near, key=rank, default=None)
