"""What a report sets apart from its main incident: "In a separate attack ...", "Elsewhere ..."."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.model import Breach, Span

# Sentences that go on about what was set apart, its first counted.
_GOES_ON = 3
_OPENS = re.compile(
    r"\W*(?:separately|elsewhere|meanwhile, (?:in|near)|in (?:a|an|the|two|three|several)? ?"
    r"(?:separate|another|second|third|other|unrelated|further)(?: [\w-]+)? "
    r"(?:incidents?|attacks?|strikes?|raids?|clash(?:es)?|shootings?|explosions?|blasts?|assaults?|ambush(?:es)?)\b"
    r"|in another\b)"
)


def set_apart(text: str, sentences: Sequence[Span], found: Iterable[Breach]) -> list[Breach]:
    """Return incidents with the number of the passage that sets them apart; 0 where they stand in the report's own."""
    opens = [at for at, span in enumerate(sentences) if _OPENS.match(text[span.start : span.start + 80].lower())]
    if not opens:
        return list(found)
    starts = [span.start for span in sentences]
    return [
        msgspec.structs.replace(one, aside=_aside(opens, bisect_right(starts, one.span.start) - 1)) for one in found
    ]


def _aside(opens: Sequence[int], sentence: int) -> int:
    at = bisect_right(opens, sentence)
    return at if at and sentence - opens[at - 1] < _GOES_ON else 0
