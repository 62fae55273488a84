"""Listed names that end in lower-case words: "the Israeli military", "Arland's rescue service"."""

from collections.abc import Sequence

from crosswire.model import Span
from crosswire.read.gazetteer import Gazetteer, Tail
from crosswire.read.names import Name


def lengthen(text: str, names: Sequence[Name], words: Gazetteer) -> list[Name]:
    """
    Return the names with each that opens a longer listed one ("Israeli", before "military") put in its place.

    The longest wins. In "Israeli military spokesman Dan Roe" the words are Roe's title, and name nobody else.
    """
    found: list[Name] = []
    for number, name in enumerate(names):
        tails = words.tails.get(name.words[-1]) if name.words else None
        if tails is not None:
            following = names[number + 1] if number + 1 < len(names) else None
            if following is None or following.full.start > name.start:
                name = _longest(text, name, tails) or name
        found.append(name)
    return found


def _longest(text: str, name: Name, tails: Sequence[Tail]) -> Name | None:
    for head, tail, entry in tails:
        match = tail.match(text, name.end) if name.words == head else None
        if match is not None:
            parts = tuple(text[name.start : match.end()].replace("’", "'").split())
            start, end = name.start, match.end()
            longer = Name(start, end, parts, entry.kind, Span(start, end), name.sentence, entry, party=entry.party)
            longer.written = " ".join(parts)
            return longer
    return None
