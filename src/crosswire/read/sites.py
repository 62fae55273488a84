"""Roads, bridges and squares named after a place: "the Lower Berg road" is not Berg."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Span
from crosswire.read.gazetteer import Entry, Gazetteer
from crosswire.read.runs import Word
from crosswire.read.titles import title_end

# Before a name these say that it is a settlement's: "the village of Tolle".
_SETTLEMENT = re.compile(
    r"\b(?:village|town|city|hamlet|settlement|suburb|port city|island|enclave) of $", re.IGNORECASE
)


def is_settlement(text: str, start: int) -> bool:
    """Tell whether the name at `start` is called a settlement in so many words."""
    called = text[max(0, start - 4) : start].lower() == " of "  # few are, and a search costs ten times as much
    return called and _SETTLEMENT.search(text, max(0, start - 16), start) is not None


class Site(msgspec.Struct, frozen=True):
    """A site's words and where they stand; `entry` is what a list knows of it, None when none does."""

    words: tuple[str, ...]
    span: Span
    entry: Entry | None = None


def find_site(text: str, group: Sequence[Word], words: Gazetteer) -> Site | None:
    """
    Return the site that a run of capitals and the noun after it name, None when they name none.

    A listed site counts whole. Else the run must be a listed place behind words no list knows ("the Lower Berg road").
    """
    match = words.site.match(text, group[-1].end)
    if match is None:
        return None
    opened = group[0].text == "The"
    group = group[1:] if opened else group
    before = tuple(word.text for word in group)
    name = (*before, match.group(1))
    span = Span(group[0].start, match.end())
    hit = words.longest(list(name), 0)
    if hit is not None:
        return Site(name, span, hit[1]) if hit[0] == len(name) else None
    place = words.lone.get(before[-1])
    if len(group) < 2 or place is None or place.kind != "place":
        return None
    if not opened and text[max(0, span.start - 4) : span.start].lower() != "the ":
        return None
    named = any(word in words.lone or word in words.given or word in words.not_names for word in before[:-1])
    return None if named or title_end(list(before), words) else Site(name, span)
