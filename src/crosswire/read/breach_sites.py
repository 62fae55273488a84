"""Where an incident happened, by a name that no list knows for a place: "a tug off Port Ayre", "a camp near Oro"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from crosswire.model import Mention, Reading, Span
from crosswire.read.pledge_scene import starting_in

_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:of |al-|el-)?[A-Z][\w’'-]{1,30}){0,3}"
# After these a name in capitals is a place, where the deed is one; "on" and "to" lead to too much else.
_AFTER = re.compile(
    rf"\b(?:at|in|near|off|outside|around|over|against|of|above|behind|beyond|past) (?:the )?"
    rf"(?:(?:[a-z]+ ){{0,2}}(?:village|town|city|port|hamlet|district|island|villages) of )?(?P<name>{_NAME})"
)
_BEFORE = re.compile(
    rf"\b(?:at|on|in|near|outside|along|across) the (?P<name>{_NAME}) (?:checkpoint|crossing|road|valley|bridge|depot|"
    r"peninsula|district|camp|ridge|plant|border|barracks|market|harbour|port|pass|hills?|river|plain|province)\b"
)
_CALLED = re.compile(rf"\b(?:village|town|city|port|hamlet|district|island) of (?P<name>{_NAME})")
# "Of" alone leads to owners and dates.
_LOOSE = ("of ", "against ")
_LONGEST = 40


def site_in(text: str, reading: Reading, span: Span, after: int) -> str | None:
    """
    Return the name of the place that words of an incident give, the first after the deed at `after`, else before it.

    A name that is an actor's, a month or a day is no place.

    >>> from crosswire.model import Reading
    >>> site_in("boats opened fire on a tug off Port Ayre", Reading("a", "k"), Span(0, 40), 6)
    'Port Ayre'
    """
    found = []
    for pattern in (_BEFORE, _CALLED, _AFTER):
        for match in pattern.finditer(text, span.start, span.end):
            name = Span(match.start("name"), match.end("name"))
            loose = pattern is _AFTER and match[0].startswith(_LOOSE) and " of " not in match[0][3:]
            # "Guns on the peninsula" are not where the shells fell: a known place was passed over for a reason.
            loose = loose or (pattern is _BEFORE and match[0].startswith("on ") and _is_known(reading, name))
            if not loose and name.end - name.start <= _LONGEST and _is_free(text, reading, name):
                found.append((name.start < after, abs(name.start - after), _bare(name.of(text))))
    return min(found)[2] if found else None


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _is_known(reading: Reading, name: Span) -> bool:
    return any(one.actor is not None for one in _mentions_at(reading, name))


def _mentions_at(reading: Reading, name: Span) -> Iterator[Mention]:
    first = bisect_left(reading.mentions, name.start - 3 * _LONGEST, key=_start)
    for one in reading.mentions[first : bisect_left(reading.mentions, name.end, key=_start)]:
        if name.start < one.end:
            yield one


def _start(mention: Mention) -> int:
    return mention.start


def _is_free(text: str, reading: Reading, name: Span) -> bool:
    """Tell whether a name is no actor's that acts, and no date's."""
    if text[name.end : name.end + 2] in ("'s", "’s") or text[name.start : name.end].endswith(("'s", "’s")):
        return False
    near = Span(max(0, name.start - 12), name.end)
    if any(one.span.start < name.end and name.start < one.span.end for one in starting_in(reading.times, near)):
        return False
    acting = {one.id for one in reading.actors if one.kind != "place"}
    return not any(one.actor in acting for one in _mentions_at(reading, name))
