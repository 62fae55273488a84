"""In whose voice a statement stands: the article's own, a named speaker's, or an unnamed source's."""

import msgspec

from crosswire.model import Attribution

# Sources that point to somebody outside the sentence.
_POINTING = frozenset("he she it they who which that this one some others many both those these another".split())


class Voice(msgspec.Struct, frozen=True, gc=False):
    """Whose voice a statement is in. `lost` is 1 when its words name a speaker that nobody could resolve."""

    speaker: str | None = None
    unnamed: str | None = None
    via: tuple[str, ...] = ()
    lost: int = 0


_NARRATOR = Voice()


def voice_of(text: str, attribution: Attribution | None) -> Voice:
    """Return the voice of an attribution, the article's own without one."""
    if attribution is None:
        return _NARRATOR
    via = tuple([link.actor or link.name for link in attribution.via]) if attribution.via else ()
    if attribution.speaker is not None:
        return Voice(attribution.speaker, via=via)
    if attribution.source and any(link.span.meets(attribution.source) for link in attribution.via):
        return Voice(via=via)
    place = attribution.source or attribution.cue
    words = place.of(text) if place else ""
    lost = attribution.source is None or words.lower() in _POINTING
    # Words nobody could be found for are still not the article's own voice.
    return Voice(None, words or None, via, int(lost and not attribution.unnamed))
