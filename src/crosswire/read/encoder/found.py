"""What the encoder finds in an article."""

import msgspec

from crosswire.model import Span


class FoundAttribution(msgspec.Struct, frozen=True):
    """Who said what, by spans: contents may be in pieces, source or cue may be missing; `score` between 0 and 1."""

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    score: float


class FoundEntity(msgspec.Struct, frozen=True):
    """A name, date or sum."""

    span: Span
    kind: str
    score: float


class Found(msgspec.Struct, frozen=True):
    """Everything the encoder sees in one article, in text order."""

    attributions: tuple[FoundAttribution, ...]
    entities: tuple[FoundEntity, ...]
