"""Let a trained reader say what an unlisted name is: a person, a body or a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.model import ActorKind, Span
from crosswire.read.names import Name

# What the reader's kinds are called here; dates, sums and products are no actors.
KINDS: Mapping[str, ActorKind] = {
    "person": "person",
    "organisation": "body",
    "place": "place",
    "facility": "place",
}
# From here on the reader is believed against the shape of a name, and where nothing vouches for the name.
_SURE = 0.6
# The part of the longer of the two that must be common.
_SAME = 0.75


class SeenName(msgspec.Struct, frozen=True):
    """A name as a trained reader marks it; `score` is between 0 and 1."""

    span: Span
    kind: str
    score: float


def settle_kinds(text: str, sentences: Sequence[Span], names: Sequence[Name], seen: Sequence[SeenName]) -> list[Name]:
    """
    Return the names with the kind the reader sees in each, and those that only the reader sees, in text order.

    What a pack lists, and what a title or an honorific makes a person, stays as it is. A lone surname is not added:
    whose it is, is for the article's full names to say.
    """
    marks = sorted((one for one in seen if one.score >= _SURE and one.kind in KINDS), key=lambda one: one.span)
    ends = [one.span.end for one in marks]
    met: set[int] = set()
    for name in names:
        place = bisect_left(ends, name.start + 1)
        if place == len(marks) or marks[place].span.start >= name.end:
            continue
        met.add(place)
        listed = name.entry is not None or name.honorific or name.role is not None
        if not listed and _alike(marks[place].span, name):
            _settle(name, KINDS[marks[place].kind])
    unmet = (mark for place, mark in enumerate(marks) if place not in met)
    added = [new for mark in unmet if (new := _named(text, sentences, mark)) is not None]
    return sorted((*names, *added), key=lambda name: name.start) if added else list(names)


def _settle(name: Name, kind: ActorKind) -> None:
    name.vouched = kind != "person"
    if name.kind != kind:
        name.gender = name.gender if kind == "person" else None
    name.kind, name.weak = kind, False


def _named(text: str, sentences: Sequence[Span], mark: SeenName) -> Name | None:
    kind, words = KINDS[mark.kind], tuple(mark.span.of(text).split())
    number = bisect_right([sentence.start for sentence in sentences], mark.span.start) - 1
    if number < 0 or (kind == "person" and len(words) < 2) or not words[0][:1].isupper():
        return None
    span = mark.span
    return Name(span.start, span.end, words, kind, span, number, written=" ".join(words), vouched=kind != "person")


def _alike(span: Span, name: Name) -> bool:
    shared = min(span.end, name.end) - max(span.start, name.start)
    return shared >= _SAME * (max(span.end, name.end) - min(span.start, name.start))
