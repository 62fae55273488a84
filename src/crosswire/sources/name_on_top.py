"""Who publishes a page by its first line, where no list knows him: "Lake Press Agency - LPA", "Opinion | The Vale"."""

import re
from collections.abc import Sequence
from functools import cache

from .page_words import page_words

_JOINTS = re.compile(r"\s?[|•·]\s?|\s[—–-]\s")
_SMALL = frozenset({"of", "the", "and", "for", "&", "de"})
_LONGEST, _WORDS = 90, 9
_PIECES = re.compile(r"\s?[|•·/*]\s?|\s[—–-]\s")
_PLACE = re.compile(r"\s?\([A-Z][^()]{1,30}\)$")
_MENU = re.compile(r"[|>›»]|\]\s*\[|\s·\s")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|^(?:page|no\.?|issue|vol\.?) ?\d+$")
_LIVE = frozenset(
    "live|live text|live updates|live update|live coverage|live blog|liveblog|live page|as it happened|english|"
    "english service|english edition|in english|international edition".split("|")
)
# Words of a label.
_LABEL = 3
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


def name_beside(lines: Sequence[str], title: str | None) -> str | None:
    """
    Return the name that one of a page's first lines holds beside a label, a section or a day, or that stands over them.

    >>> [name_beside([one], None) for one in ("Lake TV | LIVE", "The Vale Post (Vesk) - live coverage", "Lake | News")]
    ['Lake TV', 'The Vale Post', None]
    >>> name_beside(["VALE ACTU", "Home | Politics | Economy | Sport", "Talks resume"], "Talks resume")
    'Vale Actu'
    >>> name_beside(["Ada Lind", "3 May 2031"], None) is None
    True
    """
    for number, line in enumerate(lines[:_BELOW]):
        pieces = [_PLACE.sub("", piece.strip()) for piece in _PIECES.split(line[:_LONGEST]) if piece.strip()]
        named = [one for one in pieces if _is_name(one) and not _is_beside(one)]
        # Below a title a name beside a day is its writer's.
        dated = number > 0 and _DATED.search(line) is not None
        if len(pieces) > 1 and len(named) == 1 and not dated and all(map(_is_beside, set(pieces) - set(named))):
            return None if " " not in named[0] and not named[0].isupper() else _cased(named[0])
    if not lines or lines[0].strip() == title or not _is_name(lines[0].strip()) or _is_beside(lines[0].strip()):
        return None
    below = [one.strip() for one in lines[1:_BELOW]]
    menu = any(len(_MENU.findall(one)) > 1 for one in below[:1])
    return _cased(lines[0].strip()) if menu or any(one.lower() in _marks() for one in below) else None


def _is_beside(piece: str) -> bool:
    """Tell whether a piece of a line labels a page, dates it or says which edition it is, and names nobody."""
    low = piece.lower().strip(" :.")
    return low in _marks() or low in page_words().sections or low in page_words().lines or bool(_DATED.search(low))


def _cased(name: str) -> str:
    """Give a name set in capitals its usual case; letters alone stay."""
    return name.title() if name.isupper() and " " in name else name


@cache
def _marks() -> frozenset[str]:
    """Return what a page calls itself beside its paper's name: a genre's label, live, a language's service."""
    labels = {word for words in page_words().genre.values() for word in words if len(word.split()) <= _LABEL}
    return frozenset(labels) | document_labels() | _LIVE


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
