"""The person whom a speaker's words name beside what he is: "the spokeswoman, Dr Roe", "Ada Roe a board member"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosswire.model import Span
from crosswire.read.attribution_cast import Cast, kind_at

_TITLE_WORDS = 4
_RENAMING = frozenset({"pronoun", "nominal"})
# "Ada Roe a senior member of the committee": the comma that a page lost.
_UNSET = re.compile(r" (?:an?|the) [a-z]")
# What says that a phrase tells what somebody is: "the author of the bill, Ada Roe, the chairman".
_WHAT = re.compile(r"(?:[Tt]he|[Aa]n?|[A-Z][\w.-]*['’]s) [^,]{3,80}, ")
# "Ada Roe's words echoed": what she said.
_SAID = re.compile(
    r"['’]s? (?:words|remarks?|comments?|statements?|message|letter|speech|address|tweets?|warnings?|announcement)"
)


def renamed(text: str, source: Span, found: Sequence[int], cast: Cast) -> int | None:
    """Return the mention of the one person whom a source names with what he is, None where it names none or two."""
    people = [index for index in found if kind_at(index, cast) == "person"]
    if not people:
        return None
    first = cast.mentions[people[0]]
    if len({cast.mentions[index].actor for index in people}) == 1 and first.kind not in _RENAMING:
        match = _SAID.match(text, first.end)
        if first.start == source.start and match is not None and match.end() == source.end:
            return people[0]
        whole = first.kind == "name" and " " in text[first.start : first.end]
        if whole and first.start == source.start and _UNSET.match(text, first.end, source.end):
            return people[0]
        match = _WHAT.match(text, source.start)
        if whole and match is not None and match.end() == first.start and text[first.end : first.end + 1] == ",":
            return people[0]
    return _apposed(text, source, found, cast) if "," in source.of(text) else None


def named_behind(text: str, source: Span, cast: Cast) -> int | None:
    """Return the person whose office a source is and whose name follows it: "[the Orian premier], Ada Roe, opened"."""
    place = source.end + 2
    at = bisect_left(cast.starts, place)
    index = cast.order[at] if at < len(cast.order) and cast.starts[at] == place else None
    if index is None or text[source.end : place] != ", " or kind_at(index, cast) != "person":
        return None
    mention = cast.mentions[index]
    return index if mention.kind == "name" and mention.full.start <= source.start else None


def _apposed(text: str, source: Span, found: Sequence[int], cast: Cast) -> int | None:
    """Return the person whose name, with at most a title, ends a source after a comma: "the spokeswoman, Dr X"."""
    mention = cast.mentions[found[-1]]
    if mention.end != source.end or kind_at(found[-1], cast) != "person" or mention.kind in _RENAMING:
        return None
    first, comma, title = text[source.start : mention.start].rpartition(",")
    titles = title.split()
    if not comma or len(titles) > _TITLE_WORDS or any(not word[0].isupper() for word in titles):
        return None
    # "Dr Roe, Dr Doe": a list, in which nobody is renamed.
    opening = Span(source.start, source.start + len(first))
    others = [
        index
        for index in cast.inside(opening)
        if kind_at(index, cast) == "person" and cast.mentions[index].kind not in {"title", *_RENAMING}
    ]
    return None if others else found[-1]
