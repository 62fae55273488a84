"""Who publishes a page by its first line, where no list knows him: "Lake Press Agency - LPA", "Opinion | The Vale"."""

import re
from collections.abc import Sequence
from functools import cache

from .page_words import page_words

_JOINTS = re.compile(r"\s?[|•·]\s?|\s[—–-]\s")
_SMALL = frozenset({"of", "the", "and", "for", "&", "de"})
_LONGEST, _WORDS = 90, 9
# Lines below the first in which a document says what it is, and text in which a body's name comes back.
_BELOW, _SAMPLE = 3, 20_000


def name_on_top(lines: Sequence[str], text: str) -> str | None:
    """
    Return the name that a page's first line gives: beside a label, beside its letters, above a label, or come back.

    >>> name_on_top(["Opinion | The Lake Ledger", "Enough waiting"], "")
    'The Lake Ledger'
    >>> name_on_top(["LPA - Lake Press Agency", "Port shut"], ""), name_on_top(["Lake Front", "Press statement"], "")
    ('Lake Press Agency', 'Lake Front')
    >>> name_on_top(["Talks Resume - Envoys Meet", "They met."], "") is None
    True
    >>> name_on_top(["OPINION | NOTES & QUERIES", "Enough waiting"], "") is None  # a section in capitals
    True
    """
    if not lines or len(lines[0]) > _LONGEST or lines[0].rstrip()[-1:] in ".!?":
        return None
    pieces = [piece.strip() for piece in _JOINTS.split(lines[0]) if piece.strip()]
    named = [piece for piece in pieces if piece.lower() not in _labels() and _is_name(piece)]
    if len(pieces) == 2 and len(named) == 1:
        if lines[0].isupper() and " " in named[0]:
            return None
        return named[0] if any(piece.lower() in _labels() for piece in pieces) else None
    if len(named) == 2 and len(pieces) == 2:
        short, long = sorted(named, key=len)
        return long if short.isupper() and " " not in short and _spells(short, long) else None
    if len(pieces) != 1 or not named:
        return None
    below = [line.strip().lower() for line in lines[1 : 1 + _BELOW]]
    if any(line in document_labels() for line in below):
        return named[0]
    bare = named[0].removeprefix("The ")
    back = text[:_SAMPLE].count(bare) > 1 and bare.split()[-1].lower() in page_words().issuers
    return named[0] if back and " " in bare else None


def _is_name(piece: str) -> bool:
    words = piece.split()
    return len(words) <= _WORDS and piece[-1:].isalnum() and all(one[0].isupper() or one in _SMALL for one in words)


def _spells(short: str, long: str) -> bool:
    rest = iter(long.lower())
    return all(letter in rest for letter in short.lower())


@cache
def _labels() -> frozenset[str]:
    """Return what a page's first line says beside its name: a kind of comment, that it is the official one."""
    return frozenset(page_words().genre["opinion"]) | {
        "official",
        "official channel",
        "official page",
        "official account",
    }


@cache
def document_labels() -> frozenset[str]:
    """Return what a document calls itself below the name of who issues it."""
    return frozenset((*page_words().genre["statement"], *page_words().issued))
