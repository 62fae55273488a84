"""A state by its full form: "the Government of Arland", "the Federal Republic of Arland" are Arland."""

import re
from collections.abc import Sequence

import msgspec

from crosswire.model import Span
from crosswire.read.gazetteer import Entry, Gazetteer
from crosswire.read.names import Name

_FORM = (
    r"(?:(?:Royal|Federal|Federative|Islamic|Democratic|People['’]s|Socialist|Transitional|Interim|Provisional|Arab|United"
    r"|Sovereign|Cooperative|Plurinational|Bolivarian|Hashemite) ){0,4}"
    r"(?:Government|Republic|State|Kingdom|Emirate|Sultanate|Principality|Commonwealth|Confederation|Federation)"
    r" of (?:the )?"
)
# "The President of the Republic of Arland" is a title, and the state in it keeps its short name.
_BEFORE = re.compile(rf"(?<!\w)(?<!\bof )(?<!\bof the )(?:{_FORM}){{1,2}}$")
_WHOLE = re.compile(rf"(?:[Tt]he )?(?:{_FORM}){{1,2}}(?P<name>[A-Z].*)")
_REACH = 90


def is_full_form(name: str) -> bool:
    """
    Tell whether a name is a state's full form and nothing else.

    >>> [is_full_form(one) for one in ("Republic of Arland", "Federal Democratic Republic Of Arland", "Arland")]
    [True, True, False]
    """
    return _WHOLE.fullmatch(name.replace(" Of ", " of ").replace(" The ", " the ")) is not None


def full_names(text: str, names: Sequence[Name], words: Gazetteer) -> list[Name]:
    """Return the names with each state's whole form in place of the state alone and of the parts of that form."""
    found: list[Name] = []
    for name in names:
        entry = name.entry or _state(text, name, words)
        if entry is not None and entry.kind == "state" and entry.how == "name":
            match = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
            if name.entry is None or match is not None:
                start = match.start() if match else name.start
                while found and found[-1].end > start and found[-1].entry is None:
                    found.pop()
                if not found or found[-1].end <= start:
                    name = _named(text, name, entry, start)
        found.append(name)
    return found


def _state(text: str, name: Name, words: Gazetteer) -> Entry | None:
    """Return the state that an unlisted body's name ends in, where the rest is its form."""
    match = _WHOLE.fullmatch(text[name.start : name.end]) if name.kind in ("body", None) else None
    if match is None:
        return None
    parts = match["name"].split()
    if len(parts) == 1:
        return words.lone.get(parts[0])
    return next((entry for listed, entry in words.starts.get(parts[0], ()) if listed == parts), None)


def _named(text: str, name: Name, entry: Entry, start: int) -> Name:
    span = Span(start, name.end)
    parts = tuple(span.of(text).replace("’", "'").split())
    return msgspec.structs.replace(
        name,
        start=start,
        words=parts,
        kind="state",
        full=span,
        entry=entry,
        party=entry.party,
        written=" ".join(parts),
        weak=False,
    )
