"""The actors and mentions of an article, ready for lookup by place."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import Actor, Mention, Span


class Cast(msgspec.Struct, frozen=True):
    """The actors and mentions of an article, ready for lookup by place."""

    actors: Mapping[str, Actor]
    mentions: Sequence[Mention]
    order: Sequence[int]
    starts: Sequence[int]
    pronouns: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]
    outlets: bool
    papers: frozenset[str] = frozenset()

    def inside(self, span: Span) -> list[int]:
        """Return the indices of the mentions that lie inside `span`, in text order."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        return [self.order[place] for place in range(first, last) if self.mentions[self.order[place]].end <= span.end]


def kind_at(index: int, cast: Cast) -> str | None:
    """Return what the actor of a mention is, None for nobody known."""
    actor = cast.actors.get(cast.mentions[index].actor or "")
    return actor.kind if actor else None
