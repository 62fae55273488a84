"""The name on top of a saved page: a line that is an outlet's name, alone or beside a date."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from crosswire.model import Region
from crosswire.packs import PackOutlet
from crosswire.sources.name_on_top import name_on_top
from crosswire.sources.outlets import SameOutlets
from crosswire.sources.page_words import page_words
from crosswire.text.times import parse_date

# A masthead stands within the first few lines; a name further down is a mention.
_REACH = 8
_LONGEST = 120
_MARKS = re.compile(r"[*_#`]{1,3}")
_JOINTS = re.compile(r" ?[|•·] ?| [—–-] |, |\s{2,}")
# What newspapers, agencies and stations are called; a short line that ends or starts in one is a masthead.
_NAMES = re.compile(
    r"(?i)\b(?:herald|times|post|news|gazette|tribune|courier|standard|wire|agency|radio|tv|television|review|ledger|"
    r"journal|mail|telegraph|guardian|observer|monitor|independent|chronicle|daily|weekly|broadcasting|network|bulletin|"
    r"globe|record|press|express|mirror|sentinel|dispatch|argus|examiner|inquirer|register)\b"
)
_STAMP = re.compile(r"(?i)\b(?:(?:updated|published|posted)(?: on)?:?|publication date:?|as of) ([^|•·)]{6,60})")
# "Q&A / Lakes  5 February 2031", "Daily digest (5 February 2031)": a whole day set apart at a heading's end.
_CLOSING = re.compile(
    r"(?:\((?:[a-z][a-z -]{1,24}, )?|\s{2,}|\t|\s[|·•—–-]\s|^(?:[A-Z][\w&]*(?: ?/ ?[A-Z][\w&]*)+) )"
    r"(?P<day>\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)\)?$"
)
# "19 November 2031 | Port Vell, Vale", "4 May 2031 Peace and Security": a page's day beside its place or section.
_PLACED = re.compile(
    r"(?P<day>\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)"
    r"(?:\s\|\s|\s[·•]\s|\s)(?:(?:[A-Z][\w'’.-]*|and|&)[, ]{0,2}){1,5}"
)
_ISSUER = re.compile(
    r"(?i)(?:(?:press |joint |official )?(?:statement|communiqu[eé]|press release|declaration|announcement) )?"
    r"(?:by|of|from) (?:the )?(.{3,80})"
)


# "Statement by the Chair of the Lake Council on ...": its head speaks for a body.
_OFFICE = re.compile(
    r"^(?:chair(?:man|woman|person)?|president|secretary[- ]general|spokes(?:man|woman|person)) of (?:the )?"
)
_SMALL = frozenset("of the and for".split())
_PLAIN = frozenset("all breaking daily good more our other press record this today top weekly your".split())


class Masthead(msgspec.Struct, frozen=True):
    """An outlet's name as it stands on top of a page, the date beside it, and the line it stands in."""

    outlet: str
    published: dt.date | None
    line: Region
    leads: bool


def find_masthead(text: str, start: int, outlets: Sequence[PackOutlet]) -> Masthead | None:
    r"""
    Find the masthead in the first lines of a text; None when they hold none.

    A known name counts anywhere in the head. An unknown one must be the first line, and look like a title's neighbour.

    >>> find_masthead("NORTHERN LEDGER\n\nTalks resume in Vesk\n\nThe two sides met.", 0, ()).outlet
    'Northern Ledger'
    >>> find_masthead("Herald of peace: talks resume in the old town of Vesk\n\nThe two sides met.", 0, ()) is None
    True
    """
    known = _known(SameOutlets(tuple(outlets)))
    heads = _head(text, start)
    for number, line in enumerate(heads):
        words = text[line.start : line.end]
        pieces = [piece.strip() for piece in _JOINTS.split(_MARKS.sub("", words)) if piece.strip()]
        named = dict.fromkeys(known[_fold(piece)] for piece in pieces if _fold(piece) in known)
        # "Sources: the Post, the Wire, the Globe" lists others.
        name = next(iter(named)) if len(named) == 1 or (named and len(pieces) == len(named)) else None
        name = name or _issuer(words, known)
        if name is None and number == 0 and len(pieces) == 1 and _is_name(pieces[0]):
            name = pieces[0].title() if pieces[0].isupper() else pieces[0]
        if name is None and number == 0:
            name = name_on_top([text[one.start : one.end] for one in heads], text[start:])
        if name is not None:
            dates = [found for piece in pieces if len(piece) < 40 and (found := _date(piece))]
            leads = number == 0 and _issuer(words, known) is None
            return Masthead(name, next(iter(dates), None), _with_stamp(text, line) if leads else line, leads)
    return None


