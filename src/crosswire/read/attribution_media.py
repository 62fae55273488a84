"""Find the outlet that words went through without its speaking: "in a letter to the Post", "said on CNN"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crosswire.model import Span
from crosswire.read.attribution_source import is_finite, subject_after
from crosswire.read.attribution_words import Clause
from crosswire.text.held import Held, matches_at

_REMARKS = "remarks? comments? words statements? interview speech address quotes quotations".split()
_SPEECH = "|".join(_REMARKS)
# "in remarks carried by X", "trustees interviewed by X", "was quoted as saying by X".
_BY = re.compile(
    rf"\b(?:(?:{_SPEECH})\s+(?:\w{{1,20}}\s+)?"
    r"(?:carried|published|broadcast|aired|quoted|cited|reported|relayed|distributed|printed)"
    r"|[Aa]sked|[Ii]nterviewed|(?:quoted|cited)(?:\s+as\s+(?:saying|telling))?)\s+(?:by|on|in)\s+"
)
# One of these stands in whatever `_BY` finds: to ask for them takes a tenth of searching.
_BY_HAND = Held(
    "sked nterviewed quoted cited carried published broadcast aired reported relayed distributed printed".split()
)
# "In a letter to X", "in a column for X", "said on X", "writing in X", "confirmed to X", "who spoke to X".
_PAPERS = (
    "letter columns? article essay op-ed e-mails? emails? messages? answers? reply appearance podcast conversation "
    "briefing contribution report dispatch"
).split()
_TOLD = (
    "said says spoke speaking wrote writes writing warned argued tweeted appeared appearing added repeated quoted "
    "saying explained acknowledged admitted confirmed denied complained claimed insisted recalled Said Says Spoke "
    "Speaking Wrote Writes Writing Warned Appeared Appearing"
).split()
_THINGS = (*_REMARKS, *_PAPERS)
_TO = r"\s+(?:to|for|in|with|on)"
_WHERE = re.compile(rf"\b(?:(?:{'|'.join(_THINGS)}){_TO}|(?:{'|'.join(_TOLD)})(?:\s+\w{{2,16}}ly)?{_TO})\s+")
_HEADS = Held(one.removesuffix("s?") for one in (*_THINGS, *_TOLD))


# "In the Post, he said": the outlet opens the sentence.
_FRONTED = re.compile(r"(?:In|On|As)\s+(?=[Tt]he\s+[A-Z]|[A-Z])")


def carriers(clause: Clause) -> Iterator[Span]:
    """Yield who is said to have carried, or been given, the remarks that the sentence reports."""
    text, start, end = clause.text, clause.span.start, clause.span.end
    by_hand, heads = _places(text)
    if bisect_left(by_hand, start) < bisect_left(by_hand, end):
        for match in _BY.finditer(text, start, end):
            yield from _at(clause, match.end())
    for match in matches_at(heads[bisect_left(heads, start) : bisect_left(heads, end)], _WHERE, text, end):
        yield from _at(clause, match.end())
    opening = _FRONTED.match(text, start, end)
    if opening is not None:
        yield from _at(clause, opening.end())


# Asked for every sentence of an article in turn; a few articles are read side by side.
@lru_cache(maxsize=8)
def _places(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where in a text the words stand that `_BY` holds, and those that `_WHERE` opens with."""
    return _BY_HAND.places(text), _HEADS.places(text)


def _at(clause: Clause, offset: int) -> Iterator[Span]:
    place = bisect_left(clause.starts, offset)
    found = subject_after(clause, place) if place < len(clause) else None
    if found is not None:
        stop = next((at for at in range(*found) if at > found[0] and is_finite(clause, at)), found[1])
        end = next((at for at in range(found[0], stop) if clause.low[at].endswith(("'s", "’s"))), None)
        span = clause.cut(found[0], stop)
        # "On NBC's morning show": the outlet's name ends at its "'s".
        yield span if end is None else Span(span.start, clause.ends[end] - 2)
