"""Bodies whose names hold a plural owner: "the Valea Doctors' Network" is neither Valea nor just a network."""

import re
from collections.abc import Iterator, Sequence

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer
from crosswire.read.names import Name

_OWNED = re.compile(
    r"(?:[A-Z][\w-]{1,30}\s){0,3}(?P<owner>[A-Z][\w-]{2,30}s)['’]\s(?:(?:[A-Z][\w-]{1,30}|of|and|for)\s){0,4}[A-Z][\w-]{1,30}"
)


# A plural's apostrophe, and how many letters of a match stand before it and after it at most.
_PLURAL = re.compile(r"['’](?<=s.)(?=\s[A-Zaof])")
_BEFORE, _AFTER = 128, 168


def join_owned(text: str, sentences: Sequence[Span], names: Sequence[Name], words: Gazetteer) -> list[Name]:
    """Return the names with each run that a plural owner and a body's noun make one name put in place of its parts."""
    found = list(names)
    for match in _owned(text):
        parts = match.group().split()
        at = next(n for n, word in enumerate(parts) if word.endswith(("s'", "s’")))
        last = max((n for n, word in enumerate(parts) if n > at and word in words.org_words), default=None)
        if last is None or parts[at][:-1] in words.lone or _is_listed(parts[: at + 1], words):
            continue
        first = 1 if parts[0] in words.openers or parts[0] == "The" else 0
        start = match.start() + sum(len(word) + 1 for word in parts[:first])
        end = start + len(" ".join(parts[first : last + 1]))
        number = next((n for n, one in enumerate(sentences) if one.start <= start and end <= one.end), None)
        if number is None or text[max(0, start - 5) : start].endswith((" and ", " of ")):
            continue  # the name begins before, in words that the run leaves out
        if any(_holds(one, start, end) for one in found):
            continue
        written = tuple(parts[first : last + 1])
        body = Name(start, end, written, "body", Span(start, end), number, written=" ".join(written), vouched=True)
        found = [one for one in found if one.end <= start or end <= one.start] + [body]
    return sorted(found, key=lambda one: one.start)


def _owned(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `_OWNED`, which is tried only near a plural's apostrophe and not at every capital."""
    reach = 0
    for mark in _PLURAL.finditer(text):
        place = mark.start()
        match = _OWNED.search(text, max(reach, place - _BEFORE), place + _AFTER) if place >= reach else None
        if match is not None and match.end("owner") == place:
            yield match
            reach = match.end()


def _holds(name: Name, start: int, end: int) -> bool:
    """Tell whether a name found before is longer, or is one that a pack lists and no place."""
    meets = name.start < end and start < name.end
    listed = name.entry is not None and name.entry.kind not in ("place", "state")
    return meets and (listed or name.start < start or end < name.end)


def _is_listed(parts: Sequence[str], words: Gazetteer) -> bool:
    """Tell whether the owner is somebody listed: "the United States' Department of Trade"."""
    plain = [*parts[:-1], parts[-1].rstrip("'’")]
    return any((hit := words.longest(plain, n)) is not None and hit[0] == len(plain) for n in range(len(plain)))