@lru_cache(maxsize=4)
def _known(outlets: SameOutlets) -> dict[str, str]:
    """Return outlets' names by every folded name they go by."""
    return {_fold(name): outlet.name for outlet in outlets.outlets for name in (outlet.name, *outlet.aliases)}


def _with_stamp(text: str, line: Region) -> Region:
    """Take the line below a masthead in when it only says when the page was made."""
    stop = text.find("\n", line.end + 1)
    below = text[line.end + 1 : max(stop, line.end + 1)]
    return Region(line.start, stop, "navigation") if len(below) <= _LONGEST and _STAMP.search(below) else line


def stamped_date(text: str, start: int) -> dt.date | None:
    """Return the date of the first line near the top that says when the page was published or updated."""
    for line in _head(text, start):
        match = _STAMP.search(text[line.start : line.end])
        if match and (found := _date(match.group(1).strip()[:60])):
            return found
    return None


def closing_date(text: str, start: int = 0) -> dt.date | None:
    r"""
    Return the day that a line near the top ends with, in brackets or behind a gap, or that stands before a place.

    >>> closing_date("Talks on the lake: daily digest (4 May 2031)\n\nThe envoys met.")
    datetime.date(2031, 5, 4)
    >>> closing_date("Envoys to meet on 4 May 2031\n\nThe envoys agreed on a day.") is None
    True
    >>> closing_date("Remarks to the Board\n4 May 2031 | Port Vell, Vale\n\nThe envoys agreed on a day.")
    datetime.date(2031, 5, 4)
    """
    lines = [text[line.start : line.end].rstrip() for line in _head(text, start)]
    found = [match for find in (_CLOSING.search, _PLACED.fullmatch) for line in lines if (match := find(line))]
    return _date(found[0]["day"]) if found else None


def is_stamped(words: str) -> bool:
    """
    Tell whether a line is a section's name and a day behind a gap, and so no title.

    >>> is_stamped("Q&A / The Lakes  5 May 2031"), is_stamped("Daily digest (5 May 2031)")
    (True, False)
    """
    match = _CLOSING.search(words.rstrip())
    return match is not None and not match[0].startswith("(")


def _head(text: str, start: int) -> list[Region]:
    """Return the short lines before the first line of prose."""
    found: list[Region] = []
    at = start
    while at < len(text) and len(found) < _REACH:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            if stop - at > _LONGEST:
                break
            found.append(Region(at, stop, "navigation"))
        at = stop + 1
    return found


def _issuer(words: str, known: dict[str, str]) -> str | None:
    """Return the known body that a statement says it is by."""
    match = _ISSUER.match(words.strip())
    if match is None:
        return None
    rest = _OFFICE.sub("", _fold(match.group(1)))
    fitting = [name for name in known if rest == name or rest.startswith(f"{name} ")]
    return known[max(fitting, key=len)] if fitting else _body(match.group(1).strip())


def _body(words: str) -> str | None:
    """Return the name of a body that no list knows: capitals, and the last word is what bodies are called."""
    parts = words.split()
    small = [part for part in parts if part[0].islower() and part not in _SMALL]
    is_body = bool(parts) and parts[-1].lower() in page_words().genre["bodies"]
    return words if is_body and not small and len(parts) > 1 else None


def _is_name(words: str) -> bool:
    """Tell whether a line reads as a newspaper's name: few words, capitals, one of them what papers are called."""
    parts = words.split()
    large = all(part[0].isupper() or part in ("of", "the", "and", "&") for part in parts)
    return 1 < len(parts) <= 5 and large and words[-1].isalpha() and _NAMES.search(words) is not None


def is_paper_name(words: str) -> bool:
    """
    Tell whether a line below a title reads as an unknown paper's name: capitals, a paper's noun at either end.

    >>> [is_paper_name(one) for one in ("The Globe Monitor", "Times of Vesk", "World News", "Post Office")]
    [True, True, False, False]
    """
    parts = words.strip().split()
    bare = parts[1:] if parts and parts[0].lower() == "the" else parts
    if not bare or bare[0].lower() == "by" or not _is_name(" ".join(parts)):
        return False
    nouns = [_NAMES.fullmatch(part) is not None for part in bare]
    is_of = len(bare) > 2 and bare[1].lower() in ("of", "de")
    # Sections of a page are called "World News"; a paper is called after something else.
    plain = page_words().lines | _PLAIN
    return (nouns[-1] or (is_of and nouns[0])) and any(part.lower() not in plain for part in bare[: -1 or None])


def _date(piece: str) -> dt.date | None:
    return parse_date(piece) if any(char.isdigit() for char in piece) else None


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
